import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { engine } from '../database.ts'
import { cutConnections } from './cuts.ts'
import { backupWithoutRoom, makeSmallDisk, writeWithoutRoom, type SmallDisk } from './disk-full.ts'
import { overload } from './overload.ts'
import { makePlace, type Place } from './place.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let place: Place
let disk: SmallDisk | undefined
beforeAll(async () => {
  place = await makePlace(engine)
  disk = await makeSmallDisk(256)
})
afterAll(async () => {
  await disk?.[Symbol.asyncDispose]()
  await place?.[Symbol.asyncDispose]()
})

const whole = { lost: 0, doubled: 0, journal: 'whole' }

describe('the server', () => {
  test(
    'answers rightly while its connections are cut, slow and silent, and leaks none',
    { skip: engine !== 'postgres' },
    async () => {
      const figures = await cutConnections(place, { rounds: 1, each: 10 })
      expect(figures).toMatchObject({ ...whole, wrong: 0, faults: 0, leaked: 0 })
      expect(figures.read).toBeGreaterThan(0)
    },
  )

  test('refuses what is too much in words, with a time to come back, and goes on answering', async () => {
    const { capacity, rounds } = await overload(place, { seconds: 1, times: [5] })
    const [round] = rounds
    expect(round).toMatchObject({ odd: 0, oddest: undefined })
    expect(round!.goodput).toBeGreaterThan(capacity / 10) // the figure itself is the long drill's: it needs a machine of its own
  })

  test('refuses while the disk is full, and serves again when there is room', { skip: engine !== 'pglite' }, async ({ skip }) => {
    if (!disk) return skip('only root may make a small disk')
    expect(await writeWithoutRoom(disk)).toMatchObject({ ...whole, odd: 0 })
  })

  test('says that there is no room for a backup, and leaves nothing half-written', async ({ skip }) => {
    if (!disk) return skip('only root may make a small disk')
    await using database = await place.open()
    const { said, left, after } = await backupWithoutRoom(disk, database)
    expect(said).toContain('There is no room left')
    expect(left).toEqual([])
    expect(after).toBe(1)
  })
})

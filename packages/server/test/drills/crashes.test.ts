import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { engine } from '../database.ts'
import { killUnderLoad, restartPostgres, stopUnderLoad } from './crashes.ts'
import { makePlace, type Place } from './place.ts'

// Processes are started again and again.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let place: Place
beforeAll(async () => {
  place = await makePlace(engine)
})
afterAll(() => place?.[Symbol.asyncDispose]())

const whole = { lost: 0, doubled: 0, wrong: 0, faults: 0, journal: 'whole' }

describe('what was acknowledged', () => {
  test('SIGTERM: is answered to the last request, and the process ends well', async () => {
    const { took, ...figures } = await stopUnderLoad(place, { acknowledged: 30 })
    expect(figures).toMatchObject({ unanswered: 0, lost: 0, code: 0 })
    expect(took).toBeLessThan(10_000)
  })

  test('kill -9: is there once after the server was killed while people wrote', async () => {
    expect(await killUnderLoad(place, { crashes: 2, acknowledged: 40 })).toMatchObject(whole)
  })

  test(
    'PostgreSQL ends and comes back: is there once, and the server needs no restart',
    { skip: engine !== 'postgres' },
    async () => {
      expect(await restartPostgres(place, { crashes: 2, each: 20 })).toMatchObject(whole)
    },
  )
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testServer, type TestServer } from '../../test/server.ts'
import { Told } from '../../test/told.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

let told: Told
beforeEach(async () => {
  told = await Told.of(server)
})

describe('the choice of a rhythm', () => {
  test('is once a day until she chooses; days are kept in order, quiet hours beside them', async () => {
    expect((await told.people.member.query('notifications.rhythms')).data).toEqual({
      general: { rhythm: 'daily', days: [] },
      quiet: null,
      spaces: [],
      timeZone: 'America/Toronto',
    })
    await told.people.member.mutate('notifications.setRhythm', { rhythm: 'days', days: [4, 2, 4] })
    const { data } = await told.people.member.mutate('notifications.setQuiet', { quiet: { from: 21, until: 7 } })
    expect(data).toMatchObject({ general: { rhythm: 'days', days: [2, 4] }, quiet: { from: 21, until: 7 } })
    await told.people.member.mutate('notifications.setRhythm', { rhythm: 'daily' })
    expect((await told.people.member.mutate('notifications.setQuiet', { quiet: null })).data).toMatchObject({
      general: { rhythm: 'daily', days: [] },
      quiet: null,
    })
  })

  test('of a space goes back to the general one', async () => {
    await told.people.member.mutate('notifications.setRhythm', { space: 'entraide', rhythm: 'never' })
    const { data } = await told.people.member.mutate('notifications.setRhythm', { space: 'entraide', rhythm: null })
    expect(data.spaces).toEqual([])
  })

  test.each([
    [{ rhythm: 'days' }, 'days'],
    [{ rhythm: 'days', days: [8] }, 'days.0'],
    [{ rhythm: null }, 'rhythm'],
    [{ rhythm: 'hourly' }, 'rhythm'],
  ])('%j does not fit', async (input, path) => {
    const { error } = await told.people.member.mutate('notifications.setRhythm', input)
    expect(error).toMatchObject({ code: 'invalid', fields: [{ path }] })
  })

  test('she cannot choose for a space that she does not read: it does not exist', async () => {
    const hidden = await told.people.other.mutate('notifications.setRhythm', { space: 'laval', rhythm: 'never' })
    const absent = await told.people.other.mutate('notifications.setRhythm', { space: 'nulle-part', rhythm: 'never' })
    expect(hidden.error?.code).toBe('not_found')
    expect(hidden.text).toBe(absent.text)
  })
})

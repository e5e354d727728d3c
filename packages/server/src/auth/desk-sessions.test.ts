import { afterAll, beforeAll, expect, test } from 'vitest'
import { caller } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

const MINUTE = 60_000

async function atTheDesk() {
  const seed = communitySeed()
  await server.server.seed(seed)
  const email = `facilitator@${seed.slug}.example`
  const stranger = caller(server.url, seed.slug)
  const { loginId } = (await stranger.mutate('auth.requestCode', { email })).data
  const { code } = await server.mailTo(email)
  const { data } = await stranger.mutate('auth.signIn', { loginId, code, desk: true })
  let { refresh, refreshExpiresAt } = data
  const renew = async () => {
    const { data: renewed, error } = await stranger.mutate('auth.refresh', { refresh })
    if (!error) ({ refresh, refreshExpiresAt } = renewed.tokens)
    return error?.code as string | undefined
  }
  return { renew, end: () => Date.parse(refreshExpiresAt) }
}

test('a session of the desk ends after 30 minutes unused', async () => {
  const { renew, end } = await atTheDesk()
  expect(Math.round((end() - server.clock.now()) / 1000)).toBe(1800)
  server.clock.advance(29 * MINUTE)
  expect(await renew()).toBeUndefined()
  expect(Math.round((end() - server.clock.now()) / 1000)).toBe(1800)
  server.clock.advance(30 * MINUTE)
  expect(await renew()).toBe('unauthorized')
})

test('it ends 12 hours after signing in, however much it is used', async () => {
  const { renew, end } = await atTheDesk()
  for (let passed = 0; passed < 12 * 60 - 25; passed += 25) {
    server.clock.advance(25 * MINUTE)
    expect(await renew()).toBeUndefined()
  }
  expect(end() - server.clock.now()).toBeLessThan(25 * MINUTE)
  server.clock.advance(25 * MINUTE)
  expect(await renew()).toBe('unauthorized')
})

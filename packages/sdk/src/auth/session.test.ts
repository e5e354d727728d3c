import { expect, test, vi } from 'vitest'
import type { Refreshed, Tokens } from '@cercle/server'
import { CercleClientError } from '../errors.ts'
import { refusalOf } from '../../test/recorded-sleep.ts'
import { createSession, memoryStore, type SessionOptions } from './session.ts'

const noon = Date.parse('2026-11-24T12:00:00.000Z')
const minutes = (count: number) => count * 60_000

const tokensOf = (number: number, at: number): Tokens => ({
  access: `access-${number}`,
  accessExpiresAt: new Date(at + minutes(10)).toISOString(),
  refresh: `refresh-${number}`,
  refreshExpiresAt: new Date(at + minutes(60 * 24 * 30)).toISOString(),
})

/** A session of twelve o'clock, and a server that rotates its tokens by its own clock. */
function start(more: Partial<SessionOptions> = {}, signedIn = true) {
  const clock = { here: noon, there: noon }
  let number = 1
  const store = memoryStore(signedIn ? tokensOf(1, noon) : undefined)
  const refresh = vi.fn(async (token: string): Promise<Refreshed> => {
    if (token !== `refresh-${number}`) throw new CercleClientError('unauthorized', { status: 401 })
    return { raced: false, tokens: tokensOf(++number, clock.there) }
  })
  const onEnded = vi.fn()
  const options = { store, refresh, onEnded, now: () => clock.here, sleep: async () => {}, ...more }
  return { clock, store, refresh, onEnded, options, session: createSession(options) }
}

test('gives what the store holds, and nothing to a stranger', async () => {
  expect(await start().session.get()).toBe('access-1')
  const { session, refresh } = start({}, false)
  expect(await session.get()).toBeUndefined()
  expect(refresh).not.toHaveBeenCalled()
})

test('has a name that stays through renewals, is shared through the store, and is another after the next sign-in', async () => {
  const { session, store, options } = start({}, false)
  expect(await session.session()).toBeUndefined()
  await session.begin(tokensOf(1, noon))
  const name = await session.session()
  expect(name).toMatch(/^[0-9a-f-]{36}$/)
  expect(await session.renew('access-1')).toBe('access-2')
  expect(await createSession(options).session()).toBe(name)
  expect(await store.read()).toMatchObject({ access: 'access-2' })
  await session.begin(tokensOf(1, noon))
  expect(await session.session()).not.toBe(name)
})

test('renews a little before the end, and keeps what it got', async () => {
  const { session, clock, refresh, store } = start()
  clock.here = clock.there = noon + minutes(9) - 1
  expect(await session.get()).toBe('access-1')
  clock.here = clock.there = noon + minutes(9)
  expect(await session.get()).toBe('access-2')
  expect(await session.get()).toBe('access-2')
  expect(refresh.mock.calls).toEqual([['refresh-1']])
  expect(await store.read()).toMatchObject({ refresh: 'refresh-2' })
})

test('fifty calls at once refresh once', async () => {
  const { session, clock, refresh } = start()
  clock.here = clock.there = noon + minutes(30)
  const given = await Promise.all(
    Array.from({ length: 50 }, (_, index) => (index % 2 ? session.get() : session.renew('access-1'))),
  )
  expect(new Set(given)).toEqual(new Set(['access-2']))
  expect(refresh).toHaveBeenCalledTimes(1)
})

test('a refused token that was replaced meanwhile costs no refresh', async () => {
  const { session, refresh } = start()
  await session.renew('access-1')
  expect(await session.renew('access-1')).toBe('access-2')
  expect(refresh).toHaveBeenCalledTimes(1)
})

test('refreshes inside the lock, and looks at the store once it has it', async () => {
  const order: string[] = []
  const { store, session, refresh } = start({
    lock: async (fn) => {
      order.push('waited')
      await store.write(tokensOf(7, noon))
      const given = await fn()
      order.push('left')
      return given
    },
  })
  expect(await session.renew('access-1')).toBe('access-7')
  expect(order).toEqual(['waited', 'left'])
  expect(refresh).not.toHaveBeenCalled()
})

test('two tabs without a lock: the one that lost the race takes what the other writes', async () => {
  const { store, options, refresh, onEnded, session: winner } = start()
  refresh.mockImplementationOnce(async () => ({ raced: true }))
  // The winner's answer comes while the loser waits between two looks at the store.
  const sleep = vi.fn(() => winner.renew('access-1'))
  const loser = createSession({ ...options, sleep })
  expect(await loser.renew('access-1')).toBe('access-2')
  expect(sleep).toHaveBeenCalledTimes(1)
  expect(await store.read()).toMatchObject({ access: 'access-2' })
  expect(onEnded).not.toHaveBeenCalled()
})

test('a race whose winner never writes ends nothing: unavailable, to be tried again', async () => {
  const { session, store, onEnded } = start({ refresh: async () => ({ raced: true }) })
  expect(await refusalOf(session.renew('access-1'))).toMatchObject({ code: 'unavailable' })
  expect(await store.read()).toMatchObject({ access: 'access-1' })
  expect(onEnded).not.toHaveBeenCalled()
})

test('a refused refresh ends the session and says so once', async () => {
  const { session, store, onEnded } = start({ refresh: () => Promise.reject(new CercleClientError('unauthorized')) })
  expect(await Promise.all([session.renew('access-1'), session.renew('access-1')])).toEqual([undefined, undefined])
  expect(await store.read()).toBeUndefined()
  expect(await session.get()).toBeUndefined()
  expect(onEnded).toHaveBeenCalledTimes(1)
})

test.each(['offline', 'unavailable', 'rate_limited', 'internal'] as const)('%s ends nothing', async (code) => {
  const { session, clock, store, onEnded } = start({ refresh: () => Promise.reject(new CercleClientError(code)) })
  clock.here = noon + minutes(9.5)
  expect(await session.get()).toBe('access-1')
  clock.here = noon + minutes(11)
  expect(await refusalOf(session.get())).toMatchObject({ code })
  expect(await refusalOf(session.renew('access-1'))).toMatchObject({ code })
  expect(await store.read()).toMatchObject({ access: 'access-1' })
  expect(onEnded).not.toHaveBeenCalled()
})

test('a failed refresh is tried again at the next call', async () => {
  const { session, clock, refresh } = start()
  refresh.mockRejectedValueOnce(new CercleClientError('offline'))
  clock.here = clock.there = noon + minutes(11)
  expect(await refusalOf(session.get())).toMatchObject({ code: 'offline' })
  expect(await session.get()).toBe('access-2')
})

test('a computer whose clock is hours ahead refreshes once, not at every call', async () => {
  const { session, clock, refresh } = start()
  clock.here = noon + minutes(300)
  expect(await session.get()).toBe('access-2')
  expect(await session.get()).toBe('access-2')
  expect(refresh).toHaveBeenCalledTimes(1)
  expect(await session.renew('access-2')).toBe('access-3')
})

test('signing out while a refresh is under way stays signed out', async () => {
  const { session, store, refresh, onEnded } = start()
  refresh.mockImplementationOnce(async () => {
    await session.end()
    return { raced: false, tokens: tokensOf(2, noon) }
  })
  expect(await session.renew('access-1')).toBeUndefined()
  expect(await store.read()).toBeUndefined()
  expect(onEnded).not.toHaveBeenCalled()
})

test('signing in anew while the old session is refused keeps the new one', async () => {
  const { session, store, refresh, onEnded } = start()
  refresh.mockImplementationOnce(async () => {
    await session.begin(tokensOf(9, noon))
    throw new CercleClientError('unauthorized')
  })
  expect(await session.renew('access-1')).toBe('access-9')
  expect(await store.read()).toMatchObject({ access: 'access-9' })
  expect(onEnded).not.toHaveBeenCalled()
})

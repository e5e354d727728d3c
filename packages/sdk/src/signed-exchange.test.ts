import { expect, test, vi } from 'vitest'
import { cut, EnvelopeServer, Refusal, type Received } from '../test/envelope-server.ts'
import { recordedSleep, refusalOf } from '../test/recorded-sleep.ts'
import { CercleClientError, createCercle, type TokenSource } from './index.ts'

/** Refuses all tokens but one, as a server does for a whole request. */
const behind =
  (good: string, value: unknown) =>
  (_: never, { headers }: Received) => {
    if (headers.authorization !== `Bearer ${good}`) throw new Refusal('unauthorized', 401)
    return value
  }

async function start(good: string, token: TokenSource | string) {
  const server = await EnvelopeServer.start({
    'communities.current': behind(good, 'current'),
    'spaces.list': behind(good, 'spaces'),
    'discussions.markRead': behind(good, 'read'),
    'auth.refresh': () => 'refreshed',
  })
  const cercle = createCercle({ server: server.url, community: 'a', token, sleep: recordedSleep().sleep })
  return { server, cercle, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

const sourceOf = (first: string | undefined, renewed: TokenSource['renew']) => ({
  get: vi.fn(async () => first),
  renew: vi.fn(renewed),
})

test('a refused token is renewed once for the whole request, which is then repeated', async () => {
  const source = sourceOf('old', async () => 'new')
  await using it = await start('new', source)
  expect(await Promise.all([it.cercle.spaces.list(), it.cercle.communities.current()])).toEqual(['spaces', 'current'])
  expect(source.renew.mock.calls).toEqual([['old']])
  expect(it.server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new'])
})

test('a write is renewed and repeated as well', async () => {
  const source = sourceOf('old', async () => 'new')
  await using it = await start('new', source)
  expect(await it.cercle.discussions.markRead({ id: 'x' })).toBe('read')
  expect(it.server.requests).toHaveLength(2)
})

test('a renewed token that is refused too is the end of it', async () => {
  const source = sourceOf('old', async () => 'newer')
  await using it = await start('unknown to all', source)
  expect(await refusalOf(it.cercle.spaces.list())).toMatchObject({ code: 'unauthorized', status: 401 })
  expect(source.renew).toHaveBeenCalledTimes(1)
  expect(it.server.requests).toHaveLength(2)
})

test('a session that is over is told as such, and is not asked again as a stranger', async () => {
  const source = sourceOf('old', async () => undefined)
  await using it = await start('new', source)
  expect(await refusalOf(it.cercle.spaces.list())).toMatchObject({ code: 'unauthorized' })
  expect(it.server.requests).toHaveLength(1)
})

test('a plain token is not renewed', async () => {
  await using it = await start('new', 'old')
  expect(await refusalOf(it.cercle.spaces.list())).toMatchObject({ code: 'unauthorized' })
  expect(it.server.requests).toHaveLength(1)
})

test('being offline while renewing says nothing about the session', async () => {
  const source = sourceOf('old', async () => {
    throw new CercleClientError('offline')
  })
  await using it = await start('new', source)
  expect(await refusalOf(it.cercle.spaces.list())).toMatchObject({ code: 'offline' })
})

test('a source without a token calls as a stranger', async () => {
  const source = sourceOf(undefined, async () => 'new')
  await using it = await start('new', source)
  expect(await refusalOf(it.cercle.spaces.list())).toMatchObject({ code: 'unauthorized' })
  expect(it.server.last.method).toBe('GET')
  expect(source.renew).not.toHaveBeenCalled()
})

test('the token is asked for again at each repetition', async () => {
  const tokens = ['first', 'second']
  await using it = await start('second', { get: async () => tokens.shift(), renew: async () => undefined })
  it.server.interceptors.push(cut)
  expect(await it.cercle.spaces.list()).toBe('spaces')
  expect(it.server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer first', 'Bearer second'])
})

test('what a source throws is wrapped', async () => {
  const broken = new Error('no storage')
  await using it = await start('new', { get: () => Promise.reject(broken), renew: async () => undefined })
  expect(await refusalOf(it.cercle.spaces.list())).toMatchObject({ name: 'CercleClientError', code: 'internal', cause: broken })
  expect(it.server.requests).toHaveLength(0)
})

test('refreshing asks for no token, so that it never waits for itself', async () => {
  const source = sourceOf('old', async () => 'new')
  await using it = await start('new', source)
  expect(await it.cercle.auth.refresh({ refresh: 'refresh-1' })).toBe('refreshed')
  expect(source.get).not.toHaveBeenCalled()
  expect(it.server.last.headers).not.toHaveProperty('authorization')
})

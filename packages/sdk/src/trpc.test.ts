import { createTRPCClient } from '@trpc/client'
import { initTRPC } from '@trpc/server'
import { expect, test, vi } from 'vitest'
import { answer, cut, EnvelopeServer, Refusal, type Received } from '../test/envelope-server.ts'
import { refusalOf } from '../test/recorded-sleep.ts'
import type { TokenSource } from './index.ts'
import { asCercleError, cercleLink } from './trpc.ts'

const t = initTRPC.create()
const input = <In>(value: unknown): In => value as In
const router = t.router({
  spaces: t.router({ list: t.procedure.query(() => 'spaces') }),
  discussions: t.router({
    thread: t.procedure.input(input<{ id: string }>).query(({ input: { id } }) => ({ id })),
    markRead: t.procedure.input(input<{ id: string }>).mutation(() => ({ done: true })),
  }),
  auth: t.router({ refresh: t.procedure.input(input<{ refresh: string }>).mutation(() => ({ raced: true })) }),
})

const behind =
  (good: string | undefined, value: unknown) =>
  (_: never, { headers }: Received) => {
    if (headers.authorization !== (good && `Bearer ${good}`)) throw new Refusal('unauthorized', 401)
    return value
  }

async function start(good: string | undefined, token?: string | TokenSource) {
  const server = await EnvelopeServer.start({
    'spaces.list': behind(good, 'spaces'),
    'discussions.thread': (thread: unknown) => thread,
    'discussions.markRead': behind(good, { done: true }),
    'auth.refresh': behind(undefined, { raced: true }),
  })
  const options = { server: server.url, community: 'a', site: '01a20c4a-4863-7a9b-b9c7-9433ad36e949', token }
  const client = createTRPCClient<typeof router>({ links: [cercleLink(options)] })
  return { server, client, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

test('a stranger reads by the same GET as with createCercle', async () => {
  await using it = await start(undefined)
  expect(await Promise.all([it.client.spaces.list.query(), it.client.discussions.thread.query({ id: 'x' })])).toEqual([
    'spaces',
    { id: 'x' },
  ])
  const { method, url, headers } = it.server.last
  expect(method).toBe('GET')
  expect(url.pathname).toBe('/c/a/trpc/spaces.list,discussions.thread')
  expect(Object.keys(headers)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/authorization|content-type|cercle|trpc/)]),
  )
})

test('with a token all is a POST, reads together and writes alone', async () => {
  await using it = await start('access-1', 'access-1')
  const { spaces, discussions } = it.client
  await Promise.all([
    spaces.list.query(),
    spaces.list.query(),
    discussions.markRead.mutate({ id: 'x' }),
    discussions.markRead.mutate({ id: 'y' }),
  ])
  expect(it.server.requests.map(({ paths }) => paths.length).toSorted((a, b) => a - b)).toEqual([1, 1, 2])
  for (const { method, headers, url } of it.server.requests) {
    expect(method).toBe('POST')
    expect(headers).toMatchObject({ authorization: 'Bearer access-1', 'cercle-site': '01a20c4a-4863-7a9b-b9c7-9433ad36e949' })
    expect(url.search).toBe('?batch=1')
  }
})

test('a refused token is renewed once, reads and writes alike', async () => {
  const source = { get: async () => 'old', renew: vi.fn(async () => 'new') }
  await using it = await start('new', source)
  expect(await it.client.spaces.list.query()).toBe('spaces')
  expect(await it.client.discussions.markRead.mutate({ id: 'x' })).toEqual({ done: true })
  expect(source.renew.mock.calls).toEqual([['old'], ['old']])
  expect(it.server.requests).toHaveLength(4)
})

test('a session that is over is told', async () => {
  await using it = await start('new', { get: async () => 'old', renew: async () => undefined })
  expect(asCercleError(await refusalOf(it.client.spaces.list.query()))).toMatchObject({ code: 'unauthorized', status: 401 })
})

test('a renewed token that is refused too is the end of it', async () => {
  const source = { get: async () => 'old', renew: vi.fn(async () => 'newer') }
  await using it = await start('unknown to all', source)
  expect(asCercleError(await refusalOf(it.client.spaces.list.query()))).toMatchObject({ code: 'unauthorized' })
  expect(source.renew).toHaveBeenCalledTimes(1)
})

test('refreshing travels without a token', async () => {
  const source = { get: vi.fn(async () => 'old'), renew: async () => 'new' }
  await using it = await start('new', source)
  expect(await it.client.auth.refresh.mutate({ refresh: 'r' })).toEqual({ raced: true })
  expect(source.get).not.toHaveBeenCalled()
})

test('errors translate to those of createCercle', async () => {
  await using it = await start(undefined)
  it.server.interceptors.push(answer(502, '<p>busy'), cut)
  expect(asCercleError(await refusalOf(it.client.spaces.list.query()))).toMatchObject({ code: 'internal' })
  expect(asCercleError(await refusalOf(it.client.spaces.list.query()))).toMatchObject({ code: 'offline' })
  const given = refusalOf(it.client.spaces.list.query(undefined, { signal: AbortSignal.abort() }))
  expect(asCercleError(await given)).toMatchObject({ code: 'aborted' })
  expect(asCercleError(new RangeError('mine'))).toMatchObject({ code: 'internal' })
})

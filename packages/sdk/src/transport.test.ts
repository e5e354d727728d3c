import { getEventListeners } from 'node:events'
import { expect, test, vi } from 'vitest'
import { cut, EnvelopeServer } from '../test/envelope-server.ts'
import { refusalOf } from '../test/recorded-sleep.ts'
import { createCercle } from './index.ts'

const procedures = {
  'communities.current': () => 'current',
  'spaces.list': () => 'spaces',
  'discussions.thread': (input: unknown) => input,
  'discussions.react': (input: unknown) => input,
}

const threadsOf = (cercle: ReturnType<typeof createCercle>, count: number) =>
  Array.from({ length: count }, (_, index) => cercle.discussions.thread({ id: String(index) }))

/** A first request that is held until it is let go, or until its caller hangs up. */
function held(server: EnvelopeServer) {
  const state = { hungUp: false, release: () => {} }
  const released = new Promise<void>((resolve) => (state.release = resolve))
  server.interceptors.push(async (_, response) => {
    response.on('close', () => (state.hungUp = !response.writableFinished))
    await released
    return true
  })
  return state
}

test('reads of one tick travel in one request, those of tasks already waiting for their turn too', async () => {
  await using server = await EnvelopeServer.start(procedures)
  const cercle = createCercle({ server: server.url, community: 'a' })
  const spaces = Promise.resolve().then(() => cercle.spaces.list())
  const answers = await Promise.all([cercle.communities.current(), cercle.discussions.thread({ id: 'x' }), spaces])
  expect(answers).toEqual(['current', { id: 'x' }, 'spaces'])
  expect(server.requests.map(({ paths }) => paths.length)).toEqual([3])
  await cercle.spaces.list()
  expect(server.requests).toHaveLength(2)
})

test.each(['stranger', 'token'])('at most ten travel together (%s)', async (token) => {
  await using server = await EnvelopeServer.start(procedures)
  const cercle = createCercle({ server: server.url, community: 'a', ...(token === 'token' && { token }) })
  const answers = await Promise.all(threadsOf(cercle, 23))
  expect(answers).toEqual(Array.from({ length: 23 }, (_, index) => ({ id: String(index) })))
  expect(server.requests.map(({ paths }) => paths.length).toSorted((a, b) => a - b)).toEqual([3, 10, 10])
})

test('a write goes alone, and reads never wait in its request', async () => {
  await using server = await EnvelopeServer.start(procedures)
  const cercle = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  await Promise.all([
    cercle.spaces.list(),
    cercle.discussions.react({ postId: 'p', key: 'thanks', on: true }),
    cercle.discussions.react({ postId: 'q', key: 'thanks', on: true }),
    cercle.communities.current(),
  ])
  expect(server.requests.map(({ paths }) => paths.join()).sort()).toEqual([
    'discussions.react',
    'discussions.react',
    'spaces.list,communities.current',
  ])
})

test('a signal that has fired sends nothing', async () => {
  await using server = await EnvelopeServer.start(procedures)
  const cercle = createCercle({ server: server.url, community: 'a' })
  const error = await refusalOf(cercle.spaces.list({ signal: AbortSignal.abort('left the page') }))
  expect(error).toMatchObject({ name: 'CercleClientError', code: 'aborted', cause: 'left the page' })
  expect(server.requests).toHaveLength(0)
})

test('a call given up before its tick ends is not sent; its neighbour is', async () => {
  await using server = await EnvelopeServer.start(procedures)
  const cercle = createCercle({ server: server.url, community: 'a' })
  const giveUp = new AbortController()
  const given = refusalOf(cercle.spaces.list({ signal: giveUp.signal }))
  const kept = cercle.communities.current()
  giveUp.abort()
  expect(await given).toMatchObject({ code: 'aborted' })
  expect(await kept).toBe('current')
  expect(server.requests.map(({ paths }) => paths)).toEqual([['communities.current']])
})

test('giving up the only call of a request hangs up', async () => {
  await using server = await EnvelopeServer.start(procedures)
  const state = held(server)
  const giveUp = new AbortController()
  const given = refusalOf(createCercle({ server: server.url, community: 'a' }).spaces.list({ signal: giveUp.signal }))
  await vi.waitUntil(() => server.requests.length === 1)
  giveUp.abort()
  expect(await given).toMatchObject({ code: 'aborted' })
  await vi.waitUntil(() => state.hungUp)
  state.release()
  expect(server.requests).toHaveLength(1)
})

test('giving up one call of a request leaves the others their answer', async () => {
  await using server = await EnvelopeServer.start(procedures)
  const state = held(server)
  const cercle = createCercle({ server: server.url, community: 'a' })
  const giveUp = new AbortController()
  const given = refusalOf(cercle.spaces.list({ signal: giveUp.signal }))
  const kept = cercle.communities.current()
  await vi.waitUntil(() => server.requests.length === 1)
  giveUp.abort()
  expect(await given).toMatchObject({ code: 'aborted' })
  state.release()
  expect(await kept).toBe('current')
  expect(state.hungUp).toBe(false)
  expect(server.requests).toHaveLength(1)
})

test('a call given up while it waits for its repetition is not repeated', async () => {
  await using server = await EnvelopeServer.start(procedures)
  server.interceptors.push(cut)
  let wake = (): void => {}
  const sleep = vi.fn(() => new Promise<void>((resolve) => (wake = resolve)))
  const giveUp = new AbortController()
  const given = refusalOf(createCercle({ server: server.url, community: 'a', sleep }).spaces.list({ signal: giveUp.signal }))
  await vi.waitUntil(() => sleep.mock.calls.length === 1)
  giveUp.abort()
  expect(await given).toMatchObject({ code: 'aborted' })
  wake()
  await createCercle({ server: server.url, community: 'a' }).communities.current()
  expect(server.requests.map(({ paths }) => paths.join())).toEqual(['spaces.list', 'communities.current'])
})

test('a limit in time gives aborted, with the time-out as cause', async () => {
  await using server = await EnvelopeServer.start(procedures)
  const state = held(server)
  const error = await refusalOf(
    createCercle({ server: server.url, community: 'a' }).spaces.list({ signal: AbortSignal.timeout(20) }),
  )
  expect(error).toMatchObject({ code: 'aborted', cause: { name: 'TimeoutError' } })
  state.release()
})

test('a signal that lives longer than its calls keeps nothing of them', async () => {
  await using server = await EnvelopeServer.start(procedures)
  const cercle = createCercle({ server: server.url, community: 'a' })
  const { signal } = new AbortController()
  await Promise.all([cercle.spaces.list({ signal }), cercle.communities.current({ signal })])
  await refusalOf(cercle.discussions.revisions({ id: 'x' }, { signal }))
  expect(getEventListeners(signal, 'abort')).toHaveLength(0)
})

import { expect, test } from 'vitest'
import { answer, cut, cutAfterWork, EnvelopeServer, Refusal } from '../test/envelope-server.ts'
import { recordedSleep, refusalOf } from '../test/recorded-sleep.ts'
import { createCercle, newId } from './index.ts'

const failing = (times: number, refusal: () => Error, value: unknown) => () => {
  if (times-- > 0) throw refusal()
  return value
}

async function start(procedures: Record<string, (input: never) => unknown>) {
  const server = await EnvelopeServer.start(procedures)
  const { sleep, waits } = recordedSleep()
  const cercle = createCercle({ server: server.url, community: 'a', token: 'access-1', sleep })
  return { server, cercle, waits, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

test('a create whose answer was lost is sent again with the same id, and written once', async () => {
  const rows = new Map<string, unknown>()
  await using it = await start({
    'discussions.createThread': (input: { id: string }) => {
      if (!rows.has(input.id)) rows.set(input.id, input)
      return rows.get(input.id)
    },
  })
  it.server.interceptors.push(cutAfterWork(it.server), cut)
  const thread = { space: 'accueil', kind: 'question', title: 'Bonjour', body: 'Qui connaît…' } as const
  const created = await it.cercle.discussions.createThread(thread)
  expect(it.server.requests).toHaveLength(3)
  expect(new Set(it.server.requests.map(({ inputs }) => (inputs[0] as { id: string }).id))).toEqual(new Set([created.id]))
  expect([...rows.values()]).toEqual([{ ...thread, id: created.id }])
})

test('the id of the caller is the one sent, so that she may try again herself', async () => {
  await using it = await start({ 'discussions.reply': (input) => input })
  it.server.interceptors.push(cut, cut, cut)
  const reply = { threadId: newId(), body: 'Oui', id: newId() }
  expect(await refusalOf(it.cercle.discussions.reply(reply))).toMatchObject({ code: 'offline' })
  await it.cercle.discussions.reply(reply)
  expect(it.server.requests.map(({ inputs }) => inputs[0])).toEqual([reply, reply, reply, reply])
})

test('a read survives two failures of the network, not three; the waits grow and are not exact', async () => {
  await using it = await start({ 'spaces.list': () => 'spaces' })
  it.server.interceptors.push(cut, cut)
  expect(await it.cercle.spaces.list()).toBe('spaces')
  expect(it.waits).toHaveLength(2)
  expect(it.waits[0]).toSatisfy((ms: number) => ms >= 250 && ms < 500)
  expect(it.waits[1]).toSatisfy((ms: number) => ms >= 500 && ms < 1000)
  it.server.interceptors.push(cut, cut, cut)
  expect(await refusalOf(it.cercle.spaces.list())).toMatchObject({ code: 'offline' })
  expect(it.server.requests).toHaveLength(6)
})

test('calls that wait for the same reason come back as one request', async () => {
  await using it = await start({ 'spaces.list': () => 'spaces', 'communities.current': () => 'current' })
  it.server.interceptors.push(answer(503, 'starting'))
  expect(await Promise.all([it.cercle.spaces.list(), it.cercle.communities.current()])).toEqual(['spaces', 'current'])
  expect(it.server.requests.map(({ paths }) => paths.length)).toEqual([2, 2])
})

test('only the calls that failed are repeated', async () => {
  await using it = await start({
    'spaces.list': () => 'spaces',
    'communities.current': failing(1, () => new Refusal('unavailable', 503), 'current'),
  })
  expect(await Promise.all([it.cercle.spaces.list(), it.cercle.communities.current()])).toEqual(['spaces', 'current'])
  expect(it.server.requests.map(({ paths }) => paths.join())).toEqual(['spaces.list,communities.current', 'communities.current'])
})

test.each([
  ['rate_limited', 429],
  ['unavailable', 503],
] as const)('%s for two seconds is waited for', async (code, status) => {
  await using it = await start({ 'discussions.react': failing(1, () => new Refusal(code, status, { retryAfter: 2 }), 'done') })
  expect(await it.cercle.discussions.react({ postId: 'p', key: 'thanks', on: true })).toBe('done')
  expect(it.waits).toHaveLength(1)
  expect(it.waits[0]).toSatisfy((ms: number) => ms > 2000 && ms < 3000)
})

test.each([
  ['rate_limited for a minute', () => new Refusal('rate_limited', 429, { retryAfter: 60 })],
  ['rate_limited for nobody knows how long', () => new Refusal('rate_limited', 429)],
  ['unavailable for a minute', () => new Refusal('unavailable', 503, { retryAfter: 60 })],
  ['internal', () => new Refusal('internal', 500)],
  ['forbidden', () => new Refusal('forbidden', 403)],
  ['conflict', () => new Refusal('conflict', 409)],
])('%s is told at once', async (_, refusal) => {
  await using it = await start({ 'discussions.reply': failing(1, refusal, 'done') })
  const { code, httpStatus, retryAfter } = refusal().data
  const error = await refusalOf(it.cercle.discussions.reply({ threadId: newId(), body: 'Oui' }))
  expect(error).toMatchObject({ code, status: httpStatus })
  expect(error).toHaveProperty('retryAfter', retryAfter)
  expect(it.server.requests).toHaveLength(1)
  expect(it.waits).toEqual([])
})

test.each(['requestCode', 'signIn', 'refresh'] as const)('auth.%s is never repeated', async (name) => {
  await using it = await start({})
  const calls = {
    requestCode: () => it.cercle.auth.requestCode({ email: 'lea@a.example' }),
    signIn: () => it.cercle.auth.signIn({ loginId: newId(), code: '1234 5678' }),
    refresh: () => it.cercle.auth.refresh({ refresh: 'refresh-1' }),
  }
  it.server.interceptors.push(cut)
  expect(await refusalOf(calls[name]())).toMatchObject({ code: 'offline' })
  it.server.interceptors.push(answer(503, 'starting'))
  expect(await refusalOf(calls[name]())).toMatchObject({ code: 'unavailable' })
  expect(it.server.requests).toHaveLength(2)
  expect(it.waits).toEqual([])
})

test('reads that one bad read has spoiled are asked again one by one, once', async () => {
  await using it = await start({ 'spaces.list': () => 'spaces', 'communities.current': () => 'current' })
  it.server.procedures['discussions.thread'] = () => {
    throw new Error('a bad statement')
  }
  const spoiled = { error: { message: '', code: -32603, data: { code: 'internal', httpStatus: 500 } } }
  it.server.interceptors.push(answer(500, JSON.stringify([spoiled, spoiled, spoiled])))
  const [spaces, current, thread] = await Promise.allSettled([
    it.cercle.spaces.list(),
    it.cercle.communities.current(),
    it.cercle.discussions.thread({ id: 'x' }),
  ])
  expect(spaces).toMatchObject({ value: 'spaces' })
  expect(current).toMatchObject({ value: 'current' })
  expect(thread).toMatchObject({ reason: { code: 'internal', status: 500 } })
  expect(it.server.requests.map(({ paths }) => paths.length).toSorted((a, b) => a - b)).toEqual([1, 1, 1, 3])
})

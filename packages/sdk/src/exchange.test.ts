import { expect, test } from 'vitest'
import { answer, cut, EnvelopeServer, Refusal } from '../test/envelope-server.ts'
import { recordedSleep, refusalOf } from '../test/recorded-sleep.ts'
import { createCercle, createReader, CercleClientError } from './index.ts'

const { sleep } = recordedSleep()
const procedures = {
  'communities.current': () => 'current',
  'spaces.list': () => 'spaces',
  'discussions.thread': (input: unknown) => input,
}

/** What Node's fetch sends by itself. */
const ownHeaders = ['accept', 'accept-encoding', 'accept-language', 'connection', 'host', 'sec-fetch-mode', 'user-agent']

test.each([
  ['createCercle', createCercle],
  ['createReader', createReader],
])("a stranger's reads through %s are GETs without any header of ours", async (_, create) => {
  await using server = await EnvelopeServer.start(procedures)
  const cercle = create({ server: server.url, community: 'a' })
  expect(await cercle.communities.current()).toBe('current')
  const { method, url, headers } = server.last
  expect(method).toBe('GET')
  expect(Object.keys(headers).sort()).toEqual(ownHeaders)
  expect(url.pathname + url.search).toBe('/c/a/trpc/communities.current?batch=1&input=%7B%7D')
})

test('a site is told only where it matters, never by a GET', async () => {
  await using server = await EnvelopeServer.start({ ...procedures, 'auth.requestCode': () => 'asked' })
  const cercle = createCercle({ server: server.url, community: 'a', site: '01a20c4a-4863-7a9b-b9c7-9433ad36e949' })
  await cercle.spaces.list()
  expect(Object.keys(server.last.headers).sort()).toEqual(ownHeaders)
  await cercle.auth.requestCode({ email: 'lea@a.example' })
  expect(server.last).toMatchObject({
    method: 'POST',
    headers: { 'cercle-site': '01a20c4a-4863-7a9b-b9c7-9433ad36e949', 'content-type': 'application/json' },
  })
  expect(server.last.headers).not.toHaveProperty('authorization')
})

test('with a token everything is a POST, and nothing of it stands in the address', async () => {
  await using server = await EnvelopeServer.start(procedures)
  const cercle = createCercle({
    server: server.url,
    community: 'a',
    site: '01a20c4a-4863-7a9b-b9c7-9433ad36e949',
    token: 'access-1',
  })
  expect(await cercle.discussions.thread({ id: 'x', limit: 5 })).toEqual({ id: 'x', limit: 5 })
  const { method, url, headers } = server.last
  expect(method).toBe('POST')
  expect(url.pathname + url.search).toBe('/c/a/trpc/discussions.thread?batch=1')
  expect(headers).toMatchObject({
    authorization: 'Bearer access-1',
    'content-type': 'application/json',
    'cercle-site': '01a20c4a-4863-7a9b-b9c7-9433ad36e949',
  })
})

test('without a site no header names one', async () => {
  await using server = await EnvelopeServer.start(procedures)
  await createCercle({ server: server.url, community: 'a', token: 'access-1' }).spaces.list()
  expect(server.last.headers).not.toHaveProperty('cercle-site')
})

test.each(['', '/', '/deep', '/deep/'])('a server may be given as origin%s', async (end) => {
  await using server = await EnvelopeServer.start(procedures)
  await createReader({ server: server.url + end, community: 'a' }).spaces.list()
  expect(server.last.url.pathname).toBe(`${end.replace(/\/$/, '')}/c/a/trpc/spaces.list`)
})

test('each call of a mixed answer gets its own part', async () => {
  await using server = await EnvelopeServer.start({
    ...procedures,
    'discussions.thread': () => {
      throw new Refusal('not_found', 404)
    },
  })
  const cercle = createReader({ server: server.url, community: 'a' })
  const [current, thread, spaces] = await Promise.allSettled([
    cercle.communities.current(),
    cercle.discussions.thread({ id: 'x' }),
    cercle.spaces.list(),
  ])
  expect(server.requests).toHaveLength(1)
  expect(current).toMatchObject({ status: 'fulfilled', value: 'current' })
  expect(thread).toMatchObject({ status: 'rejected', reason: { code: 'not_found', status: 404, fields: [] } })
  expect(spaces).toMatchObject({ status: 'fulfilled', value: 'spaces' })
})

test('an error carries what to mend', async () => {
  await using server = await EnvelopeServer.start({
    'discussions.reply': () => {
      throw new Refusal('invalid', 400, { fields: [{ path: 'body', reason: 'required' }] })
    },
  })
  const cercle = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  const error = await refusalOf(cercle.discussions.reply({ threadId: 'x', body: '' }))
  expect(error).toBeInstanceOf(CercleClientError)
  expect(error).toMatchObject({
    name: 'CercleClientError',
    code: 'invalid',
    status: 400,
    fields: [{ path: 'body', reason: 'required' }],
  })
})

test('a request refused as a whole refuses each of its calls', async () => {
  await using server = await EnvelopeServer.start(procedures)
  const refusal = JSON.stringify([
    { error: { message: '', code: 0, data: { code: 'rate_limited', httpStatus: 429, retryAfter: 60 } } },
  ])
  server.interceptors.push(answer(429, refusal))
  const cercle = createReader({ server: server.url, community: 'a' })
  const errors = await Promise.all([refusalOf(cercle.communities.current()), refusalOf(cercle.spaces.list())])
  expect(errors).toMatchObject([
    { code: 'rate_limited', retryAfter: 60 },
    { code: 'rate_limited', retryAfter: 60 },
  ])
})

test('one answer to two questions that both succeed is not shared between them', async () => {
  await using server = await EnvelopeServer.start(procedures)
  server.interceptors.push(answer(200, '[{"result":{"data":"current"}}]'))
  const cercle = createReader({ server: server.url, community: 'a' })
  const [first, second] = await Promise.allSettled([cercle.communities.current(), cercle.spaces.list()])
  expect(first).toMatchObject({ value: 'current' })
  expect(second).toMatchObject({ reason: { code: 'internal' } })
})

test.each([
  [200, 'internal'],
  [404, 'internal'],
  [413, 'internal'],
  [500, 'internal'],
])('a page with status %i that is not Cercle’s gives %s', async (status, code) => {
  await using server = await EnvelopeServer.start(procedures)
  server.interceptors.push(answer(status, '<!doctype html><p>Bonjour'))
  const error = await refusalOf(createReader({ server: server.url, community: 'a' }).spaces.list())
  expect(error).toMatchObject({ code, status })
  expect(server.requests).toHaveLength(1)
})

test.each([
  [429, 'rate_limited'],
  [502, 'unavailable'],
  [503, 'unavailable'],
  [504, 'unavailable'],
])('a proxy’s %i means %s, for as long as it says', async (status, code) => {
  await using server = await EnvelopeServer.start(procedures)
  server.interceptors.push(answer(status, 'busy', { 'retry-after': '120' }))
  const error = await refusalOf(createReader({ server: server.url, community: 'a' }).spaces.list())
  expect(error).toMatchObject({ code, status, retryAfter: 120 })
})

test('a server that is not there is offline, with the reason of fetch as cause only', async () => {
  let url: string
  {
    await using server = await EnvelopeServer.start()
    url = server.url
  }
  const error = await refusalOf(createCercle({ server: url, community: 'a', sleep }).spaces.list())
  expect(error).toMatchObject({ code: 'offline', message: 'offline', cause: expect.any(TypeError) as TypeError })
  expect(error).toHaveProperty('status', undefined)
})

test('a cut connection is offline', async () => {
  await using server = await EnvelopeServer.start(procedures)
  server.interceptors.push(cut, cut, cut)
  expect(await refusalOf(createCercle({ server: server.url, community: 'a', sleep }).spaces.list())).toMatchObject({
    code: 'offline',
  })
})

test('an input that cannot be sent is refused, not left hanging', async () => {
  const cercle = createReader({ server: 'http://a.example', community: 'a' })
  expect(await refusalOf(cercle.discussions.thread({ id: 1n as unknown as string }))).toMatchObject({ code: 'internal' })
})

test('the fetch that is given is the one used', async () => {
  const asked: string[] = []
  const own: typeof fetch = async (url) => {
    asked.push(String(url as string))
    return Response.json([{ result: { data: 'given' } }])
  }
  expect(await createReader({ server: 'https://a.example', community: 'a', fetch: own }).spaces.list()).toBe('given')
  expect(asked).toEqual(['https://a.example/c/a/trpc/spaces.list?batch=1&input=%7B%7D'])
})

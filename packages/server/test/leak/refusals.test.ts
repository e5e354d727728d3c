import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uuidv7 } from '../../src/ids.ts'
import { signIn } from '../caller.ts'
import { communitySeed, testServer, type TestServer } from '../server.ts'

let server: TestServer
let token: string
const { slug, ...rest } = communitySeed()

beforeAll(async () => {
  server = await testServer()
  await server.server.seed({ slug, ...rest })
  token = (await signIn(server, slug, `member@${slug}.example`)).tokens!.access
})
afterAll(() => server?.[Symbol.asyncDispose]())

interface Told {
  status: number
  code: string | undefined
  text: string
}

async function ask(path: string, init: RequestInit = {}, community = slug): Promise<Told> {
  const response = await fetch(`${server.url}/c/${community}/trpc/${path}`, init)
  const text = await response.text()
  let code: string | undefined
  if (response.headers.get('content-type')?.startsWith('application/json') && text !== '') {
    const body = JSON.parse(text) as { error?: { data: { code: string } } }
    code = body.error?.data.code
  }
  return { status: response.status, code, text }
}

const post = (path: string, body: string, headers: Record<string, string> = {}, community = slug) =>
  ask(path, { method: 'POST', body, headers: { 'content-type': 'application/json', origin: server.url, ...headers } }, community)
const bearer = () => ({ authorization: `Bearer ${token}` })
const nested = (depth: number): string => `${'['.repeat(depth)}1${']'.repeat(depth)}`

describe('a call is refused', () => {
  test('with a token in a GET, whose address caches and logs would keep', async () => {
    expect(await ask('communities.current', { headers: bearer() })).toMatchObject({ status: 400, code: 'invalid' })
  })

  test.each(['PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])('by the method %s, even of a stranger', async (method) => {
    const before = server.mails.length
    const body = method === 'HEAD' ? {} : { body: JSON.stringify({ email: `member@${slug}.example` }) }
    const headers = { 'content-type': 'application/json', origin: 'https://elsewhere.example' }
    expect((await ask('auth.requestCode', { method, headers, ...body })).status).toBe(400)
    expect((await ask('communities.current', { method, headers })).status).toBe(400)
    expect(server.mails.length).toBe(before)
  })

  test.each(['https://elsewhere.example', 'null', 'https://a.example', 'http://localhost'])(
    'from the origin %s',
    async (origin) => {
      expect(await post('communities.current', '{}', { ...bearer(), origin })).toMatchObject({
        status: 401,
        code: 'unauthorized',
      })
      expect(await post('auth.requestCode', `{"email":"member@${slug}.example"}`, { origin })).toMatchObject({ status: 401 })
    },
  )

  test('of a site without an origin, or with a site that is none', async () => {
    const { id } = await server.owner.selectFrom('site').select('id').limit(1).executeTakeFirstOrThrow()
    const url = `${server.url}/c/${slug}/trpc/communities.current`
    const bare = await fetch(url, { method: 'POST', headers: { ...bearer(), 'cercle-site': id } })
    expect(bare.status).toBe(401)
    for (const site of ['x', '__proto__', `${id}0`]) {
      expect(await post('communities.current', '{}', { 'cercle-site': site })).toMatchObject({ status: 400, code: 'invalid' })
    }
    expect(await post('communities.current', '{}', { ...bearer(), 'cercle-site': id })).toMatchObject({ status: 401 })
  })

  test.each(['Bearer', 'Bearer x', 'Basic eDp4', `Bearer ${'a'.repeat(43)}`, `bearer ${'a'.repeat(43)}`])(
    'with the token %s',
    async (authorization) => {
      expect(await post('communities.current', '{}', { authorization })).toMatchObject({ status: 401, code: 'unauthorized' })
    },
  )

  test('in a batch that reads and writes', async () => {
    const read = 'communities.current,discussions.markRead'
    expect(await post(`${read}?batch=1`, '{}', bearer())).toMatchObject({ status: 400 })
    expect(await ask('auth.requestCode?batch=1')).toMatchObject({ status: 400 })
  })

  test('in a batch of more than ten, or of several that does not say so', async () => {
    const eleven = Array.from({ length: 11 }, () => 'communities.current').join(',')
    expect((await ask(`${eleven}?batch=1`)).status).toBe(400)
    expect((await ask(eleven)).status).toBe(400)
    expect((await ask('communities.current,spaces.list')).status).toBe(400)
    expect((await ask(`${eleven.split(',').slice(1).join(',')}?batch=1`)).status).toBe(200)
  })

  test('with a body over 256 KiB, whether it says its length or not', async () => {
    const body = JSON.stringify({ email: 'x'.repeat(256 * 1024) })
    expect(await post('auth.requestCode', body)).toMatchObject({ status: 413, code: 'too_large' })
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(body))
        controller.close()
      },
    })
    const headers = { 'content-type': 'application/json', origin: server.url }
    expect(await ask('auth.requestCode', { method: 'POST', body: stream, headers, duplex: 'half' } as RequestInit)).toMatchObject(
      { status: 413 },
    )
  })

  test('with an input deeper than 20 levels', async () => {
    expect(await post('auth.requestCode', nested(21))).toMatchObject({ status: 400, code: 'invalid' })
    expect(await post('auth.requestCode', nested(5_000))).toMatchObject({ status: 400, code: 'invalid' })
    expect((await ask(`discussions.threads?input=${encodeURIComponent(nested(1_500))}`)).status).toBe(400)
  })

  test.each(['{', 'undefined', '{"email":"a@b.example"', '\u0000'])('with the malformed body %j', async (body) => {
    expect(await post('auth.requestCode', body)).toMatchObject({ status: 400, code: 'invalid' })
    expect((await ask(`discussions.threads?input=${encodeURIComponent(body)}`)).status).toBe(400)
  })

  test.each(['1', '"x"', 'null', '[]', '{"__proto__":{"email":"a@b.example"}}', '{"constructor":1}'])(
    'with the odd input %s',
    async (body) => {
      expect(await post('auth.requestCode', body)).toMatchObject({ status: 400, code: 'invalid' })
      expect((await post('auth.requestCode?batch=1', body)).status).toBe(400)
      expect(({} as Record<string, unknown>).email).toBeUndefined()
    },
  )
})

describe('what does not exist', () => {
  const names = [
    'nothing',
    'discussions',
    'discussions.nothing',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '_def',
    'discussions.__proto__',
    'auth.constructor',
  ]
  test.each(names)('the procedure %s', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, code: 'not_found' })
    expect(await post(path, '{}', bearer())).toMatchObject({ status: 404, code: 'not_found' })
    expect((await ask(`${path},communities.current?batch=1`)).status).toBe(207)
  })

  const communities = [
    'nulle-part',
    '__proto__',
    'constructor',
    'x'.repeat(300),
    '%00',
    'a%00b',
    '..%2fadmin',
    'MAJUSCULES',
    'é',
    "'%20or%201=1--",
  ]
  test('a community answers the same whatever its name', async () => {
    for (const call of [
      (name: string) => ask('communities.current', {}, name),
      (name: string) => ask('discussions.threads?input=%7B%22space%22%3A%22accueil%22%7D', {}, name),
      (name: string) => post('auth.requestCode', `{"email":"member@${slug}.example"}`, {}, name),
      (name: string) => post('discussions.markRead', `{"id":"${uuidv7(0)}"}`, bearer(), name),
      (name: string) => post('communities.current', '{}', bearer(), name),
      (name: string) => post('auth.devices', '{}', bearer(), name),
    ]) {
      const answers: Told[] = []
      for (const name of communities) answers.push(await call(name))
      expect(answers[0]).toMatchObject({ status: 404, code: 'not_found' })
      expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    }
  })

  test.each([
    '/c/%zz/trpc/communities.current',
    '/c/%E0%A4%A/trpc/x',
    `/c/${slug}/trpc/%`,
    '/frame/%zz/feed',
    `/frame/%00/feed?community=${slug}`,
    '/frame/a.example/feed?community=%00',
    '/nothing',
  ])('the address %s, without a word of ours about why', async (address) => {
    const response = await fetch(server.url + address)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(await response.text()).not.toMatch(/\bat \w|node_modules|\.ts\b|\.js\b|Error:/)
  })
})

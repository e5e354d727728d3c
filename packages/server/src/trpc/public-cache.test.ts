import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn, type Caller } from '../../test/caller.ts'
import { countOpenings } from '../../test/count-openings.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'

let server: TestServer
let member: Caller
const seed = communitySeed()
const address = () =>
  `${server.url}/c/${seed.slug}/trpc/discussions.threads,communities.current?batch=1&input=${encodeURIComponent('{"0":{"space":"accueil"}}')}`
const thread = (title: string) => ({ id: uuidv7(Date.now()), space: 'accueil', kind: 'news', title, body: 'Texte' })

beforeAll(async () => {
  server = await testServer()
  seed.threads = [{ space: 'accueil', author: 'member', kind: 'news', title: 'Premier', body: 'mot '.repeat(900), minutesAgo: 5 }]
  await server.server.seed(seed)
  member = await signIn(server, seed.slug, `member@${seed.slug}.example`)
})
afterAll(() => server?.[Symbol.asyncDispose]())

test('a hundred strangers at once ask the database once, and hear the same', async () => {
  const before = await member.mutate('discussions.createThread', thread('Deuxième'))
  expect(before.error).toBeUndefined()
  await expect
    .poll(async () => (await server.owner.selectFrom('activity').select('id').where('seq', 'is', null).execute()).length)
    .toBe(0)
  using openings = countOpenings(server.database.pool)
  const texts = await Promise.all(Array.from({ length: 100 }, () => fetch(address()).then((one) => one.text())))
  expect(new Set(texts).size).toBe(1)
  expect(texts[0]).toContain('Deuxième')
  expect(openings.count).toBeLessThanOrEqual(2) // the fill, and one more where a stamp is told meanwhile
})

test('what a feed asks first has a short name, and the same answer', async () => {
  const long = `communities.current,spaces.list,discussions.threads?batch=1&input=${encodeURIComponent('{"2":{}}')}`
  const [first, whole] = await Promise.all(['first', `trpc/${long}`].map((path) => fetch(`${server.url}/c/${seed.slug}/${path}`)))
  expect(await first!.text()).toBe(await whole!.text())
  expect(first!.headers.get('access-control-allow-origin')).toBe('*')
  expect(first!.headers.get('etag')).toBe(whole!.headers.get('etag'))
  expect((await fetch(`${server.url}/c/${seed.slug}/first`, { method: 'POST' })).status).toBe(404)
  expect((await fetch(`${server.url}/c/nobody/first`)).status).toBe(404)
})

test('what was just written, changed or withdrawn is read at once', async () => {
  const read = async () => (await fetch(address())).text()
  const { data } = await member.mutate('discussions.createThread', thread('Troisième'))
  expect(await read()).toContain('Troisième')
  await member.mutate('discussions.edit', { id: data.id, title: 'Corrigé', body: 'Texte' })
  expect(await read()).toContain('Corrigé')
  await member.mutate('discussions.withdraw', { id: data.id })
  expect(await read()).not.toContain('Corrigé')
})

test('answers are compressed where the browser takes it, and revalidated by their tag', async () => {
  for (const encoding of ['br', 'gzip'] as const) {
    const packed = await fetch(address(), { headers: { 'accept-encoding': encoding } })
    expect(packed.headers.get('content-encoding')).toBe(encoding)
    expect(await packed.text()).toContain('Premier')
    const again = await fetch(address(), { headers: { 'if-none-match': packed.headers.get('etag')! } })
    expect([again.status, again.headers.get('access-control-allow-origin')]).toEqual([304, '*'])
  }
})

test('a refusal is not kept and does not hold up those who wait', async () => {
  const wrong = `${server.url}/c/inconnue/trpc/communities.current`
  const statuses = await Promise.all(Array.from({ length: 20 }, () => fetch(wrong).then((one) => one.status)))
  expect(new Set(statuses)).toEqual(new Set([404]))
})

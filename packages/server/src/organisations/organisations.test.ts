import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { enter } from '../../test/asked-code.ts'
import { caller, type Caller } from '../../test/caller.ts'
import { makeKey, PartnerSite } from '../../test/partner-site.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'

const DAY = 24 * 60 * 60 * 1000
let server: TestServer
let desk: Caller
let site: string
const [seed, twin] = [communitySeed(), communitySeed()]
const c = seed.slug
const newId = () => uuidv7(Date.now())

beforeAll(async () => {
  server = await testServer()
  for (const one of [seed, twin]) await server.server.seed(one)
  await enterDesk()
  site = (await siteNamed('Site A')).id
})
afterAll(() => server?.[Symbol.asyncDispose]())

async function enterDesk(): Promise<void> {
  desk = await enter(server, c, `facilitator@${c}.example`)
}
const siteNamed = async (name: string) =>
  (await desk.query('organisations.sites')).data.items.find((one: { name: string }) => one.name === name)
const organisation = async () => (await desk.query('members.organisations')).data.items[0].id as string
const isFramed = async (origin: string) =>
  (await fetch(`${server.url}/frame/${new URL(origin).host}/feed?community=${c}`)).status === 200

const calls = (): [string, unknown][] => [
  ['organisations.sites', undefined],
  ['organisations.addSite', { id: newId(), name: 'Site', origins: ['https://z.example'] }],
  ['organisations.setOrigins', { site, origins: ['https://z.example'] }],
  ['organisations.setSignIn', { site, issuer: 'x', keysUrl: 'https://z.example/keys' }],
  ['organisations.switchSignIn', { site, on: false }],
]

describe('who does not facilitate', () => {
  test.each([
    ['a stranger', undefined, 'unauthorized'],
    ['a pending person', 'pending', 'forbidden'],
    ['a member', 'member', 'forbidden'],
  ] as const)('%s can not', async (_who, key, code) => {
    const person = key === undefined ? caller(server.url, c) : await enter(server, c, `${key}@${c}.example`)
    for (const [path, input] of calls()) expect((await person.mutate(path, input)).error?.code, path).toBe(code)
  })

  test('the facilitator of another community can not', async () => {
    const foreign = await enter(server, twin.slug, `facilitator@${twin.slug}.example`)
    const absent = { site: newId(), on: false }
    const answers = []
    for (const [path, input] of calls().slice(2)) {
      answers.push((await foreign.mutate(path, input)).error?.code)
      expect((await foreign.mutate(path, { ...(input as object), ...absent })).error?.code).toBe('not_found')
    }
    expect(answers).toEqual(['not_found', 'not_found', 'not_found'])
    const { data } = await foreign.query('organisations.sites')
    expect(data.items.map(({ id }: { id: string }) => id)).not.toContain(site)
  })
})

describe('sites', () => {
  test('come by name, with their origins and whose they are', async () => {
    expect(await siteNamed('Site A')).toEqual({
      id: site,
      name: 'Site A',
      organisation: 'Maison Lumen',
      origins: ['http://127.0.0.1:4001', 'https://a.example'],
      signIn: null,
    })
  })

  test('are added, and frames open in their pages from then on', async () => {
    expect(await isFramed('https://new.example')).toBe(false)
    const added = { id: newId(), name: 'Nouveau', organisation: await organisation(), origins: ['https://new.example'] }
    const { data } = await desk.mutate('organisations.addSite', added)
    expect(data).toMatchObject({ id: added.id, organisation: 'Maison Lumen', origins: added.origins, signIn: null })
    expect(await isFramed('https://new.example')).toBe(true)
    expect((await desk.mutate('organisations.addSite', added)).error?.code).toBe('conflict')
    await desk.mutate('organisations.setOrigins', { site: added.id, origins: ['https://newer.example'] })
    expect(await isFramed('https://new.example')).toBe(false)
    expect(await isFramed('https://newer.example')).toBe(true)
  })

  test('an origin of another site is a conflict, and nothing changes', async () => {
    const origins = ['https://a.example', 'https://b.example']
    expect((await desk.mutate('organisations.setOrigins', { site, origins })).error?.code).toBe('conflict')
    expect((await siteNamed('Site A')).origins).toEqual(['http://127.0.0.1:4001', 'https://a.example'])
    const added = { id: newId(), name: 'Double', origins: ['https://b.example'] }
    expect((await desk.mutate('organisations.addSite', added)).error?.code).toBe('conflict')
    expect(await siteNamed('Double')).toBeUndefined()
  })

  test.each([
    'https://a.example/',
    'https://a.example/page',
    'a.example',
    'https://*.example',
    'ftp://a.example',
    'https://A.example',
    'https://a.example; script-src *',
  ])('%s is no exact origin', async (origin) => {
    const { error } = await desk.mutate('organisations.setOrigins', { site, origins: [origin] })
    expect(error).toMatchObject({ code: 'invalid', fields: [{ path: 'origins.0' }] })
  })

  test('an organisation of another community, or one that was removed, is not found', async () => {
    for (const name of ['Maison Lumen', 'Ancien organisme']) {
      const { id } = await server.owner
        .selectFrom('organisation as o')
        .innerJoin('community as x', 'x.id', 'o.community_id')
        .select('o.id')
        .where('o.name', '=', name)
        .where('x.slug', '=', name === 'Maison Lumen' ? twin.slug : c)
        .executeTakeFirstOrThrow()
      const added = { id: newId(), name: 'Site', organisation: id, origins: ['https://y.example'] }
      expect((await desk.mutate('organisations.addSite', added)).error?.code).toBe('not_found')
    }
  })
})

describe('pages that ask for a frame', () => {
  const open = (host: string, headers: Record<string, string>) =>
    fetch(`${server.url}/frame/${host}/feed?community=${c}`, { headers })
  const seen = async (): Promise<string[]> =>
    (await desk.query('organisations.sites')).data.seen.map(({ origin }: { origin: string }) => origin)

  test('are told with when, those of no site too, and not what only says so', async () => {
    await open('c.example', { referer: 'https://d.example/' })
    await open('e.example', {})
    await open('f.example', { referer: 'https://f.example/', 'sec-fetch-dest': 'document' })
    await open('b.example', { referer: 'https://b.example/' })
    await open('www.b.example', { referer: 'https://www.b.example/', 'sec-fetch-dest': 'iframe' })
    await vi.waitFor(async () => expect((await seen()).toSorted()).toEqual(['https://b.example', 'https://www.b.example']))
    const { data } = await desk.query('organisations.sites')
    expect(Date.parse(data.seen[0].at)).toBeLessThanOrEqual(server.clock.now())
  })

  test('made-up names fill 20 rows, and keep no page of a site from being told', async () => {
    const names = Array.from({ length: 60 }, (_, n) => `x${n}.example`)
    await Promise.all(names.map((name) => open(name, { referer: `https://${name}/` })))
    await open('a.example', { referer: 'https://a.example/' })
    await vi.waitFor(async () => expect(await seen()).toContain('https://a.example'))
    expect(await seen()).toHaveLength(22)
  })
})

describe('whose word is taken', () => {
  test('is not changed without a recent code, and taken back without one', async () => {
    server.clock.advance(9 * 60_000)
    const { refresh } = (await enter(server, c, `facilitator@${c}.example`)).tokens!
    server.clock.advance(11 * 60_000)
    const { data } = await caller(server.url, c).mutate('auth.refresh', { refresh })
    const late = caller(server.url, c, { tokens: data.tokens })
    for (const [path, input] of calls().slice(1, 4))
      expect((await late.mutate(path, input)).error?.code, path).toBe('proof_needed')
    expect((await late.mutate('organisations.switchSignIn', { site, on: true })).error?.code).toBe('proof_needed')
    expect((await late.mutate('organisations.switchSignIn', { site, on: false })).error?.code).toBe('not_found')
    await enterDesk()
  })

  test('needs a key, or where keys are published', async () => {
    const { error } = await desk.mutate('organisations.setSignIn', { site, issuer: 'x' })
    expect(error).toMatchObject({ code: 'invalid', fields: [{ path: 'keys', reason: 'required' }] })
    for (const keysUrl of ['http://a.example/keys', 'keys'])
      expect((await desk.mutate('organisations.setSignIn', { site, issuer: 'x', keysUrl })).error?.code).toBe('invalid')
    expect((await desk.mutate('organisations.switchSignIn', { site, on: true })).error?.code).toBe('not_found')
  })

  test('a key that was replaced serves 24 hours more; at once, not a moment', async () => {
    const [first, second, third] = await Promise.all(['1', '2', '3'].map((name) => makeKey(name)))
    const [old, young, last] = [first!, second!, third!].map((key) => new PartnerSite(server, c, { key, site }))
    const set = (keys: object[], more: object = {}) =>
      desk.mutate('organisations.setSignIn', { site, issuer: old!.issuer, keys, ...more })
    const serves = async (partner: PartnerSite) => (await partner.bring(`u-${newId()}`)).status === 200
    const before = (await set([first!.jwk])).data.signIn
    expect(before).toMatchObject({
      issuer: old!.issuer,
      keysUrl: null,
      enabled: true,
      keys: [{ name: '1', algorithm: 'EdDSA', endsAt: null }],
    })
    const after = (await set([second!.jwk])).data.signIn.keys
    expect(after.map(({ name, endsAt }: { name: string; endsAt: string | null }) => [name, endsAt !== null])).toEqual([
      ['1', true],
      ['2', false],
    ])
    server.clock.advance(DAY - 60_000)
    await enterDesk()
    expect([await serves(old!), await serves(young!)]).toEqual([true, true])
    server.clock.advance(60_000)
    expect([await serves(old!), await serves(young!)]).toEqual([false, true])
    await set([third!.jwk], { atOnce: true })
    expect([await serves(young!), await serves(last!)]).toEqual([false, true])
    await set([second!.jwk, third!.jwk])
    expect([await serves(young!), await serves(last!)]).toEqual([true, true])
  })
})

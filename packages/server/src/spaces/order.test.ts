import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn, type Caller } from '../../test/caller.ts'
import { openStream } from '../../test/live-reader.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

/** Five spaces, of which Marie, who facilitates, does not read the second. */
async function makeCommunity() {
  const plain = communitySeed()
  const seed = communitySeed({
    slug: plain.slug,
    groups: [
      { key: 'laval', name: 'Laval' },
      { key: 'veille', name: 'Veille', hidden: true },
    ],
    members: plain.members.map((one) => (one.key === 'restricted' ? { ...one, groups: ['laval', 'veille'] } : one)),
    spaces: [
      plain.spaces[0]!,
      { slug: 'veille', name: 'Veille', level: 'restricted', groups: ['veille'] },
      ...plain.spaces.slice(1),
    ],
    threads: [{ space: 'accueil', author: 'facilitator', kind: 'tool', title: 'Outil', body: 'Texte', minutesAgo: 5 }],
  })
  await server.server.seed(seed)
  const enter = (key: string) => signIn(server, seed.slug, `${key}@${seed.slug}.example`)
  const [marie, fatou, josee] = (await Promise.all(['facilitator', 'member', 'restricted'].map(enter))) as [
    Caller,
    Caller,
    Caller,
  ]
  return { slug: seed.slug, marie, fatou, josee }
}
const slugsIn = ({ data }: { data: { items: { slug: string }[] } }): string[] => data.items.map(({ slug }) => slug)
const slugsOf = async (person: Caller) => slugsIn(await person.query('spaces.list'))
const nameOf = async (person: Caller, space: string): Promise<string | undefined> =>
  (await person.query('spaces.list')).data.items.find(({ slug }: { slug: string }) => slug === space)?.name
const page = async (path: string) => (await fetch(server.url + path)).text()
const hers = ['accueil', 'entraide', 'nouvelles', 'laval']

describe('a space that is renamed', () => {
  test('is called so for everybody at their next look, its address as it was; and so again under its old name', async () => {
    const { slug, marie, fatou } = await makeCommunity()
    expect(await page(`/c/${slug}?space=accueil`)).toContain('Accueil')
    await using stream = await openStream(server.url, slug, fatou.tokens!.access)
    await stream.next('ready')
    const { data } = await marie.mutate('spaces.rename', { space: 'accueil', name: ' Place publique ' })
    expect(data).toMatchObject({ slug: 'accueil', name: 'Place publique', level: 'public', can: { pin: true } })
    await stream.next('resync')
    expect(await nameOf(fatou, 'accueil')).toBe('Place publique')
    expect((await fatou.query('discussions.threads', { space: 'accueil' })).data.items).toMatchObject([
      { title: 'Outil', space: { slug: 'accueil', name: 'Place publique' } },
    ])
    await expect.poll(() => page(`/c/${slug}?space=accueil`)).toContain('Place publique')
    expect((await marie.mutate('spaces.rename', { space: 'accueil', name: 'Accueil' })).data.name).toBe('Accueil')
    expect(await nameOf(fatou, 'accueil')).toBe('Accueil')
  })

  test('is one that she reads: another answers as if it were not there', async () => {
    const { marie, josee } = await makeCommunity()
    const hidden = await marie.mutate('spaces.rename', { space: 'veille', name: 'Autre' })
    const absent = await marie.mutate('spaces.rename', { space: 'nulle-part', name: 'Autre' })
    expect(hidden.error?.code).toBe('not_found')
    expect(hidden.text.replaceAll('veille', '@')).toBe(absent.text.replaceAll('nulle-part', '@'))
    expect(await nameOf(josee, 'veille')).toBe('Veille')
  })

  test('needs a name, and somebody who facilitates', async () => {
    const { marie, fatou } = await makeCommunity()
    for (const name of ['  ', 'x'.repeat(121)])
      expect((await marie.mutate('spaces.rename', { space: 'entraide', name })).error).toMatchObject({
        code: 'invalid',
        fields: [{ path: 'name' }],
      })
    expect((await fatou.mutate('spaces.rename', { space: 'entraide', name: 'Autre' })).error?.code).toBe('forbidden')
    expect(await nameOf(fatou, 'entraide')).toBe('Entraide')
  })
})

describe('spaces in another order', () => {
  test('are so for everybody; one that she does not read keeps its place among them, and she learns nothing of it', async () => {
    const { slug, marie, fatou, josee } = await makeCommunity()
    expect(await slugsOf(josee)).toEqual(['accueil', 'veille', 'entraide', 'nouvelles', 'laval'])
    await using stream = await openStream(server.url, slug, fatou.tokens!.access)
    await stream.next('ready')
    const turned = await marie.mutate('spaces.arrange', { order: hers.toReversed() })
    expect(slugsIn(turned)).toEqual(['laval', 'nouvelles', 'entraide', 'accueil'])
    expect(turned.text).not.toMatch(/veille/iu)
    await stream.next('resync')
    expect(await slugsOf(fatou)).toEqual(['nouvelles', 'entraide', 'accueil'])
    expect(await slugsOf(josee)).toEqual(['laval', 'veille', 'nouvelles', 'entraide', 'accueil'])
    expect(slugsIn(await marie.mutate('spaces.arrange', { order: hers }))).toEqual(hers)
    expect(await slugsOf(josee)).toEqual(['accueil', 'veille', 'entraide', 'nouvelles', 'laval'])
  })

  test('a part that began at the place of its whole gets one of its own', async () => {
    const { marie, fatou } = await makeCommunity()
    const { data } = await marie.mutate('spaces.split', {
      id: '01980000-0000-7000-8000-000000000001',
      space: 'entraide',
      slug: 'suite',
      name: 'Suite',
    })
    expect(data.slug).toBe('suite')
    const order = ['suite', 'nouvelles', 'accueil', 'laval', 'entraide']
    expect(slugsIn(await marie.mutate('spaces.arrange', { order }))).toEqual(order)
    expect(await slugsOf(fatou)).toEqual(['suite', 'nouvelles', 'accueil', 'entraide'])
  })

  test('are all that she reads now, each once: otherwise nothing moves', async () => {
    const { marie, fatou, josee } = await makeCommunity()
    const before = await slugsOf(josee)
    const codeOf = async (order: string[]) => (await marie.mutate('spaces.arrange', { order })).error?.code
    expect(await codeOf(['laval', 'accueil'])).toBe('conflict')
    expect(await codeOf([...hers, 'laval'])).toBe('conflict')
    expect(await codeOf(['laval', 'laval', 'entraide', 'accueil'])).toBe('conflict')
    expect(await codeOf([])).toBe('invalid')
    expect(await codeOf(['veille', ...hers])).toBe('not_found')
    expect(await codeOf(['nulle-part', ...hers])).toBe('not_found')
    expect((await fatou.mutate('spaces.arrange', { order: ['entraide', 'accueil', 'nouvelles'] })).error?.code).toBe('forbidden')
    expect(await slugsOf(josee)).toEqual(before)
  })

  test('a space that went into another meanwhile is no part of it any more', async () => {
    const { marie } = await makeCommunity()
    await marie.mutate('spaces.merge', { space: 'laval', into: 'entraide' })
    expect((await marie.mutate('spaces.arrange', { order: hers.toReversed() })).error?.code).toBe('not_found')
    expect(await slugsOf(marie)).toEqual(['accueil', 'entraide', 'nouvelles'])
  })

  test('of many who arrange at once, one order stands whole', async () => {
    const { slug, marie, josee } = await makeCommunity()
    const orders = hers.map((_, turn) => [...hers.slice(turn), ...hers.slice(0, turn)])
    const answers = await Promise.all([...orders, ...orders].map((order) => marie.mutate('spaces.arrange', { order })))
    expect(answers.map(({ error }) => error)).toEqual(answers.map(() => undefined))
    const last = await slugsOf(marie)
    expect(orders).toContainEqual(last)
    expect(await slugsOf(josee)).toEqual([last[0], 'veille', ...last.slice(1)])
    const places = await server.owner
      .selectFrom('space as s')
      .innerJoin('community as c', 'c.id', 's.community_id')
      .select('s.position')
      .where('c.slug', '=', slug)
      .execute()
    expect(new Set(places.map(({ position }) => position)).size).toBe(5)
  })
})

test('the second line: who does not facilitate renames and arranges nothing, straight in the database', async () => {
  const { slug, marie, fatou } = await makeCommunity()
  const spaces = (await fatou.query('spaces.list')).data.items
  const { id: community } = await server.owner
    .selectFrom('community')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  const as = async (person: Caller, call: string, given: unknown): Promise<unknown> => {
    const { memberId } = (await person.query('communities.current')).data.viewer
    const client = await server.database.ownerPool.connect()
    try {
      await client.query('begin')
      await client.query(
        "select set_config('role', 'cercle_app', true), set_config('cercle.community', $1, true), set_config('cercle.member', $2, true), set_config('cercle.verified', '1', true)",
        [community, memberId],
      )
      return (await client.query(`select ${call} as done`, [given])).rows[0].done
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const ids = spaces.map(({ id }: { id: string }) => id)
  expect(await as(fatou, 'arrange_spaces($1::uuid[])', ids.toReversed())).toBe(false)
  expect(await as(fatou, `rename_space($1::uuid, 'x')`, ids[0])).toBe(false)
  expect(await as(marie, `rename_space($1::uuid, 'x')`, ids[0])).toBe(true)
})

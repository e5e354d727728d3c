import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn, type Caller } from '../../test/caller.ts'
import { openStream } from '../../test/live-reader.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

const newId = () => uuidv7(Date.now())

/** A space for each way into a group: by workplace, region, sector, invitation. */
async function makeCommunity() {
  const plain = communitySeed()
  const space = (slug: string) => ({ slug, name: slug, level: 'restricted' as const, groups: [slug] })
  const seed = {
    ...plain,
    organisations: [
      { key: 'lumen', name: 'Maison Lumen', region: 'Laval', sector: 'hébergement' },
      { key: 'rive', name: 'La Rive', region: 'Estrie', sector: 'hébergement' },
    ],
    groups: [
      { key: 'lumen', name: 'Lumen', kind: 'workplace' as const, organisation: 'lumen' },
      { key: 'estrie', name: 'Estrie', kind: 'region' as const, fact: 'Estrie' },
      { key: 'secteur', name: 'Hébergement', kind: 'sector' as const, fact: 'hébergement' },
      { key: 'comite', name: 'Comité', kind: 'committee' as const },
      { key: 'cache', name: 'Caché', hidden: true },
    ],
    members: plain.members
      .filter(({ status, key }) => !status && key !== 'orphan')
      .map((member) => ({ ...member, groups: member.key === 'facilitator' ? ['comite'] : [] })),
    spaces: [...plain.spaces.slice(0, 2), space('lumen'), space('estrie'), space('secteur'), space('comite'), space('cache')],
  }
  await server.server.seed(seed)
  const people = new Map<string, Caller>()
  for (const key of ['facilitator', 'member', 'other'])
    people.set(key, await signIn(server, seed.slug, `${key}@${seed.slug}.example`))
  const [facilitator, member, other] = ['facilitator', 'member', 'other'].map((key) => people.get(key)!) as [
    Caller,
    Caller,
    Caller,
  ]
  const idOf = async (table: 'organisation' | 'group', name: string): Promise<string> =>
    (
      await server.owner
        .selectFrom(table)
        .select('id')
        .where('name', '=', name)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
    ).id
  const memberId = async (person: Caller): Promise<string> => (await person.query('communities.current')).data.viewer.memberId
  return { slug: seed.slug, facilitator, member, other, idOf, memberId }
}
const slugsOf = async (person: Caller): Promise<string[]> =>
  (await person.query('spaces.list')).data.items.map(({ slug }: { slug: string }) => slug)
const past = '2020-01-01T00:00:00.000Z'

describe('groups that follow from what is true of a person', () => {
  test('workplace, region and sector open their spaces without an invitation', async () => {
    const { member, other } = await makeCommunity()
    expect(await slugsOf(member)).toEqual(['accueil', 'entraide', 'lumen', 'secteur'])
    expect(await slugsOf(other)).toEqual(['accueil', 'entraide'])
    const groups = (await member.query('groups.list')).data.items.map(({ name, mine }: { name: string; mine: boolean }) => [
      name,
      mine,
    ])
    expect(groups).toEqual([
      ['Comité', false],
      ['Estrie', false],
      ['Hébergement', true],
      ['Lumen', true],
    ])
  })

  test('who moves to another organisation loses and gains at the next call, and on her live line', async () => {
    const { slug, facilitator, member, idOf, memberId } = await makeCommunity()
    const id = await memberId(member)
    await using stream = await openStream(server.url, slug, member.tokens!.access)
    await stream.next('ready')
    const moved = await facilitator.mutate('members.place', { member: id, organisation: await idOf('organisation', 'La Rive') })
    expect(moved.data).toEqual({ member: id, organisation: 'La Rive', until: null })
    expect(await slugsOf(member)).toEqual(['accueil', 'entraide', 'estrie', 'secteur'])
    const own = await member.mutate('discussions.createThread', {
      id: newId(),
      space: 'estrie',
      kind: 'tool',
      title: 'Ici',
      body: 'Texte',
    })
    expect(await stream.next('thread.created')).toMatchObject({ thread: own.data.id, own: true })
    expect(await facilitator.mutate('members.place', { member: id, organisation: null })).toMatchObject({
      data: { organisation: null },
    })
    expect(await slugsOf(member)).toEqual(['accueil', 'entraide'])
    expect((await member.query('discussions.thread', { id: own.data.id })).error?.code).toBe('not_found')
  })

  test('what is true of the member herself comes before what is true of where she works', async () => {
    const { slug, member, memberId } = await makeCommunity()
    const { community_id } = await server.owner
      .selectFrom('member')
      .innerJoin('community', 'community.id', 'member.community_id')
      .select('member.community_id')
      .where('community.slug', '=', slug)
      .limit(1)
      .executeTakeFirstOrThrow()
    const fact = { community_id, member_id: await memberId(member), kind: 'region' as const, value: 'Estrie' }
    await server.owner.insertInto('member_fact').values(fact).execute()
    expect(await slugsOf(member)).toEqual(['accueil', 'entraide', 'lumen', 'estrie', 'secteur'])
  })

  test('take no invitation', async () => {
    const { facilitator, other, idOf, memberId } = await makeCommunity()
    const invitation = { group: await idOf('group', 'Lumen'), member: await memberId(other) }
    for (const path of ['groups.invite', 'groups.part'])
      expect((await facilitator.mutate(path, invitation)).error).toMatchObject({
        code: 'invalid',
        fields: [{ path: 'group', reason: 'not_allowed' }],
      })
  })
})

describe('groups by invitation', () => {
  test('open at once, end by themselves on their day, and are left at once', async () => {
    const { facilitator, other, idOf, memberId } = await makeCommunity()
    const place = { group: await idOf('group', 'Comité'), member: await memberId(other) }
    expect((await facilitator.mutate('groups.invite', place)).data).toEqual({ done: true })
    expect(await slugsOf(other)).toContain('comite')
    await facilitator.mutate('groups.invite', { ...place, until: past })
    expect(await slugsOf(other)).not.toContain('comite')
    const soon = new Date(Date.now() + 1_500).toISOString()
    await facilitator.mutate('groups.invite', { ...place, until: soon })
    expect(await slugsOf(other)).toContain('comite')
    await expect.poll(() => slugsOf(other), { timeout: 5_000 }).not.toContain('comite')
    await facilitator.mutate('groups.invite', place)
    await facilitator.mutate('groups.part', place)
    expect(await slugsOf(other)).not.toContain('comite')
  })

  test('a hidden one begins with who makes it, and does not exist for others', async () => {
    const { facilitator, other, memberId } = await makeCommunity()
    const id = newId()
    const made = await facilitator.mutate('groups.create', { id, name: 'Entre nous', kind: 'social', hidden: true })
    expect(made.data).toEqual({ id, name: 'Entre nous', kind: 'social', hidden: true, mine: true, byInvitation: true })
    const namesOf = async (person: Caller) =>
      (await person.query('groups.list')).data.items.map(({ name }: { name: string }) => name)
    expect(await namesOf(facilitator)).toContain('Entre nous')
    expect(await namesOf(other)).not.toContain('Entre nous')
    expect((await facilitator.mutate('groups.create', { id, name: 'Autre', kind: 'social' })).error?.code).toBe('conflict')
    await facilitator.mutate('groups.invite', { group: id, member: await memberId(other) })
    expect(await namesOf(other)).toContain('Entre nous')
  })

  test('one that she does not know of cannot be touched by who facilitates either', async () => {
    const { facilitator, other, idOf, memberId } = await makeCommunity()
    const place = { group: await idOf('group', 'Caché'), member: await memberId(other) }
    for (const path of ['groups.invite', 'groups.part']) {
      const hidden = await facilitator.mutate(path, place)
      const absent = await facilitator.mutate(path, { ...place, group: newId() })
      expect(hidden.error?.code).toBe('not_found')
      expect(hidden.text).toBe(absent.text)
    }
  })

  test('nobody but who facilitates arranges groups or places', async () => {
    const { member, other, idOf, memberId } = await makeCommunity()
    const id = await memberId(other)
    const group = await idOf('group', 'Comité')
    for (const [path, input] of [
      ['groups.create', { id: newId(), name: 'X', kind: 'social' }],
      ['groups.invite', { group, member: id }],
      ['groups.part', { group, member: id }],
      ['members.place', { member: id, organisation: null }],
    ] as const)
      expect((await member.mutate(path, input)).error?.code, path).toBe('forbidden')
  })

  test('a kind that follows from nothing takes no workplace and no fact', async () => {
    const { facilitator, idOf } = await makeCommunity()
    const base = { id: newId(), name: 'X', kind: 'committee' }
    const byWork = await facilitator.mutate('groups.create', { ...base, organisation: await idOf('organisation', 'La Rive') })
    expect(byWork.error).toMatchObject({ code: 'invalid', fields: [{ path: 'organisation' }] })
    expect((await facilitator.mutate('groups.create', { ...base, fact: 'Estrie' })).error).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'fact' }],
    })
    const elsewhere = await facilitator.mutate('groups.create', { ...base, kind: 'workplace', organisation: newId() })
    expect(elsewhere.error).toMatchObject({ code: 'invalid', fields: [{ path: 'organisation', reason: 'not_allowed' }] })
  })
})

describe('a membership that ends on a day', () => {
  test('is over by itself: no session, no live line, no place among those who read', async () => {
    const { slug, facilitator, member, memberId } = await makeCommunity()
    const id = await memberId(member)
    const readers = async () =>
      (await facilitator.query('spaces.list')).data.items.find((space: { slug: string }) => space.slug === 'entraide').readers
    const before = await readers()
    await using stream = await openStream(server.url, slug, member.tokens!.access)
    await stream.next('ready')
    const until = new Date(Date.now() + 800).toISOString()
    expect((await facilitator.mutate('members.place', { member: id, until })).data).toMatchObject({ until })
    expect((await member.query('spaces.list')).error).toBeUndefined()
    await expect.poll(async () => (await member.query('spaces.list')).error?.code, { timeout: 5_000 }).toBe('unauthorized')
    const thread = { id: newId(), space: 'entraide', kind: 'tool', title: 'Après', body: 'Texte' }
    await facilitator.mutate('discussions.createThread', thread)
    await stream.closed
    expect(stream.text()).not.toContain(thread.id)
    expect(await readers()).toBe(before - 1)
    await facilitator.mutate('members.place', { member: id, until: null })
    expect((await member.query('spaces.list')).error).toBeUndefined()
  })
})

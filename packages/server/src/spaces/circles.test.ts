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

/** Two organisations in one sector, and a hidden group in which the facilitator is not. */
async function makeCommunity() {
  const plain = communitySeed()
  const email = (key: string) => `${key}@${plain.slug}.example`
  const person = (key: string, name: string, rest: object = {}) => ({ key, name, email: email(key), ...rest })
  const seed = {
    ...plain,
    organisations: [{ key: 'lumen', name: 'Maison Lumen', sector: 'CALACS' }],
    groups: [
      { key: 'calacs', name: 'CALACS', kind: 'sector' as const, fact: 'CALACS' },
      { key: 'laval', name: 'Laval', hidden: true },
    ],
    members: [
      person('facilitator', 'Marie', { facilitates: true }),
      person('fatou', 'Fatou', { organisation: 'lumen', groups: ['laval'] }),
      person('josee', 'Josée', { organisation: 'lumen' }),
      person('kim', 'Kim'),
      person('ana', 'Ana', { groups: ['laval'] }),
    ],
  }
  await server.server.seed(seed)
  const inside = new Map<string, Promise<Caller>>()
  const enter = (key: string): Promise<Caller> => {
    const entering = inside.get(key) ?? signIn(server, seed.slug, email(key))
    inside.set(key, entering)
    return entering
  }
  const groups = (await (await enter('fatou')).query('groups.list')).data.items as { id: string; name: string }[]
  const group = (name: string) => groups.find((one) => one.name === name)!.id
  const memberId = async (caller: Caller): Promise<string> => (await caller.query('communities.current')).data.viewer.memberId
  return { slug: seed.slug, enter, group, memberId }
}

const thread = (audience: object | undefined, space = 'entraide') => ({
  id: newId(),
  space,
  kind: 'question',
  title: 'Entre nous',
  body: 'Un mot pour peu de monde.',
  ...(audience && { audience }),
})
const titles = async (person: Caller, input: object = {}): Promise<string[]> =>
  (await person.query('discussions.threads', input)).data.items.map(({ title }: { title: string }) => title)

describe('what is told to fewer than its space', () => {
  test('A6: a sector alone reads it; to the others it does not exist, by call, list, count, live line or page', async () => {
    const { slug, enter, group } = await makeCommunity()
    const [fatou, josee, kim, marie] = (await Promise.all(['fatou', 'josee', 'kim', 'facilitator'].map(enter))) as [
      Caller,
      Caller,
      Caller,
      Caller,
    ]
    await using outside = await openStream(server.url, slug, kim.tokens!.access)
    await using inside = await openStream(server.url, slug, josee.tokens!.access)
    await Promise.all([outside.next('ready'), inside.next('ready')])
    const made = await fatou.mutate('discussions.createThread', thread({ groups: [group('CALACS')] }))
    expect(made.data).toMatchObject({
      space: { slug: 'entraide', level: 'members' },
      circle: { readers: 2, groups: ['CALACS'], people: 0 },
    })
    const entraide = made.data.space.id
    expect(await inside.next('thread.created')).toMatchObject({ thread: made.data.id, space: entraide })
    for (const input of [{}, { space: 'entraide' }, { kind: 'question' }]) {
      expect(await titles(josee, input)).toEqual(['Entre nous'])
      expect(await titles(kim, input)).toEqual([])
      expect(await titles(marie, input)).toEqual([])
    }
    expect(
      (await josee.mutate('discussions.reply', { id: newId(), threadId: made.data.id, body: 'Je te lis.' })).error,
    ).toBeUndefined()
    const hidden = await kim.query('discussions.thread', { id: made.data.id })
    const absent = await kim.query('discussions.thread', { id: newId() })
    expect(hidden.error?.code).toBe('not_found')
    expect(hidden.text).toBe(absent.text)
    const page = await fetch(`${server.url}/c/${slug}`)
    expect(await page.text()).not.toContain('Entre nous')
    // what everybody reads comes after it in the one order of things: all that was before has been told by then
    const open = await fatou.mutate('discussions.createThread', { ...thread(undefined), title: 'Pour toutes' })
    expect(await outside.next('thread.created')).toMatchObject({ thread: open.data.id })
    expect(outside.text()).not.toContain(made.data.id)
    expect(open.data.circle).toBeNull()
  })

  test('persons by name, and the author herself', async () => {
    const { enter, memberId } = await makeCommunity()
    const [kim, ana, fatou] = (await Promise.all(['kim', 'ana', 'fatou'].map(enter))) as [Caller, Caller, Caller]
    const made = await kim.mutate('discussions.createThread', thread({ members: [await memberId(ana)] }))
    expect(made.data.circle).toEqual({ readers: 2, groups: [], people: 2 })
    expect(await titles(ana)).toEqual(['Entre nous'])
    expect(await titles(fatou)).toEqual([])
  })

  test('the same ones are the same circle, and sending again makes one discussion', async () => {
    const { slug, enter, group } = await makeCommunity()
    const fatou = await enter('fatou')
    const first = thread({ groups: [group('CALACS'), group('Laval')] })
    const again = await Promise.all([1, 2, 3].map(() => fatou.mutate('discussions.createThread', first)))
    expect(new Set(again.map(({ text }) => text)).size).toBe(1)
    await fatou.mutate('discussions.createThread', { ...thread({ groups: [group('Laval'), group('CALACS')] }), id: newId() })
    const circles = await server.owner
      .selectFrom('space as s')
      .innerJoin('community as c', 'c.id', 's.community_id')
      .select('s.id')
      .where('c.slug', '=', slug)
      .where('s.circle', 'is not', null)
      .execute()
    expect(circles).toHaveLength(1)
    expect((await fatou.query('spaces.list')).data.items).toHaveLength(4)
  })

  test('is never more than its space: who leaves the space loses it, whoever she is', async () => {
    const { enter, group, memberId } = await makeCommunity()
    const [marie, fatou, josee] = (await Promise.all(['facilitator', 'fatou', 'josee'].map(enter))) as [Caller, Caller, Caller]
    const slug = 'a-part'
    const id = newId()
    const names = { groups: [group('CALACS')] }
    const split = await marie.mutate('spaces.split', { id, space: 'entraide', slug, name: 'À part', ...names })
    expect(split.error).toBeUndefined()
    const made = await fatou.mutate('discussions.createThread', thread({ members: [await memberId(josee)] }, slug))
    expect(made.data.circle).toMatchObject({ readers: 2 })
    expect(await titles(josee)).toEqual(['Entre nous'])
    await marie.mutate('members.place', { member: await memberId(josee), organisation: null })
    expect(await titles(josee)).toEqual([])
  })

  test.each([
    [
      'a group she does not know of',
      'kim',
      async (world: Awaited<ReturnType<typeof makeCommunity>>) => ({ groups: [world.group('Laval')] }),
    ],
    ['a group that is not there', 'fatou', async () => ({ groups: [newId()] })],
    ['a person who is not there', 'fatou', async () => ({ members: [newId()] })],
  ])('cannot name %s', async (_, who, audienceOf) => {
    const world = await makeCommunity()
    const person = await world.enter(who)
    const input = thread(await audienceOf(world))
    expect((await person.mutate('discussions.createThread', input)).error).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'audience', reason: 'not_allowed' }],
    })
    const { audience: _audience, ...open } = input
    expect((await person.mutate('discussions.createThread', open)).error).toBeUndefined()
  })
})

describe('who will read this', () => {
  test('is told by count, by groups and by name, before anything is sent', async () => {
    const { enter, group } = await makeCommunity()
    const fatou = await enter('fatou')
    const all = (await fatou.query('spaces.audience', { space: 'entraide' })).data
    expect(all).toMatchObject({ level: 'members', readers: 5 })
    expect(all.people.map(({ name }: { name: string }) => name)).toEqual(['Ana', 'Fatou', 'Josée', 'Kim', 'Marie'])
    expect(all.groups).toEqual([
      { id: group('CALACS'), name: 'CALACS', kind: 'sector', hidden: false, readers: 2 },
      { id: group('Laval'), name: 'Laval', kind: 'social', hidden: true, readers: 2 },
    ])
    const few = (await fatou.query('spaces.audience', { space: 'entraide', groups: [group('CALACS')] })).data
    expect(few).toMatchObject({ level: 'restricted', readers: 2, people: [{ name: 'Fatou' }, { name: 'Josée' }] })
  })

  test('names nobody where a hidden group reads, nor the Internet', async () => {
    const { enter, group } = await makeCommunity()
    const fatou = await enter('fatou')
    expect((await fatou.query('spaces.audience', { space: 'laval' })).data).toMatchObject({ readers: 2, people: null })
    const hidden = await fatou.query('spaces.audience', { space: 'entraide', groups: [group('Laval')] })
    expect(hidden.data).toMatchObject({ readers: 2, people: null })
    expect((await fatou.query('spaces.audience', { space: 'accueil' })).data).toMatchObject({ level: 'public', people: null })
    const open = await fatou.mutate('discussions.createThread', thread(undefined, 'accueil'))
    expect((await fatou.query('spaces.audience', { thread: open.data.id })).data).toMatchObject({ level: 'public', people: null })
  })

  test('is not told of what one does not read, nor of a group that one does not know', async () => {
    const { enter, group } = await makeCommunity()
    const kim = await enter('kim')
    expect((await kim.query('spaces.audience', { space: 'laval' })).error?.code).toBe('not_found')
    expect((await kim.query('spaces.audience', { space: 'entraide', groups: [group('Laval')] })).error?.code).toBe('not_found')
    expect((await kim.query('spaces.audience', { space: 'entraide' })).data.groups).toHaveLength(1)
    expect((await kim.query('spaces.audience', { thread: newId() })).error?.code).toBe('not_found')
  })
})

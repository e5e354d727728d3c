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

async function makeCommunity() {
  const plain = communitySeed()
  const seed = communitySeed({
    slug: plain.slug,
    groups: [{ key: 'laval', name: 'Laval' }],
    threads: ['accueil', 'entraide', 'entraide', 'laval'].map((space, index) => ({
      space,
      author: 'facilitator',
      kind: 'tool' as const,
      title: `${space} ${index}`,
      body: 'Texte',
      minutesAgo: 10 - index,
      replies: [{ author: 'facilitator', body: 'Suite', minutesAgo: 1, reactions: { thanks: ['facilitator'] } }],
    })),
  })
  await server.server.seed(seed)
  const enter = (key: string) => signIn(server, seed.slug, `${key}@${seed.slug}.example`)
  const [marie, fatou, josee] = (await Promise.all(['facilitator', 'member', 'restricted'].map(enter))) as [
    Caller,
    Caller,
    Caller,
  ]
  return { slug: seed.slug, marie, fatou, josee, enter }
}
const listed = async (person: Caller, input: object = {}): Promise<{ id: string; title: string; space: { slug: string } }[]> =>
  (await person.query('discussions.threads', input)).data.items
const titles = async (person: Caller, space?: string) => (await listed(person, { space })).map(({ title }) => title).sort()
const slugsOf = async (person: Caller): Promise<string[]> =>
  (await person.query('spaces.list')).data.items.map(({ slug }: { slug: string }) => slug)
const groupOf = async (person: Caller): Promise<string> => (await person.query('groups.list')).data.items[0].id

describe('a space that is divided', () => {
  test('its part has its own name; what moves keeps its id, its replies and its gestures, and nobody else reads it', async () => {
    const { slug, marie, fatou, josee } = await makeCommunity()
    const moved = (await listed(fatou, { space: 'entraide' })).find(({ title }) => title === 'entraide 1')!
    await using stream = await openStream(server.url, slug, fatou.tokens!.access)
    await stream.next('ready')
    const groups = [await groupOf(marie)]
    const part = { id: newId(), space: 'entraide', slug: 'a-laval', name: 'À Laval', groups, threads: [moved.id] }
    expect((await marie.mutate('spaces.split', part)).data).toMatchObject({
      slug: 'a-laval',
      level: 'restricted',
      readers: 2,
      groups: ['Laval'],
    })
    await stream.next('resync')
    expect(await slugsOf(josee)).toContain('a-laval')
    expect(await slugsOf(fatou)).not.toContain('a-laval')
    const whole = (await josee.query('discussions.thread', { id: moved.id })).data
    expect(whole).toMatchObject({ space: { slug: 'a-laval' }, circle: null, replyCount: 1 })
    expect(whole.replies.items[0].reactions).toEqual([{ key: 'thanks', count: 1, mine: false }])
    expect((await fatou.query('discussions.thread', { id: moved.id })).error?.code).toBe('not_found')
    expect(await titles(fatou, 'entraide')).toEqual(['entraide 2'])
  })

  test('a part for a group that she is not in is there, and not hers to read', async () => {
    const { marie, josee } = await makeCommunity()
    const group = await groupOf(marie)
    await marie.mutate('groups.part', { group, member: (await marie.query('communities.current')).data.viewer.memberId })
    const part = { id: newId(), space: 'entraide', slug: 'a-laval', name: 'À Laval', groups: [group] }
    expect((await marie.mutate('spaces.split', part)).data).toMatchObject({
      slug: 'a-laval',
      level: 'restricted',
      readers: null,
      can: { write: false, pin: false },
    })
    expect(await slugsOf(marie)).not.toContain('a-laval')
    expect(await slugsOf(josee)).toContain('a-laval')
  })

  test('a part for all of its readers stays closed to whoever cannot read the whole', async () => {
    const { marie, fatou, josee } = await makeCommunity()
    await marie.mutate('spaces.split', { id: newId(), space: 'laval', slug: 'suite', name: 'Suite' })
    expect(await slugsOf(josee)).toContain('suite')
    expect(await slugsOf(fatou)).not.toContain('suite')
  })

  test('refuses a name that is taken, and a discussion that lies elsewhere; nothing is half done', async () => {
    const { marie } = await makeCommunity()
    const elsewhere = (await listed(marie, { space: 'laval' }))[0]!.id
    const part = { id: newId(), space: 'entraide', slug: 'part', name: 'Part' }
    expect((await marie.mutate('spaces.split', { ...part, slug: 'laval' })).error?.code).toBe('conflict')
    expect((await marie.mutate('spaces.split', { ...part, threads: [elsewhere] })).error?.code).toBe('not_found')
    expect((await marie.mutate('spaces.split', { ...part, groups: [newId()] })).error?.code).toBe('not_found')
    expect(await slugsOf(marie)).not.toContain('part')
  })
})

describe('a space that goes on inside another', () => {
  test('each old text keeps its readers, the old name leads to the new place, and there is one feed', async () => {
    const { marie, fatou, josee } = await makeCommunity()
    expect((await marie.mutate('spaces.merge', { space: 'laval', into: 'entraide' })).data).toEqual({ losing: 0 })
    expect(await slugsOf(josee)).toEqual(['accueil', 'entraide', 'nouvelles'])
    expect(await titles(josee, 'entraide')).toEqual(['entraide 1', 'entraide 2', 'laval 3'])
    expect(await titles(josee, 'laval')).toEqual(['entraide 1', 'entraide 2', 'laval 3'])
    expect(await titles(fatou, 'entraide')).toEqual(['entraide 1', 'entraide 2'])
    expect((await fatou.query('discussions.threads', { space: 'laval' })).error?.code).toBe('not_found')
    const old = (await listed(josee)).find(({ title }) => title === 'laval 3')!
    expect(old).toMatchObject({ space: { slug: 'entraide' }, circle: { readers: 2, groups: ['Laval'], people: 0 } })
    expect((await josee.mutate('discussions.reply', { id: newId(), threadId: old.id, body: 'Encore' })).error).toBeUndefined()
    // what is new there is for all who read there
    const fresh = { id: newId(), space: 'laval', kind: 'tool', title: 'neuf', body: 'Texte' }
    expect((await josee.mutate('discussions.createThread', fresh)).data).toMatchObject({
      space: { slug: 'entraide' },
      circle: null,
    })
    expect(await titles(fatou, 'entraide')).toContain('neuf')
  })

  test('is refused where somebody would lose what she reads, and says how many', async () => {
    const { marie, fatou } = await makeCommunity()
    expect((await marie.mutate('spaces.merge', { space: 'entraide', into: 'laval' })).data.losing).toBeGreaterThan(0)
    expect((await marie.mutate('spaces.merge', { space: 'accueil', into: 'entraide' })).data.losing).toBeGreaterThan(0)
    expect(await titles(fatou, 'entraide')).toEqual(['entraide 1', 'entraide 2'])
  })

  test('what was told to fewer stays so through two merges', async () => {
    const { marie, fatou, josee } = await makeCommunity()
    const audience = { groups: [await groupOf(marie)] }
    const few = { id: newId(), space: 'entraide', kind: 'tool', title: 'peu', body: 'Texte', audience }
    await josee.mutate('discussions.createThread', few)
    await marie.mutate('spaces.merge', { space: 'laval', into: 'entraide' })
    expect((await marie.mutate('spaces.merge', { space: 'entraide', into: 'accueil' })).data).toEqual({ losing: 0 })
    expect(await titles(josee, 'accueil')).toEqual(['accueil 0', 'entraide 1', 'entraide 2', 'laval 3', 'peu'])
    expect(await titles(fatou, 'accueil')).toEqual(['accueil 0', 'entraide 1', 'entraide 2'])
    expect((await listed(josee, {})).find(({ title }) => title === 'entraide 1')).toMatchObject({ circle: { readers: 4 } })
  })

  test('not into itself, nor into what lies inside it', async () => {
    const { marie } = await makeCommunity()
    await marie.mutate('spaces.split', { id: newId(), space: 'entraide', slug: 'dedans', name: 'Dedans' })
    for (const into of ['entraide', 'dedans'])
      expect((await marie.mutate('spaces.merge', { space: 'entraide', into })).error).toMatchObject({
        code: 'invalid',
        fields: [{ path: 'into' }],
      })
  })
})

describe('what a member sees', () => {
  test('is shown to who facilitates as far as she reads herself, and noted where the member finds it', async () => {
    const { marie, fatou, josee } = await makeCommunity()
    const { memberId } = (await josee.query('communities.current')).data.viewer
    const { data } = await marie.mutate('spaces.seenBy', { member: memberId })
    expect(data.name).toBe('Josée')
    const seen = data.items.map((one: { space: { slug: string }; sees: boolean; through: string[] }) => [
      one.space.slug,
      one.sees,
      one.through,
    ])
    expect(seen).toEqual([
      ['accueil', true, []],
      ['entraide', true, []],
      ['nouvelles', true, []],
      ['laval', true, ['Laval']],
    ])
    expect((await josee.query('privacy.journal', {})).data.items).toEqual([{ at: data.at, kind: 'seen_by', by: 'Marie' }])
    expect((await fatou.query('privacy.journal', {})).data.items).toEqual([])
    expect((await marie.query('privacy.journal', {})).data.items).toEqual([])
    expect((await marie.mutate('spaces.seenBy', { member: newId() })).error?.code).toBe('not_found')
    expect((await fatou.mutate('spaces.seenBy', { member: memberId })).error?.code).toBe('forbidden')
  })

  test('a space that she does not read herself is not there', async () => {
    const { marie, josee } = await makeCommunity()
    const { memberId } = (await josee.query('communities.current')).data.viewer
    const own = (await marie.query('communities.current')).data.viewer.memberId
    await server.owner.deleteFrom('group_member').where('member_id', '=', own).execute()
    const { text } = await marie.mutate('spaces.seenBy', { member: memberId })
    expect(text).not.toContain('"laval"')
  })
})

test('nobody but who facilitates divides or merges', async () => {
  const { fatou } = await makeCommunity()
  const part = { id: newId(), space: 'entraide', slug: 'part', name: 'Part' }
  expect((await fatou.mutate('spaces.split', part)).error?.code).toBe('forbidden')
  expect((await fatou.mutate('spaces.merge', { space: 'nouvelles', into: 'entraide' })).error?.code).toBe('forbidden')
})

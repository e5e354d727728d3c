import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caller, signIn, type Caller } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'

let server: TestServer
const seed = communitySeed()
const c = seed.slug
let stranger: Caller, member: Caller, other: Caller, restricted: Caller, facilitator: Caller

beforeAll(async () => {
  server = await testServer()
  await server.server.seed(seed)
  const as = (name: string) => signIn(server, c, `${name}@${c}.example`)
  stranger = caller(server.url, c)
  member = await as('member')
  other = await as('other')
  restricted = await as('restricted')
  facilitator = await as('facilitator')
})
afterAll(() => server?.[Symbol.asyncDispose]())

const newId = () => uuidv7(Date.now())
const thread = (space: string, more: object = {}) => ({
  id: newId(),
  space,
  kind: 'question',
  title: 'Par où commencer ?',
  body: 'Un **mot**',
  ...more,
})

describe('writing', () => {
  test('a member starts a discussion and others read it', async () => {
    const made = await member.mutate('discussions.createThread', thread('entraide'))
    expect(made.error).toBeUndefined()
    expect(made.data).toMatchObject({
      title: 'Par où commencer ?',
      excerpt: 'Un mot',
      author: { name: 'Fatou', organisation: 'Maison Lumen' },
      unread: false,
    })
    const read = await other.query('discussions.thread', { id: made.data.id })
    expect(read.data).toMatchObject({
      opening: { body: [['p', 'Un ', ['b', 'mot']]], can: { edit: false, withdraw: false, react: true } },
      unread: true,
    })
  })

  test('the same create 20 times in parallel gives one row and 20 equal answers', async () => {
    const input = thread('entraide')
    const answers = await Promise.all(Array.from({ length: 20 }, () => member.mutate('discussions.createThread', input)))
    expect([...new Set(answers.map(({ text }) => text))]).toEqual([answers[0]!.text])
    expect(answers[0]!.error).toBeUndefined()
    const reply = { id: newId(), threadId: input.id, body: 'Oui' }
    const replies = await Promise.all(Array.from({ length: 20 }, () => other.mutate('discussions.reply', reply)))
    expect([...new Set(replies.map(({ text }) => text))]).toEqual([replies[0]!.text])
    expect((await member.query('discussions.thread', { id: input.id })).data).toMatchObject({ replyCount: 1 })
  })

  test('a taken id is a conflict: another input, another author, a hidden row, a reply’s id', async () => {
    const hidden = thread('laval')
    expect((await restricted.mutate('discussions.createThread', hidden)).error).toBeUndefined()
    const mine = thread('entraide')
    await member.mutate('discussions.createThread', mine)
    const reply = { id: newId(), threadId: mine.id, body: 'Une réponse' }
    await member.mutate('discussions.reply', reply)
    const tries = [
      [member, { ...mine, title: 'Autre' }],
      [other, mine],
      [member, { ...thread('entraide'), id: hidden.id }],
      [member, { ...thread('entraide'), id: reply.id }],
    ] as const
    const answers = await Promise.all(tries.map(([who, input]) => who.mutate('discussions.createThread', input)))
    expect(answers.map(({ error }) => error?.code)).toEqual(['conflict', 'conflict', 'conflict', 'conflict'])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect((await member.mutate('discussions.reply', { ...reply, threadId: mine.id, body: 'autre' })).error?.code).toBe(
      'conflict',
    )
  })

  test('who may write where', async () => {
    expect((await stranger.mutate('discussions.createThread', thread('accueil'))).error?.code).toBe('unauthorized')
    expect((await member.mutate('discussions.createThread', thread('nouvelles'))).error?.code).toBe('forbidden')
    expect((await facilitator.mutate('discussions.createThread', thread('nouvelles'))).error).toBeUndefined()
    const refused = await member.mutate('discussions.createThread', thread('laval'))
    const absent = await member.mutate('discussions.createThread', thread('inconnu'))
    expect(refused.error?.code).toBe('not_found')
    expect(refused.text).toBe(absent.text)
  })

  test.each([
    [{ title: ' ' }, 'title', 'required'],
    [{ title: 'x'.repeat(161) }, 'title', 'too_long'],
    [{ body: 'a\u0000b' }, 'body', 'format'],
    [{ kind: 'poll' }, 'kind', 'not_allowed'],
    [{ id: 'x' }, 'id', 'format'],
    [{ space: '../x' }, 'space', 'format'],
  ])('bad input %j names its field', async (change, path, reason) => {
    const { status, error } = await member.mutate('discussions.createThread', thread('entraide', change))
    expect(status).toBe(400)
    expect(error).toMatchObject({ code: 'invalid', fields: [{ path, reason }] })
  })
})

describe('changing', () => {
  test('an edit keeps the text before; only the author edits', async () => {
    const { data } = await member.mutate('discussions.createThread', thread('entraide'))
    expect((await other.mutate('discussions.edit', { id: data.id, body: 'x' })).error?.code).toBe('forbidden')
    expect((await facilitator.mutate('discussions.edit', { id: data.id, body: 'x' })).error?.code).toBe('forbidden')
    const edited = await member.mutate('discussions.edit', { id: data.id, title: 'Nouveau', body: 'Changé' })
    expect(edited.data).toMatchObject({ body: [['p', 'Changé']], editedAt: expect.any(String) })
    await member.mutate('discussions.edit', { id: data.id, title: 'Nouveau', body: 'Changé' })
    const { items } = (await other.query('discussions.revisions', { id: data.id })).data
    expect(items).toMatchObject([{ title: 'Par où commencer ?', body: [['p', 'Un ', ['b', 'mot']]] }])
    expect((await member.query('discussions.source', { id: data.id })).data).toEqual({
      id: data.id,
      title: 'Nouveau',
      body: 'Changé',
    })
    expect((await other.query('discussions.source', { id: data.id })).error?.code).toBe('forbidden')
  })

  test('withdrawn within 20 s nothing stays; it can be put back', async () => {
    const { data } = await member.mutate('discussions.createThread', thread('entraide'))
    const withdrawn = await member.mutate('discussions.withdraw', { id: data.id })
    expect(withdrawn.data).toMatchObject({ gone: true })
    expect((await member.mutate('discussions.withdraw', { id: data.id })).data).toEqual(withdrawn.data)
    for (const who of [other, member])
      expect((await who.query('discussions.thread', { id: data.id })).error?.code).toBe('not_found')
    expect((await other.mutate('discussions.restore', { id: data.id })).error?.code).toBe('not_found')
    expect((await member.mutate('discussions.restore', { id: data.id })).data).toMatchObject({
      body: [['p', 'Un ', ['b', 'mot']]],
      withdrawnAt: null,
    })
    expect((await other.query('discussions.thread', { id: data.id })).data).toMatchObject({
      title: 'Par où commencer ?',
      excerpt: 'Un mot',
    })
  })

  test('withdrawn later a trace without words holds the place of what others answered', async () => {
    const { data } = await member.mutate('discussions.createThread', thread('entraide'))
    const reply = await other.mutate('discussions.reply', { id: newId(), threadId: data.id, body: 'Une réponse secrète' })
    server.clock.advance(21_000)
    expect((await other.mutate('discussions.withdraw', { id: reply.data.id })).data).toMatchObject({ gone: false })
    expect((await member.query('discussions.thread', { id: data.id })).data).toMatchObject({
      replyCount: 0,
      replies: { items: [{ body: [], withdrawnAt: expect.any(String), can: { react: false } }] },
    })
    expect((await other.mutate('discussions.restore', { id: reply.data.id })).error).toBeUndefined()
    expect((await member.mutate('discussions.withdraw', { id: data.id })).data).toMatchObject({ gone: false })
    const page = await other.query('discussions.thread', { id: data.id })
    expect(page.data).toMatchObject({ title: '', excerpt: '', replyCount: 1, opening: { body: [] } })
    server.clock.advance(11 * 60_000)
    expect((await member.mutate('discussions.restore', { id: data.id })).error?.code).toBe('unauthorized') // ten minutes passed: the access token too
  })

  test('gestures: set, repeat, unset; not under one’s own text; only the community’s words', async () => {
    const author = await signIn(server, c, `member@${c}.example`)
    const reader = await signIn(server, c, `other@${c}.example`)
    const { data } = await author.mutate('discussions.createThread', thread('entraide'))
    const on = { postId: data.id, key: 'thanks', on: true }
    expect((await reader.mutate('discussions.react', on)).data.reactions).toEqual([{ key: 'thanks', count: 1, mine: true }])
    expect((await reader.mutate('discussions.react', on)).data.reactions).toEqual([{ key: 'thanks', count: 1, mine: true }])
    expect((await author.query('discussions.thread', { id: data.id })).data.reactions).toEqual([
      { key: 'thanks', count: 1, mine: false },
    ])
    expect((await author.mutate('discussions.react', on)).error?.code).toBe('forbidden')
    expect((await reader.mutate('discussions.react', { ...on, key: 'like' })).error?.code).toBe('invalid')
    expect((await reader.mutate('discussions.react', { ...on, on: false })).data.reactions).toEqual([])
  })
})

describe('reading', () => {
  test('the feed is by latest activity, in pages without a gap or a double, and stays inside the viewer’s spaces', async () => {
    const fresh = communitySeed()
    fresh.threads = Array.from({ length: 45 }, (_, index) => ({
      space: ['accueil', 'entraide', 'laval'][index % 3]!,
      author: 'restricted',
      kind: index % 2 ? 'tool' : 'question',
      title: `Titre ${index}`,
      body: 'Texte',
      minutesAgo: 60 + (index % 7),
      pinned: index === 4,
    }))
    await server.server.seed(fresh)
    const reader = await signIn(server, fresh.slug, `member@${fresh.slug}.example`)
    const insider = await signIn(server, fresh.slug, `restricted@${fresh.slug}.example`)
    async function all(who: Caller, input: object = {}) {
      const titles: string[] = []
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const { data } = await who.query('discussions.threads', {
          limit: 7,
          ...(cursor === undefined ? {} : { cursor }),
          ...input,
        })
        titles.push(...data.items.map((item: { title: string }) => item.title))
        cursor = data.cursor
      }
      return titles
    }
    const ofLaval = (title: string) => Number(title.slice(6)) % 3 === 2
    const readers = await all(reader)
    expect(readers).toHaveLength(30)
    expect(new Set(readers).size).toBe(30)
    expect(readers.filter(ofLaval)).toEqual([])
    expect(new Set(await all(insider)).size).toBe(45)
    expect(await all(reader, { space: 'entraide' })).toHaveLength(15)
    expect((await all(reader, { space: 'entraide' }))[0]).toBe('Titre 4')
    expect(new Set(await all(reader, { kind: 'tool' })).size).toBe(15)
    expect(new Set(await all(caller(server.url, fresh.slug))).size).toBe(15)
  })

  test('what is new shows as new until it is read, and never to a stranger', async () => {
    const author = await signIn(server, c, `member@${c}.example`)
    const reader = await signIn(server, c, `other@${c}.example`)
    const { data } = await author.mutate('discussions.createThread', thread('accueil'))
    const unread = async (who: Caller) => (await who.query('discussions.thread', { id: data.id })).data.unread
    expect([await unread(author), await unread(reader), await unread(stranger)]).toEqual([false, true, false])
    await reader.mutate('discussions.markRead', { id: data.id })
    expect(await unread(reader)).toBe(false)
    server.clock.advance(1000)
    await author.mutate('discussions.reply', { id: newId(), threadId: data.id, body: 'Encore' })
    expect(await unread(reader)).toBe(true)
  })

  test('pins are the facilitator’s', async () => {
    const author = await signIn(server, c, `member@${c}.example`)
    const marie = await signIn(server, c, `facilitator@${c}.example`)
    const { data } = await author.mutate('discussions.createThread', thread('accueil'))
    expect((await author.mutate('discussions.pin', { id: data.id, pinned: true })).error?.code).toBe('forbidden')
    expect((await marie.mutate('discussions.pin', { id: data.id, pinned: true })).data).toEqual({ id: data.id, pinned: true })
    expect((await stranger.query('discussions.threads', { space: 'accueil' })).data.items[0]).toMatchObject({
      id: data.id,
      pinned: true,
    })
    const later = (await author.mutate('discussions.createThread', thread('accueil'))).data
    const pages = async (who: Caller) => {
      const first = (await who.query('discussions.threads', { limit: 3 })).data
      const second = first.cursor && (await who.query('discussions.threads', { limit: 50, cursor: first.cursor })).data
      return [...first.items, ...(second?.items ?? [])].map(({ id }: { id: string }) => id)
    }
    const seen = await pages(stranger)
    expect(seen.slice(0, 2), 'who reads one space sees it as if she had asked for it').toEqual([data.id, later.id])
    expect(new Set(seen).size).toBe(seen.length)
    expect((await pages(author))[0], 'who reads several sees the latest first').toBe(later.id)
  })

  test('strangers are told no name and no key of a person', async () => {
    const page = await stranger.query('discussions.threads', {})
    expect(page.data.items.length).toBeGreaterThan(0)
    expect(page.text).not.toMatch(/memberId|Fatou|Maison Lumen|Josée/)
    const one = await stranger.query('discussions.thread', { id: page.data.items[0].id })
    expect(one.data.opening.author).toBeNull()
    expect(one.text).not.toMatch(/memberId|Fatou|Maison Lumen/)
  })

  test('a forged cursor is bad input, not a fault', async () => {
    for (const cursor of ['x', 'AAAA', Buffer.from('1e99 x').toString('base64url')]) {
      expect((await stranger.query('discussions.threads', { cursor })).error).toMatchObject({
        code: 'invalid',
        fields: [{ path: 'cursor' }],
      })
    }
  })

  test('public reads carry an ETag, answer 304 and may be read from any site', async () => {
    const address = `${server.url}/c/${c}/trpc/communities.current`
    const first = await fetch(address)
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    const again = await fetch(address, { headers: { 'if-none-match': first.headers.get('etag')! } })
    expect(again.status).toBe(304)
    expect((await fetch(address, { headers: { authorization: `Bearer ${member.tokens!.access}` } })).status).toBe(400)
  })
})

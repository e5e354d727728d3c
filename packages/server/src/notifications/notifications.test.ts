import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { signIn, type Caller } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import type { CommunitySeed } from '../communities/community-seed.ts'
import { uuidv7 } from '../ids.ts'
import type { NotificationView } from './notifications.schema.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Longer than the sender and the reader wait between two looks. */
const patience = { timeout: 12_000, interval: 20 }

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

/** A community of its own for each test. */
let seed: CommunitySeed
let people: Record<'member' | 'other' | 'restricted' | 'facilitator', Caller>
beforeEach(async () => {
  seed = communitySeed()
  await server.server.seed(seed)
  people = {
    member: await enter('member'),
    other: await enter('other'),
    restricted: await enter('restricted'),
    facilitator: await enter('facilitator'),
  }
})

const addressOf = (key: string) => `${key}@${seed.slug}.example`
const enter = (key: string) => signIn(server, seed.slug, addressOf(key))
const newsTo = (key: string) => server.mails.filter(({ to, code }) => to === addressOf(key) && code === undefined)

async function threadBy(who: Caller, space = 'entraide', title = 'Titre'): Promise<string> {
  const id = uuidv7(server.clock.now())
  const { error } = await who.mutate('discussions.createThread', { id, space, kind: 'question', title, body: 'Texte' })
  expect(error).toBeUndefined()
  return id
}

async function replyBy(who: Caller, threadId: string): Promise<string> {
  const id = uuidv7(server.clock.now())
  expect((await who.mutate('discussions.reply', { id, threadId, body: 'Réponse secrète' })).error).toBeUndefined()
  return id
}

const listOf = async (who: Caller): Promise<NotificationView[]> => (await who.query('notifications.list', {})).data.items

/** The list, once all that happened was read. */
async function settled(who: Caller): Promise<NotificationView[]> {
  await vi.waitFor(async () => {
    const { seq } = await server.owner.selectFrom('activity_cursor').select('seq').executeTakeFirstOrThrow()
    const open = await server.owner.selectFrom('activity').select('id').where('seq', 'is', null).execute()
    const head = await server.owner.selectFrom('activity_head').select('seq').executeTakeFirstOrThrow()
    expect([open.length, seq]).toEqual([0, head.seq])
  }, patience)
  return listOf(who)
}

/** Waits until no mail of this community is due. */
async function sent(): Promise<void> {
  await vi.waitFor(async () => {
    const due = server.owner
      .selectFrom('mail_queue as q')
      .innerJoin('community as c', 'c.id', 'q.community_id')
      .select('q.id')
      .where('c.slug', '=', seed.slug)
      .where('outcome', 'is', null)
      .where('due_at', '<=', new Date(server.clock.now()))
    expect(await due.execute()).toEqual([])
  }, patience)
}

const atOnce = (who: Caller) => who.mutate('notifications.setRhythm', { rhythm: 'at_once' })

describe('what concerns a member', () => {
  test('replies to her discussion are told together, without those of her own, and no more once she has looked', async () => {
    const thread = await threadBy(people.member)
    await replyBy(people.other, thread)
    await replyBy(people.restricted, thread)
    await replyBy(people.member, thread)
    const [item, ...rest] = await settled(people.member)
    expect(rest).toEqual([])
    expect(item).toMatchObject({
      kind: 'reply',
      count: 2,
      read: false,
      thread: { id: thread, title: 'Titre', space: 'entraide' },
    })
    expect((await people.member.query('notifications.unread')).data).toEqual({ count: 1 })
    await people.member.mutate('notifications.markRead', { id: item!.id })
    expect((await people.member.query('notifications.unread')).data).toEqual({ count: 0 })
    expect(await listOf(people.member)).toMatchObject([{ read: true }])
    server.clock.advance(MINUTE)
    await replyBy(people.other, thread)
    expect(await settled(people.member)).toMatchObject([{ count: 1, read: false }])
    expect(await listOf(people.other)).toEqual([])
  })

  test('gestures to her message are counted in persons; one that is taken back is not', async () => {
    const post = await threadBy(people.member)
    for (const who of [people.other, people.restricted]) {
      for (const key of ['thanks', 'recognise']) await who.mutate('discussions.react', { postId: post, key, on: true })
    }
    expect(await settled(people.member)).toMatchObject([{ kind: 'reaction', count: 2, post }])
    for (const key of ['thanks', 'recognise']) await people.other.mutate('discussions.react', { postId: post, key, on: false })
    expect(await settled(people.member)).toMatchObject([{ count: 1 }])
    for (const key of ['thanks', 'recognise'])
      await people.restricted.mutate('discussions.react', { postId: post, key, on: false })
    expect(await settled(people.member)).toEqual([])
  })

  test('a new charter is told to everybody but who published it, until it is signed', async () => {
    const charter = { id: uuidv7(server.clock.now()), language: 'fr-CA', text: 'Ce qui se dit ici reste ici.', replaces: null }
    expect((await people.facilitator.mutate('charter.publish', charter)).error).toBeUndefined()
    expect(await settled(people.member)).toMatchObject([{ kind: 'charter', charter: charter.id, count: 1 }])
    expect(await listOf(people.facilitator)).toEqual([])
    const { hash } = (await people.member.query('charter.read', { id: charter.id })).data
    await people.member.mutate('charter.sign', { id: charter.id, hash })
    expect(await listOf(people.member)).toEqual([])
  })

  test('a change of her place is told to her alone', async () => {
    const { memberId } = (await people.member.query('communities.current')).data.viewer
    await people.facilitator.mutate('members.place', { member: memberId, organisation: null })
    expect(await settled(people.member)).toMatchObject([{ kind: 'membership', count: 1 }])
    expect(await listOf(people.other)).toEqual([])
  })

  test('is asked again when it is read: not of a space that she no longer reads', async () => {
    const thread = await threadBy(people.restricted, 'laval')
    await replyBy(people.facilitator, thread)
    expect(await settled(people.restricted)).toHaveLength(1)
    await server.owner.deleteFrom('group_member').execute()
    expect(await listOf(people.restricted)).toEqual([])
    expect((await people.restricted.query('notifications.unread')).data).toEqual({ count: 0 })
  })

  test('one of another’s cannot be marked: it does not exist', async () => {
    await replyBy(people.other, await threadBy(people.member))
    const [item] = await settled(people.member)
    const refused = await people.other.mutate('notifications.markRead', { id: item!.id })
    const absent = await people.other.mutate('notifications.markRead', { id: uuidv7(0) })
    expect(refused.error?.code).toBe('not_found')
    expect(refused.text).toBe(absent.text)
    expect(await listOf(people.member)).toMatchObject([{ read: false }])
  })
})

describe('mails of what happened', () => {
  test('at once: after a minute, without a word of what was written nor a name', async () => {
    await atOnce(people.member)
    await replyBy(people.other, await threadBy(people.member))
    await settled(people.member)
    expect(newsTo('member')).toEqual([])
    server.clock.advance(2 * MINUTE)
    await sent()
    const [mail, ...rest] = newsTo('member')
    expect(rest).toEqual([])
    expect(mail?.subject).toBe('Du nouveau pour vous')
    expect(mail?.text).toContain('une réponse à ce que vous avez écrit')
    for (const part of ['secrète', 'Titre', 'Kim']) expect(mail!.text + mail!.html).not.toContain(part)
  })

  test('a reply that is taken back within the minute sends nothing', async () => {
    await atOnce(people.member)
    const reply = await replyBy(people.other, await threadBy(people.member))
    await settled(people.member)
    expect((await people.other.mutate('discussions.withdraw', { id: reply })).error).toBeUndefined()
    server.clock.advance(2 * MINUTE)
    await sent()
    expect(newsTo('member')).toEqual([])
  })

  test('what she has seen meanwhile sends nothing', async () => {
    await atOnce(people.member)
    await replyBy(people.other, await threadBy(people.member))
    await settled(people.member)
    await people.member.mutate('notifications.markRead', {})
    server.clock.advance(2 * MINUTE)
    await sent()
    expect(newsTo('member')).toEqual([])
  })

  test('what she may no longer read sends nothing', async () => {
    await atOnce(people.restricted)
    await replyBy(people.facilitator, await threadBy(people.restricted, 'laval'))
    await settled(people.restricted)
    await server.owner.deleteFrom('group_member').execute()
    server.clock.advance(2 * MINUTE)
    await sent()
    expect(newsTo('restricted')).toEqual([])
  })

  test('unless told, once a day: all of a day in one mail, and nothing of it the day after', async () => {
    const thread = await threadBy(people.member)
    await replyBy(people.other, thread)
    await settled(people.member)
    server.clock.advance(30 * MINUTE)
    people.restricted = await enter('restricted')
    await people.restricted.mutate('discussions.react', { postId: thread, key: 'thanks', on: true })
    await vi.waitFor(
      async () =>
        expect(
          await server.owner
            .selectFrom('notification')
            .select('id')
            .where('kind', '=', 'reaction')
            .where('target_id', '=', thread)
            .execute(),
        ).toHaveLength(1),
      patience,
    )
    expect(newsTo('member')).toEqual([])
    server.clock.advance(2 * DAY)
    await sent()
    expect(newsTo('member')).toHaveLength(1)
    expect(newsTo('member')[0]?.text).toMatch(/une réponse[^]*un geste/)
    server.clock.advance(2 * DAY)
    await sent()
    expect(newsTo('member')).toHaveLength(1)
  })

  test('never in general, and at once for one space', async () => {
    await people.member.mutate('notifications.setRhythm', { rhythm: 'never' })
    const { data } = await people.member.mutate('notifications.setRhythm', { space: 'accueil', rhythm: 'at_once' })
    expect(data).toMatchObject({ general: { rhythm: 'never' }, spaces: [{ space: 'accueil', rhythm: 'at_once' }] })
    await replyBy(people.other, await threadBy(people.member))
    await settled(people.member)
    server.clock.advance(2 * DAY)
    await sent()
    expect(newsTo('member')).toEqual([])
    const [member, other] = [await enter('member'), await enter('other')]
    await replyBy(other, await threadBy(member, 'accueil'))
    await settled(member)
    server.clock.advance(2 * MINUTE)
    await sent()
    expect(newsTo('member')).toHaveLength(1)
  })

  test('whoever stops them by the mail has chosen “never”, also for mails that wait', async () => {
    await atOnce(people.member)
    const thread = await threadBy(people.member)
    await replyBy(people.other, thread)
    await settled(people.member)
    server.clock.advance(2 * MINUTE)
    await sent()
    await replyBy(people.other, thread)
    await settled(people.member)
    await fetch(newsTo('member')[0]!.stopUrl!, { method: 'POST' })
    expect((await people.member.query('notifications.rhythms')).data.general).toEqual({ rhythm: 'never', days: [] })
    server.clock.advance(2 * MINUTE)
    await sent()
    expect(newsTo('member')).toHaveLength(1)
  })
})

describe('the choice of a rhythm', () => {
  test('is once a day until she chooses; days are kept in order, quiet hours beside them', async () => {
    expect((await people.member.query('notifications.rhythms')).data).toEqual({
      general: { rhythm: 'daily', days: [] },
      quiet: null,
      spaces: [],
      timeZone: 'America/Toronto',
    })
    await people.member.mutate('notifications.setRhythm', { rhythm: 'days', days: [4, 2, 4] })
    const { data } = await people.member.mutate('notifications.setQuiet', { quiet: { from: 21, until: 7 } })
    expect(data).toMatchObject({ general: { rhythm: 'days', days: [2, 4] }, quiet: { from: 21, until: 7 } })
    await people.member.mutate('notifications.setRhythm', { rhythm: 'daily' })
    expect((await people.member.mutate('notifications.setQuiet', { quiet: null })).data).toMatchObject({
      general: { rhythm: 'daily', days: [] },
      quiet: null,
    })
  })

  test('of a space goes back to the general one', async () => {
    await people.member.mutate('notifications.setRhythm', { space: 'entraide', rhythm: 'never' })
    const { data } = await people.member.mutate('notifications.setRhythm', { space: 'entraide', rhythm: null })
    expect(data.spaces).toEqual([])
  })

  test.each([
    [{ rhythm: 'days' }, 'days'],
    [{ rhythm: 'days', days: [8] }, 'days.0'],
    [{ rhythm: null }, 'rhythm'],
    [{ rhythm: 'hourly' }, 'rhythm'],
  ])('%j does not fit', async (input, path) => {
    const { error } = await people.member.mutate('notifications.setRhythm', input)
    expect(error).toMatchObject({ code: 'invalid', fields: [{ path }] })
  })

  test('she cannot choose for a space that she does not read: it does not exist', async () => {
    const hidden = await people.other.mutate('notifications.setRhythm', { space: 'laval', rhythm: 'never' })
    const absent = await people.other.mutate('notifications.setRhythm', { space: 'nulle-part', rhythm: 'never' })
    expect(hidden.error?.code).toBe('not_found')
    expect(hidden.text).toBe(absent.text)
  })
})

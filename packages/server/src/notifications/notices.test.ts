import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testServer, type TestServer } from '../../test/server.ts'
import { MINUTE, Told, listOf, unreadOf } from '../../test/told.ts'
import { uuidv7 } from '../ids.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

let told: Told
beforeEach(async () => {
  told = await Told.of(server)
})

describe('a reply', () => {
  test('concerns whoever wrote in the discussion, each once, and not who writes it', async () => {
    const { member, other, restricted, facilitator } = told.people
    const thread = await told.threadBy(member)
    await told.replyBy(other, thread)
    await told.replyBy(other, thread)
    told.server.clock.advance(MINUTE)
    await told.replyBy(restricted, thread)
    expect(await told.settled(other)).toMatchObject([{ kind: 'reply', count: 1, thread: { id: thread } }])
    expect(await listOf(member)).toMatchObject([{ kind: 'reply', count: 3 }])
    expect([await listOf(restricted), await listOf(facilitator)]).toEqual([[], []])
  })

  test('concerns nobody who took back all that she wrote there', async () => {
    const { member, other, restricted } = told.people
    const thread = await told.threadBy(member)
    const taken = await told.replyBy(other, thread)
    await other.mutate('discussions.withdraw', { id: taken })
    await told.replyBy(restricted, thread)
    await told.settled(member)
    expect(await listOf(other)).toEqual([])
  })

  test('is no news to who has opened the discussion since, and the next one is alone', async () => {
    const { member, other } = told.people
    const thread = await told.threadBy(member)
    await told.replyBy(other, thread)
    expect(await told.settled(member)).toMatchObject([{ count: 1, read: false }])
    told.server.clock.advance(MINUTE)
    await member.mutate('discussions.markRead', { id: thread })
    expect([await listOf(member), await unreadOf(member)]).toMatchObject([[{ count: 1, read: true }], 0])
    told.server.clock.advance(MINUTE)
    await told.replyBy(other, thread)
    expect([await told.settled(member), await unreadOf(member)]).toMatchObject([[{ count: 1, read: false }], 1])
  })

  test('that is taken back takes its notice with it; put back, it is there again', async () => {
    const { member, other } = told.people
    const reply = await told.replyBy(other, await told.threadBy(member))
    expect(await told.settled(member)).toHaveLength(1)
    await other.mutate('discussions.withdraw', { id: reply })
    expect([await listOf(member), await unreadOf(member)]).toEqual([[], 0])
    await other.mutate('discussions.restore', { id: reply })
    expect(await listOf(member)).toMatchObject([{ count: 1 }])
  })
})

describe('new discussions', () => {
  test('are told together for each space, by name and newest first, and not to who opened them', async () => {
    const { member, other, restricted } = told.people
    for (const title of ['Un', 'Deux', 'Trois', 'Quatre']) {
      told.server.clock.advance(10)
      await told.threadBy(other, 'entraide', title)
    }
    await told.threadBy(other, 'accueil', 'Cinq')
    await told.threadBy(restricted, 'laval', 'Six')
    const items = await told.settled(member, 'thread')
    expect(items).toMatchObject([
      { count: 1, read: false, within: { space: 'accueil', name: 'Accueil', newest: [{ title: 'Cinq' }] } },
      {
        count: 4,
        within: { space: 'entraide', name: 'Entraide', newest: [{ title: 'Quatre' }, { title: 'Trois' }, { title: 'Deux' }] },
      },
    ])
    expect(await unreadOf(member)).toBe(2)
    expect(await listOf(other, 'thread')).toEqual([])
    const ofGroup = await listOf(restricted, 'thread')
    expect(ofGroup.map(({ within }) => within?.space)).toEqual(['accueil', 'entraide'])
    expect((await listOf(told.people.facilitator, 'thread')).map(({ within }) => within?.space)).toContain('laval')
  })

  test('that were opened or taken back are not told any more', async () => {
    const { member, other } = told.people
    const [one, two] = [await told.threadBy(other, 'entraide', 'Un'), await told.threadBy(other, 'entraide', 'Deux')]
    expect(await told.settled(member, 'thread')).toMatchObject([{ count: 2 }])
    await member.mutate('discussions.markRead', { id: one })
    expect(await listOf(member, 'thread')).toMatchObject([{ count: 1, within: { newest: [{ id: two }] } }])
    await other.mutate('discussions.withdraw', { id: two })
    expect([await listOf(member, 'thread'), await unreadOf(member)]).toEqual([[], 0])
  })

  test('told to fewer than the space are told to those alone', async () => {
    const { member, other, restricted } = told.people
    const { memberId } = (await restricted.query('communities.current')).data.viewer
    const id = uuidv7(told.server.clock.now())
    const audience = { groups: [], members: [memberId] }
    const input = { id, space: 'entraide', kind: 'question', title: 'À part', body: 'Texte', audience }
    expect((await other.mutate('discussions.createThread', input)).error).toBeUndefined()
    expect(await told.settled(restricted, 'thread')).toMatchObject([{ within: { space: 'entraide', newest: [{ id }] } }])
    expect(await listOf(member, 'thread')).toEqual([])
  })
})

describe('what concerns a member', () => {
  test('replies to her discussion are told together, without her own, and no more once she has looked', async () => {
    const thread = await told.threadBy(told.people.member)
    await told.replyBy(told.people.member, thread)
    await told.replyBy(told.people.other, thread)
    await told.replyBy(told.people.restricted, thread)
    const [item, ...rest] = await told.settled(told.people.member)
    expect(rest).toEqual([])
    expect(item).toMatchObject({
      kind: 'reply',
      count: 2,
      read: false,
      thread: { id: thread, title: 'Titre', space: 'entraide' },
    })
    expect(await unreadOf(told.people.member)).toBe(1)
    await told.people.member.mutate('notifications.markRead', { id: item!.id })
    expect(await unreadOf(told.people.member)).toBe(0)
    expect(await listOf(told.people.member)).toMatchObject([{ read: true }])
    server.clock.advance(MINUTE)
    await told.replyBy(told.people.other, thread)
    expect(await told.settled(told.people.member)).toMatchObject([{ count: 1, read: false }])
  })

  test('gestures to her message are counted in persons; one that is taken back is not', async () => {
    const post = await told.threadBy(told.people.member)
    for (const who of [told.people.other, told.people.restricted]) {
      for (const key of ['thanks', 'recognise']) await who.mutate('discussions.react', { postId: post, key, on: true })
    }
    expect(await told.settled(told.people.member)).toMatchObject([{ kind: 'reaction', count: 2, post }])
    for (const key of ['thanks', 'recognise'])
      await told.people.other.mutate('discussions.react', { postId: post, key, on: false })
    expect(await told.settled(told.people.member)).toMatchObject([{ count: 1 }])
    for (const key of ['thanks', 'recognise'])
      await told.people.restricted.mutate('discussions.react', { postId: post, key, on: false })
    expect(await told.settled(told.people.member)).toEqual([])
  })

  test('a new charter is told to everybody but who published it, until it is signed', async () => {
    const charter = { id: uuidv7(server.clock.now()), language: 'fr-CA', text: 'Ce qui se dit ici reste ici.', replaces: null }
    expect((await told.people.facilitator.mutate('charter.publish', charter)).error).toBeUndefined()
    expect(await told.settled(told.people.member)).toMatchObject([{ kind: 'charter', charter: charter.id, count: 1 }])
    expect(await listOf(told.people.facilitator)).toEqual([])
    const { hash } = (await told.people.member.query('charter.read', { id: charter.id })).data
    await told.people.member.mutate('charter.sign', { id: charter.id, hash })
    expect(await listOf(told.people.member)).toEqual([])
  })

  test('a change of her place is told to her alone', async () => {
    const { memberId } = (await told.people.member.query('communities.current')).data.viewer
    await told.people.facilitator.mutate('members.place', { member: memberId, organisation: null })
    expect(await told.settled(told.people.member)).toMatchObject([{ kind: 'membership', count: 1 }])
    expect(await listOf(told.people.other)).toEqual([])
  })

  test('is asked again when it is read: not of a space that she no longer reads', async () => {
    const thread = await told.threadBy(told.people.restricted, 'laval')
    await told.replyBy(told.people.facilitator, thread)
    expect(await told.settled(told.people.restricted)).toHaveLength(1)
    await server.owner.deleteFrom('group_member').execute()
    expect(await listOf(told.people.restricted)).toEqual([])
    expect(await unreadOf(told.people.restricted)).toBe(0)
  })

  test('one of another’s cannot be marked: it does not exist', async () => {
    await told.replyBy(told.people.other, await told.threadBy(told.people.member))
    const [item] = await told.settled(told.people.member)
    const refused = await told.people.other.mutate('notifications.markRead', { id: item!.id })
    const absent = await told.people.other.mutate('notifications.markRead', { id: uuidv7(0) })
    expect(refused.error?.code).toBe('not_found')
    expect(refused.text).toBe(absent.text)
    expect(await listOf(told.people.member)).toMatchObject([{ read: false }])
  })
})

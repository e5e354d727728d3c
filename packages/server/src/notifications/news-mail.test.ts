import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { testServer, type TestServer } from '../../test/server.ts'
import { DAY, MINUTE, Told, atOnce, patience } from '../../test/told.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

let told: Told
beforeEach(async () => {
  told = await Told.of(server)
})

describe('mails of what happened', () => {
  test('at once: after a minute, without a word of what was written nor a name', async () => {
    await atOnce(told.people.member)
    await told.replyBy(told.people.other, await told.threadBy(told.people.member))
    await told.settled(told.people.member)
    expect(told.newsTo('member')).toEqual([])
    server.clock.advance(2 * MINUTE)
    await told.sent()
    const [mail, ...rest] = told.newsTo('member')
    expect(rest).toEqual([])
    expect(mail?.subject).toBe('Du nouveau pour vous')
    expect(mail?.text).toContain('une réponse là où vous avez écrit')
    for (const part of ['secrète', 'Titre', 'Kim']) expect(mail!.text + mail!.html).not.toContain(part)
  })

  test('a reply that is taken back within the minute sends nothing', async () => {
    await atOnce(told.people.member)
    const reply = await told.replyBy(told.people.other, await told.threadBy(told.people.member))
    await told.settled(told.people.member)
    expect((await told.people.other.mutate('discussions.withdraw', { id: reply })).error).toBeUndefined()
    server.clock.advance(2 * MINUTE)
    await told.sent()
    expect(told.newsTo('member')).toEqual([])
  })

  test('a discussion that is taken back before its mail leaves sends nothing', async () => {
    const { member, other } = told.people
    await member.mutate('notifications.setRhythm', { space: 'entraide', rhythm: 'at_once' })
    const thread = await told.threadBy(other)
    await told.settled(member)
    await other.mutate('discussions.withdraw', { id: thread })
    server.clock.advance(2 * MINUTE)
    await told.sent()
    expect(told.newsTo('member')).toEqual([])
  })

  test('new discussions come by digest, also to who wants the rest at once', async () => {
    const { member, other } = told.people
    await atOnce(member)
    await told.threadBy(other, 'entraide')
    await told.threadBy(other, 'accueil')
    await told.settled(member)
    server.clock.advance(2 * MINUTE)
    await told.sent()
    expect(told.newsTo('member')).toEqual([])
    server.clock.advance(2 * DAY)
    await told.sent()
    expect(told.newsTo('member')).toHaveLength(1)
    expect(told.newsTo('member')[0]?.text).toContain('2\u00a0nouvelles discussions')
    expect(told.newsTo('member')[0]?.text).not.toContain('Titre')
  })

  test('new discussions come at once of a space for which she asked that, and never of one for which she wants none', async () => {
    const { member, other } = told.people
    await member.mutate('notifications.setRhythm', { space: 'entraide', rhythm: 'at_once' })
    await member.mutate('notifications.setRhythm', { space: 'accueil', rhythm: 'never' })
    await told.threadBy(other, 'entraide')
    await told.threadBy(other, 'accueil')
    await told.settled(member)
    server.clock.advance(2 * MINUTE)
    await told.sent()
    expect(told.newsTo('member')[0]?.text).toContain('une nouvelle discussion')
    server.clock.advance(2 * DAY)
    await told.sent()
    expect(told.newsTo('member')).toHaveLength(1)
  })

  test('what she has read in its place sends nothing', async () => {
    const { member, other } = told.people
    await atOnce(member)
    const thread = await told.threadBy(member)
    await told.replyBy(other, thread)
    await told.settled(member)
    server.clock.advance(1_000)
    await member.mutate('discussions.markRead', { id: thread })
    server.clock.advance(2 * MINUTE)
    await told.sent()
    expect(told.newsTo('member')).toEqual([])
  })

  test('what she has seen meanwhile sends nothing', async () => {
    await atOnce(told.people.member)
    await told.replyBy(told.people.other, await told.threadBy(told.people.member))
    await told.settled(told.people.member)
    await told.people.member.mutate('notifications.markRead', {})
    server.clock.advance(2 * MINUTE)
    await told.sent()
    expect(told.newsTo('member')).toEqual([])
  })

  test('what she may no longer read sends nothing', async () => {
    await atOnce(told.people.restricted)
    await told.replyBy(told.people.facilitator, await told.threadBy(told.people.restricted, 'laval'))
    await told.settled(told.people.restricted)
    await server.owner.deleteFrom('group_member').execute()
    server.clock.advance(2 * MINUTE)
    await told.sent()
    expect(told.newsTo('restricted')).toEqual([])
  })

  test('unless told, once a day: all of a day in one mail, and nothing of it the day after', async () => {
    const thread = await told.threadBy(told.people.member)
    await told.replyBy(told.people.other, thread)
    await told.settled(told.people.member)
    server.clock.advance(30 * MINUTE)
    told.people.restricted = await told.enter('restricted')
    await told.people.restricted.mutate('discussions.react', { postId: thread, key: 'thanks', on: true })
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
    expect(told.newsTo('member')).toEqual([])
    server.clock.advance(2 * DAY)
    await told.sent()
    expect(told.newsTo('member')).toHaveLength(1)
    expect(told.newsTo('member')[0]?.text).toMatch(/une réponse[^]*un geste/)
    server.clock.advance(2 * DAY)
    await told.sent()
    expect(told.newsTo('member')).toHaveLength(1)
  })

  test('never in general, and at once for one space', async () => {
    await told.people.member.mutate('notifications.setRhythm', { rhythm: 'never' })
    const { data } = await told.people.member.mutate('notifications.setRhythm', { space: 'accueil', rhythm: 'at_once' })
    expect(data).toMatchObject({ general: { rhythm: 'never' }, spaces: [{ space: 'accueil', rhythm: 'at_once' }] })
    await told.replyBy(told.people.other, await told.threadBy(told.people.member))
    await told.settled(told.people.member)
    server.clock.advance(2 * DAY)
    await told.sent()
    expect(told.newsTo('member')).toEqual([])
    const [member, other] = [await told.enter('member'), await told.enter('other')]
    await told.replyBy(other, await told.threadBy(member, 'accueil'))
    await told.settled(member)
    server.clock.advance(2 * MINUTE)
    await told.sent()
    expect(told.newsTo('member')).toHaveLength(1)
  })

  test('whoever stops them by the mail has chosen “never”, also for mails that wait', async () => {
    await atOnce(told.people.member)
    const thread = await told.threadBy(told.people.member)
    await told.replyBy(told.people.other, thread)
    await told.settled(told.people.member)
    server.clock.advance(2 * MINUTE)
    await told.sent()
    await told.replyBy(told.people.other, thread)
    await told.settled(told.people.member)
    await fetch(told.newsTo('member')[0]!.stopUrl!, { method: 'POST' })
    expect((await told.people.member.query('notifications.rhythms')).data.general).toEqual({ rhythm: 'never', days: [] })
    server.clock.advance(2 * MINUTE)
    await told.sent()
    expect(told.newsTo('member')).toHaveLength(1)
  })
})

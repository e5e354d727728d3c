import { env } from 'node:process'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { become } from '../db/openings.ts'
import { OpeningTransaction } from '../db/viewer-transaction.ts'
import { uuidv7 } from '../ids.ts'
import { messageIdOf } from '../../test/mail-server.ts'
import { addMembers, asWorker, mailing, type Mailing } from '../../test/mailing.ts'
import { mailKind } from './mail-kind.ts'
import { queueMail } from './mail-queue.ts'

const MINUTE = 60_000

let it: Mailing
beforeAll(async () => {
  it = await mailing()
})
afterAll(() => it?.[Symbol.asyncDispose]())
beforeEach(() => {
  it.smtp.received.length = 0
  it.smtp.refusals.clear()
  it.told.length = 0
})

const receivers = () => it.smtp.received.map(({ to }) => to[0]!).sort()

describe('a mail in the queue', () => {
  test('leaves once, to the address of the member, and forgets what it was made of', async () => {
    const memberId = await it.memberOf('member')
    const id = await it.queue({ memberId, facts: { reply: '3' } })
    expect(await it.sender.sendDue()).toBe(1)
    expect(await it.sender.sendDue()).toBe(0)
    expect(receivers()).toEqual([it.addressOf('member')])
    expect(messageIdOf(it.smtp.received[0]!)).toBe(`<${id}@cercle.example>`)
    const row = await it.owner.selectFrom('mail_queue').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ outcome: 'sent', address: null, facts: {}, tries: 1 })
  })

  test('waits for its time', async () => {
    const id = await it.queue({ memberId: await it.memberOf('member'), notBefore: new Date(it.clock.now() + MINUTE) })
    expect(await it.sender.sendDue()).toBe(0)
    it.clock.advance(MINUTE)
    expect(await it.sender.sendDue()).toBe(1)
    expect(await it.outcomeOf(id)).toMatchObject({ outcome: 'sent' })
  })

  test('that is written twice under one id leaves once', async () => {
    const memberId = await it.memberOf('member')
    const id = await it.queue({ memberId })
    await it.queue({ memberId, id })
    expect(await it.sender.sendDue()).toBe(1)
    await it.queue({ memberId, id })
    expect(await it.sender.sendDue()).toBe(0)
  })

  test('of a transaction that is taken back never leaves', async () => {
    const memberId = await it.memberOf('member')
    const mail = { communityId: it.communityId, kind: 'news', language: 'fr-CA', facts: {}, memberId } as const
    const failing = asWorker(it.database, async (db) => {
      await queueMail(db, { ...mail, id: uuidv7(0), at: new Date(it.clock.now()) })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await it.sender.sendDue()).toBe(0)
  })

  test('by a stranger that names nobody goes to each who facilitates, and to nobody else', async () => {
    const opening = become(null, null, it.slug, new Date(it.clock.now()))
    const transaction = new OpeningTransaction(it.database.pool, 'begin', opening)
    const mail = { communityId: it.communityId, kind: 'news', language: 'fr-CA', facts: {} } as const
    await queueMail(transaction.db, { ...mail, id: uuidv7(1), at: new Date(it.clock.now()) })
    await transaction.end('commit')
    expect(await it.sender.sendDue()).toBe(1)
    expect(receivers()).toEqual([it.addressOf('facilitator')])
  })

  test('is sent by one of several who look at the same time', async () => {
    for (const memberId of await addMembers(it, 40)) await it.queue({ memberId })
    const counts = await Promise.all([it.sender, it.anotherSender(), it.anotherSender()].map((one) => one.sendDue()))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40)
    expect(new Set(it.smtp.received.map(messageIdOf)).size).toBe(40)
    expect(it.smtp.received).toHaveLength(40)
  })

  test('whose sender died is sent by another, when its time is over, under the same id', async () => {
    const id = await it.queue({ memberId: await it.memberOf('member') })
    let began: (() => void) | undefined
    const isUnderWay = new Promise<void>((resolve) => (began = resolve))
    const dead = it.anotherSender({
      mail: { send: () => (began?.(), new Promise(() => {})), [Symbol.asyncDispose]: async () => {} },
    })
    void dead.sendDue()
    await isUnderWay
    expect(await it.sender.sendDue()).toBe(0)
    it.clock.advance(2 * MINUTE)
    expect(await it.sender.sendDue()).toBe(1)
    expect(messageIdOf(it.smtp.received[0]!)).toBe(`<${id}@cercle.example>`)
  })
})

describe('in which language it is written is asked when it is sent', () => {
  const subjectOf = () => /^Subject: (.*)$/mu.exec(it.smtp.received.at(-1)!.raw)?.[1]

  test('that which she chose, or that of the community; also of a mail to the address of a member', async () => {
    const memberId = await it.memberOf('member')
    await it.queue({ memberId })
    await it.sender.sendDue()
    const french = subjectOf()
    const chosen = { community_id: it.communityId, member_id: memberId, availability: null, language: 'en-CA' as const }
    await it.owner.insertInto('member_profile').values(chosen).execute()
    await it.queue({ memberId })
    await it.sender.sendDue()
    expect(subjectOf()).not.toBe(french)
    await it.queue({ memberId: await it.memberOf('other') })
    await it.sender.sendDue()
    expect(subjectOf()).toBe(french)
    await it.owner.deleteFrom('member_profile').execute()
  })

  test('says the words of the community in its own language alone', async () => {
    await it.owner
      .updateTable('community')
      .set({ vocabulary: JSON.stringify({ facilitator: 'la gardienne' }) })
      .execute()
    const memberId = await it.memberOf('member')
    const write = (_: unknown, { facilitator = 'ours' }: { facilitator?: string }) => ({
      subject: facilitator,
      paragraphs: ['x'],
    })
    const news = mailKind({ reach: 'member', write: { 'fr-CA': write, 'en-CA': write } })
    const sender = it.anotherSender({ kinds: { news } })
    for (const [language, said] of [
      ['fr-CA', 'la gardienne'],
      ['en-CA', 'ours'],
    ] as const) {
      const chosen = { community_id: it.communityId, member_id: memberId, availability: null, language }
      await it.owner.insertInto('member_profile').values(chosen).execute()
      await it.queue({ memberId })
      await sender.sendDue()
      expect(it.smtp.received.at(-1)!.raw).toContain(`Subject: ${said}`)
      await it.owner.deleteFrom('member_profile').execute()
    }
  })
})

describe('who may have it is asked when it is sent', () => {
  test.each(['pending', 'suspended', 'removed', 'orphan'])('not a member who is %s', async (key) => {
    const id = await it.queue({ memberId: await it.memberOf(key) })
    expect(await it.sender.sendDue()).toBe(0)
    expect(await it.outcomeOf(id)).toMatchObject({ outcome: 'dropped' })
  })

  test('a mail about a space does not reach who no longer reads it', async () => {
    const { id: spaceId } = await it.owner.selectFrom('space').select('id').where('slug', '=', 'laval').executeTakeFirstOrThrow()
    await it.queue({ memberId: await it.memberOf('restricted'), spaceId })
    await it.queue({ memberId: await it.memberOf('other'), spaceId })
    await it.sender.sendDue()
    expect(receivers()).toEqual([it.addressOf('restricted')])
  })

  test('an address that is no member’s does not get what is for members, nor the other way round', async () => {
    const both = ['address', 'facilitator', 'reader'] as const
    const write = () => ({ subject: 'Bonjour', paragraphs: ['Bonjour'] })
    const kinds = Object.fromEntries(both.map((reach) => [reach, mailKind({ reach, write: { 'fr-CA': write, 'en-CA': write } })]))
    const sender = it.anotherSender({ kinds })
    for (const kind of both as unknown as readonly 'news'[]) {
      const mail = { communityId: it.communityId, language: 'fr-CA', facts: {}, at: new Date(it.clock.now()) } as const
      const row = { community_id: it.communityId, kind, topic: null, language: mail.language, facts: '{}', space_id: null }
      const times = { created_at: mail.at, due_at: mail.at }
      for (const memberId of [null, await it.memberOf('member'), await it.memberOf('facilitator')]) {
        const whom = { member_id: memberId, address: memberId === null ? 'ines@ailleurs.example' : null }
        await it.owner
          .insertInto('mail_queue')
          .values({ ...row, ...times, ...whom, id: uuidv7(it.clock.now()) })
          .execute()
      }
    }
    await sender.sendDue()
    const [facilitator, member] = [it.addressOf('facilitator'), it.addressOf('member')]
    expect(receivers()).toEqual([facilitator, facilitator, member, 'ines@ailleurs.example'].sort())
  })

  const removed = Number(env.CERCLE_MAILS_REMOVED ?? 30)
  test(`${removed} members removed between the writing and the sending: 0 mails`, async () => {
    const members = await addMembers(it, removed)
    for (const memberId of members) await it.queue({ memberId })
    await it.owner.updateTable('member').set({ status: 'removed' }).where('id', 'in', members).execute()
    expect(await it.sender.sendDue()).toBe(0)
    expect(it.smtp.received).toEqual([])
    const left = it.owner.selectFrom('mail_queue').select('outcome').where('member_id', 'in', members).distinct()
    expect(await left.execute()).toEqual([{ outcome: 'dropped' }])
  })
})

import { env } from 'node:process'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { messageIdOf } from '../../test/mail-server.ts'
import { addMembers, asWorker, mailing, type Mailing } from '../../test/mailing.ts'
import type { Db } from '../db/tables.ts'
import { mailKind } from './mail-kind.ts'
import { queueMail } from './mail-queue.ts'
import { uuidv7 } from '../ids.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

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

const count = Number(env.CERCLE_MAILS ?? 60)
test(
  `the mail server away for an hour while ${count} mails are on their way: none lost, at most 1 in 10,000 doubled`,
  { timeout: 120_000 + 20 * count },
  async () => {
    const members = await addMembers(it, count)
    const at = new Date(it.clock.now())
    const ids = members.map(() => uuidv7(it.clock.now()))
    await asWorker(it.database, async (db) => {
      for (const [index, memberId] of members.entries())
        await queueMail(db, {
          id: ids[index]!,
          communityId: it.communityId,
          kind: 'news',
          memberId,
          language: 'fr-CA',
          facts: {},
          at,
        })
    })
    const sending = it.sender.sendDue()
    await expect.poll(() => it.smtp.received.length, { interval: 1, timeout: 60_000 }).toBeGreaterThan(count / 4)
    await it.smtp.close()
    await sending
    const before = it.smtp.received.length
    expect(before).toBeLessThan(count)
    for (let passed = 0; passed < HOUR; passed += MINUTE) {
      it.clock.advance(MINUTE)
      await it.sender.sendDue()
    }
    expect(it.smtp.received).toHaveLength(before)
    await it.smtp.reopen()
    for (let passed = 0; passed < 5 * MINUTE; passed += MINUTE) {
      it.clock.advance(MINUTE)
      await it.sender.sendDue()
    }
    const arrived = new Map<string, number>()
    for (const mail of it.smtp.received) arrived.set(messageIdOf(mail)!, (arrived.get(messageIdOf(mail)!) ?? 0) + 1)
    const lost = ids.filter((id) => !arrived.has(`<${id}@cercle.example>`))
    const doubled = [...arrived.values()].filter((times) => times > 1).length
    console.log(`${count} mails, ${before} before the outage, ${lost.length} lost, ${doubled} doubled`)
    expect(lost).toEqual([])
    expect(doubled).toBeLessThanOrEqual(Math.ceil(count / 10_000))
  },
)

describe('what a mail server says of one mail', () => {
  test('“no such box”: it is parked, and nothing more goes to that address', async () => {
    const memberId = await it.memberOf('member')
    it.smtp.refusals.set(it.addressOf('member'), { code: 550, words: '5.1.1 no such box' })
    const id = await it.queue({ memberId })
    await it.sender.sendDue()
    expect(await it.outcomeOf(id)).toMatchObject({ outcome: 'parked' })
    it.smtp.refusals.clear()
    const next = await it.queue({ memberId })
    expect(await it.sender.sendDue()).toBe(0)
    expect(await it.outcomeOf(next)).toMatchObject({ outcome: 'dropped' })
  })

  test('“not from you”: it is parked, and the next is tried', async () => {
    const memberId = await it.memberOf('other')
    it.smtp.refusals.set(it.addressOf('other'), { code: 550, words: '5.7.1 blocked' })
    const id = await it.queue({ memberId })
    await it.sender.sendDue()
    expect(await it.outcomeOf(id)).toMatchObject({ outcome: 'parked' })
    it.smtp.refusals.clear()
    await it.queue({ memberId })
    expect(await it.sender.sendDue()).toBe(1)
  })

  test('“later”: it waits longer each time, and the others do not wait for it', async () => {
    const [slow, quick] = await addMembers(it, 2)
    const { email } = await it.owner
      .selectFrom('member as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .select('p.email')
      .where('m.id', '=', slow!)
      .executeTakeFirstOrThrow()
    it.smtp.refusals.set(email, { code: 451, words: '4.7.1 greylisted' })
    const id = await it.queue({ memberId: slow! })
    await it.queue({ memberId: quick! })
    expect(await it.sender.sendDue()).toBe(1)
    expect(await it.outcomeOf(id)).toEqual({ outcome: null, tries: 1, due_at: new Date(it.clock.now() + MINUTE) })
    it.clock.advance(MINUTE)
    await it.sender.sendDue()
    expect(await it.outcomeOf(id)).toEqual({ outcome: null, tries: 2, due_at: new Date(it.clock.now() + 2 * MINUTE) })
    it.smtp.refusals.clear()
    it.clock.advance(2 * MINUTE)
    expect(await it.sender.sendDue()).toBe(1)
  })

  test('“later”, for two days: it is parked', async () => {
    const memberId = await it.memberOf('restricted')
    it.smtp.refusals.set(it.addressOf('restricted'), { code: 451, words: '4.7.1 greylisted' })
    const id = await it.queue({ memberId })
    const began = it.clock.now()
    while ((await it.outcomeOf(id)).outcome === null && it.clock.now() - began < 96 * HOUR) {
      await it.sender.sendDue()
      it.clock.advance(HOUR)
    }
    expect(await it.outcomeOf(id)).toMatchObject({ outcome: 'parked' })
    expect((it.clock.now() - began) / HOUR).toBeGreaterThan(40)
    expect(it.told.map(([message]) => message)).toContain('a mail was parked after many tries')
  })
})

describe('a mail that cannot be written', () => {
  const write = () => {
    throw new Error('poison')
  }

  test('is parked at once with what it was made of, and the others leave', async () => {
    const memberId = await it.memberOf('facilitator')
    const id = await it.queue({ memberId, facts: { reply: '7' } })
    await it
      .anotherSender({ kinds: { news: mailKind({ reach: 'member', write: { 'fr-CA': write, 'en-CA': write } }) } })
      .sendDue()
    const row = await it.owner.selectFrom('mail_queue').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ outcome: 'parked', facts: { reply: '7' } })
    expect(JSON.stringify(it.told)).not.toContain('poison')
    await it.queue({ memberId })
    expect(await it.sender.sendDue()).toBe(1)
  })

  test('because what it tells of cannot be asked for holds nobody up, and is tried again', async () => {
    const memberId = await it.memberOf('facilitator')
    const id = await it.queue({ memberId })
    await it.queue({ memberId: await it.memberOf('restricted') })
    const gather = async (db: Db, mail: { id: string }) => {
      if (mail.id === id) await sql`select 1 / 0`.execute(db)
      return { reply: '1' }
    }
    expect(await it.anotherSender({ gather: { news: gather } }).sendDue()).toBe(1)
    expect(await it.outcomeOf(id)).toMatchObject({ outcome: null, tries: 1 })
    it.clock.advance(2 * MINUTE)
    expect(await it.sender.sendDue()).toBe(1)
  })

  test('of a kind that a newer version knows waits for that version', async () => {
    const id = await it.queue({ memberId: await it.memberOf('facilitator') })
    expect(await it.anotherSender({ kinds: {} }).sendDue()).toBe(0)
    expect(await it.outcomeOf(id)).toMatchObject({ outcome: null })
    it.clock.advance(MINUTE)
    expect(await it.sender.sendDue()).toBe(1)
  })
})

import { randomUUID } from 'node:crypto'
import { MovableClock } from '../src/clock.ts'
import { seedCommunity } from '../src/communities/seed.service.ts'
import type { Database } from '../src/db/database.ts'
import { ownerDb } from '../src/db/migrate.ts'
import { becomeWorker } from '../src/db/openings.ts'
import type { Db } from '../src/db/tables.ts'
import { OpeningTransaction } from '../src/db/viewer-transaction.ts'
import { uuidv7 } from '../src/ids.ts'
import type { LogFields, Logger } from '../src/logger.ts'
import { queueMail, type QueuedMail } from '../src/mail/mail-queue.ts'
import { MailSender, type MailSenderParts } from '../src/mail/mail-sender.ts'
import { createSmtpTransport } from '../src/mail/smtp-transport.ts'
import { testDatabase } from './database.ts'
import { mailServer, type MailServer } from './mail-server.ts'
import { communitySeed } from './server.ts'

export interface Mailing extends AsyncDisposable {
  database: Database
  owner: Db
  clock: MovableClock
  smtp: MailServer
  communityId: string
  slug: string
  sender: MailSender
  /** Another process's, over the same rows. */
  anotherSender(change?: Partial<MailSenderParts>): MailSender
  told: [string, LogFields | undefined][]
  memberOf(key: string): Promise<string>
  addressOf(key: string): string
  /** Within a transaction of housekeeping. */
  queue(mail: Partial<QueuedMail<'news'>>): Promise<string>
  outcomeOf(id: string): Promise<{ outcome: string | null; tries: number; due_at: Date }>
}

/** A community in a database of its own, a real mail server, and who sends by it. */
export async function mailing(): Promise<Mailing> {
  await using opening = new AsyncDisposableStack()
  const database = opening.use(await testDatabase())
  const smtp = opening.use(await mailServer())
  const began = Date.now()
  const clock = new MovableClock({ now: () => began })
  const owner = ownerDb(database)
  const { slug, communityId } = await foundCommunity(owner, clock)
  const told: Mailing['told'] = []
  const tell = (message: string, fields?: LogFields) => void told.push([message, fields])
  const log: Logger = { info: tell, warn: tell, error: tell }
  const publicUrl = 'https://cercle.example'
  const mail = opening.use(createSmtpTransport({ url: smtp.url, publicUrl }))
  const anotherSender = (change: Partial<MailSenderParts> = {}) =>
    new MailSender({ pool: database.pool, clock, log, mail, publicUrl: () => publicUrl, ...change })
  const addressOf = (key: string) => `${key}@${slug}.example`
  const open = opening.move()
  return {
    database,
    owner,
    clock,
    smtp,
    communityId,
    slug,
    sender: anotherSender(),
    anotherSender,
    told,
    addressOf,
    memberOf: (key) => memberAt(owner, communityId, addressOf(key)),
    async queue(change) {
      const at = new Date(clock.now())
      const plain = {
        id: uuidv7(clock.now()),
        communityId,
        kind: 'news',
        language: 'fr-CA',
        facts: { reply: '1' },
        at,
      } as const
      const whole: QueuedMail<'news'> = { ...plain, ...change }
      await asWorker(database, (db) => queueMail(db, whole))
      return whole.id
    },
    outcomeOf: (id) =>
      owner.selectFrom('mail_queue').select(['outcome', 'tries', 'due_at']).where('id', '=', id).executeTakeFirstOrThrow(),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

async function foundCommunity(owner: Db, clock: MovableClock): Promise<{ slug: string; communityId: string }> {
  const seed = communitySeed({ name: 'Réseau <b>' })
  await seedCommunity(owner, clock, seed)
  const { id } = await owner.selectFrom('community').select('id').where('slug', '=', seed.slug).executeTakeFirstOrThrow()
  return { slug: seed.slug, communityId: id }
}

const memberAt = async (owner: Db, communityId: string, email: string): Promise<string> => {
  const query = owner.selectFrom('member as m').innerJoin('person as p', 'p.id', 'm.person_id').select('m.id')
  const row = await query.where('p.email', '=', email).where('m.community_id', '=', communityId).executeTakeFirstOrThrow()
  return row.id
}

export async function asWorker(database: Database, work: (db: Db) => Promise<void>): Promise<void> {
  const transaction = new OpeningTransaction(database.pool, 'begin', becomeWorker())
  try {
    await work(transaction.db)
    await transaction.end('commit')
  } catch (error) {
    await transaction.end('rollback').catch(() => {})
    throw error
  }
}

/** So many more members, who may have any mail. Answers their ids. */
export async function addMembers({ owner, communityId, clock }: Mailing, count: number): Promise<string[]> {
  const created_at = new Date(clock.now())
  const people = Array.from({ length: count }, () => ({ id: randomUUID(), email: `${randomUUID()}@foule.example`, created_at }))
  const place = { community_id: communityId, organisation_id: null, name: 'Alix', status: 'active' as const, created_at }
  const members = people.map(({ id }) => ({ ...place, id: randomUUID(), person_id: id }))
  for (let start = 0; start < count; start += 500) {
    await owner
      .insertInto('person')
      .values(people.slice(start, start + 500))
      .execute()
    await owner
      .insertInto('member')
      .values(members.slice(start, start + 500))
      .execute()
  }
  return members.map(({ id }) => id)
}

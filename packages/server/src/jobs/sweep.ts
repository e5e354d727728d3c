import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Clock } from '../clock.ts'
import { becomeWorker } from '../db/openings.ts'
import type { Db } from '../db/tables.ts'
import { OpeningTransaction } from '../db/viewer-transaction.ts'
import { errorFields, type Logger } from '../logger.ts'
import { eraseExpired, forgetReadings } from './retention.ts'
import { countSignIns } from './sign-in-days.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** A code is worth nothing after 15 minutes; its row still counts mails per hour. */
const LOGIN_KEPT = 24 * HOUR
const REVOKED_KEPT = 30 * DAY
/** A restoration that began at the last moment is long over by then, so the two never meet. */
const WITHDRAWAL_GRACE = 60 * 1000
/** As long as a backup may be put back, and a month. Milliseconds. */
export const ERASURES_KEPT = 400 * DAY
/** Who looked at what: longer than anybody would ask about it. */
const NOTES_KEPT = 400 * DAY
/** Of a mail that left only the key to stop its like is kept, for longer than any law asks. */
const MAILS_KEPT = 90 * DAY
const NOTIFICATIONS_KEPT = 90 * DAY
/** Of whoever asked to come in: as long as her link leads to it; and of an invitation, a while after its last day. */
const REQUESTS_KEPT = 180 * DAY
const INVITATIONS_KEPT = 90 * DAY
/** A call for help is kept so long after its last word; a telephone number so long after it was settled. */
const HELP_KEPT = 180 * DAY
const PHONE_KEPT = DAY
/** Rows of one transaction: a long absence is swept in several. */
const BATCH = 500
/** Readings of one transaction; they are small, and looking for them is not. */
const READINGS = 20 * BATCH
/** Names the advisory lock: of several processes one sweeps. */
const SWEEP_LOCK = 7_205_431

export interface SweepCounts {
  logins: number
  sessions: number
  /** Withdrawn texts that can no longer be put back. */
  withdrawals: number
  /** Texts that their space keeps no longer. */
  expired: number
  /** Marks of what people read, too old to serve. */
  readings: number
}

async function sweepLogins(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - LOGIN_KEPT)
  const { numDeletedRows } = await db.deleteFrom('login').where('expires_at', '<', before).executeTakeFirst()
  return Number(numDeletedRows)
}

/** What was asked of partners' sites, and what they said: worth nothing once it is over. And from where frames were asked for a month ago. */
async function sweepSiteAttempts(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('site_attempt').where('expires_at', '<', now).execute()
  await db.deleteFrom('site_assertion').where('expires_at', '<', now).execute()
  await db
    .deleteFrom('site_sighting')
    .where('seen_at', '<', new Date(now.getTime() - REVOKED_KEPT))
    .execute()
}

/** What a key was asked and did not answer in time. */
async function sweepChallenges(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('passkey_challenge').where('expires_at', '<', now).execute()
}

async function sweepSessions(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - REVOKED_KEPT)
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where((row) => row.or([row('absolute_expires_at', '<', now), row('revoked_at', '<', before)]))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

async function sweepErasures(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('erasure')
    .where('at', '<', new Date(now.getTime() - ERASURES_KEPT))
    .execute()
}

async function sweepNotes(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('access_note')
    .where('at', '<', new Date(now.getTime() - NOTES_KEPT))
    .execute()
}

/** What happened so long ago is no news. */
async function sweepNotifications(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('notification')
    .where('at', '<', new Date(now.getTime() - NOTIFICATIONS_KEPT))
    .execute()
}

/** An address that did not exist is tried again after as long: somebody may have mended it. */
async function sweepMails(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - MAILS_KEPT)
  await db.deleteFrom('mail_queue').where('outcome', 'is not', null).where('settled_at', '<', before).execute()
  await db.deleteFrom('mail_stop').where('reason', '=', 'bounced').where('at', '<', before).execute()
}

async function sweepRequests(db: Db, now: Date): Promise<void> {
  // One that waits is kept as long as its link; asking something back renews both.
  await db
    .deleteFrom('join_request')
    .where((row) => row.or([row('link_expires_at', '<', now), row('decided_at', '<', new Date(now.getTime() - REQUESTS_KEPT))]))
    .execute()
  await db
    .deleteFrom('invitation')
    .where('expires_at', '<', new Date(now.getTime() - INVITATIONS_KEPT))
    .execute()
}

async function sweepHelp(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('help_request')
    .where('word_at', '<', new Date(now.getTime() - HELP_KEPT))
    .execute()
  await db
    .updateTable('help_request')
    .set({ phone: null })
    .where('phone', 'is not', null)
    .where('settled_at', '<', new Date(now.getTime() - PHONE_KEPT))
    .execute()
}

interface PostKey {
  community_id: string
  post_id: string
}

/** What no author can put back is erased: the post that left no trace, and all that a trace still held. */
async function sweepWithdrawals(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - WITHDRAWAL_GRACE)
  const { rows } = await sql<PostKey>`delete from withdrawal where (community_id, post_id) in
    (select community_id, post_id from withdrawal where restorable_until < ${before} order by restorable_until limit ${BATCH})
    returning community_id, post_id`.execute(db)
  if (rows.length === 0) return 0
  const keys = sql`(select * from unnest(${rows.map((row) => row.community_id)}::uuid[], ${rows.map((row) => row.post_id)}::uuid[]))`
  // Of a short text a hash tells as much as the text, to whoever guesses.
  await sql`update post set input_hash = '' where (community_id, id) in ${keys} and withdrawn_at is not null`.execute(db)
  await sql`delete from revision where (community_id, post_id) in ${keys}`.execute(db)
  await sql`delete from reaction where (community_id, post_id) in ${keys}`.execute(db)
  await sql`delete from post where (community_id, id) in ${keys} and gone and id <> thread_id`.execute(db)
  // A thread goes with its opening, unless others' words are in it.
  await sql`delete from thread t where (community_id, id) in ${keys}
    and exists (select from post o where o.community_id = t.community_id and o.id = t.id and o.gone)
    and not exists (select from post p where p.community_id = t.community_id and p.thread_id = t.id and p.id <> t.id and not p.gone)`.execute(
    db,
  )
  return rows.length
}

/** One transaction of housekeeping, over all communities. `undefined`: another process is at it. */
async function sweepBatch(pool: Pool, now: Date, isHourly: boolean): Promise<SweepCounts | undefined> {
  const transaction = new OpeningTransaction(pool, 'begin', becomeWorker())
  const { db } = transaction
  try {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${SWEEP_LOCK}) as mine,
      set_config('cercle.now', ${now.toISOString()}, true)`.execute(db)
    const counts = rows[0]?.mine ? await sweepAll(db, now, isHourly) : undefined
    await transaction.end('commit')
    return counts
  } catch (error) {
    await transaction.end('rollback').catch(() => {})
    throw error
  }
}

async function sweepAll(db: Db, now: Date, isHourly: boolean): Promise<SweepCounts> {
  await sweepErasures(db, now)
  await sweepNotes(db, now)
  await sweepRequests(db, now)
  await sweepHelp(db, now)
  await sweepMails(db, now)
  await sweepSiteAttempts(db, now)
  await sweepChallenges(db, now)
  await sweepNotifications(db, now)
  // of codes that go next
  await countSignIns(db, now)
  return {
    logins: await sweepLogins(db, now),
    sessions: await sweepSessions(db, now),
    withdrawals: await sweepWithdrawals(db, now),
    expired: await eraseExpired(db, now, BATCH),
    readings: isHourly ? await forgetReadings(db, now, READINGS) : 0,
  }
}

/**
 * Erases what is over: codes a day old, sessions that ended, texts withdrawn for good, texts that their space keeps no longer; and what takes
 * longer to find, if `isHourly`: what people read long ago.
 */
export async function sweepOnce(pool: Pool, clock: Clock, isHourly = true): Promise<SweepCounts> {
  const total: SweepCounts = { logins: 0, sessions: 0, withdrawals: 0, expired: 0, readings: 0 }
  const now = new Date(clock.now())
  for (;;) {
    const counts = await sweepBatch(pool, now, isHourly)
    if (!counts) return total
    for (const kind of Object.keys(total) as (keyof SweepCounts)[]) total[kind] += counts[kind]
    if (counts.withdrawals < BATCH && counts.expired < BATCH && counts.readings < READINGS) return total
  }
}

export interface SweepParts {
  pool: Pool
  clock: Clock
  log: Logger
  /** Milliseconds from one sweep to the next. */
  every: number
}

/** Sweeps again and again, one sweep at a time, until disposed; disposing waits for the one that runs. */
export function startSweep({ pool, clock, log, every }: SweepParts): AsyncDisposable {
  let running: Promise<void> | undefined
  let hourlyAt = -Infinity
  const sweep = async () => {
    const now = clock.now()
    const isHourly = now - hourlyAt >= HOUR
    const counts = await sweepOnce(pool, clock, isHourly)
    if (isHourly) hourlyAt = now
    const count = Object.values(counts).reduce((sum: number, one: number) => sum + one, 0)
    if (count > 0) log.info('swept', { count })
  }
  const timer = setInterval(() => {
    running ??= sweep()
      .catch((error: unknown) => log.error('a sweep failed', errorFields(error)))
      .finally(() => {
        running = undefined
      })
  }, every)
  timer.unref()
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await running
    },
  }
}

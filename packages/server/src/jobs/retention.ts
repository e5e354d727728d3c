import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/tables.ts'

interface TextKey {
  community_id: string
  id: string
}

/**
 * Who read what, and when, says more of a person than what she writes. It serves to mark what is new to her: kept for as long as the text may be, and
 * never longer than a year, after which nothing is new. Days.
 */
export const READINGS_KEPT = 365

/** `s` is a space that keeps its texts for a time; true for what of `column` is older than that. */
const isOver = (column: string, now: Date): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} < ${now}::timestamptz - make_interval(days => s.retention_days)`

/**
 * Erases what spaces have kept for as long as they say, at most `batch` of each kind; answers how many. Each text counts from the day on which it was
 * written: a discussion that goes on loses its old replies, and of its old beginning a trace stays that holds no word.
 */
export async function eraseExpired(db: Db, now: Date, batch: number): Promise<number> {
  // all of them in it are older: the rest goes with the thread
  const threads = await sql`delete from thread where (community_id, id) in (
    select t.community_id, t.id from space s join thread t on t.space_id = s.id and t.community_id = s.community_id
    where s.retention_days is not null and not t.gone and ${isOver('t.last_activity_at', now)} limit ${batch})`.execute(db)
  const replies = await sql`delete from post where (community_id, id) in (
    select p.community_id, p.id from space s join post p on p.space_id = s.id and p.community_id = s.community_id
    where s.retention_days is not null and p.id <> p.thread_id and ${isOver('p.created_at', now)} limit ${batch})`.execute(db)
  const openings =
    await sql<TextKey>`update post set source = '', body = '[]', input_hash = '', withdrawn_at = coalesce(withdrawn_at, ${now})
    where (community_id, id) in (
      select p.community_id, p.id from space s join post p on p.space_id = s.id and p.community_id = s.community_id
      where s.retention_days is not null and p.id = p.thread_id and p.input_hash <> '' and ${isOver('p.created_at', now)} limit ${batch})
    returning community_id, id`.execute(db)
  await forget(db, openings.rows)
  return [threads.numAffectedRows, replies.numAffectedRows].reduce((sum, count) => sum + Number(count ?? 0), openings.rows.length)
}

/** Forgets what people read longer ago than that, at most `batch` of it; answers how many. Looks at all of it: not for every minute. */
export async function forgetReadings(db: Db, now: Date, batch: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from reading where (community_id, member_id, thread_id) in (
    select r.community_id, r.member_id, r.thread_id from reading r
    join thread t on t.community_id = r.community_id and t.id = r.thread_id join space s on s.community_id = t.community_id and s.id = t.space_id
    where r.read_at < ${now}::timestamptz - make_interval(days => least(s.retention_days, ${READINGS_KEPT})) limit ${batch})`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}

/** What hangs on the beginning of a discussion that goes on: its title, earlier texts, gestures, what its author might have put back. */
async function forget(db: Db, openings: TextKey[]): Promise<void> {
  if (openings.length === 0) return
  const keys = sql`(select * from unnest(${openings.map((row) => row.community_id)}::uuid[], ${openings.map(({ id }) => id)}::uuid[]))`
  await sql`update thread set title = '', excerpt = '' where (community_id, id) in ${keys}`.execute(db)
  for (const table of ['revision', 'reaction', 'withdrawal'])
    await sql`delete from ${sql.table(table)} where (community_id, post_id) in ${keys}`.execute(db)
}

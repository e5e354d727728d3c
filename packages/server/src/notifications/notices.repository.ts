import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { QuietHours, RhythmView } from './notifications.schema.ts'

/*
 * What housekeeping writes: whom something concerns is said by functions of the database, which know of members what the role of housekeeping does
 * not.
 */

/** How far this reader has come; `undefined`: another process is reading. */
export async function lockCursor(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{ seq: number }>`
    select seq::float8 as seq from activity_cursor where reader = 'notifications' for update skip locked`.execute(db)
  return rows[0]?.seq
}

export async function setCursor(db: Db, seq: number): Promise<void> {
  await db
    .updateTable('activity_cursor')
    .set({ seq: String(seq) })
    .where('reader', '=', 'notifications')
    .execute()
}

export interface Happened {
  communityId: string
  kind: string
  actorId: string | null
  spaceId: string | null
  threadId: string | null
  subjectId: string | null
  at: Date
}

/** Notes it for whom it concerns. Answers the notifications that have no time for a mail yet. */
export async function takeNotice(db: Db, happened: Happened): Promise<string[]> {
  const { communityId, kind, actorId, spaceId, threadId, subjectId, at } = happened
  const { rows } = await sql<{ id: string | null }>`
    select notification_id as id from take_notice(${communityId}, ${kind}, ${actorId}, ${spaceId}, ${threadId}, ${subjectId}, ${at})`.execute(
    db,
  )
  return rows.flatMap(({ id }) => id ?? [])
}

export interface Unplanned {
  communityId: string
  id: string
  memberId: string
  language: 'fr-CA' | 'en-CA'
  timeZone: string
  /** `null`: nothing was chosen. */
  chosen: RhythmView | null
  quiet: QuietHours | null
}

/** For each of these, what its member chose: for its space, or else in general. */
export async function listUnplanned(db: Db, communityId: string, ids: string[]): Promise<Unplanned[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{
    id: string
    memberId: string
    language: 'fr-CA' | 'en-CA'
    timeZone: string
    rhythm: RhythmView['rhythm'] | null
    days: number[] | null
    quietFrom: number | null
    quietUntil: number | null
  }>`
    select n.id, n.member_id as "memberId", c.language, c.time_zone as "timeZone", coalesce(o.rhythm, g.rhythm) as rhythm,
      coalesce(o.days, g.days) as days, g.quiet_from as "quietFrom", g.quiet_until as "quietUntil"
    from notification n join community c on c.id = n.community_id
      left join thread t on t.community_id = n.community_id and t.id = n.thread_id
      left join space s on s.community_id = t.community_id and s.id = t.space_id
      left join mail_preference g on g.community_id = n.community_id and g.member_id = n.member_id and g.space_id is null
      left join mail_preference o on o.community_id = n.community_id and o.member_id = n.member_id and o.space_id = coalesce(s.home_id, s.id)
    where n.community_id = ${communityId} and n.id = any(${ids}::uuid[])`.execute(db)
  return rows.map(({ id, memberId, language, timeZone, rhythm, days, quietFrom, quietUntil }) => ({
    communityId,
    id,
    memberId,
    language,
    timeZone,
    chosen: rhythm === null ? null : { rhythm, days: days ?? [] },
    quiet: quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil },
  }))
}

export async function setMailAt(db: Db, communityId: string, ids: string[], at: Date): Promise<void> {
  await db
    .updateTable('notification')
    .set({ mail_at: at })
    .where('community_id', '=', communityId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
}

/** How many of each kind a mail tells of, as its member may know of them now. */
export async function gatherCounts(
  db: Db,
  mail: { communityId: string; memberId: string; id: string },
  now: Date,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select kind, count from gather_news(${mail.communityId}, ${mail.memberId}, ${mail.id}, ${now})`.execute(db)
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}

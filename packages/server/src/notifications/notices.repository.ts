import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { NotificationKind, QuietHours, RhythmView } from './notifications.schema.ts'

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

/** Notes it for whom it concerns. Answers whom, and the notifications that have no time for a mail yet. */
export async function takeNotice(db: Db, happened: Happened): Promise<{ members: string[]; unplanned: string[] }> {
  const { communityId, kind, actorId, spaceId, threadId, subjectId, at } = happened
  const { rows } = await sql<{ member: string; unplanned: string | null }>`
    select member, unplanned from take_notice(${communityId}, ${kind}, ${actorId}, ${spaceId}, ${threadId}, ${subjectId}, ${at})`.execute(
    db,
  )
  return { members: rows.map(({ member }) => member), unplanned: rows.flatMap(({ unplanned }) => unplanned ?? []) }
}

/** Who was told of something in this discussion. Served by notification_thread_idx. */
export async function listTold(db: Db, communityId: string, threadId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('notification')
    .select('member_id')
    .distinct()
    .where('community_id', '=', communityId)
    .where('thread_id', '=', threadId)
    .execute()
  return rows.map(({ member_id }) => member_id)
}

/** Who asked for this help: one, or nobody since it was erased. */
export async function listAskers(db: Db, communityId: string, helpId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('help_request')
    .select('member_id')
    .where('community_id', '=', communityId)
    .where('id', '=', helpId)
    .execute()
  return rows.map(({ member_id }) => member_id)
}

/** Told to every process once this transaction is committed. */
export async function tellChanged(db: Db, payload: string): Promise<void> {
  await sql`select pg_notify('cercle_notices', ${payload})`.execute(db)
}

export interface Unplanned {
  communityId: string
  id: string
  memberId: string
  language: 'fr-CA' | 'en-CA'
  timeZone: string
  kind: NotificationKind
  /** What was chosen, for its space and in general; `null`: nothing. */
  forSpace: RhythmView | null
  general: RhythmView | null
  quiet: QuietHours | null
}

/** For each of these, what its member chose: for its space, and in general. */
export async function listUnplanned(db: Db, communityId: string, ids: string[]): Promise<Unplanned[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{
    id: string
    memberId: string
    language: 'fr-CA' | 'en-CA'
    timeZone: string
    kind: NotificationKind
    spaceRhythm: RhythmView['rhythm'] | null
    spaceDays: number[] | null
    rhythm: RhythmView['rhythm'] | null
    days: number[] | null
    quietFrom: number | null
    quietUntil: number | null
  }>`
    select n.id, n.member_id as "memberId", n.kind, c.language, c.time_zone as "timeZone", o.rhythm as "spaceRhythm", o.days as "spaceDays",
      g.rhythm, g.days, g.quiet_from as "quietFrom", g.quiet_until as "quietUntil"
    from notification n join community c on c.id = n.community_id
      left join thread t on t.community_id = n.community_id and t.id = n.thread_id
      left join space s on s.community_id = t.community_id and s.id = t.space_id
      left join mail_preference g on g.community_id = n.community_id and g.member_id = n.member_id and g.space_id is null
      left join mail_preference o on o.community_id = n.community_id and o.member_id = n.member_id and o.space_id = coalesce(s.home_id, s.id, case n.kind when 'thread' then n.target_id end)
    where n.community_id = ${communityId} and n.id = any(${ids}::uuid[])`.execute(db)
  return rows.map(({ id, memberId, kind, language, timeZone, spaceRhythm, spaceDays, rhythm, days, quietFrom, quietUntil }) => ({
    communityId,
    id,
    memberId,
    language,
    timeZone,
    kind,
    forSpace: spaceRhythm === null ? null : { rhythm: spaceRhythm, days: spaceDays ?? [] },
    general: rhythm === null ? null : { rhythm, days: days ?? [] },
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

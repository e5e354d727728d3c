import { sql } from 'kysely'
import type { Keyset } from '../db/keyset.ts'
import { askedOf, readable } from '../db/readable.ts'
import type { Db } from '../db/tables.ts'
import type { SigningViewer } from '../viewer.ts'
import type { NotificationKind, QuietHours, RhythmView } from './notifications.schema.ts'

export interface NotificationRow {
  id: string
  kind: NotificationKind
  at: Date
  isRead: boolean
  targetId: string
  threadId: string | null
  title: string | null
  /** Where the discussion is, or new ones are. */
  space: string | null
  spaceName: string | null
  newest: { id: string; title: string }[] | null
  count: number
}

/** The most new discussions of a space that are counted. */
const MOST = 99

/**
 * New discussions in the space of `n`: those of others that stand and, until she has looked, that she has not opened. Driven by the space and the
 * circles within it: the latest of each, served by thread_feed_idx. `most`: of each.
 */
const newThreads = (viewer: SigningViewer, most: number) => sql`
        select f.* from space w cross join lateral (
          select f.id, f.title, f.created_at from thread f
            join post o on o.community_id = f.community_id and o.id = f.id and o.withdrawn_at is null
          where f.community_id = n.community_id and f.space_id = w.id and not f.gone and ${readable('f', viewer)}
            and f.last_activity_at >= n.since and f.created_at >= n.since and f.author_id <> n.member_id
            and (n.read_at is not null or not exists (
              select from reading g where g.community_id = n.community_id and g.member_id = n.member_id and g.thread_id = f.id))
          order by f.last_activity_at desc, f.id desc limit ${sql.lit(most)}) f
        where n.kind = 'thread' and w.community_id = n.community_id and coalesce(w.home_id, w.id) = n.target_id
        order by f.created_at desc, f.id desc limit ${sql.lit(most)}`

/** What the viewer may still know of, and was not taken back, newest first. Served by notification_member_idx. */
export async function listNotifications(
  db: Db,
  viewer: SigningViewer,
  { after, limit, unread = false }: { after?: Keyset | undefined; limit: number; unread?: boolean },
): Promise<NotificationRow[]> {
  const { communityId, memberId } = viewer
  const { rows } = await sql<NotificationRow>`
    select * from (
      select n.id, n.kind, n.at, n.read_at is not null or coalesce(r.read_at > n.at, false) as "isRead", n.target_id as "targetId", t.id as "threadId",
        t.title, h.slug as space, h.name as "spaceName", d.newest,
        case n.kind
          when 'reply' then (select count(*) from post p where p.community_id = n.community_id and p.thread_id = t.id and p.created_at >= n.since
            and (n.read_at is not null or r.read_at is null or r.read_at > n.at or p.created_at >= r.read_at)
            and p.id <> p.thread_id and p.author_id <> n.member_id and p.withdrawn_at is null and not p.gone)
          when 'thread' then case when h.id is null then 0 else d.count end
          when 'reaction' then (select count(distinct r.member_id) from reaction r
            join post p on p.community_id = r.community_id and p.id = r.post_id and p.thread_id = t.id
            where r.community_id = n.community_id and r.post_id = n.target_id and r.member_id <> n.member_id and p.withdrawn_at is null)
          when 'charter' then (select count(*) from charter c where c.community_id = n.community_id and c.version_id = n.target_id
            and ${askedOf('c', viewer)} and not exists (select from charter_signature g where g.community_id = c.community_id
              and g.member_id = n.member_id and g.version_id = c.version_id and g.withdrawn_at is null))
          when 'help' then (select count(*) from help_request q where q.community_id = n.community_id and q.id = n.target_id
            and q.member_id = n.member_id and ${!viewer.limited})
          else 1 end::integer as count
      from notification n
      left join thread t on t.community_id = n.community_id and t.id = n.thread_id and not t.gone and ${readable('t', viewer)}
      left join space s on s.community_id = t.community_id and s.id = t.space_id
      left join space h on h.community_id = n.community_id and h.id = coalesce(s.home_id, s.id, case n.kind when 'thread' then n.target_id end)
      left join reading r on r.community_id = n.community_id and r.member_id = n.member_id and r.thread_id = t.id
      left join lateral (select count(*)::integer as count, jsonb_agg(jsonb_build_object('id', x.id, 'title', x.title)
        order by x.created_at desc, x.id desc) as newest from (${newThreads(viewer, unread ? 1 : MOST)}) x) d on n.kind = 'thread'
      where n.community_id = ${communityId} and n.member_id = ${memberId} and (not ${unread} or n.read_at is null and (r.read_at is null or r.read_at <= n.at))
        and (${after?.at ?? null}::timestamptz is null or (n.at, n.id) < (${after?.at ?? null}, ${after?.id ?? null}::uuid))) x
    where count > 0 order by at desc, id desc limit ${limit}`.execute(db)
  return rows
}

/** One of the viewer's, or all of them. Answers how many there were, read already or not. */
export async function setRead(
  db: Db,
  { communityId, memberId }: SigningViewer,
  id: string | undefined,
  at: Date,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('notification')
    .set({ read_at: sql`coalesce(read_at, ${at})` })
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .$if(id === undefined, (query) => query.where('read_at', 'is', null))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export interface PreferenceRow extends RhythmView {
  /** `null`: in general. */
  space: string | null
  quietFrom: number | null
  quietUntil: number | null
}

/** What the viewer chose, for spaces that she reads. */
export function listPreferences(db: Db, viewer: SigningViewer): Promise<PreferenceRow[]> {
  return db
    .selectFrom('mail_preference as m')
    .leftJoin('space as s', (join) => join.onRef('s.community_id', '=', 'm.community_id').onRef('s.id', '=', 'm.space_id'))
    .select(['s.slug as space', 'rhythm', 'days', 'quiet_from as quietFrom', 'quiet_until as quietUntil'])
    .where('m.community_id', '=', viewer.communityId)
    .where('member_id', '=', viewer.memberId)
    .where((row) => row.or([row('m.space_id', 'is', null), readable('m', viewer)]))
    .where((row) => row.or([row('m.space_id', 'is', null), row('s.id', 'is not', null)]))
    .orderBy('s.position')
    .orderBy('s.id')
    .execute()
}

export async function findTimeZone(db: Db, { communityId }: SigningViewer): Promise<string> {
  const row = await db.selectFrom('community').select('time_zone').where('id', '=', communityId).executeTakeFirstOrThrow()
  return row.time_zone
}

export async function setRhythm(
  db: Db,
  { communityId, memberId }: SigningViewer,
  spaceId: string | null,
  { rhythm, days }: RhythmView,
): Promise<void> {
  await db
    .insertInto('mail_preference')
    .values({ community_id: communityId, member_id: memberId, space_id: spaceId, rhythm, days })
    .onConflict((conflict) => conflict.columns(['community_id', 'member_id', 'space_id']).doUpdateSet({ rhythm, days }))
    .execute()
}

export async function removeRhythm(db: Db, { communityId, memberId }: SigningViewer, spaceId: string): Promise<void> {
  await db
    .deleteFrom('mail_preference')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('space_id', '=', spaceId)
    .execute()
}

/** In general. `unless`: the rhythm that holds where none was chosen. */
export async function setQuiet(
  db: Db,
  { communityId, memberId }: SigningViewer,
  quiet: QuietHours | null,
  unless: RhythmView,
): Promise<void> {
  const hours = { quiet_from: quiet?.from ?? null, quiet_until: quiet?.until ?? null }
  await db
    .insertInto('mail_preference')
    .values({ community_id: communityId, member_id: memberId, space_id: null, ...unless, ...hours })
    .onConflict((conflict) => conflict.columns(['community_id', 'member_id', 'space_id']).doUpdateSet(hours))
    .execute()
}

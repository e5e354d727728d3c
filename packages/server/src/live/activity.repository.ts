import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { ActivityKind } from './live.schema.ts'

export interface Happening {
  kind: ActivityKind
  actorId: string | null
  spaceId?: string | undefined
  threadId?: string | undefined
  subjectId: string
  at: Date
}

/** Appends without order and without reading back: the writer may not read the journal. */
export async function insertActivity(db: Db, communityId: string, happening: Happening): Promise<void> {
  await db
    .insertInto('activity')
    .values({
      community_id: communityId,
      at: happening.at,
      kind: happening.kind,
      actor_id: happening.actorId,
      space_id: happening.spaceId ?? null,
      thread_id: happening.threadId ?? null,
      subject_id: happening.subjectId,
      // Neither is granted to a writer: the dispatcher gives both.
    } as never)
    .execute()
}

/** Gives order to what was committed. `undefined`: another process is at it. */
export async function stampActivity(db: Db, limit: number): Promise<{ lastSeq: number; stamped: number } | undefined> {
  const { rows } = await sql<{
    last_seq: string
    stamped: number
  }>`select last_seq, stamped from stamp_activity(${limit})`.execute(db)
  const [row] = rows
  return row && { lastSeq: Number(row.last_seq), stamped: row.stamped }
}

export interface ActivityRow {
  seq: number
  communityId: string
  at: Date
  kind: ActivityKind
  actorId: string | null
  spaceId: string | null
  /** The space in whose feed it is read, where that is another one. */
  homeId: string | null
  threadId: string | null
  subjectId: string | null
}

function select(db: Db) {
  return db
    .selectFrom('activity')
    .leftJoin('space as s', (join) =>
      join.onRef('s.community_id', '=', 'activity.community_id').onRef('s.id', '=', 'activity.space_id'),
    )
    .select([
      sql<number>`seq::float8`.as('seq'),
      'activity.community_id as communityId',
      'at',
      'kind',
      'actor_id as actorId',
      'space_id as spaceId',
      's.home_id as homeId',
      'thread_id as threadId',
      'subject_id as subjectId',
    ])
}

/** What was stamped after a cursor, in order. Served by activity_seq_idx. */
export function listActivity(db: Db, after: number, limit: number): Promise<ActivityRow[]> {
  return select(db).where('seq', '>', String(after)).orderBy('seq').limit(limit).execute()
}

/** The same for one community, between two cursors: what a stream that comes back has missed. Served by activity_community_idx. */
export function listMissed(db: Db, communityId: string, after: number, until: number, limit: number): Promise<ActivityRow[]> {
  return select(db)
    .where('activity.community_id', '=', communityId)
    .where('seq', '>', String(after))
    .where('seq', '<=', String(until))
    .where(sql<boolean>`(space_id is not null or kind like 'charter.%' or kind = 'spaces.changed')`)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

export async function findHead(db: Db): Promise<number> {
  const row = await db.selectFrom('activity_head').select('seq').executeTakeFirstOrThrow()
  return Number(row.seq)
}

/** For each session that still stands, the spaces that its member may read now. */
export async function listLiveRights(db: Db, sessionIds: string[], now: Date): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{
    session_id: string
    spaces: string[]
  }>`select session_id, spaces from live_rights(${sessionIds}::uuid[], ${now})`.execute(db)
  return new Map(rows.map((row) => [row.session_id, new Set(row.spaces)]))
}

/** The first row whose hash or place in the order is not what it must be; `undefined`: the chain is whole. For the owner of the tables. */
export async function findBrokenLink(db: Db): Promise<{ seq: string | null; id: string | null; reason: string } | undefined> {
  const { rows } = await sql<{ seq: string | null; id: string | null; reason: string }>`
    with chain as (
      select a.seq, a.id, a.hash, activity_hash(coalesce(lag(a.hash) over w, sha256('cercle')), a) as expected,
        coalesce(lag(a.seq) over w, 0) + 1 as expected_seq
      from activity a where seq is not null window w as (order by a.seq))
    (select seq, id, case when seq <> expected_seq then 'missing' else 'changed' end as reason from chain
      where hash is distinct from expected or seq <> expected_seq order by seq limit 1)
    union all
    (select h.seq, null, 'cut' from activity_head h where not exists (select from activity a where a.seq = h.seq and a.hash = h.hash) and h.seq > 0)
    limit 1`.execute(db)
  return rows[0]
}

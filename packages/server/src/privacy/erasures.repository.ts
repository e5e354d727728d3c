import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { ErasureKind } from './erasures.table.ts'

/** Something that was erased for good; no word of it. */
export interface Erasure {
  communityId: string
  kind: ErasureKind
  id: string
  at: Date
}

/** What was erased, in the order of commits, after a number; at most `limit`. Served by erasure_number_idx. */
export async function listErasures(db: Db, after: string, limit: number): Promise<(Erasure & { number: string })[]> {
  return db
    .selectFrom('erasure')
    .select(['community_id as communityId', 'kind', 'id', 'at', 'number'])
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
}

/** Notes erasures in communities that are here, and answers those it did not know. One at a time, as the triggers do. */
export async function insertErasures(db: Db, erasures: Erasure[]): Promise<Erasure[]> {
  await sql`select pg_advisory_xact_lock(7205433)`.execute(db)
  const { rows } = await sql<Erasure>`
    insert into erasure (community_id, kind, id, at) select x.community_id, x.kind, x.id, x.at
    from unnest(${erasures.map(({ communityId }) => communityId)}::uuid[], ${erasures.map(({ kind }) => kind)}::text[],
      ${erasures.map(({ id }) => id)}::uuid[], ${erasures.map(({ at }) => at)}::timestamptz[]) with ordinality as x(community_id, kind, id, at, place)
    join community c on c.id = x.community_id
    where not exists (select from erasure e where e.community_id = x.community_id and e.kind = x.kind and e.id = x.id)
    order by x.place on conflict do nothing returning community_id as "communityId", kind, id, at`.execute(db)
  return rows
}

const keysOf = (erasures: Erasure[]): RawBuilder<unknown> =>
  sql`(select * from unnest(${erasures.map(({ communityId }) => communityId)}::uuid[], ${erasures.map(({ id }) => id)}::uuid[]))`

/** Erases rows with all that hangs on them. */
export async function eraseRows(
  db: Db,
  table: 'thread' | 'post' | 'revision' | 'passkey' | 'help_request',
  erasures: Erasure[],
): Promise<void> {
  await sql`delete from ${sql.table(table)} where (community_id, id) in ${keysOf(erasures)}`.execute(db)
}

/** Erases every word of texts, what was said in their place before, and gestures. An opening's title is its text. */
export async function eraseTexts(db: Db, erasures: Erasure[]): Promise<void> {
  const keys = keysOf(erasures)
  await sql`update post set source = '', body = '[]', input_hash = '', withdrawn_at = coalesce(withdrawn_at, x.at)
    from unnest(${erasures.map(({ communityId }) => communityId)}::uuid[], ${erasures.map(({ id }) => id)}::uuid[],
      ${erasures.map(({ at }) => at)}::timestamptz[]) as x(community_id, id, at)
    where post.community_id = x.community_id and post.id = x.id`.execute(db)
  await sql`update thread set title = '', excerpt = '' where (community_id, id) in ${keys}`.execute(db)
  for (const table of ['revision', 'reaction', 'withdrawal'])
    await sql`delete from ${sql.table(table)} where (community_id, post_id) in ${keys}`.execute(db)
}

/** Takes back again what members took back. What was kept by it goes with it, and so does what a request says that it was first said in. */
export async function takeBackConsents(db: Db, erasures: Erasure[]): Promise<void> {
  await sql`update consent c set withdrawn_at = greatest(x.at, c.given_at)
    from unnest(${erasures.map(({ communityId }) => communityId)}::uuid[], ${erasures.map(({ id }) => id)}::uuid[],
      ${erasures.map(({ at }) => at)}::timestamptz[]) as x(community_id, id, at)
    where c.community_id = x.community_id and c.id = x.id and c.withdrawn_at is null`.execute(db)
  await sql`update join_request set equipment = '{}', ease = null, phone = null where (community_id, id) in ${keysOf(erasures)}`.execute(
    db,
  )
}

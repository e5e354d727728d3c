import { sql, type RawBuilder } from 'kysely'
import type { Keyset } from '../db/keyset.ts'
import { isToldNames, readable, spacesOf } from '../db/readable.ts'
import type { Db } from '../db/tables.ts'
import type { MemberViewer, Viewer } from '../viewer.ts'
import type { ThreadKind } from './discussions.schema.ts'

export interface FeedFilter {
  /** A space and what is read in its feed; absent: all spaces. */
  spaceIds?: string[] | undefined
  kind?: ThreadKind | undefined
  after?: Keyset | undefined
  limit: number
}

type ThreadKeys = { id: string; community_id: string }

/*
 * Driven by the viewer's spaces: the newest keys of each, index-only (thread_feed_idx, thread_kind_idx), merged, and only then the rows.
 * Filtering one index over all spaces read a thousand times more for a person with few quiet spaces.
 */
function newestKeys(viewer: Viewer, { spaceIds, kind, after, limit }: FeedFilter): RawBuilder<ThreadKeys> {
  const one = spaceIds === undefined ? sql`true` : sql`s.id = any(${spaceIds}::uuid[])`
  // In the feed of one space the pinned ones stand on top of the first page, so they are not repeated below.
  const unpinned = spaceIds === undefined ? sql`(x.pinned_at is null or cardinality(mine.ids) > 1)` : sql`x.pinned_at is null`
  const ofKind = kind === undefined ? sql`true` : sql`x.kind = ${kind}`
  const older = after === undefined ? sql`true` : sql`(x.last_activity_at, x.id) < (${after.at}, ${after.id})`
  return sql<ThreadKeys>`(select h.id, h.community_id from (select ${spacesOf(viewer)} as ids) mine
    cross join unnest(mine.ids) as s(id) cross join lateral (
    select x.community_id, x.id, x.last_activity_at from thread x
    where x.space_id = s.id and not x.gone and ${unpinned} and ${ofKind} and ${older}
    order by x.last_activity_at desc, x.id desc limit ${limit}) h
    where ${one} order by h.last_activity_at desc, h.id desc limit ${limit})`
}

function pinnedKeys(viewer: Viewer, { spaceIds, kind, limit }: FeedFilter): RawBuilder<ThreadKeys> {
  const ofKind = kind === undefined ? sql`true` : sql`x.kind = ${kind}`
  const one = spaceIds === undefined ? sql`case when cardinality(mine.ids) = 1 then mine.ids end` : sql`${spaceIds}::uuid[]`
  return sql<ThreadKeys>`(select x.id, x.community_id from (select ${spacesOf(viewer)} as ids) mine
    join thread x on x.space_id = any(mine.ids) where x.space_id = any(${one}) and x.pinned_at is not null and not x.gone and ${ofKind}
    order by x.pinned_at desc limit ${limit})`
}

function oneKey(viewer: Viewer, id: string): RawBuilder<ThreadKeys> {
  return sql<ThreadKeys>`(select x.id, x.community_id from thread x
    where x.community_id = ${viewer.communityId} and x.id = ${id} and not x.gone and ${readable('x', viewer)})`
}

function selectThreads(db: Db, viewer: Viewer, keys: RawBuilder<ThreadKeys>) {
  return db
    .selectFrom(keys.as('k'))
    .innerJoin('thread as t', (join) => join.onRef('t.community_id', '=', 'k.community_id').onRef('t.id', '=', 'k.id'))
    .innerJoin('space as s', (join) => join.onRef('s.community_id', '=', 't.community_id').onRef('s.id', '=', 't.space_id'))
    .leftJoin('space as h', (join) => join.onRef('h.community_id', '=', 's.community_id').onRef('h.id', '=', 's.home_id'))
    .select([
      't.id',
      't.kind',
      't.title',
      't.excerpt',
      't.created_at as createdAt',
      't.last_activity_at as lastActivityAt',
      't.reply_count as replyCount',
      't.pinned_at as pinnedAt',
      's.id as spaceId',
      's.slug as spaceSlug',
      's.name as spaceName',
      's.level as spaceLevel',
      'h.id as homeId',
      'h.slug as homeSlug',
      'h.name as homeName',
      'h.level as homeLevel',
      's.posting as spacePosting',
    ])
    .$if(isToldNames(viewer), (query) => query.select('t.author_id as authorId'))
}

export type ThreadRow = Awaited<ReturnType<typeof listThreads>>[number]

/** Threads of the viewer's spaces (or of one), newest activity first. Ask for one more than the page. */
export function listThreads(db: Db, viewer: Viewer, filter: FeedFilter) {
  return selectThreads(db, viewer, newestKeys(viewer, filter))
    .orderBy('t.last_activity_at', 'desc')
    .orderBy('t.id', 'desc')
    .execute()
}

/** The pinned threads of one space, else of the only one that the viewer reads; newest pin first. Served by thread_pinned_idx. */
export function listPinned(db: Db, viewer: Viewer, filter: FeedFilter) {
  return selectThreads(db, viewer, pinnedKeys(viewer, filter)).orderBy('t.pinned_at', 'desc').execute()
}

export function findThread(db: Db, viewer: Viewer, id: string): Promise<ThreadRow | undefined> {
  return selectThreads(db, viewer, oneKey(viewer, id)).executeTakeFirst()
}

export interface NewThread {
  id: string
  spaceId: string
  kind: ThreadKind
  title: string
  excerpt: string
  at: Date
}

/** Inserts unless the id is taken, by anything: no target and no returning, which would tell of a row that the writer may not see. */
export async function insertThread(db: Db, viewer: MemberViewer, thread: NewThread): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('thread')
    .values({
      community_id: viewer.communityId,
      id: thread.id,
      space_id: thread.spaceId,
      author_id: viewer.memberId,
      kind: thread.kind,
      title: thread.title,
      excerpt: thread.excerpt,
      created_at: thread.at,
      last_activity_at: thread.at,
      pinned_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function setThreadText(
  db: Db,
  viewer: MemberViewer,
  id: string,
  text: { title: string; excerpt: string; gone?: boolean },
): Promise<void> {
  await db.updateTable('thread').set(text).where('community_id', '=', viewer.communityId).where('id', '=', id).execute()
}

export async function setPinned(db: Db, viewer: MemberViewer, id: string, pinnedAt: Date | null): Promise<void> {
  await db
    .updateTable('thread')
    .set({ pinned_at: pinnedAt })
    .where('community_id', '=', viewer.communityId)
    .where('id', '=', id)
    .execute()
}

/** Up to when the viewer has read each of the given threads: before she came, all. Served by the primary key. */
export async function listReadings(
  db: Db,
  { communityId, memberId }: MemberViewer,
  threadIds: string[],
): Promise<{ threadId: string; readAt: Date }[]> {
  const { rows } = await sql<{ threadId: string; readAt: Date }>`
    select k.id as "threadId", coalesce(r.read_at,
      (select me.created_at from member me where me.community_id = ${communityId} and me.id = ${memberId})) as "readAt"
    from unnest(${threadIds}::uuid[]) as k(id)
    left join reading r on r.community_id = ${communityId} and r.member_id = ${memberId} and r.thread_id = k.id`.execute(db)
  return rows
}

/** Never goes back: two tabs may say it in any order. */
export async function setReadAt(db: Db, viewer: MemberViewer, threadId: string, at: Date): Promise<void> {
  await db
    .insertInto('reading')
    .values({ community_id: viewer.communityId, member_id: viewer.memberId, thread_id: threadId, read_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['community_id', 'member_id', 'thread_id'])
        .doUpdateSet({ read_at: sql`greatest(reading.read_at, excluded.read_at)` }),
    )
    .execute()
}

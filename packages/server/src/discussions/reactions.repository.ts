import { sql } from 'kysely'
import { readable } from '../db/readable.ts'
import type { Db } from '../db/tables.ts'
import type { MemberViewer, Viewer } from '../viewer.ts'

export interface ReactionRow {
  postId: string
  key: string
  count: number
  mine: boolean
}

/** Counts of gestures under the given posts. Served by the primary key. */
export async function listReactions(db: Db, viewer: Viewer, postIds: string[]): Promise<ReactionRow[]> {
  if (postIds.length === 0) return []
  // Whose gestures they are is not granted to strangers, so they do not ask.
  const mine = viewer.memberId === null ? sql<boolean>`false` : sql<boolean>`bool_or(member_id = ${viewer.memberId})`
  return db
    .selectFrom('reaction')
    .select(['post_id as postId', 'key', sql<number>`count(*)::integer`.as('count'), mine.as('mine')])
    .where('community_id', '=', viewer.communityId)
    .where(sql<boolean>`post_id = any(${postIds}::uuid[])`)
    .where(readable('reaction', viewer))
    .groupBy(['post_id', 'key'])
    .execute()
}

/** Answers whether anything changed. */
export async function insertReaction(
  db: Db,
  viewer: MemberViewer,
  reaction: { postId: string; spaceId: string; key: string; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('reaction')
    .values({
      community_id: viewer.communityId,
      post_id: reaction.postId,
      key: reaction.key,
      member_id: viewer.memberId,
      space_id: reaction.spaceId,
      created_at: reaction.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Answers whether anything changed. */
export async function removeReaction(db: Db, viewer: MemberViewer, postId: string, key: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('reaction')
    .where('community_id', '=', viewer.communityId)
    .where('post_id', '=', postId)
    .where('key', '=', key)
    .where('member_id', '=', viewer.memberId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

import type { Db } from '../db/tables.ts'
import type { MemberViewer } from '../viewer.ts'
import type { OwnPostRow } from './posts.repository.ts'

/** Moves a text out of sight: only its author can read it there, until it is erased. */
export async function insertWithdrawal(db: Db, viewer: MemberViewer, post: OwnPostRow, restorableUntil: Date): Promise<void> {
  const opening = post.id === post.threadId
  await db
    .insertInto('withdrawal')
    .values({
      community_id: viewer.communityId,
      post_id: post.id,
      author_id: viewer.memberId,
      title: opening ? post.title : null,
      excerpt: opening ? post.excerpt : null,
      source: post.source,
      body: JSON.stringify(post.body),
      restorable_until: restorableUntil,
    })
    .execute()
}

export function findWithdrawal(db: Db, viewer: MemberViewer, postId: string) {
  return db
    .selectFrom('withdrawal')
    .select(['title', 'excerpt', 'source', 'body', 'restorable_until as restorableUntil'])
    .where('community_id', '=', viewer.communityId)
    .where('post_id', '=', postId)
    .where('author_id', '=', viewer.memberId)
    .executeTakeFirst()
}
export type WithdrawalRow = NonNullable<Awaited<ReturnType<typeof findWithdrawal>>>

export async function removeWithdrawal(db: Db, viewer: MemberViewer, postId: string): Promise<void> {
  await db.deleteFrom('withdrawal').where('community_id', '=', viewer.communityId).where('post_id', '=', postId).execute()
}

/** Empties a post; its place stays as a trace unless `gone`. */
export async function setWithdrawn(db: Db, viewer: MemberViewer, id: string, at: Date, gone: boolean): Promise<void> {
  await db
    .updateTable('post')
    .set({ source: '', body: '[]', withdrawn_at: at, gone })
    .where('community_id', '=', viewer.communityId)
    .where('id', '=', id)
    .execute()
}

export async function setRestored(db: Db, viewer: MemberViewer, id: string, { source, body }: WithdrawalRow): Promise<void> {
  await db
    .updateTable('post')
    .set({ source, body: JSON.stringify(body), withdrawn_at: null, gone: false })
    .where('community_id', '=', viewer.communityId)
    .where('id', '=', id)
    .execute()
}

import { sql } from 'kysely'
import type { Keyset } from '../db/keyset.ts'
import { isToldNames, readable } from '../db/readable.ts'
import type { Db } from '../db/tables.ts'
import type { MemberViewer, Viewer } from '../viewer.ts'
import type { NodeTree } from './node-tree.schema.ts'

function selectPosts(db: Db, viewer: Viewer) {
  return (
    db
      .selectFrom('post as p')
      .select([
        'p.id',
        'p.thread_id as threadId',
        'p.space_id as spaceId',
        'p.body',
        'p.created_at as createdAt',
        'p.edited_at as editedAt',
        'p.withdrawn_at as withdrawnAt',
      ])
      .where('p.community_id', '=', viewer.communityId)
      // not a bound value: a plan made once for all values then knows that nearly all pass
      .where(sql<boolean>`not p.gone`)
      .where(readable('p', viewer))
      .$if(isToldNames(viewer), (query) =>
        query.select([
          'p.author_id as authorId',
          // asked of the few that are withdrawn; the policy lets only the author see it
          sql<boolean>`case when p.withdrawn_at is null then false else exists (
            select from withdrawal w where w.community_id = p.community_id and w.post_id = p.id and w.author_id = ${viewer.memberId}) end`.as(
            'restorable',
          ),
        ]),
      )
  )
}

export type PostRow = Awaited<ReturnType<typeof listReplies>>[number]

/** Replies of one thread, oldest first. Ask for one more than the page. Served by post_thread_idx. */
export function listReplies(db: Db, viewer: Viewer, threadId: string, after: Keyset | undefined, limit: number) {
  return selectPosts(db, viewer)
    .where('p.thread_id', '=', threadId)
    .where('p.id', '<>', threadId)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(p.created_at, p.id) > (${after?.at}, ${after?.id})`))
    .orderBy('p.created_at')
    .orderBy('p.id')
    .limit(limit)
    .execute()
}

export function findPost(db: Db, viewer: Viewer, id: string): Promise<PostRow | undefined> {
  return selectPosts(db, viewer).where('p.id', '=', id).executeTakeFirst()
}

/** What the viewer wrote herself, also when it was withdrawn without a trace; `undefined` for texts of others. */
export function findOwnPost(db: Db, viewer: MemberViewer, id: string) {
  return db
    .selectFrom('post as p')
    .innerJoin('thread as t', (join) => join.onRef('t.community_id', '=', 'p.community_id').onRef('t.id', '=', 'p.thread_id'))
    .select([
      'p.id',
      'p.thread_id as threadId',
      'p.space_id as spaceId',
      'p.source',
      'p.body',
      'p.input_hash as inputHash',
      'p.created_at as createdAt',
      'p.withdrawn_at as withdrawnAt',
      'p.gone',
      't.title',
      't.excerpt',
      't.reply_count as replyCount',
    ])
    .where('p.community_id', '=', viewer.communityId)
    .where('p.id', '=', id)
    .where('p.author_id', '=', viewer.memberId)
    .where(readable('p', viewer))
    .executeTakeFirst()
}
export type OwnPostRow = NonNullable<Awaited<ReturnType<typeof findOwnPost>>>

export interface NewPost {
  id: string
  threadId: string
  spaceId: string
  source: string
  body: NodeTree
  inputHash: Buffer
  at: Date
}

/** Inserts unless the id is taken, by anything. */
export async function insertPost(db: Db, viewer: MemberViewer, post: NewPost): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('post')
    .values({
      community_id: viewer.communityId,
      id: post.id,
      thread_id: post.threadId,
      space_id: post.spaceId,
      author_id: viewer.memberId,
      source: post.source,
      body: JSON.stringify(post.body),
      input_hash: post.inputHash,
      created_at: post.at,
      edited_at: null,
      withdrawn_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function setPostText(
  db: Db,
  viewer: MemberViewer,
  id: string,
  text: { source: string; body: NodeTree; editedAt: Date },
): Promise<void> {
  await db
    .updateTable('post')
    .set({ source: text.source, body: JSON.stringify(text.body), edited_at: text.editedAt })
    .where('community_id', '=', viewer.communityId)
    .where('id', '=', id)
    .execute()
}

export async function insertRevision(
  db: Db,
  viewer: MemberViewer,
  id: string,
  post: OwnPostRow,
  replacedAt: Date,
): Promise<void> {
  await db
    .insertInto('revision')
    .values({
      community_id: viewer.communityId,
      id,
      post_id: post.id,
      space_id: post.spaceId,
      title: post.id === post.threadId ? post.title : null,
      body: JSON.stringify(post.body),
      replaced_at: replacedAt,
    })
    .execute()
}

/** Earlier texts of a post, newest first, at most 50. Served by revision_post_idx. */
export function listRevisions(db: Db, viewer: Viewer, postId: string) {
  return db
    .selectFrom('revision')
    .select(['replaced_at as replacedAt', 'title', 'body'])
    .where('community_id', '=', viewer.communityId)
    .where('post_id', '=', postId)
    .where(readable('revision', viewer))
    .orderBy('replaced_at', 'desc')
    .limit(50)
    .execute()
}

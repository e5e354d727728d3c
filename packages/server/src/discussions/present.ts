import type { Viewer } from '../viewer.ts'
import { discussionsPolicy } from './discussions.policy.ts'
import type { AuthorView, PostView, ReactionCount, ThreadSummary } from './discussions.schema.ts'
import type { PostRow } from './posts.repository.ts'
import type { ReactionRow } from './reactions.repository.ts'
import type { ThreadRow } from './threads.repository.ts'

interface Authored {
  authorId?: string | undefined
  authorName?: string | null | undefined
  authorOrganisation?: string | null | undefined
}

const author = ({ authorId, authorName, authorOrganisation }: Authored): AuthorView =>
  authorId === undefined || authorName === undefined || authorName === null
    ? null
    : { memberId: authorId, name: authorName, organisation: authorOrganisation ?? null }

export const reactionsOf = (rows: ReactionRow[], postId: string): ReactionCount[] =>
  rows.filter((row) => row.postId === postId).map(({ key, count, mine }) => ({ key, count, mine }))

export function presentThread(row: ThreadRow, reactions: ReactionRow[]): ThreadSummary {
  return {
    id: row.id,
    space: { id: row.spaceId, slug: row.spaceSlug, name: row.spaceName, level: row.spaceLevel },
    kind: row.kind,
    title: row.title,
    excerpt: row.excerpt,
    author: author(row),
    createdAt: row.createdAt.toISOString(),
    lastActivityAt: row.lastActivityAt.toISOString(),
    replyCount: row.replyCount,
    pinned: row.pinnedAt !== null,
    unread: row.unread ?? false,
    reactions: reactionsOf(reactions, row.id),
  }
}

export function presentPost(viewer: Viewer, row: PostRow, reactions: ReactionRow[]): PostView {
  const text = { authorId: row.authorId, withdrawn: row.withdrawnAt !== null }
  return {
    id: row.id,
    threadId: row.threadId,
    author: author(row),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    body: row.body,
    reactions: reactionsOf(reactions, row.id),
    can: {
      edit: discussionsPolicy.edit(viewer, text),
      withdraw: discussionsPolicy.withdraw(viewer, text),
      restore: discussionsPolicy.restore(viewer, text),
      react: discussionsPolicy.react(viewer, text),
    },
  }
}

import { isToldNames } from '../db/readable.ts'
import { READINGS_KEPT } from '../jobs/retention.ts'
import { namesOf, type NameRow } from '../members/members.service.ts'
import type { Scope } from '../scope.ts'
import { circlesOf } from '../spaces/audiences.service.ts'
import type { CircleView } from '../spaces/spaces.schema.ts'
import type { Viewer } from '../viewer.ts'
import { discussionsPolicy } from './discussions.policy.ts'
import type { AuthorView, PostView, ReactionCount, ThreadSummary } from './discussions.schema.ts'
import type { PostRow } from './posts.repository.ts'
import { listReactions, type ReactionRow } from './reactions.repository.ts'
import { listReadings, type ThreadRow } from './threads.repository.ts'

const DAY = 24 * 60 * 60 * 1000

/** What is read beside threads and posts, in statements of their own: a join would look up each name once a row. */
export interface Beside {
  reactions: ReactionRow[]
  names: Map<string, NameRow>
  /** Up to when the viewer has read a thread, at least up to where nothing is new any more; empty for a stranger. */
  readings: Map<string, Date>
  /** Who reads what is told to fewer than a space, by the id of its circle. */
  circles: Map<string, CircleView>
}

/** Reads it, all at once. */
export async function besideOf(
  scope: Scope,
  { threads = [], posts = [] }: { threads?: ThreadRow[]; posts?: PostRow[] },
): Promise<Beside> {
  const { db, viewer, clock } = scope
  const rows = [...threads, ...posts]
  const threadIds = threads.map(({ id }) => id)
  const inCircles = threads.flatMap(({ homeId, spaceId }) => (homeId === null ? [] : [spaceId]))
  const [reactions, names, readings, circles] = await Promise.all([
    listReactions(db, viewer, [...new Set(rows.map(({ id }) => id))]),
    namesOf(
      scope,
      rows.map(({ authorId }) => authorId),
    ),
    isToldNames(viewer) && threadIds.length > 0 ? listReadings(db, viewer, threadIds) : [],
    circlesOf(scope, [...new Set(inCircles)]),
  ])
  const old = new Date(clock.now() - READINGS_KEPT * DAY)
  return {
    reactions,
    names,
    circles,
    readings: new Map(readings.map(({ threadId, readAt }) => [threadId, readAt > old ? readAt : old])),
  }
}

function authorOf({ names }: Beside, memberId: string | undefined): AuthorView {
  const row = memberId === undefined ? undefined : names.get(memberId)
  return row ? { memberId: row.id, name: row.name, organisation: row.organisation } : null
}

export const reactionsOf = (rows: ReactionRow[], postId: string): ReactionCount[] =>
  rows.filter((row) => row.postId === postId).map(({ key, count, mine }) => ({ key, count, mine }))

export function presentThread(row: ThreadRow, beside: Beside): ThreadSummary {
  const readAt = beside.readings.get(row.id)
  return {
    id: row.id,
    space: spaceOf(row),
    circle: row.homeId === null ? null : (beside.circles.get(row.spaceId) ?? null),
    kind: row.kind,
    title: row.title,
    excerpt: row.excerpt,
    author: authorOf(beside, row.authorId),
    createdAt: row.createdAt.toISOString(),
    lastActivityAt: row.lastActivityAt.toISOString(),
    replyCount: row.replyCount,
    pinned: row.pinnedAt !== null,
    unread: readAt !== undefined && row.lastActivityAt > readAt,
    reactions: reactionsOf(beside.reactions, row.id),
  }
}

/** Where it is read: a circle has no name of its own. */
const spaceOf = ({ spaceId, spaceSlug, spaceName, spaceLevel, homeId, homeSlug, homeName, homeLevel }: ThreadRow) => ({
  id: homeId ?? spaceId,
  slug: homeSlug ?? spaceSlug,
  name: homeName ?? spaceName,
  level: homeLevel ?? spaceLevel,
})

/** What the policy asks of a text. */
export const textOf = ({ authorId, withdrawnAt, restorable = false }: PostRow) => ({
  authorId,
  withdrawn: withdrawnAt !== null,
  restorable,
})

export function presentPost(viewer: Viewer, row: PostRow, beside: Beside): PostView {
  const text = textOf(row)
  return {
    id: row.id,
    threadId: row.threadId,
    author: authorOf(beside, row.authorId),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    body: row.body,
    reactions: reactionsOf(beside.reactions, row.id),
    can: {
      edit: discussionsPolicy.edit(viewer, text),
      withdraw: discussionsPolicy.withdraw(viewer, text),
      restore: discussionsPolicy.restore(viewer, text),
      react: discussionsPolicy.react(viewer, text),
    },
  }
}

import { CercleError } from '../errors.ts'
import { instantOf, type MemberScope } from '../scope.ts'
import { reactionKeys } from '../communities/communities.service.ts'
import { discussionsPolicy } from './discussions.policy.ts'
import type {
  EditPost,
  PostSource,
  PostView,
  ReactionState,
  RevisionList,
  SetReaction,
  Withdrawal,
} from './discussions.schema.ts'
import { writeText } from './discussions.service.ts'
import { tellOf } from './happenings.ts'
import { findOwnPost, findPost, insertRevision, listRevisions, setPostText, type OwnPostRow } from './posts.repository.ts'
import { besideOf, presentPost, reactionsOf, textOf } from './present.ts'
import { insertReaction, listReactions, removeReaction } from './reactions.repository.ts'
import { findThread, setPinned, setReadAt, setThreadText } from './threads.repository.ts'
import { findWithdrawal, insertWithdrawal, removeWithdrawal, setRestored, setWithdrawn } from './withdrawals.repository.ts'

/** Withdrawn this soon after writing, a text leaves no trace. Milliseconds. */
const TRACELESS_WITHIN = 20_000
/** How long a withdrawn text can be put back by its author; then it is erased. Milliseconds. */
const RESTORABLE_FOR = 10 * 60_000

/** The viewer's own text, which still stands; `forbidden` for another's that she reads, `not_found` for the rest. */
async function ownStanding({ db, viewer }: MemberScope, id: string): Promise<OwnPostRow> {
  const own = await findOwnPost(db, viewer, id)
  if (own && own.withdrawnAt === null) return own
  throw new CercleError((await findPost(db, viewer, id)) === undefined ? 'not_found' : 'forbidden')
}

async function viewOf(scope: MemberScope, id: string): Promise<PostView> {
  const { db, viewer } = scope
  const row = await findPost(db, viewer, id)
  if (!row) throw new CercleError('not_found')
  return presentPost(viewer, row, await besideOf(scope, { posts: [row] }))
}

/** Changes a text; the one before stays as a revision. The same text again changes nothing. */
export async function editPost(scope: MemberScope, { id, title, body: source }: EditPost): Promise<PostView> {
  const { db, viewer, clock, newId } = scope
  const own = await ownStanding(scope, id)
  const opening = own.id === own.threadId
  if (title !== undefined && !opening) throw new CercleError('invalid', { fields: [{ path: 'title', reason: 'not_allowed' }] })
  const newTitle = title ?? own.title
  if (source === own.source && (!opening || newTitle === own.title)) return viewOf(scope, id)
  const at = instantOf(clock)
  const { body, excerpt } = writeText(source)
  await insertRevision(db, viewer, newId(), own, at)
  await setPostText(db, viewer, id, { source, body, editedAt: at })
  if (opening) await setThreadText(db, viewer, id, { title: newTitle, excerpt })
  await tellOf(scope, 'post.edited', own)
  return viewOf(scope, id)
}

/** The Markdown of a text, for whoever may edit it. */
export async function postSource(scope: MemberScope, id: string): Promise<PostSource> {
  const own = await ownStanding(scope, id)
  return { id, title: own.id === own.threadId ? own.title : null, body: own.source }
}

/** Takes a text back. Repeating it answers the same. */
export async function withdrawPost(scope: MemberScope, id: string): Promise<Withdrawal> {
  const { db, viewer, clock } = scope
  const before = await findOwnPost(db, viewer, id)
  const held = before && before.withdrawnAt !== null ? await findWithdrawal(db, viewer, id) : undefined
  if (before && held) return { id, gone: before.gone, restorableUntil: held.restorableUntil.toISOString() }
  const own = await ownStanding(scope, id)
  const at = instantOf(clock)
  const opening = own.id === own.threadId
  // A thread that nobody answered has no place to hold open.
  const gone =
    at.getTime() - own.createdAt.getTime() <= TRACELESS_WITHIN
      ? !opening || own.replyCount === 0
      : opening && own.replyCount === 0
  const restorableUntil = new Date(at.getTime() + RESTORABLE_FOR)
  await insertWithdrawal(db, viewer, own, restorableUntil)
  await setWithdrawn(db, viewer, id, at, gone)
  if (opening) await setThreadText(db, viewer, id, { title: '', excerpt: '', gone })
  await tellOf(scope, 'post.withdrawn', own)
  return { id, gone, restorableUntil: restorableUntil.toISOString() }
}

/** Puts a withdrawn text back where it was; `conflict` when it is too late. */
export async function restorePost(scope: MemberScope, id: string): Promise<PostView> {
  const { db, viewer, clock } = scope
  const own = await findOwnPost(db, viewer, id)
  if (!own) throw new CercleError((await findPost(db, viewer, id)) === undefined ? 'not_found' : 'forbidden')
  if (own.withdrawnAt === null) return viewOf(scope, id)
  const held = await findWithdrawal(db, viewer, id)
  if (!held || held.restorableUntil < instantOf(clock)) throw new CercleError('conflict')
  await setRestored(db, viewer, id, held)
  if (own.id === own.threadId)
    await setThreadText(db, viewer, id, { title: held.title ?? '', excerpt: held.excerpt ?? '', gone: false })
  await removeWithdrawal(db, viewer, id)
  await tellOf(scope, 'post.restored', own)
  return viewOf(scope, id)
}

/** Sets one gesture of the viewer under somebody else's text. */
export async function setReaction(scope: MemberScope, { postId, key, on }: SetReaction): Promise<ReactionState> {
  const { db, viewer, clock } = scope
  const [post, keys] = await Promise.all([findPost(db, viewer, postId), reactionKeys(scope)])
  if (!post) throw new CercleError('not_found')
  if (!keys.includes(key)) throw new CercleError('invalid', { fields: [{ path: 'key', reason: 'not_allowed' }] })
  if (!discussionsPolicy.react(viewer, textOf(post))) throw new CercleError('forbidden')
  const changed = on
    ? await insertReaction(db, viewer, { postId, spaceId: post.spaceId, key, at: instantOf(clock) })
    : await removeReaction(db, viewer, postId, key)
  if (changed) await tellOf(scope, 'reaction.changed', post)
  return { postId, reactions: reactionsOf(await listReactions(db, viewer, [postId]), postId) }
}

/** Earlier texts of a post that stands. */
export async function revisionList({ db, viewer }: MemberScope, id: string): Promise<RevisionList> {
  const post = await findPost(db, viewer, id)
  if (!post) throw new CercleError('not_found')
  const rows = post.withdrawnAt === null ? await listRevisions(db, viewer, id) : []
  return { items: rows.map(({ replacedAt, title, body }) => ({ replacedAt: replacedAt.toISOString(), title, body })) }
}

/** Keeps a thread on top of its space, or lets it go. */
export async function pinThread(scope: MemberScope, { id, pinned }: { id: string; pinned: boolean }) {
  const { db, viewer, clock } = scope
  const thread = await findThread(db, viewer, id)
  if (!thread) throw new CercleError('not_found')
  if (pinned !== (thread.pinnedAt !== null)) {
    await setPinned(db, viewer, id, pinned ? instantOf(clock) : null)
    await tellOf(scope, 'thread.pinned', { id, threadId: id, spaceId: thread.spaceId })
  }
  return { id, pinned }
}

/** The viewer has seen this thread up to now. */
export async function markRead({ db, viewer, clock }: MemberScope, id: string): Promise<{ done: true }> {
  if (!(await findThread(db, viewer, id))) throw new CercleError('not_found')
  await setReadAt(db, viewer, id, instantOf(clock))
  return { done: true }
}

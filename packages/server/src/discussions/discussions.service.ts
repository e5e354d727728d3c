import { createHash } from 'node:crypto'
import { decodeCursor, toPage } from '../db/keyset.ts'
import { CercleError } from '../errors.ts'
import { instantOf, type MemberScope, type Scope } from '../scope.ts'
import { spaceForAudience } from '../spaces/audiences.service.ts'
import { idsAtHome, spaceBySlug, spacesPolicy } from '../spaces/spaces.service.ts'
import type { CreateReply, CreateThread, GetThread, ListThreads, PostView, ThreadPage, ThreadView } from './discussions.schema.ts'
import { parseMarkdown, plainText } from './markdown.ts'
import { tellOf } from './happenings.ts'
import type { NodeTree } from './node-tree.schema.ts'
import { findOwnPost, findPost, insertPost, listReplies } from './posts.repository.ts'
import { besideOf, presentPost, presentThread } from './present.ts'
import { findThread, insertThread, listPinned, listThreads, setReadAt, type ThreadRow } from './threads.repository.ts'

const EXCERPT_MAX = 240
const PINNED_MAX = 5

/** A text as it is stored: its tree, and the first words without formatting. */
export function writeText(source: string): { body: NodeTree; excerpt: string } {
  const body = parseMarkdown(source)
  return { body, excerpt: plainText(body, EXCERPT_MAX) }
}

/**
 * One page of the feed. The pinned threads of one space stand on top of its first page, beside the page's own length; so do those of the only
 * space that the viewer reads, unasked.
 */
export async function threadPage(scope: Scope, { space: slug, kind, cursor, limit }: ListThreads): Promise<ThreadPage> {
  const { db, viewer } = scope
  const after = decodeCursor(cursor)
  const spaceIds = slug === undefined ? undefined : await idsAtHome(scope, (await spaceBySlug(scope, slug)).id)
  const [pinned, rows] = await Promise.all([
    after === undefined ? listPinned(db, viewer, { spaceIds, kind, limit: PINNED_MAX }) : [],
    listThreads(db, viewer, { spaceIds, kind, after, limit: limit + 1 }),
  ])
  const page = toPage(rows, limit, (row) => ({ at: row.lastActivityAt, id: row.id }))
  const shown = [...pinned, ...page.items]
  const beside = await besideOf(scope, { threads: shown })
  return {
    items: shown.map((row) => presentThread(row, beside)),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}

/** One thread with a page of its replies. `not_found` when it is absent or out of sight. */
export async function threadView(scope: Scope, { id, cursor, limit }: GetThread): Promise<ThreadView> {
  const { db, viewer } = scope
  const after = decodeCursor(cursor)
  const [thread, opening, rows] = await Promise.all([
    findThread(db, viewer, id),
    findPost(db, viewer, id),
    listReplies(db, viewer, id, after, limit + 1),
  ])
  if (!thread || !opening) throw new CercleError('not_found')
  const page = toPage(rows, limit, (row) => ({ at: row.createdAt, id: row.id }))
  const beside = await besideOf(scope, { threads: [thread], posts: [opening, ...page.items] })
  return {
    ...presentThread(thread, beside),
    opening: presentPost(viewer, opening, beside),
    replies: {
      items: page.items.map((row) => presentPost(viewer, row, beside)),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    },
    can: { reply: canReply(scope, thread), pin: spacesPolicy.pin(viewer) },
  }
}

const canReply = ({ viewer }: Scope, thread: ThreadRow): boolean => spacesPolicy.write(viewer, { posting: thread.spacePosting })

/** Same id, author and input: the same thread once, however often it is sent. `conflict` when the id stands for anything else. */
export async function createThread(scope: MemberScope, input: CreateThread): Promise<ThreadView> {
  const { db, viewer, clock } = scope
  const space = await spaceBySlug(scope, input.space)
  if (!spacesPolicy.write(viewer, space)) throw new CercleError('forbidden')
  const { body, excerpt } = writeText(input.body)
  const at = instantOf(clock)
  const spaceId = await spaceForAudience(scope, space.id, input.audience)
  const inputHash = hashInput('thread', spaceId, input.kind, input.title, input.body)
  const fresh = await insertThread(db, viewer, { ...input, spaceId, excerpt, at })
  const post = { id: input.id, threadId: input.id, spaceId, source: input.body, body, inputHash, at }
  // A reply may already have this id: then the thread just inserted is rolled back with the refusal.
  if (fresh && !(await insertPost(db, viewer, post))) throw new CercleError('conflict')
  if (!fresh) await confirmSame(scope, input.id, inputHash)
  else {
    await setReadAt(db, viewer, input.id, at)
    await tellOf(scope, 'thread.created', post)
  }
  return threadView(scope, { id: input.id, limit: 20 }).catch(gone)
}

/** As `createThread`, for a reply. `not_found` when the thread is absent or out of sight. */
export async function createReply(scope: MemberScope, input: CreateReply): Promise<PostView> {
  const { db, viewer, clock } = scope
  const thread = await findThread(db, viewer, input.threadId)
  if (!thread) throw new CercleError('not_found')
  if (!canReply(scope, thread)) throw new CercleError('forbidden')
  const at = instantOf(clock)
  const inputHash = hashInput('reply', input.threadId, input.body)
  const { body } = writeText(input.body)
  const post = { id: input.id, threadId: thread.id, spaceId: thread.spaceId, source: input.body, body, inputHash, at }
  const fresh = await insertPost(db, viewer, post)
  if (fresh) {
    await setReadAt(db, viewer, thread.id, at)
    await tellOf(scope, 'post.created', post)
  } else await confirmSame(scope, input.id, inputHash)
  const row = await findPost(db, viewer, input.id)
  if (!row) throw new CercleError('conflict')
  return presentPost(viewer, row, await besideOf(scope, { posts: [row] }))
}

/** Throws `conflict` unless the viewer made exactly this before. A hidden row, another's and another input answer alike. */
async function confirmSame({ db, viewer }: MemberScope, id: string, inputHash: Buffer): Promise<void> {
  // A second statement: the first one's snapshot is older than a racing twin.
  const own = await findOwnPost(db, viewer, id)
  if (!own?.inputHash.equals(inputHash)) throw new CercleError('conflict')
}

/** What was made by this id and is no longer there is, for a repeated create, a conflict. */
function gone(error: unknown): never {
  throw error instanceof CercleError && error.code === 'not_found' ? new CercleError('conflict') : error
}

const hashInput = (...parts: string[]): Buffer => createHash('sha256').update(JSON.stringify(parts)).digest()

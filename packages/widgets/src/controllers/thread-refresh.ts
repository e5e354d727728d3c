import type { Cercle, CercleClientError, PostView, ThreadView } from '@cercle/sdk'
import type { ThreadReading } from './thread-reading.ts'

/** The longest page, and how many are read again at most. */
const PAGE = 50
const PAGES = 4

/** One discussion with its replies from the first on, as many as are wanted. */
async function readWhole(client: Cercle, id: string, wanted: number): Promise<ThreadView> {
  let thread: ThreadView | undefined
  const replies: PostView[] = []
  let cursor: string | undefined
  for (let page = 0; page < PAGES && (!thread || (cursor && replies.length < wanted)); page += 1) {
    const next: ThreadView = await client.discussions.thread({ id, limit: PAGE, ...(cursor && { cursor }) })
    thread ??= next
    replies.push(...next.replies.items)
    cursor = next.replies.cursor
  }
  return { ...thread!, replies: { items: replies, ...(cursor !== undefined && { cursor }) } }
}

/**
 * Reads again what is shown of a discussion and changes each text in place. What is new is given back and not shown, unless `wanted` names it.
 * `undefined`: nothing could be read now; the reading says when the discussion is no more.
 */
export async function readAgain(
  client: Cercle,
  reading: ThreadReading,
  wanted: (post: PostView) => boolean,
): Promise<{ thread: ThreadView; unseen: PostView[] } | undefined> {
  const { thread: before } = reading
  if (!before) return undefined
  const { id } = before
  const isHers = reading.hers.watch()
  try {
    // Some more than are shown: what is new comes after them.
    const thread = await readWhole(client, id, reading.replies.length + reading.own.length + PAGE)
    if (reading.thread?.id !== id) return undefined
    return { thread, unseen: apply(reading, thread, wanted, isHers) }
  } catch (error) {
    // Just withdrawn by the viewer herself: the way to put it back stays in sight.
    const isKept = isHers(id) || reading.thread?.opening.withdrawnAt
    if ((error as CercleClientError).code === 'not_found' && !isKept) reading.lose()
    return undefined
  }
}

function apply(
  reading: ThreadReading,
  { replies: page, ...thread }: ThreadView,
  wanted: (post: PostView) => boolean,
  isHers: (id: string) => boolean,
): PostView[] {
  const found = new Map(page.items.map((post) => [post.id, post]))
  const shown = [...reading.replies, ...reading.own]
  const { opening } = reading.thread!
  reading.amend(isHers(opening.id) ? { ...thread, opening } : thread)
  for (const post of shown) {
    // What she has done meanwhile stays: this answer may be older, and what comes of it is told by itself.
    if (isHers(post.id)) continue
    const next = found.get(post.id)
    if (next) reading.put(next)
    // Not found: withdrawn without a trace. What she took back herself keeps its way back.
    else if (page.cursor === undefined && !post.withdrawnAt) reading.remove(post.id)
  }
  if (reading.hasMore) return []
  const known = new Set(shown.map(({ id }) => id))
  const fresh = page.items.filter(({ id }) => !known.has(id))
  for (const post of fresh) if (wanted(post)) reading.put(post)
  return fresh.filter((post) => !wanted(post) && !post.withdrawnAt)
}

import type { Page, RevisionList, ThreadKind, ThreadSummary, ThreadView } from '@cercle/server'
import { pagedList, type PagedList } from '../paged-list.ts'
import type { Call, CallOptions } from '../transport.ts'

/** Which threads to list. */
export interface ThreadFilter {
  /** Slug of one space; absent: all that the viewer can read. */
  space?: string | undefined
  kind?: ThreadKind | undefined
  /** Items in a page, 1 to 50; 20 unless told. */
  limit?: number | undefined
}

/** Which thread, and which page of its replies. */
export interface ThreadQuery {
  id: string
  /** From `replies.cursor` of the page before; absent: the oldest replies. */
  cursor?: string | undefined
  /** Replies in a page, 1 to 50; 20 unless told. */
  limit?: number | undefined
}

/** A text, by its id. The opening of a thread has the id of the thread. */
export interface PostId {
  id: string
}

/** What anybody may call; a stranger is shown what is public. */
export interface DiscussionsReading {
  /** Threads by newest activity; with `space`, its pinned ones at the top of the first page. */
  threads(filter?: ThreadFilter, options?: CallOptions): PagedList<ThreadSummary>
  /** A thread, its opening, and one page of its replies, oldest first. `not_found`: absent, or not for this viewer. */
  thread(query: ThreadQuery, options?: CallOptions): Promise<ThreadView>
  /** Earlier texts of an edited post, newest first. */
  revisions(post: PostId, options?: CallOptions): Promise<RevisionList>
}

export const discussionsReading = (call: Call): DiscussionsReading => ({
  threads: (filter, options) =>
    pagedList((cursor) => call<Page<ThreadSummary>>('discussions.threads', { ...filter, cursor }, options)),
  thread: (query, options) => call('discussions.thread', query, options),
  revisions: (post, options) => call('discussions.revisions', post, options),
})

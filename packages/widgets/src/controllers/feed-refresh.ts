import type { ReactiveElement } from 'lit'
import type { CercleClientError, CercleReader, ThreadKind, ThreadSummary, ThreadView } from '@cercle/sdk'
import type { FeedPages } from './feed-pages.ts'
import { Paced } from './paced.ts'

/** At most so many discussions are read again at once. */
const MOST = 100

/** The list that is shown. */
export interface Listed {
  /** Slug; absent: all that the viewer can read. */
  space: string | undefined
  kind: ThreadKind | undefined
}

/** What the list says of a discussion. */
export function summaryOf({ opening, replies: _replies, can: _can, ...summary }: ThreadView): ThreadSummary {
  return opening.withdrawnAt ? { ...summary, title: '' } : summary
}

type Host = ReactiveElement & { client: CercleReader | undefined }

/** Reads again what a feed shows, without taking anything away while it asks: some lines, or the list from the top. */
export class FeedRefresh {
  readonly #host: Host
  readonly #pages: FeedPages
  readonly #seen: (thread: ThreadSummary) => void
  readonly #lines = new Paced((ids) => Promise.all(ids.map((id) => this.#line(id))))

  /** `seen`: told of each line as it is now; shows it. */
  constructor(host: Host, pages: FeedPages, seen: (thread: ThreadSummary) => void) {
    this.#host = host
    this.#pages = pages
    this.#seen = seen
  }

  line(id: string): void {
    this.#lines.add(id)
  }

  stop(): void {
    this.#lines.stop()
  }

  /** The newest, down to what is known; `kept`: an open discussion, which stays. `isStill`: the list is still that one. Rejects with why it failed. */
  async top({ space, kind }: Listed, kept: string | undefined, isStill: () => boolean): Promise<void> {
    const shown = this.#pages.items
    if (!shown.length) return this.#pages.retry()
    const list = this.#host.client!.discussions.threads({ ...(space && { space }), ...(kind && { kind }) })
    const known = new Set(shown.map(({ id }) => id))
    const fresh: ThreadSummary[] = []
    let cursor: string | undefined
    do {
      const page = await list.page(cursor)
      fresh.push(...page.items)
      cursor = page.cursor
    } while (cursor && fresh.length < MOST && !fresh.some(({ id }) => known.has(id)))
    if (isStill()) this.#merge(fresh, cursor !== undefined, kept)
  }

  #merge(fresh: readonly ThreadSummary[], hasMore: boolean, kept: string | undefined): void {
    const pages = this.#pages
    const known = new Set(fresh.map(({ id }) => id))
    const last = fresh.at(-1)?.lastActivityAt ?? ''
    // What is newer than the last of the page and not in it is no more.
    const isOlder = ({ pinned, lastActivityAt }: ThreadSummary) => hasMore && !pinned && lastActivityAt <= last
    pages.items = [...fresh, ...pages.items.filter((thread) => !known.has(thread.id) && (thread.id === kept || isOlder(thread)))]
    if (!hasMore) pages.hasMore = false
    if (pages.state !== 'offline') pages.state = pages.items.length ? 'ready' : 'empty'
    this.#host.requestUpdate()
  }

  async #line(id: string): Promise<void> {
    try {
      this.#seen(summaryOf(await this.#host.client!.discussions.thread({ id, limit: 1 })))
    } catch (error) {
      // Anything else passes: the line stays as it was.
      if ((error as CercleClientError).code === 'not_found') this.#pages.remove(id)
    }
  }
}

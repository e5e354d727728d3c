import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { CercleClientError, ThreadSummary } from '@cercle/sdk'
import type { Session } from '../context/session.ts'
import { askPage, isSameQuery, type FeedQuery } from './feed-query.ts'

export type FeedState = 'loading' | 'ready' | 'empty' | 'error' | 'offline'

/** What has to be there before a list is shown, so that nothing jumps in afterwards. */
export type Prepare = (session: Session, items: readonly ThreadSummary[]) => Promise<unknown> | undefined

/** The pages of a feed for its host: loads the first, adds the next, keeps what is shown when a call fails. */
export class FeedPages implements ReactiveController {
  state: FeedState = 'loading'
  session: Session | undefined
  items: readonly ThreadSummary[] = []
  /** Why the last call failed; `undefined` when it did not. */
  failure: CercleClientError['code'] | undefined
  /** There is an older page. */
  hasMore = false
  readonly #host: ReactiveControllerHost
  readonly #prepare: Prepare
  #query: FeedQuery | undefined
  #cursor: string | undefined
  /** The pages before the one that was last asked for. */
  #before: readonly ThreadSummary[] = []
  #abort = new AbortController()

  constructor(host: ReactiveControllerHost, prepare: Prepare) {
    this.#host = host
    this.#prepare = prepare
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('online', this.#line)
    addEventListener('offline', this.#line)
    // Moved within the page while it loaded.
    if (this.state === 'loading' && this.#query) void this.retry()
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#line)
    removeEventListener('offline', this.#line)
    this.#abort.abort()
  }

  /** Lists from the start when the query is another one; resolves when that is done. */
  show(query: FeedQuery): Promise<void> | undefined {
    if (isSameQuery(query, this.#query)) return undefined
    if (query.client !== this.#query?.client || query.session !== this.#query.session) this.session = undefined
    this.#query = query
    this.#cursor = undefined
    this.hasMore = false
    return this.#load([])
  }

  /** Asks again for what failed: the first page, or the next. */
  retry(): Promise<void> {
    return this.#load(this.#before)
  }

  /** Adds the older page; gives the first thread of it, or `undefined` when the call failed. */
  async more(): Promise<ThreadSummary | undefined> {
    const { items } = this
    await this.#load(items)
    return this.items[items.length]
  }

  put(thread: ThreadSummary): void {
    const isKnown = this.items.some(({ id }) => id === thread.id)
    this.items = isKnown
      ? this.items.map((item) => (item.id === thread.id ? { ...item, ...thread } : item))
      : [thread, ...this.items]
    this.#settle(this.state === 'empty' ? 'ready' : this.state, this.failure)
  }

  remove(id: string): void {
    this.items = this.items.filter((item) => item.id !== id)
    this.#settle(this.items.length ? this.state : 'empty', this.failure)
  }

  async #load(before: readonly ThreadSummary[]): Promise<void> {
    this.#abort.abort()
    const { signal } = (this.#abort = new AbortController())
    this.#before = before
    this.#settle('loading')
    try {
      const [known, page] = await askPage(this.#query!, this.session, this.#cursor, signal)
      await this.#prepare(known, page.items)
      if (signal.aborted) return
      this.session = known
      this.items = [...before, ...page.items]
      this.#cursor = page.cursor
      this.hasMore = page.cursor !== undefined
      this.#settle(this.items.length ? 'ready' : 'empty')
    } catch (error) {
      const code = (error as CercleClientError).code ?? 'internal'
      if (signal.aborted || code === 'aborted') return
      this.items = before
      this.#settle(code === 'offline' ? 'offline' : 'error', code)
    }
  }

  #settle(state: FeedState, failure?: CercleClientError['code']): void {
    this.state = state
    this.failure = failure
    this.#host.requestUpdate()
  }

  /** The line came or went. What is shown stays; what is missing is asked for. */
  readonly #line = ({ type }: Event): void => {
    if (type === 'offline') this.#settle('offline', 'offline')
    else if (this.state !== 'offline') return
    else if (this.items.length) this.#settle('ready')
    else if (this.#query) void this.retry()
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Cercle, CercleClientError, PostView, ThreadView } from '@cercle/sdk'
import { tellLooked } from './notice-channel.ts'
import { OwnChanges } from './own-changes.ts'

/** `gone`: not there, or not for this person: the same to her. */
export type ThreadState = 'loading' | 'ready' | 'gone' | 'error' | 'offline'

/** One discussion for its host: loads it, adds the next replies, keeps what is shown when a call fails. */
export class ThreadReading implements ReactiveController {
  state: ThreadState = 'loading'
  thread: ThreadView | undefined
  /** Oldest first. */
  replies: readonly PostView[] = []
  /** Written by the viewer while newer pages were not asked for yet: shown after them. */
  own: readonly PostView[] = []
  hasMore = false
  isLoadingMore = false
  readonly hers = new OwnChanges()
  /** Why the last call failed. */
  failure: CercleClientError['code'] | undefined
  readonly #host: ReactiveControllerHost
  #source: { client: Cercle; id: string; marks: boolean } | undefined
  #cursor: string | undefined
  #abort = new AbortController()

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('online', this.#online)
    if (this.#source && this.#abort.signal.aborted) void this.retry()
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#online)
    this.#abort.abort()
  }

  /** Loads when it is another one. `marks`: the viewer's unread mark is cleared once it is open. */
  show(client: Cercle, id: string, marks: boolean): void {
    if (this.#source?.client === client && this.#source.id === id) return
    this.#source = { client, id, marks }
    this.thread = undefined
    this.replies = this.own = []
    void this.retry()
  }

  async retry(): Promise<void> {
    const { client, id, marks } = this.#source!
    this.#settle('loading')
    const thread = await this.#ask(undefined)
    if (!thread) return
    this.thread = thread
    this.replies = thread.replies.items
    this.#turn(thread)
    this.#settle('ready')
    // Not hers to worry about: the mark is cleared the next time.
    if (marks) client.discussions.markRead({ id }).then(tellLooked, () => undefined)
  }

  /** Adds the next replies; gives the first of them, or `undefined` when the call failed. */
  async more(): Promise<PostView | undefined> {
    const known = this.replies
    this.isLoadingMore = true
    this.#settle('ready')
    const thread = await this.#ask(this.#cursor)
    this.isLoadingMore = false
    this.#host.requestUpdate()
    if (!thread) return undefined
    this.replies = [...known, ...thread.replies.items]
    this.own = this.own.filter(({ id }) => !this.replies.some((reply) => reply.id === id))
    this.#turn(thread)
    return this.replies[known.length]
  }

  /** A text is another one now, or a new one. */
  put(post: PostView): void {
    const swap = (known: PostView): PostView => (known.id === post.id ? post : known)
    const isKnown = [...this.replies, ...this.own].some(({ id }) => id === post.id)
    if (post.id === this.thread?.id) this.thread = { ...this.thread, opening: post }
    else if (isKnown) [this.replies, this.own] = [this.replies.map(swap), this.own.map(swap)]
    else if (this.hasMore) this.own = [...this.own, post]
    else this.replies = [...this.replies, post]
    this.#host.requestUpdate()
  }

  /** A reply of the viewer was published; gives how many there are now. */
  take(reply: PostView): number | undefined {
    const { thread } = this
    if (!thread) return undefined
    // The stream may have been faster.
    const isKnown = [...this.replies, ...this.own].some(({ id }) => id === reply.id)
    const replyCount = thread.replyCount + Number(!isKnown)
    this.put(reply)
    this.amend({ replyCount })
    return replyCount
  }

  /** The viewer has just changed this text. */
  change(post: PostView): void {
    this.hers.note(post.id)
    this.put(post)
  }

  /** What the thread itself says is another thing now. */
  amend(change: Partial<ThreadView>): void {
    if (this.thread) this.thread = { ...this.thread, ...change }
    this.#host.requestUpdate()
  }

  /** It is no more, or no longer for this person. */
  lose(): void {
    this.thread = undefined
    this.replies = this.own = []
    this.#settle('gone', 'not_found')
  }

  remove(id: string): void {
    const others = (posts: readonly PostView[]): PostView[] => posts.filter((post) => post.id !== id)
    ;[this.replies, this.own] = [others(this.replies), others(this.own)]
    this.#host.requestUpdate()
  }

  #turn({ replies }: ThreadView): void {
    this.#cursor = replies.cursor
    this.hasMore = replies.cursor !== undefined
  }

  async #ask(cursor: string | undefined): Promise<ThreadView | undefined> {
    const { client, id } = this.#source!
    this.#abort.abort()
    const { signal } = (this.#abort = new AbortController())
    try {
      const thread = await client.discussions.thread({ id, ...(cursor && { cursor }) }, { signal })
      return signal.aborted ? undefined : thread
    } catch (error) {
      const code = (error as CercleClientError).code ?? 'internal'
      if (signal.aborted || code === 'aborted') return undefined
      const isGone = code === 'not_found'
      if (isGone) this.thread = undefined
      this.#settle(isGone ? 'gone' : this.thread ? 'ready' : code === 'offline' ? 'offline' : 'error', code)
      return undefined
    }
  }

  #settle(state: ThreadState, failure?: CercleClientError['code']): void {
    this.state = state
    this.failure = failure
    this.#host.requestUpdate()
  }

  readonly #online = (): void => {
    if (this.state === 'offline') void this.retry()
  }
}

import type { ReactiveController, ReactiveElement } from 'lit'
import type { CercleReader, ThreadSummary } from '@cercle/sdk'
import type { Session } from '../context/session.ts'
import { savesData } from '../primitives/data-saver.ts'
import { Announcement } from './announcement.ts'
import type { FeedActs } from './feed-acts.ts'
import type { FeedPages } from './feed-pages.ts'
import { FeedRefresh, type Listed } from './feed-refresh.ts'
import { LiveHearing, type LiveNews } from './live-hearing.ts'

/**
 * What arrives for the list while it is looked at. Messages of others are counted and shown on request; everything else (edits,
 * withdrawals, gestures, what the viewer did elsewhere) changes its line quietly. An open discussion follows by itself.
 */
export class FeedArrivals implements ReactiveController {
  /** It cannot be known what was missed: the list is read again on request. */
  isStale = false
  /** The last request failed; what arrived is still to be shown. */
  hasFailed = false
  readonly announcement = new Announcement()
  readonly refresh: FeedRefresh
  readonly #host: ReactiveElement & { client: CercleReader | undefined }
  readonly #pages: FeedPages
  readonly #acts: FeedActs
  readonly #hearing: LiveHearing
  /** Discussion by message. */
  readonly #arrived = new Map<string, string>()
  /** To be looked at before they count: of a kind that is not known yet. */
  readonly #unsure = new Map<string, string>()
  #list: Listed = { space: undefined, kind: undefined }
  #round = 0
  #isAsking = false

  /** `changed`: who reads may have other rights now. */
  constructor(
    host: ReactiveElement & { client: CercleReader | undefined },
    pages: FeedPages,
    acts: FeedActs,
    changed: () => void,
  ) {
    this.#host = host
    this.#pages = pages
    this.#acts = acts
    this.refresh = new FeedRefresh(host, pages, (thread) => this.#see(thread))
    this.#hearing = new LiveHearing(host, { news: (event) => this.#hear(event), resync: this.#resync, ended: this.#end, changed })
    host.addController(this)
  }

  /** Data are spared: nothing arrives by itself. */
  get isSaving(): boolean {
    return savesData()
  }

  get count(): number {
    return this.#arrived.size
  }

  hostDisconnected(): void {
    this.refresh.stop()
  }

  /** Which list is shown, and to whom. */
  follow({ viewer }: Session, list: Listed): void {
    this.#hearing.listen(viewer?.status === 'active' ? this.#host.client : undefined)
    if (list.space === this.#list.space && list.kind === this.#list.kind) return
    this.#list = list
    this.#clear()
  }

  /** Shows what arrived and leaves the focus on the first of it. */
  readonly show = async (): Promise<void> => {
    if (this.#isAsking) return
    this.#isAsking = true
    const round = this.#round
    const threads = new Set(this.#arrived.values())
    const before = new Set(this.#pages.items.map(({ id }) => id))
    this.hasFailed = false
    try {
      await this.refresh.top(this.#list, this.#acts.openId, () => round === this.#round)
      if (round === this.#round) this.#clear()
    } catch {
      this.hasFailed = true
    } finally {
      this.#isAsking = false
    }
    if (this.hasFailed || !this.#pages.items.length) return this.#host.requestUpdate()
    const first = this.#pages.items.find(({ id }) => id !== this.#acts.openId && (threads.has(id) || !before.has(id)))
    await this.#acts.focus(first ? `[data-id="${first.id}"]` : '.cover')
  }

  #clear(): void {
    this.#round += 1
    this.#arrived.clear()
    this.#unsure.clear()
    this.isStale = this.hasFailed = false
    this.#changed()
  }

  #hear({ type, space, thread, post, own }: LiveNews): void {
    const { spaces } = this.#pages.session ?? { spaces: [] }
    const { space: slug, kind } = this.#list
    if (slug && spaces.find((one) => one.slug === slug)?.id !== space) return
    if (type === 'post.withdrawn' && this.#arrived.delete(post)) this.#changed()
    if (thread === this.#acts.openId) return
    const isListed = this.#pages.items.some(({ id }) => id === thread)
    const isNew = type === 'thread.created' || type === 'post.created'
    if (isNew && !own && (isListed || !kind)) this.#count(post, thread)
    else if (isNew && !own) this.#unsure.set(post, thread)
    if (isNew ? own || (kind && !isListed) : isListed) this.refresh.line(thread)
  }

  #count(post: string, thread: string): void {
    this.#arrived.set(post, thread)
    this.#changed()
  }

  #see(thread: ThreadSummary): void {
    const { kind } = this.#list
    const isOfKind = !kind || thread.kind === kind
    const posts = [...this.#unsure].filter(([, id]) => id === thread.id)
    for (const [post] of posts) {
      this.#unsure.delete(post)
      if (isOfKind) this.#count(post, thread.id)
    }
    const isListed = this.#pages.items.some(({ id }) => id === thread.id)
    if (isListed || (isOfKind && !posts.length)) this.#pages.put(thread)
  }

  readonly #resync = (): void => {
    this.isStale = true
    this.#changed()
  }

  readonly #end = (): void => {
    Object.assign(this.#pages, { state: 'error', failure: 'unauthorized' })
    this.#host.requestUpdate()
  }

  #changed(): void {
    this.announcement.show(this.count || Number(this.isStale))
    this.#host.requestUpdate()
  }
}

import type { ReactiveElement } from 'lit'
import type { NewThread, ThreadKind, ThreadSummary, ThreadView } from '@cercle/sdk'
import type { FeedPages } from './feed-pages.ts'

/** With what the composer opens: a kind or a first sentence already chosen, or a message that was on its way. */
export interface FeedDraft {
  kind?: ThreadKind | undefined
  starter?: string | undefined
  /** The title that goes with it. */
  subject?: string | undefined
  resumed?: NewThread | undefined
}

/**
 * What is open within a feed: one discussion, the composer, the word that something was published. Fetches each element when it
 * is first wanted (and rejects when that fails), and leaves the focus where the person goes on.
 */
export class FeedActs {
  openId: string | undefined
  /** The composer is open. */
  draft: FeedDraft | undefined
  published: ThreadView | undefined
  readonly #host: ReactiveElement
  readonly #pages: FeedPages

  constructor(host: ReactiveElement, pages: FeedPages) {
    this.#host = host
    this.#pages = pages
  }

  async open(id: string): Promise<void> {
    await import('../thread/register.ts')
    this.openId = id
    await this.focus('cercle-thread')
  }

  readonly close = async (): Promise<void> => {
    const id = this.openId
    this.openId = undefined
    await this.focus(`[data-id="${id}"]`)
  }

  /** The open discussion says that it is another one now, or no more. */
  readonly change = async ({ detail }: CustomEvent<ThreadSummary | { id: string; gone: true }>): Promise<void> => {
    if (!('gone' in detail)) return this.#pages.put(detail)
    this.openId = undefined
    this.#pages.remove(detail.id)
    await this.focus('[data-do="write"], .cover')
  }

  async write(draft: FeedDraft): Promise<void> {
    await import('../composer/register.ts')
    this.draft = draft
    await this.focus('cercle-composer')
  }

  readonly stopWriting = async (): Promise<void> => {
    this.draft = undefined
    await this.focus('[data-do="write"]')
  }

  /** What was written waits to be sent: its card stands above the list. */
  readonly queue = async (): Promise<void> => {
    this.draft = undefined
    this.#host.requestUpdate()
    await customElements.whenDefined('cercle-queued')
    await this.focus('cercle-queued:last-of-type')
  }

  /** `isListed`: it belongs to the list that is shown. */
  async publish(thread: ThreadView, isListed: boolean): Promise<void> {
    this.draft = undefined
    this.published = thread
    if (isListed) this.#pages.put(thread)
    await this.focus(`[data-id="${thread.id}"]`)
  }

  readonly settle = async ({ detail: { gone } }: CustomEvent<{ gone: boolean }>): Promise<void> => {
    const id = this.published?.id ?? ''
    const isFocused = this.#host.shadowRoot?.activeElement?.localName === 'cercle-published'
    this.published = undefined
    if (gone) this.#pages.remove(id)
    if (gone || isFocused) await this.focus(gone ? '[data-do="write"]' : `[data-id="${id}"]`)
    else this.#host.requestUpdate()
  }

  /** Draws what changed, then moves the focus to the first that fits. */
  async focus(selector: string): Promise<void> {
    this.#host.requestUpdate()
    await this.#host.updateComplete
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus()
  }
}

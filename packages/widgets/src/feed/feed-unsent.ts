import { type TemplateResult, nothing } from 'lit'
import type { Cercle, PostView, ThreadView, ViewerView } from '@cercle/sdk'
import type { OutboxEntry, OutboxResult } from '@cercle/sdk/outbox'
import { ask } from '../context/give.ts'
import { outboxContext, type OutboxSource } from '../context/outbox.ts'
import type { FeedActs } from '../controllers/feed-acts.ts'
import type { FeedPages } from '../controllers/feed-pages.ts'
import { summaryOf, type FeedRefresh, type Listed } from '../controllers/feed-refresh.ts'
import { Unsent, type Waiting } from '../controllers/unsent.ts'
import type { TakingPartKey } from '../locales/taking-part.fr.ts'
import { member } from '../locales/member.ts'
import type { Language, Translate } from '../locales/texts.ts'
import { queuedList } from '../primitives/queued-list.ts'
import type { FeedView } from './feed.ts'

/** What a member wrote in a feed and has not been sent yet: as cards above the list, and what becomes of each. */
export class FeedUnsent {
  /** What was last sent, for who does not see it. */
  said: TakingPartKey | undefined
  list: Listed = { space: undefined, kind: undefined }
  readonly #host: FeedView
  readonly #pages: FeedPages
  readonly #acts: FeedActs
  readonly #refresh: FeedRefresh
  readonly #unsent: Unsent
  #source: OutboxSource | undefined

  constructor(host: FeedView, pages: FeedPages, acts: FeedActs, refresh: FeedRefresh) {
    this.#host = host
    this.#pages = pages
    this.#acts = acts
    this.#refresh = refresh
    this.#unsent = new Unsent(host, {
      sent: (entry, result) => void this.#sent(entry, result).catch(() => undefined),
      change: (entry) => this.#change(entry).catch(() => false),
    })
    ask(host, outboxContext, (source) => (this.#source = source))
  }

  get waiting(): Waiting | undefined {
    return this.#unsent.waiting
  }

  /** Opens what this member left, and fetches what shows it while there is a line. */
  open({ memberId }: ViewerView, language: Language): void {
    if (!this.#source) return
    void this.#unsent.open(this.#source, memberId)
    void member[language]().catch(() => undefined)
  }

  cards(t: Translate<TakingPartKey>): TemplateResult | typeof nothing {
    const { session, items } = this.#pages
    if (!session?.viewer) return nothing
    const { community, viewer, spaces } = session
    const threadOf = ({ type, input }: OutboxEntry) =>
      type === 'reply' ? items.find(({ id }) => id === input.threadId) : undefined
    return queuedList(this.waiting, {
      community,
      viewer,
      now: this.#host.now,
      isHere: (entry) => this.#isHere(entry),
      spaceOf: (entry) => {
        const slug = entry.type === 'createThread' ? entry.input.space : threadOf(entry)?.space.slug
        return spaces.find((space) => space.slug === slug)
      },
      isToFewer: (entry) => Boolean(entry.type === 'createThread' ? entry.input.audience : threadOf(entry)?.circle),
      toOf: (entry) => threadOf(entry)?.author?.name,
      words: { stopped: t('queue.stopped'), maybe: t('queue.maybe'), undo: t('queue.undo') },
    })
  }

  #isHere({ type, input }: OutboxEntry): boolean {
    const { space } = this.#host
    if (type === 'createThread') return !space || space === input.space
    return type === 'reply' && input.threadId !== this.#acts.openId
  }

  async #sent({ id, type, input }: OutboxEntry, result: OutboxResult | undefined): Promise<void> {
    if (type === 'createThread') return this.#published(id, (result as ThreadView) ?? (await this.#read(input.id!)))
    if (type !== 'reply') return
    const open = this.#host.renderRoot.querySelector('cercle-thread')
    if (open?.threadId === input.threadId) return open.take((result as PostView) ?? input.id!)
    this.said = 'queue.replied'
    this.#refresh.line(input.threadId)
    this.#host.requestUpdate()
  }

  async #published(entry: string, thread: ThreadView): Promise<void> {
    const { space, kind } = this.list
    const root = this.#host.renderRoot as ShadowRoot
    const isFocused = root.activeElement?.getAttribute('data-entry') === entry
    if ((!space || space === thread.space.slug) && (!kind || kind === thread.kind)) this.#pages.put(summaryOf(thread))
    this.#acts.published = thread
    if (isFocused) await this.#acts.focus(`[data-id="${thread.id}"]`)
    else this.#host.requestUpdate()
  }

  #read(id: string): Promise<ThreadView> {
    return (this.#host.client as Cercle).discussions.thread({ id })
  }

  async #change({ type, input }: OutboxEntry): Promise<boolean> {
    if (type === 'createThread') {
      const space = this.#pages.session?.spaces.find(({ slug }) => slug === input.space)
      if (!space?.can.write) return false
      await this.#acts.write({ resumed: input })
      return this.#host.renderRoot.querySelector('cercle-composer') !== null
    }
    if (type !== 'reply') return false
    const { threadId } = input
    if (!this.#pages.items.some(({ id }) => id === threadId)) this.#pages.put(summaryOf(await this.#read(threadId)))
    if (this.#acts.openId !== threadId) await this.#acts.open(threadId)
    return (await this.#host.renderRoot.querySelector('cercle-thread')?.resume(input)) ?? false
  }
}

import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CommunityView, NewReply, PostView, SpaceView, ThreadSummary, ViewerView } from '@cercle/sdk'
import type { Reply } from '../composer/reply.ts'
import { summaryOf } from '../controllers/feed-refresh.ts'
import { Texts } from '../controllers/texts.ts'
import { ThreadArrivals } from '../controllers/thread-arrivals.ts'
import type { PostChange, PostHold } from '../controllers/thread-gestures.ts'
import { ThreadPinning } from '../controllers/thread-pinning.ts'
import { ThreadReading } from '../controllers/thread-reading.ts'
import type { Waiting } from '../controllers/unsent.ts'
import { member } from '../locales/member.ts'
import { reading } from '../locales/reading.ts'
import { liveBarStyles } from '../primitives/live-bar.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { excerptOf, lineOf, paperLabel, threadFailure, threadHead } from './thread-parts.ts'
import { answerBox, queuedReplies, wholeThread, type ThreadParts, type ThreadSetting } from './thread-texts.ts'
import { threadStyles } from './thread.styles.ts'

/**
 * An open discussion: its first text, the replies oldest first, and the box to answer in.
 *
 * @tag cercle-thread
 * @attr data-state - `loading`, `ready`, `gone`, `error` or `offline`
 * @fires cercle-thread-close - back to the list
 * @fires {CustomEvent<Partial<ThreadSummary>>} cercle-thread-changed - what its line in a list should say now; `{ id, gone: true }` when it is no more
 * @csspart thread - the card
 * @csspart post - one text
 * @csspart compose - the box to answer in
 * @csspart audience - who will read this
 * @csspart send - the button that sends
 * @csspart error - a failure in words
 */
export class Thread extends LitElement {
  static override styles = [base, forms, waitingStyles, liveBarStyles, threadStyles]
  static override properties = {
    threadId: { attribute: false },
    summary: { attribute: false },
    client: { attribute: false },
    community: { attribute: false },
    viewer: { attribute: false },
    space: { attribute: false },
    draftScope: { attribute: false },
    now: { attribute: false },
    waiting: { attribute: false },
  }
  /** Fetches the elements to write with, once there is somebody who may. Set where the tags are defined. */
  static fetchWriting: () => Promise<unknown> = () => Promise.resolve()

  declare threadId: string | undefined
  /** Its line in the list, shown until the whole is there. */
  declare summary: ThreadSummary | undefined
  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  declare viewer: ViewerView | null | undefined
  declare space: SpaceView | undefined
  /** Whose drafts: community and member. */
  declare draftScope: string | undefined
  /** The present, for dates in words; the clock of the machine when absent. */
  declare now: Date | undefined
  /** Replies that wait to be sent. */
  declare waiting: Waiting | undefined

  readonly #texts = new Texts(this, member)
  readonly #words = new Texts(this, reading)
  readonly #reading = new ThreadReading(this)
  readonly #pinning = new ThreadPinning(this, (pinned) => this.#pinned(pinned))
  readonly #arrivals = new ThreadArrivals(this, this.#reading, (thread) => this.#tell(summaryOf(thread)))
  /** A box that was opened stays, with what is written in it, when the discussion goes or cannot be read. */
  #keepsBox = false
  /** Whom the box answers. */
  #to: string | undefined
  #said = ''
  #isGone = false
  #wantsFocus = false

  get #written(): string | typeof nothing {
    const { language = '' } = this.community ?? {}
    return language.startsWith(this.#texts.language) ? nothing : language
  }

  /** To the title, as soon as it is there: what one came to read. */
  override focus(): void {
    this.#wantsFocus = true
    this.requestUpdate()
  }

  protected override willUpdate(): void {
    this.#texts.community = this.community
    if (this.client && this.threadId) this.#reading.show(this.client, this.threadId, this.viewer?.status === 'active')
    const { thread } = this.#reading
    if (thread && this.viewer) Thread.fetchWriting().catch(() => undefined)
    if (thread) this.#to = thread.opening.author?.memberId === this.viewer?.memberId ? undefined : thread.opening.author?.name
    this.#keepsBox = this.#box?.isWritten || (this.#keepsBox && !thread)
  }

  get #box(): Reply | null {
    return this.renderRoot?.querySelector<Reply>('cercle-reply')
  }

  /** Opens the box with a reply that was on its way; `false` where there is none to open. */
  async resume(reply: NewReply): Promise<boolean> {
    await Thread.fetchWriting()
    this.#keepsBox = true
    this.requestUpdate()
    await this.updateComplete
    this.#box?.resume(reply)
    return this.#box !== null
  }

  /** A reply of the viewer was written, from here (as it is) or elsewhere (its id). */
  take(reply: PostView | string): void {
    if (typeof reply === 'string') return this.#arrivals.look(reply)
    this.#took(reply)
  }

  protected override render(): TemplateResult {
    if (!this.#texts.ready || !this.#words.ready) return html`<div class="cercle"></div>`
    const { state, failure, thread } = this.#reading
    const setting = this.#setting
    const { t } = setting
    const line = lineOf(this.#reading, this.summary)
    return html`<div class="cercle">
      <article
        class="c-card open"
        part="thread"
        aria-labelledby=${line ? 'title' : nothing}
        aria-label=${line ? nothing : t('thread.gone')}
      >
        ${threadHead(line, t, this.#words.t, this.#written, this.#close)} ${line ? paperLabel(line, this.space, t) : nothing}
        ${state === 'loading' && !thread ? waiting(t('thread.loading')) : nothing}
        ${state === 'gone' || state === 'error' || state === 'offline' ? threadFailure(state, failure, t, this.#retry) : nothing}
        ${thread ? wholeThread(thread, this.#parts, setting) : nothing} ${queuedReplies(setting)}
        ${thread?.can.reply || this.#keepsBox ? answerBox(setting) : nothing}
        <p class="c-hidden" role="status">${this.#said}</p>
      </article>
    </div>`
  }

  protected override updated(): void {
    this.dataset['state'] = this.#reading.state
    const title =
      this.#wantsFocus &&
      (this.renderRoot.querySelector<HTMLElement>('#title') ?? this.renderRoot.querySelector<HTMLElement>('.close'))
    if (!title) return
    this.#wantsFocus = false
    title.focus()
  }

  get #parts(): ThreadParts {
    return { reading: this.#reading, arrivals: this.#arrivals, pinning: this.#pinning, more: this.#more, show: this.#show }
  }

  get #setting(): ThreadSetting {
    const { thread, state } = this.#reading
    const pinning = thread?.can.pin ? this.#pinning.gesture(thread, this.#texts.t) : undefined
    return {
      client: this.client,
      community: this.community,
      viewer: this.viewer,
      space: this.space,
      circle: (thread ?? this.summary)?.circle,
      draftScope: this.draftScope,
      now: this.now,
      waiting: this.waiting,
      threadId: this.threadId,
      t: this.#texts.t,
      to: this.#to,
      isGone: state === 'gone',
      gestures: pinning ? [pinning] : [],
      heard: {
        held: this.#held,
        changed: this.#changed,
        over: this.#over,
        reply: this.#reply,
        replied: this.#replied,
        queued: this.#queue,
      },
    }
  }

  readonly #retry = (): void => void this.#reading.retry()

  readonly #more = async (): Promise<void> => {
    if (this.#reading.isLoadingMore) return
    const before = this.#reading.replies.length
    const first = await this.#reading.more()
    if (!first) return
    this.#said = this.#texts.t('thread.more', { count: this.#reading.replies.length - before })
    await this.#goTo(first.id)
  }

  async #goTo(id: string): Promise<void> {
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(`[data-post="${id}"]`)?.focus()
  }

  readonly #pinned = (pinned: boolean): void => {
    this.#said = this.#texts.t(pinned ? 'post.pinned' : 'post.unpinned')
    this.#reading.amend({ pinned })
    this.#tell({ pinned })
  }

  readonly #reply = (): void => this.#box?.focus()

  readonly #show = async (): Promise<void> => {
    const { count } = this.#arrivals
    const first = this.#arrivals.show()
    this.#said = this.#texts.t('thread.more', { count })
    this.#tell({ unread: false })
    if (first) await this.#goTo(first.id)
  }

  readonly #queue = (): void => {
    this.#said = this.#texts.t('queue.told')
    this.requestUpdate()
  }

  readonly #replied = ({ detail }: CustomEvent<PostView>): void => this.#took(detail)

  #took(reply: PostView): void {
    const replyCount = this.#reading.take(reply)
    if (replyCount === undefined) return
    this.#said = this.#texts.t('thread.replied')
    this.#tell({ replyCount, lastActivityAt: reply.createdAt, unread: false })
  }

  readonly #held = ({ detail: { id, until } }: CustomEvent<PostHold>): void => this.#reading.hers.hold(id, until)

  readonly #changed = ({ detail: { post, title, gone } }: CustomEvent<PostChange>): void => {
    this.#reading.change(post)
    if (post.id !== this.threadId) return
    this.#isGone = gone ?? false
    if (title !== undefined) this.#reading.amend({ title })
    const known = post.withdrawnAt ? '' : this.#reading.thread!.title
    this.#tell({ reactions: post.reactions, title: known, excerpt: excerptOf(post.body) })
  }

  /** The time to put it back is over. */
  readonly #over = ({ detail: { post, gone } }: CustomEvent<PostChange>): void => {
    if (gone && post.id !== this.threadId) this.#reading.remove(post.id)
  }

  readonly #close = (): void => {
    // Only now: the way to put it back stays in sight until the person leaves it.
    if (this.#isGone || this.#reading.state === 'gone') this.#tell({ gone: true })
    this.dispatchEvent(new Event('cercle-thread-close'))
  }

  #tell(change: Partial<ThreadSummary> | { gone: true }): void {
    this.dispatchEvent(new CustomEvent('cercle-thread-changed', { detail: { id: this.threadId, ...change } }))
  }
}

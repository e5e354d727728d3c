import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Cercle, CommunityView, PostView, SpaceView, ThreadSummary, ThreadView, ViewerView } from '@cercle/sdk'
import { Send } from '../controllers/send.ts'
import { Texts } from '../controllers/texts.ts'
import type { PostChange } from '../controllers/thread-gestures.ts'
import { ThreadReading } from '../controllers/thread-reading.ts'
import { member } from '../locales/member.ts'
import { reading } from '../locales/reading.ts'
import { pin } from '../primitives/icons.ts'
import { printer } from '../primitives/member-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import type { Gesture } from './post-parts.ts'
import { excerptOf, nextReplies, pinFailure, threadFailure, threadHead } from './thread-parts.ts'
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
  static override styles = [base, forms, waitingStyles, threadStyles]
  static override properties = {
    threadId: { attribute: false },
    summary: { attribute: false },
    client: { attribute: false },
    community: { attribute: false },
    viewer: { attribute: false },
    space: { attribute: false },
    draftScope: { attribute: false },
    now: { attribute: false },
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

  readonly #texts = new Texts(this, member)
  readonly #words = new Texts(this, reading)
  readonly #reading = new ThreadReading(this)
  readonly #pinning = new Send(this)
  #said = ''
  #isGone = false
  #wantsFocus = false

  get #line(): ThreadSummary | undefined {
    const { thread, state } = this.#reading
    if (thread) return thread.opening.withdrawnAt ? { ...thread, title: '' } : thread
    return state === 'gone' ? undefined : this.summary
  }

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
    this.#texts.fallback = this.#words.fallback = this.community?.language
    if (this.client && this.threadId) this.#reading.show(this.client, this.threadId, this.viewer?.status === 'active')
    const { thread } = this.#reading
    if (thread && this.viewer) Thread.fetchWriting().catch(() => undefined)
  }

  protected override render(): TemplateResult {
    if (!this.#texts.ready || !this.#words.ready) return html`<div class="cercle"></div>`
    const { state, failure, thread } = this.#reading
    const { t } = this.#texts
    const line = this.#line
    return html`<div class="cercle">
      <article
        class="c-card open"
        part="thread"
        aria-labelledby=${line ? 'title' : nothing}
        aria-label=${line ? nothing : t('thread.gone')}
      >
        ${threadHead(line, t, this.#words.t, this.#written, this.#close)}
        ${state === 'loading' && !thread ? waiting(t('thread.loading')) : nothing}
        ${state === 'gone' || state === 'error' || state === 'offline' ? threadFailure(state, failure, t, this.#retry) : nothing}
        ${thread ? this.#whole(thread) : nothing}
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

  #whole(thread: ThreadView): TemplateResult {
    const { replies, own, hasMore } = this.#reading
    const { t } = this.#texts
    const shown = replies.length + own.length
    const count = hasMore
      ? Math.max(thread.replyCount, shown)
      : [...replies, ...own].filter(({ withdrawnAt }) => !withdrawnAt).length
    return html`${this.#post(thread.opening, thread)} ${pinFailure(this.#pinning, t)}
    ${
      shown || thread.can.reply
        ? html`<h4 class="c-head replies-t">${count ? t('thread.replies', { count }) : t('thread.noReply')}</h4>`
        : nothing
    }
    ${shown ? this.#replies(replies, thread, 'replies') : nothing} ${nextReplies(this.#reading, t, () => void this.#more())}
    ${own.length ? this.#replies(own, thread, 'own') : nothing} ${thread.can.reply ? this.#answer(thread) : nothing}`
  }

  #replies(posts: readonly PostView[], thread: ThreadView, id: string): TemplateResult {
    return html`<ol class="replies" id=${id}>
      ${repeat(
        posts,
        (post) => post.id,
        (post) => html`<li>${this.#post(post, thread)}</li>`,
      )}
    </ol>`
  }

  #post(post: PostView, thread: ThreadView): TemplateResult {
    const isOpening = post.id === thread.id
    return html`<cercle-post
      part="post"
      exportparts="compose, audience, send, error"
      data-post=${post.id}
      .post=${post}
      .client=${this.client}
      .community=${this.community}
      .viewer=${this.viewer}
      .space=${this.space}
      .draftScope=${this.draftScope}
      .gestures=${isOpening ? this.#gestures(thread) : undefined}
      .canReply=${thread.can.reply}
      .now=${this.now}
      @cercle-post-changed=${this.#changed}
      @cercle-post-over=${this.#over}
      @cercle-post-reply=${this.#reply}
    ></cercle-post>`
  }

  #answer({ opening, id }: ThreadView): TemplateResult {
    return html`<cercle-reply
      class="answer"
      exportparts="compose, audience, send, error"
      .client=${this.client}
      .community=${this.community}
      .viewer=${this.viewer}
      .space=${this.space}
      .draftScope=${this.draftScope}
      .threadId=${id}
      .to=${opening.author?.memberId === this.viewer?.memberId ? undefined : opening.author?.name}
      @cercle-reply-sent=${this.#replied}
    ></cercle-reply>`
  }

  #gestures({ can, pinned }: ThreadView): Gesture[] {
    const { t } = this.#texts
    const onPaper = { icon: printer, words: t('post.print'), act: () => globalThis.print() }
    return [...(can.pin ? [{ icon: pin, words: t(pinned ? 'post.unpin' : 'post.pin'), act: this.#pin }] : []), onPaper]
  }

  readonly #retry = (): void => void this.#reading.retry()

  readonly #more = async (): Promise<void> => {
    if (this.#reading.isLoadingMore) return
    const before = this.#reading.replies.length
    const first = await this.#reading.more()
    if (!first) return
    this.#said = this.#texts.t('thread.more', { count: this.#reading.replies.length - before })
    await this.updateComplete
    await this.#postOf(first.id)?.updateComplete
    this.#postOf(first.id)?.focus()
  }

  #postOf(id: string): LitElement | null {
    return this.renderRoot.querySelector<LitElement>(`[data-post="${id}"]`)
  }

  readonly #pin = async (): Promise<void> => {
    const { id, pinned } = this.#reading.thread!
    const answer = await this.#pinning.run((options) => this.client!.discussions.pin({ id, pinned: !pinned }, options))
    if (!answer) return
    this.#said = this.#texts.t(answer.pinned ? 'post.pinned' : 'post.unpinned')
    this.#reading.amend({ pinned: answer.pinned })
    this.#tell({ pinned: answer.pinned })
  }

  readonly #reply = (): void => this.renderRoot.querySelector<HTMLElement>('cercle-reply')?.focus()

  readonly #replied = ({ detail }: CustomEvent<PostView>): void => {
    this.#reading.put(detail)
    this.#said = this.#texts.t('thread.replied')
    const replyCount = this.#reading.thread!.replyCount + 1
    this.#reading.amend({ replyCount })
    this.#tell({ replyCount, lastActivityAt: detail.createdAt, unread: false })
  }

  readonly #changed = ({ detail: { post, title, gone } }: CustomEvent<PostChange>): void => {
    this.#reading.put(post)
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

import { html, nothing, type TemplateResult } from 'lit'
import type { CallOptions, Cercle, NewReply, PostView } from '@cercle/sdk'
import type { Unsent } from '@cercle/sdk/outbox'
import { draftKey } from '../controllers/draft.ts'
import { avatar } from '../primitives/avatar.ts'
import { icon } from '../primitives/read-icons.ts'
import { send } from '../primitives/member-icons.ts'
import { WritingElement } from './writing-element.ts'
import { areaField, draftStatus, sendFailure } from './writing-parts.ts'

/**
 * The box at the end of a discussion: closed until one writes, open when an answer was begun.
 *
 * @tag cercle-reply
 * @fires {CustomEvent<PostView>} cercle-reply-sent - it is published
 * @fires cercle-reply-queued - it waits to be sent
 * @csspart compose - the box, closed or open
 * @csspart audience - who will read this
 * @csspart send - the button that sends
 * @csspart error - what to mend, or why it did not leave
 */
export class Reply extends WritingElement<'body', PostView> {
  static override properties = {
    threadId: { attribute: false },
    to: { attribute: false },
    isStuck: { type: Boolean },
  }

  declare threadId: string | undefined
  /** First name of the person who is answered. */
  declare to: string | undefined
  /** There is nothing to answer any more: what is written stays to be read and copied. */
  declare isStuck: boolean

  #openedId: string | undefined
  #isOpen = false

  constructor() {
    super(['body'])
  }

  /** Opens the box and goes into it. */
  override focus(): void {
    this.#isOpen = true
    this.focusOn('textarea')
  }

  /** Something is written in it. */
  get isWritten(): boolean {
    return !this.draft.isBlank
  }

  /** Opens the box with a message that was on its way, to be changed. */
  resume({ id, threadId, body }: NewReply): void {
    this.#openedId = this.threadId = threadId
    this.draft.take(this.#place, { id: id!, fields: { body } })
    this.errors = {}
    this.sending.clear()
    this.focus()
  }

  get #place(): string {
    return draftKey(this.scope, `reply ${this.threadId}`)
  }

  protected override willUpdate(): void {
    super.willUpdate()
    const id = this.threadId
    if (!id || id === this.#openedId) return
    // Asked for before it was there: it stays open.
    const isAsked = this.#openedId === undefined && this.#isOpen
    this.#openedId = id
    this.draft.open(this.#place)
    this.#isOpen = isAsked || !this.draft.isBlank
  }

  protected override render(): TemplateResult {
    const { ready } = this.texts
    return html`<div class="cercle">
      ${!ready ? nothing : this.#isOpen ? this.#form() : html`<div class="c-stack c-stack--2">${this.#box()} ${this.#audience()}</div>`}
    </div>`
  }

  protected override transmit({ discussions }: Cercle, options: CallOptions): Promise<PostView> {
    return discussions.reply(this.#answer, options)
  }

  protected override unsent(): Unsent {
    return { type: 'reply', input: this.#answer }
  }

  protected override handed(): void {
    this.#empty()
    this.dispatchEvent(new Event('cercle-reply-queued'))
  }

  /** Closed; open again if another answer had been begun. */
  #empty(): void {
    this.#close()
    this.draft.open(this.#place)
    this.#isOpen = !this.draft.isBlank
  }

  get #answer(): NewReply {
    return { id: this.draft.id, threadId: this.threadId!, body: this.draft.fields.body!.trim() }
  }

  protected override arrived(detail: PostView): void {
    this.#empty()
    this.dispatchEvent(new CustomEvent('cercle-reply-sent', { detail }))
  }

  get #invitation(): string {
    const { t } = this.texts
    return this.to ? t('reply.to', { name: this.to }) : t('reply.toAll')
  }

  #box(): TemplateResult {
    return html`<button class="c-box" type="button" part="compose" @click=${this.focus}>
      ${avatar(this.viewer?.name)} <span>${this.#invitation}</span>
    </button>`
  }

  #form(): TemplateResult {
    const { t, language } = this.texts
    const { isSending } = this.sending
    const { body = '' } = this.draft.fields
    const field = { name: 'body', label: t('reply.label'), value: body, error: this.errors.body, hint: t('compose.hint') }
    return html`<form
      class="send"
      part="compose"
      aria-label=${this.#invitation}
      novalidate
      @input=${this.write}
      @submit=${this.submit}
    >
      ${areaField({ ...field, isReadOnly: isSending })} ${draftStatus(this.draft, t, language)}
      ${this.isStuck ? html`<p class="c-small c-soft" role="status">${t('reply.stuck')}</p>` : this.#leave(isSending)}
    </form>`
  }

  #leave(isSending: boolean): TemplateResult {
    const { t } = this.texts
    return html`${sendFailure(this.sending, t, this.retry, this.sendAsNew)} ${this.#audience()}
      <div class="c-line c-acts">
        <button
          class="c-btn c-btn--primary"
          type="submit"
          part="send"
          aria-describedby="audience"
          aria-disabled=${isSending ? 'true' : nothing}
        >
          ${icon(send, true)} ${t('reply.send')}
        </button>
        <button class="c-btn" type="button" @click=${this.#close}>${t('compose.later')}</button>
        ${isSending ? html`<span class="c-small c-soft c-wait" role="status">${t('send.sending')}</span>` : nothing}
      </div>`
  }

  #audience(): TemplateResult | typeof nothing {
    return this.audience({ threadId: this.threadId })
  }

  readonly #close = (): void => {
    this.draft.keep()
    this.#isOpen = false
    this.errors = {}
    this.sending.clear()
    this.focusOn('.c-box')
  }
}

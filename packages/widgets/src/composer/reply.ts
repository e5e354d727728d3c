import { html, nothing, type TemplateResult } from 'lit'
import type { CallOptions, Cercle, PostView } from '@cercle/sdk'
import { draftKey } from '../controllers/draft.ts'
import { avatar } from '../primitives/avatar.ts'
import { icon } from '../primitives/read-icons.ts'
import { send } from '../primitives/member-icons.ts'
import { WritingElement } from './writing-element.ts'
import { areaField, audienceLine, draftStatus, sendFailure } from './writing-parts.ts'

/**
 * The box at the end of a discussion: closed until one writes, open when an answer was begun.
 *
 * @tag cercle-reply
 * @fires {CustomEvent<PostView>} cercle-reply-sent - it is published
 * @csspart compose - the box, closed or open
 * @csspart audience - who will read this
 * @csspart send - the button that sends
 * @csspart error - what to mend, or why it did not leave
 */
export class Reply extends WritingElement<'body', PostView> {
  static override properties = {
    threadId: { attribute: false },
    to: { attribute: false },
  }

  declare threadId: string | undefined
  /** First name of the person who is answered. */
  declare to: string | undefined

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

  protected override willUpdate(): void {
    super.willUpdate()
    const id = this.threadId
    if (!id || id === this.#openedId) return
    // Asked for before it was there: it stays open.
    const isAsked = this.#openedId === undefined && this.#isOpen
    this.#openedId = id
    this.draft.open(draftKey(this.scope, `reply ${id}`))
    this.#isOpen = isAsked || !this.draft.isBlank
  }

  protected override render(): TemplateResult {
    const { t, ready } = this.texts
    return html`<div class="cercle">
      ${!ready ? nothing : this.#isOpen ? this.#form() : html`<div class="c-stack c-stack--2">${this.#box()} ${audienceLine(this.space, t)}</div>`}
    </div>`
  }

  protected override transmit({ discussions }: Cercle, options: CallOptions): Promise<PostView> {
    return discussions.reply({ id: this.draft.id, threadId: this.threadId!, body: this.draft.fields.body!.trim() }, options)
  }

  protected override arrived(detail: PostView): void {
    this.#close()
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
      ${sendFailure(this.sending, t, this.retry, this.sendAsNew)} ${audienceLine(this.space, t)}
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
      </div>
    </form>`
  }

  readonly #close = (): void => {
    this.draft.keep()
    this.#isOpen = false
    this.errors = {}
    this.sending.clear()
    this.focusOn('.c-box')
  }
}

import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit'
import type { CallOptions, Cercle, PostSource, PostView } from '@cercle/sdk'
import { draftKey } from '../controllers/draft.ts'
import { Send } from '../controllers/send.ts'
import { reasons } from '../locales/member-reasons.ts'
import { banner } from '../primitives/banner.ts'
import { again } from '../primitives/icons.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import { check } from '../primitives/member-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { WritingElement } from './writing-element.ts'
import { areaField, audienceLine, draftStatus, lineField, sendFailure } from './writing-parts.ts'

/** What changed, with the title when the text opens a discussion. */
export interface Edited {
  post: PostView
  title?: string | undefined
}

/**
 * Changes a text where it stands. What one had begun to change comes back.
 *
 * @tag cercle-edit
 * @fires {CustomEvent<Edited>} cercle-edit-sent - the text is another one now
 * @fires cercle-edit-close - nothing is changed
 * @csspart compose - the form
 * @csspart audience - who will read this
 * @csspart send - the button that sends
 * @csspart error - what to mend, or why it was not changed
 */
export class Edit extends WritingElement<'title' | 'body', PostView> {
  static override styles: CSSResultGroup[] = [...WritingElement.styles, waitingStyles]
  static override properties = { postId: { attribute: false } }

  declare postId: string | undefined

  readonly #asking = new Send(this)
  #askedId: string | undefined
  #source: PostSource | undefined

  constructor() {
    super(['title', 'body'])
  }

  override focus(): void {
    this.focusOn('textarea')
  }

  protected override willUpdate(): void {
    super.willUpdate()
    if (!this.client || !this.postId || this.postId === this.#askedId) return
    this.#askedId = this.postId
    this.draft.open(draftKey(this.scope, `edit ${this.postId}`))
    void this.#ask()
  }

  protected override render(): TemplateResult {
    return html`<div class="cercle">${this.texts.ready ? this.#body() : nothing}</div>`
  }

  protected override transmit({ discussions }: Cercle, options: CallOptions): Promise<PostView> {
    const { title, body = '' } = this.draft.fields
    const named = this.#source?.title == null ? {} : { title: title?.trim() }
    return discussions.edit({ id: this.postId!, ...named, body: body.trim() }, options)
  }

  protected override arrived(post: PostView, { title }: { title?: string }): void {
    const detail: Edited = { post, title: title?.trim() }
    this.dispatchEvent(new CustomEvent('cercle-edit-sent', { detail }))
  }

  readonly #ask = async (): Promise<void> => {
    const { client, postId: id } = this
    const source = await this.#asking.run((options) => client!.discussions.source({ id: id! }, options))
    if (!source || id !== this.postId) return
    this.#source = source
    // As it stands: not a draft until something is changed.
    if (this.draft.isBlank) this.draft.fill({ body: source.body, ...(source.title !== null && { title: source.title }) })
    this.focus()
  }

  #body(): TemplateResult {
    const { t } = this.texts
    const { failure } = this.#asking
    if (this.#source) return this.#form(this.#source)
    if (!failure) return waiting(t('edit.loading'))
    const text = html`<b>${t('edit.failed')}</b> ${t(reasons[failure.code] ?? 'send.internal')}`
    const retry = html`<button class="c-btn" type="button" @click=${this.#ask}>${icon(again, true)} ${t('send.retry')}</button>`
    const cancel = html`<button class="c-btn c-btn--plain" type="button" @click=${this.#close}>${t('edit.cancel')}</button>`
    return banner({ tone: 'bad', icon: alert, text, action: [retry, cancel], part: 'error' })
  }

  #form(source: PostSource): TemplateResult {
    const { t, language } = this.texts
    const { isSending } = this.sending
    const { title = '', body = '' } = this.draft.fields
    const text = { name: 'body', label: t('edit.label'), value: body, error: this.errors.body, hint: t('compose.hint') }
    const head = { name: 'title', label: t('edit.title'), value: title, error: this.errors.title }
    return html`<form
      class="send"
      part="compose"
      aria-label=${t('post.edit')}
      novalidate
      @input=${this.write}
      @submit=${this.submit}
    >
      ${source.title === null ? nothing : lineField({ ...head, isReadOnly: isSending })}
      ${areaField({ ...text, isReadOnly: isSending })} ${draftStatus(this.draft, t, language)}
      ${sendFailure(this.sending, t, this.retry)} ${audienceLine(this, t)}
      <div class="c-line c-acts">
        <button
          class="c-btn c-btn--primary"
          type="submit"
          part="send"
          aria-describedby="audience"
          aria-disabled=${isSending ? 'true' : nothing}
        >
          ${icon(check, true)} ${t('edit.send')}
        </button>
        <button class="c-btn" type="button" @click=${this.#cancel}>${t('edit.cancel')}</button>
        ${isSending ? html`<span class="c-small c-soft c-wait" role="status">${t('send.sending')}</span>` : nothing}
      </div>
    </form>`
  }

  /** Given up: the text stays as it was, what was begun goes. */
  readonly #cancel = (): void => {
    this.draft.forget()
    this.#close()
  }

  readonly #close = (): void => {
    this.dispatchEvent(new Event('cercle-edit-close'))
  }
}

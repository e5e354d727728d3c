import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit'
import type { CallOptions, Cercle, NewThread, SpaceView, ThreadKind, ThreadView } from '@cercle/sdk'
import type { Unsent } from '@cercle/sdk/outbox'
import { draftKey } from '../controllers/draft.ts'
import { Larger } from '../controllers/larger.ts'
import { icon } from '../primitives/read-icons.ts'
import { cross, undo } from '../primitives/member-icons.ts'
import { kindChoices, largerButton, leaveButtons, openingOf, spaceChoice, starterChips } from './composer-parts.ts'
import { composerStyles } from './composer.styles.ts'
import { WritingElement } from './writing-element.ts'
import { areaField, audienceLine, draftStatus, lineField, sendFailure } from './writing-parts.ts'

type Field = 'kind' | 'space' | 'title' | 'body'

/**
 * Where a discussion is begun: what brings one, some words, a title, and who will read it right above the button. The text is kept in
 * the browser until it is sent.
 *
 * @tag cercle-composer
 * @fires {CustomEvent<ThreadView>} cercle-composer-sent - it is published
 * @fires cercle-composer-queued - it waits to be sent
 * @fires cercle-composer-close - closed for now; what is written stays as a draft
 * @csspart compose - the form
 * @csspart audience - who will read this
 * @csspart send - the button that sends
 * @csspart error - what to mend, or why it did not leave
 */
export class Composer extends WritingElement<Field, ThreadView> {
  static override styles: CSSResultGroup[] = [...WritingElement.styles, composerStyles]
  static override properties = {
    spaces: { attribute: false },
    kind: {},
    starter: {},
    resumed: { attribute: false },
  }

  /** Where the viewer may write; the choice is offered when there are several. */
  declare spaces: readonly SpaceView[] | undefined
  /** What is begun; asked when absent. */
  declare kind: ThreadKind | undefined
  /** A first sentence. */
  declare starter: string | undefined
  /** A message that was on its way, to be changed. */
  declare resumed: NewThread | undefined

  readonly #larger = new Larger(this)
  #isOpen = false
  /** Asks what brings one, although it is known. */
  #isChoosing = false
  #bringBack: (() => void) | undefined

  constructor() {
    super(['title', 'body'])
  }

  get #kind(): ThreadKind | undefined {
    return (this.draft.fields.kind || undefined) as ThreadKind | undefined
  }

  get #spaces(): readonly SpaceView[] {
    return this.spaces?.length ? this.spaces : this.space ? [this.space] : []
  }

  get #target(): SpaceView | undefined {
    const spaces = this.#spaces
    return spaces.find(({ slug }) => slug === this.draft.fields.space) ?? this.space ?? spaces[0]
  }

  /** To where one begins. */
  override focus(): void {
    this.focusOn('.choice[aria-pressed="true"], .choice, textarea')
  }

  protected override willUpdate(changed?: PropertyValues<this>): void {
    super.willUpdate()
    if (!this.#spaces.length) return
    const isFirst = !this.#isOpen
    this.#isOpen = true
    if (this.resumed && changed?.has('resumed')) this.#resume(this.resumed)
    else if (isFirst) this.#open()
  }

  protected override render(): TemplateResult {
    if (!this.texts.ready) return html`<div class="cercle"></div>`
    const kind = this.#kind
    return html`<div class="cercle">${kind && !this.#isChoosing ? this.#form(kind) : this.#choice()}</div>`
  }

  protected override transmit({ discussions }: Cercle, options: CallOptions): Promise<ThreadView> {
    return discussions.createThread(this.#thread, options)
  }

  protected override unsent(): Unsent {
    return { type: 'createThread', input: this.#thread }
  }

  protected override handed(): void {
    this.dispatchEvent(new Event('cercle-composer-queued'))
  }

  get #thread(): NewThread {
    const { title = '', body = '' } = this.draft.fields
    return { id: this.draft.id, space: this.#target!.slug, kind: this.#kind!, title: title.trim(), body: body.trim() }
  }

  protected override arrived(detail: ThreadView): void {
    this.dispatchEvent(new CustomEvent('cercle-composer-sent', { detail }))
  }

  #place(slug: string): string {
    return draftKey(this.scope, `space ${slug}`)
  }

  #open(): void {
    const first = this.#target!
    const others = this.#spaces.filter(({ slug }) => slug !== first.slug).map(({ slug }) => this.#place(slug))
    this.draft.open(this.#place(first.slug), ...others)
    if (this.kind) this.draft.change({ kind: this.kind })
    if (this.starter && this.draft.isBlank) this.draft.change({ kind: this.kind ?? 'experience', body: openingOf(this.starter) })
  }

  #resume({ id, space, kind, title, body }: NewThread): void {
    this.#isChoosing = false
    this.errors = {}
    this.sending.clear()
    this.draft.take(this.#place(space), { id: id!, fields: { kind, space, title, body } })
  }

  #choice(): TemplateResult {
    const { t } = this.texts
    return html`<section class="c-card compose" part="compose" aria-labelledby="heading">
      <div class="c-line c-line--between head">
        <h3 class="c-title" id="heading">${t('compose.ask')}</h3>
        <button class="c-btn c-btn--plain c-btn--edge" type="button" @click=${this.#close}>
          ${icon(cross, true)} ${t('compose.close')}
        </button>
      </div>
      ${kindChoices(this.#kind, t, this.#choose)}
    </section>`
  }

  #form(kind: ThreadKind): TemplateResult {
    const { t } = this.texts
    const { title = '', body = '' } = this.draft.fields
    const isReadOnly = this.sending.isSending
    return html`<form
      class="c-card compose"
      part="compose"
      aria-labelledby="heading"
      novalidate
      @input=${this.#write}
      @submit=${this.submit}
    >
      <div class="c-line c-line--between head">
        <div class="c-line what">
          <h3 class="c-title" id="heading">${t(`compose.${kind}`)}</h3>
          <button class="c-btn c-btn--quiet" type="button" @click=${this.#ask}>${t('compose.change')}</button>
          ${largerButton(this.#larger, t(`compose.${kind}`), t)}
        </div>
        ${this.#status()}
      </div>
      ${starterChips(kind, body, t, this.#insert)}
      ${areaField({ name: 'body', label: t(`compose.body.${kind}`), value: body, error: this.errors.body, hint: t('compose.hint'), isReadOnly })}
      ${lineField({ name: 'title', label: t('compose.title'), value: title, error: this.errors.title, isReadOnly })}
      <div class="send">
        ${this.#spaces.length > 1 ? spaceChoice(this.#spaces, this.#target?.slug, t) : nothing}
        ${sendFailure(this.sending, t, this.retry, this.sendAsNew)} ${audienceLine(this.#target, t)}
        ${leaveButtons(this.draft.isBlank, isReadOnly, t, this.#close, this.#discard)}
      </div>
    </form>`
  }

  #status(): TemplateResult {
    const { t, language } = this.texts
    if (!this.#bringBack) return draftStatus(this.draft, t, language)
    return html`<p class="c-small c-soft c-line status" role="status">
      ${t('draft.discarded')}
      <button class="c-btn c-btn--quiet" type="button" @click=${this.#undo}>${icon(undo, true)} ${t('draft.undo')}</button>
    </p>`
  }

  readonly #write = (event: Event): void => {
    this.#bringBack = undefined
    const { name, value } = event.target as HTMLSelectElement
    this.write(event)
    if (name === 'space') this.draft.move(this.#place(value))
  }

  readonly #ask = (): void => {
    this.#isChoosing = true
    this.focusOn('.choice[aria-pressed="true"]')
  }

  readonly #choose = (kind: ThreadKind): void => {
    this.#isChoosing = false
    this.draft.change({ kind })
    this.focusOn('textarea')
  }

  /** Begins with it when nothing else is written; goes on with it otherwise. */
  readonly #insert = (starter: string): void => {
    const { body = '' } = this.draft.fields
    const start = openingOf(starter)
    const isUntouched = !body.trim() || this.#isOnlyStarter(body)
    this.#bringBack = undefined
    this.draft.change({ body: isUntouched ? start : `${body.trimEnd()}\n\n${start}` })
    this.mended('body')
    void this.updateComplete.then(() => {
      const area = this.renderRoot.querySelector('textarea')
      area?.focus()
      area?.setSelectionRange(area.value.length, area.value.length)
    })
  }

  #isOnlyStarter(body: string): boolean {
    return [...this.renderRoot.querySelectorAll('.c-chip')].some(
      ({ textContent }) => openingOf(textContent!.trim()).trim() === body.trim(),
    )
  }

  readonly #discard = (): void => {
    const { kind } = this.draft.fields
    this.#bringBack = this.draft.discard()
    if (kind) this.draft.change({ kind })
    this.errors = {}
    this.sending.clear()
    this.focusOn('.status button')
  }

  readonly #undo = (): void => {
    this.#bringBack?.()
    this.#bringBack = undefined
    this.focusOn('textarea')
  }

  readonly #close = (): void => {
    this.draft.keep()
    this.dispatchEvent(new Event('cercle-composer-close'))
  }
}

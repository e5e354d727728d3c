import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit'
import type { CallOptions, Cercle, CercleClientError, NewThread, SpaceView, ThreadKind, ThreadView } from '@cercle/sdk'
import type { Unsent } from '@cercle/sdk/outbox'
import { draftKey } from '../controllers/draft.ts'
import { Larger } from '../controllers/larger.ts'
import {
  audienceOf,
  choiceFrom,
  choiceOf,
  isOpenChoice,
  isRefusedAudience,
  keptOf,
  type AudienceChoice,
  type KeptChoice,
} from './audience-choice.ts'
import {
  discarded,
  kindQuestion,
  leaveButtons,
  openingOf,
  spaceChoice,
  starterChips,
  withStarter,
  writingHead,
} from './composer-parts.ts'
import { composerStyles } from './composer.styles.ts'
import { WritingElement } from './writing-element.ts'
import { areaField, draftStatus, lineField, sendFailure } from './writing-parts.ts'

type Field = 'kind' | 'space' | 'title' | 'body' | 'audience' | keyof KeptChoice

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
    subject: {},
    resumed: { attribute: false },
  }

  /** Where the viewer may write; the choice is offered when there are several. */
  declare spaces: readonly SpaceView[] | undefined
  /** What is begun; asked when absent. */
  declare kind: ThreadKind | undefined
  /** A first sentence. */
  declare starter: string | undefined
  /** The title that goes with it. */
  declare subject: string | undefined
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

  get #choice(): AudienceChoice {
    return choiceOf(this.draft.fields)
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
    return html`<div class="cercle">
      ${kind && !this.#isChoosing ? this.#form(kind) : kindQuestion(kind, this.texts.t, this.#choose, this.#close)}
    </div>`
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
    const audience = audienceOf(this.#choice)
    const where = { id: this.draft.id, space: this.#target!.slug, kind: this.#kind! }
    return { ...where, title: title.trim(), body: body.trim(), ...(audience && { audience }) }
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
    const { starter, subject: title, kind = 'experience' } = this
    if (starter && this.draft.isBlank) this.draft.change({ kind, body: openingOf(starter), ...(title && { title }) })
  }

  #resume({ id, space, kind, title, body, audience }: NewThread): void {
    this.#isChoosing = false
    this.errors = {}
    this.sending.clear()
    this.draft.take(this.#place(space), { id: id!, fields: { kind, space, title, body, ...keptOf(choiceFrom(audience)) } })
  }

  #form(kind: ThreadKind): TemplateResult {
    const { t } = this.texts
    const { title = '', body = '' } = this.draft.fields
    const [isReadOnly, fault] = [this.sending.isSending, this.errors.audience]
    return html`<form
      class="c-card compose"
      part="compose"
      aria-labelledby="heading"
      novalidate
      @input=${this.#write}
      @submit=${this.submit}
    >
      <div class="c-line c-line--between head">${writingHead(kind, this.#larger, t, this.#ask)} ${this.#status()}</div>
      ${starterChips(kind, body, t, this.#insert)}
      ${areaField({ name: 'body', label: t(`compose.body.${kind}`), value: body, error: this.errors.body, hint: t('compose.hint'), isReadOnly })}
      ${lineField({ name: 'title', label: t('compose.title'), value: title, error: this.errors.title, isReadOnly })}
      <div class="send">
        ${this.#spaces.length > 1 ? spaceChoice(this.#spaces, this.#target?.slug, t) : nothing}
        ${fault ? nothing : sendFailure(this.sending, t, this.retry, this.sendAsNew)}
        ${this.audience({ choice: this.#choice, fault }, this.#target)}
        ${leaveButtons(this.draft.isBlank, isReadOnly, t, this.#close, this.#discard)}
      </div>
    </form>`
  }

  #status(): TemplateResult {
    const { t, language } = this.texts
    if (!this.#bringBack) return draftStatus(this.draft, t, language)
    return discarded(t, this.#undo)
  }

  readonly #write = (event: Event): void => {
    this.#bringBack = undefined
    const { name, value } = event.target as HTMLSelectElement
    this.write(event)
    if (name !== 'space') return
    this.draft.move(this.#place(value))
    // whom one may name is another matter there: asked again, never told to all instead
    this.draft.change({ groups: '', members: '' })
  }

  protected override choose({ detail }: CustomEvent<AudienceChoice>): void {
    this.draft.change(keptOf(detail))
    this.mended('audience')
    this.sending.clear()
  }

  protected override faults(): { audience?: string } {
    return isOpenChoice(this.#choice) ? { audience: this.texts.t('fewer.open') } : {}
  }

  protected override refused(failure: CercleClientError | undefined): { audience?: string } {
    return isRefusedAudience(failure) ? { audience: this.texts.t('fewer.refused') } : {}
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

  readonly #insert = (starter: string): void => {
    const { body = '', kind } = this.draft.fields
    this.#bringBack = undefined
    this.draft.change({ body: withStarter(body, starter, kind as ThreadKind, this.texts.t) })
    this.mended('body')
    void this.updateComplete.then(() => {
      const area = this.renderRoot.querySelector('textarea')
      area?.focus()
      area?.setSelectionRange(area.value.length, area.value.length)
    })
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

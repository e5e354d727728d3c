import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { live } from 'lit/directives/live.js'
import type { Cercle, ClientErrorCode, SpaceView } from '@cercle/sdk'
import { Draft, draftKey } from '../controllers/draft.ts'
import { Send } from '../controllers/send.ts'
import { Texts } from '../controllers/texts.ts'
import { help } from '../locales/help.ts'
import { exchangeStyles } from '../primitives/help-exchange.ts'
import { check, circleCheck, send } from '../primitives/member-icons.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import type { HelpKnown } from './help-line.ts'
import { askFailure, helpFailure, phoneField, placeInWords, whoReads, type HelpPlace } from './help-parts.ts'

const starters = ['find', 'broken', 'call', 'idea'] as const

/**
 * Asking who facilitates: who will read it, one field, and what was asked before. What is written is kept on this device until it is sent; a
 * telephone number is not.
 *
 * @tag cercle-help-screen
 * @fires cercle-help-look - what was asked is to be read again
 * @fires cercle-help-close - she goes back
 * @csspart error - a failure in words
 */
export class HelpScreen extends LitElement {
  static override styles = [base, forms, waitingStyles, exchangeStyles]
  static override properties = {
    client: { attribute: false },
    known: { attribute: false },
    failure: { attribute: false },
    names: { attribute: false },
    place: { attribute: false },
    now: { attribute: false },
    isCall: { state: true },
    isPlaceTold: { state: true },
    isMissing: { state: true },
    said: { state: true },
  }

  declare client: Cercle | undefined
  declare known: HelpKnown | undefined
  /** Why it could not be read. */
  declare failure: ClientErrorCode | undefined
  /** Of who will read it. */
  declare names: string
  declare place: HelpPlace
  declare now: Date | undefined
  declare isCall: boolean
  declare isPlaceTold: boolean
  declare isMissing: boolean
  declare said: 'sent' | 'sent.unseen' | 'erase.done' | undefined

  readonly #texts = new Texts(this, help)
  readonly #draft = new Draft<'text'>(this, ['text'])
  readonly #send = new Send(this)
  #spaces: readonly SpaceView[] = []
  #opened: string | undefined
  #isEntered = false
  /** Of what left and is looked for in what comes back. */
  #sentId: string | undefined

  constructor() {
    super()
    Object.assign(this, { names: '', isCall: false, isPlaceTold: true, isMissing: false })
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const { known } = this
    this.#texts.community = known?.community
    if (!known?.viewer) return
    const scope = `${known.community.slug} ${known.viewer.memberId}`
    if (scope !== this.#opened) {
      this.#opened = scope
      this.#draft.open(draftKey(scope, 'help'))
      if (this.place.space) void this.#fetchSpaces()
    }
    if (!changed.has('known')) return
    for (const { id, unseen } of known.own.items) if (unseen) void this.client!.help.see({ id }).catch(() => undefined)
    // by the word of a site alone, what was sent does not come back
    if (this.#sentId) this.said = known.own.items.some(({ id }) => id === this.#sentId) ? 'sent' : 'sent.unseen'
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready) return nothing
    const { known, failure, said } = this
    return html`<section class="c-card c-stack c-stack--5" aria-labelledby="title" @keydown=${this.#escape}>
      <div class="c-line c-line--between">
        <h2 class="c-title title" id="title" tabindex="-1">${t('title')}</h2>
        <button class="c-btn c-btn--plain c-btn--edge" type="button" @click=${this.#close}>${t('close')}</button>
      </div>
      ${failure ? helpFailure('failed', failure, t, () => this.#tell('cercle-help-look')) : nothing}
      ${known ? this.#form(known) : failure ? nothing : waiting(t('loading'))}
      <div class="outcome" role="status" tabindex="-1">
        ${said ? html`<p class="c-with c-with--top">${icon(circleCheck)} <span>${t(said)}</span></p>` : nothing}
      </div>
      ${known?.own.items.length ? this.#mine(known) : nothing}
    </section>`
  }

  protected override updated(): void {
    if (this.#isEntered || !this.#texts.ready) return
    this.#isEntered = true
    this.renderRoot.querySelector<HTMLElement>('.title')!.focus()
  }

  #form({ own }: HelpKnown): TemplateResult {
    const { t } = this.#texts
    const { failure, isSending } = this.#send
    const isBad = this.isMissing
    return html`<form class="c-stack c-stack--4" novalidate aria-labelledby="title" @submit=${this.#submit}>
      <div class="c-stack c-stack--1">${whoReads(own, this.names, t)}</div>
      <div class="c-chips" role="group" aria-label=${t('starters')}>
        ${starters.map(
          (one) => html`<button class="c-btn" type="button" @click=${() => this.#start(one)}>${t(`start.${one}`)}</button>`,
        )}
      </div>
      <div class="c-field ${isBad ? 'c-field--bad' : ''}">
        <label class="c-label" for="text">${t('text')}</label>
        <textarea
          class="c-area"
          id="text"
          rows="4"
          maxlength="2000"
          required
          aria-invalid=${isBad ? 'true' : nothing}
          aria-describedby=${isBad ? 'missing' : nothing}
          .value=${live(this.#draft.fields.text ?? '')}
          @input=${this.#type}
        ></textarea>
        ${isBad ? html`<p class="c-error" id="missing" role="alert">${icon(alert)} <span>${t('missing')}</span></p>` : nothing}
        ${this.#draft.savedAt ? html`<p class="c-hint c-with">${icon(check)} <span>${t('kept')}</span></p>` : nothing}
      </div>
      ${this.isCall ? phoneField(t) : nothing} ${this.#place()} ${failure ? askFailure(failure.code, t) : nothing}
      <div>
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${isSending ? 'true' : nothing}>
          ${icon(send, true)} ${t('send')}
        </button>
      </div>
    </form>`
  }

  #place(): TemplateResult | typeof nothing {
    const { t } = this.#texts
    const place = placeInWords(this.place, this.#spaces, t)
    if (!place) return nothing
    const isTold = this.isPlaceTold
    return html`<p class="c-line c-small c-soft">
      <span>${isTold ? t('place.told', { place }) : t('place.untold')}</span>
      <button class="c-link place" type="button" @click=${() => (this.isPlaceTold = !isTold)}>
        ${t(isTold ? 'place.hide' : 'place.tell')}
      </button>
    </p>`
  }

  #mine({ own, community }: HelpKnown): TemplateResult {
    const { t } = this.#texts
    return html`<section class="c-stack c-stack--3" aria-labelledby="mine">
      <h3 class="c-head" id="mine">${t('mine')}</h3>
      <ul class="c-list">
        ${repeat(
          own.items,
          ({ id }) => id,
          (one) =>
            html`<li class="c-row">
              <cercle-help-exchange
                exportparts="error"
                .client=${this.client}
                .community=${community}
                .exchange=${one}
                .now=${this.now}
                @cercle-help-change=${() => this.#tell('cercle-help-look')}
                @cercle-help-erase=${this.#erased}
              ></cercle-help-exchange>
            </li>`,
        )}
      </ul>
      <p class="c-small c-soft">${t('mine.kept')}</p>
    </section>`
  }

  readonly #type = ({ target }: Event): void => {
    this.#draft.change({ text: (target as HTMLTextAreaElement).value })
    Object.assign(this, { said: undefined, isMissing: false })
    this.#sentId = undefined
  }

  /** Words to begin with: before what is written already. */
  async #start(one: (typeof starters)[number]): Promise<void> {
    const { t } = this.#texts
    const { text = '' } = this.#draft.fields
    const words = t(`start.${one}`)
    if (!text.includes(words)) this.#draft.change({ text: text ? `${words}\n${text}` : words })
    this.isCall ||= one === 'call'
    this.isMissing = false
    await this.#focus(one === 'call' ? '#phone' : '#text')
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const text = this.#draft.fields.text?.trim()
    this.isMissing = !text
    if (!text) return this.#focus('#text')
    const phone = this.renderRoot.querySelector<HTMLInputElement>('#phone')?.value.trim() || null
    const place = (this.isPlaceTold && placeInWords(this.place, this.#spaces, this.#texts.t)) || null
    const { id } = this.#draft
    const sent = await this.#send.run((options) => this.client!.help.ask({ id, text, place, call: this.isCall, phone }, options))
    if (!sent) return
    this.#draft.forget()
    this.#sentId = id
    this.isCall = false
    this.#tell('cercle-help-look')
    await this.#focus('.outcome')
  }

  readonly #erased = async ({ detail }: CustomEvent<string>): Promise<void> => {
    if (this.#sentId === detail) this.#sentId = undefined
    this.said = 'erase.done'
    this.#tell('cercle-help-look')
    await this.#focus('.outcome')
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    this.#close()
  }

  readonly #close = (): void => this.#tell('cercle-help-close')

  #tell(type: string): void {
    this.dispatchEvent(new Event(type))
  }

  async #fetchSpaces(): Promise<void> {
    this.#spaces = (await this.client!.spaces.list().catch(() => undefined))?.items ?? []
    this.requestUpdate()
  }

  async #focus(selector: string): Promise<void> {
    this.requestUpdate()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus()
  }
}

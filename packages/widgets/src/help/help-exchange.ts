import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { newId, type Cercle, type CommunityView, type HelpView } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Texts } from '../controllers/texts.ts'
import { help } from '../locales/help.ts'
import { exchangeStyles, saidSince, whatWasAsked } from '../primitives/help-exchange.ts'
import { circleCheck, trash } from '../primitives/member-icons.ts'
import { icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { helpFailure } from './help-parts.ts'

/**
 * One thing she asked: what was answered, a word more, and the way to erase it.
 *
 * @tag cercle-help-exchange
 * @fires cercle-help-change - it is otherwise now
 * @fires {CustomEvent<string>} cercle-help-erase - it is gone, by its id
 * @csspart error - a failure in words
 */
export class HelpExchange extends LitElement {
  static override styles = [base, forms, exchangeStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    exchange: { attribute: false },
    now: { attribute: false },
    isSure: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  declare exchange: HelpView | undefined
  declare now: Date | undefined
  /** Asked whether she wants it erased. */
  declare isSure: boolean

  readonly #texts = new Texts(this, help)
  readonly #acting = new Acting(this)
  /** Of the word on its way: sent again, it is said once. */
  #wordId = newId()
  #said = false

  constructor() {
    super()
    this.isSure = false
  }

  protected override render(): TemplateResult | typeof nothing {
    const { exchange } = this
    const { t, language, ready } = this.#texts
    if (!exchange || !ready) return nothing
    const setting = { t, language, clock: this.community?.clock, now: this.now }
    const { failure, isBusy } = this.#acting
    return html`<div class="c-stack c-stack--3">
      ${whatWasAsked(exchange, setting)}
      <p>
        <span class="c-badge ${exchange.state === 'waiting' ? 'c-badge--plain' : 'c-badge--good'}"
          >${t(`state.${exchange.state}`)}</span
        >
      </p>
      ${saidSince(exchange.turns, setting)}
      <form class="c-stack c-stack--2" novalidate @submit=${this.#add}>
        <div class="c-field">
          <label class="c-label" for="word">${t('more')}</label>
          <input class="c-input" id="word" maxlength="2000" autocomplete="off" @input=${this.#type} />
        </div>
        <div class="c-line">
          <button class="c-btn" type="submit" aria-disabled=${isBusy ? 'true' : nothing}>${t('more.send')}</button>
          ${this.isSure ? this.#sure() : this.#erase()}
        </div>
      </form>
      ${failure ? helpFailure('sent.failed', failure.code, t) : nothing}
      <p class=${this.#said ? 'c-small c-soft c-with' : 'c-hidden'} role="status">
        ${this.#said ? [icon(circleCheck), html`<span>${t('more.sent')}</span>`] : ''}
      </p>
    </div>`
  }

  #erase(): TemplateResult {
    return html`<button class="c-btn c-btn--plain" type="button" @click=${() => (this.isSure = true)}>
      ${icon(trash, true)} ${this.#texts.t('erase')}
    </button>`
  }

  #sure(): TemplateResult {
    const { t } = this.#texts
    return html`<button class="c-btn c-btn--bad" type="button" @click=${this.#gone}>${t('erase.sure')}</button>
      <button class="c-btn" type="button" @click=${() => (this.isSure = false)}>${t('erase.keep')}</button>`
  }

  readonly #type = (): void => {
    this.#said = false
    this.requestUpdate()
  }

  readonly #add = async (event: Event): Promise<void> => {
    event.preventDefault()
    const field = this.renderRoot.querySelector<HTMLInputElement>('#word')!
    const text = field.value.trim()
    if (!text) return field.focus()
    const added = await this.#acting.run(() => this.client!.help.add({ id: this.#wordId, help: this.exchange!.id, text }))
    if (!added) return
    this.#wordId = newId()
    this.#said = true
    field.value = ''
    this.exchange = added
    this.#changed()
  }

  readonly #gone = async (): Promise<void> => {
    const { id } = this.exchange!
    if (!(await this.#acting.run(() => this.client!.help.erase({ id })))) return
    this.dispatchEvent(new CustomEvent('cercle-help-erase', { detail: id }))
  }

  #changed(): void {
    this.dispatchEvent(new Event('cercle-help-change'))
  }
}

import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Cercle } from '@cercle/sdk'
import { AccountProof } from '../controllers/account-proof.ts'
import { codeInPairs } from '../controllers/account-sign-in.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { member } from '../locales/member.ts'
import { again, key } from '../primitives/icons.ts'
import { mail } from '../primitives/member-icons.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { roomStyles } from './desk.styles.ts'

/**
 * Before a step that hurts if somebody else takes it: a code, to the address of who is signed in, or a key of hers. What was asked for waits meanwhile.
 *
 * @tag cercle-desk-proof
 * @fires cercle-proof-given - the code, or the key, was right
 * @fires cercle-proof-close - given up
 * @csspart error - what to mend
 */
export class DeskProof extends LitElement {
  static override styles = [base, forms, roomStyles]
  static override properties = { client: { attribute: false } }

  declare client: Cercle | undefined

  readonly #desk = new Texts(this, desk)
  readonly #member = new Texts(this, member)
  readonly #steps = new AccountProof(this)
  #focusOn = ''
  #wasShown = false

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#desk.ready || !this.#member.ready) return nothing
    const { t } = this.#desk
    return html`<section class="c-card c-stack c-stack--3 sure" aria-labelledby="title" tabindex="-1">
      <h3 class="c-head" id="title">${t('proof.title')}</h3>
      <p class="c-text">${t(this.#steps.step === 'email' ? 'proof.why' : 'proof.sent')}</p>
      ${this.#steps.step === 'email' ? this.#asking() : this.#code()}
    </section>`
  }

  protected override updated(): void {
    const section = this.renderRoot.querySelector<HTMLElement>('.sure')
    if (section && !this.#wasShown) {
      this.#wasShown = true
      section.focus() // what was pressed has led here
    }
    const field = this.#focusOn && this.renderRoot.querySelector<HTMLElement>(this.#focusOn)
    if (!field) return
    this.#focusOn = ''
    field.focus()
  }

  #asking(): TemplateResult {
    return html`${this.#error()}
      <cercle-desk-key-use .client=${this.client} @cercle-key-proved=${this.#given}></cercle-desk-key-use>
      <div class="c-line c-acts">
        <button
          class="c-btn c-btn--primary"
          type="button"
          aria-disabled=${this.#steps.isBusy ? 'true' : nothing}
          @click=${this.#ask}
        >
          ${icon(mail, true)} ${this.#desk.t('proof.ask')}
        </button>
        ${this.#close()}
      </div>`
  }

  #code(): TemplateResult {
    const { t } = this.#member
    const { code, failure, isResent } = this.#steps
    return html`<form class="c-stack c-stack--3" novalidate @submit=${this.#enter}>
      <div class="c-field ${failure ? 'c-field--bad' : ''}">
        <label class="c-label" for="code">${t('signIn.code')}</label>
        <input
          class="c-input c-code"
          id="code"
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          required
          aria-invalid=${failure ? 'true' : nothing}
          aria-describedby=${failure ? 'error hint' : 'hint'}
          .value=${live(code)}
          @change=${this.#type}
          @input=${this.#type}
        />
        <p class="c-hint" id="hint">${t('signIn.codeHint')}</p>
        ${this.#error()}
      </div>
      <div class="c-line c-acts">
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${this.#steps.isBusy ? 'true' : nothing}>
          ${icon(key, true)} ${this.#desk.t('proof.go')}
        </button>
        <button class="c-btn c-btn--quiet" type="button" @click=${this.#ask}>${icon(again, true)} ${t('signIn.resend')}</button>
        ${this.#close()}
      </div>
      <p class=${isResent ? 'c-small c-soft' : 'c-hidden'} role="status">${isResent ? t('signIn.resent') : ''}</p>
    </form>`
  }

  #close(): TemplateResult {
    return html`<button class="c-btn" type="button" @click=${this.#giveUp}>${this.#desk.t('proof.not')}</button>`
  }

  #error(): TemplateResult | typeof nothing {
    const { failure } = this.#steps
    if (!failure) return nothing
    const words = this.#member.t(failure.sentence, { count: failure.minutes })
    return html`<p class="c-error" id="error" part="error" role="alert">${icon(alert)} <span>${words}</span></p>`
  }

  readonly #type = ({ target }: Event): void => {
    this.#steps.code = codeInPairs((target as HTMLInputElement).value)
  }

  readonly #ask = async (): Promise<void> => {
    if (await this.#steps.ask()) this.#focusOn = '#code'
    this.requestUpdate()
  }

  readonly #enter = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (this.#steps.code.length < 9) this.#steps.fail('code', 'signIn.badCode')
    else if (await this.#steps.prove()) return this.#given()
    this.#focusOn = '#code'
    this.requestUpdate()
  }

  readonly #given = (): void => void this.dispatchEvent(new Event('cercle-proof-given'))

  readonly #giveUp = (): void => void this.dispatchEvent(new Event('cercle-proof-close'))
}

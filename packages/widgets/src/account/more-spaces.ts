import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Cercle } from '@cercle/sdk'
import { AccountProof } from '../controllers/account-proof.ts'
import { codeInPairs } from '../controllers/account-sign-in.ts'
import { Texts } from '../controllers/texts.ts'
import { member } from '../locales/member.ts'
import { again, key } from '../primitives/icons.ts'
import { mail } from '../primitives/member-icons.ts'
import { alert, icon, lock } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { ThemeScheme } from '../theme/scheme.ts'
import { tokens } from '../theme/tokens.ts'
import { signInStyles } from './sign-in.styles.ts'

/**
 * For who came in by the word of a partner's site: a code opens what is restricted, if anything of it is hers. Said to all alike, for what there is
 * nobody learns from it.
 *
 * @tag cercle-more-spaces
 * @fires cercle-more-spaces-open - the code was right
 * @csspart notice - the whole
 * @csspart error - what to mend
 */
export class MoreSpaces extends LitElement {
  static override styles = [tokens, base, forms, signInStyles]
  static override properties = {
    client: { attribute: false },
    siteName: { attribute: 'site-name' },
    theme: {},
    language: { attribute: 'lang' },
  }

  declare client: Cercle | undefined
  /** Who said who she is. */
  declare siteName: string | undefined
  /** `light`, `dark` or `auto`. */
  declare theme: string | undefined
  /** BCP 47, as the attribute `lang`; that of the page when absent. */
  declare language: string | undefined

  readonly #texts = new Texts(this, member)
  readonly #scheme = new ThemeScheme(this)
  readonly #steps = new AccountProof(this)
  #isAsked = false

  protected override render(): TemplateResult {
    const { t, language, ready } = this.#texts
    if (!ready) return html``
    const isAtCode = this.#steps.step === 'code'
    return html`<div class="cercle" data-theme=${this.#scheme.scheme} lang="${language}-CA">
      <section class="c-banner c-banner--plain" aria-label=${t('more.title')} part="notice">
        ${icon(lock, true)}
        <div class="c-stack c-stack--3">
          <p>${t(isAtCode ? 'more.sent' : 'more.offer', { site: this.siteName ?? '' })}</p>
          ${isAtCode ? this.#code() : this.#offer()}
        </div>
      </section>
    </div>`
  }

  protected override updated(): void {
    const field = this.#isAsked ? this.renderRoot.querySelector<HTMLElement>('#code') : null
    if (!field) return
    this.#isAsked = false
    field.focus()
  }

  #offer(): TemplateResult {
    return html`<div class="c-stack c-stack--2">
      ${this.#error()}
      <div>
        <button class="c-btn" type="button" aria-disabled=${this.#steps.isBusy ? 'true' : nothing} @click=${this.#ask}>
          ${icon(mail, true)} ${this.#texts.t('more.ask')}
        </button>
      </div>
    </div>`
  }

  #code(): TemplateResult {
    const { t } = this.#texts
    const { code, failure, isResent, isBusy } = this.#steps
    return html`<form novalidate @submit=${this.#enter}>
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
          @input=${this.#type}
        />
        <p class="c-hint" id="hint">${t('signIn.codeHint')}</p>
        ${this.#error()}
      </div>
      <div class="c-line c-acts">
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${isBusy ? 'true' : nothing}>
          ${icon(key, true)} ${t('more.open')}
        </button>
        <button class="c-btn c-btn--quiet" type="button" @click=${this.#ask}>${icon(again, true)} ${t('signIn.resend')}</button>
      </div>
      <p class=${isResent ? 'c-small c-soft' : 'c-hidden'} role="status">${isResent ? t('signIn.resent') : ''}</p>
    </form>`
  }

  #error(): TemplateResult | typeof nothing {
    const { failure } = this.#steps
    if (!failure) return nothing
    const words = this.#texts.t(failure.sentence, { count: failure.minutes })
    return html`<p class="c-error" id="error" part="error" role="alert">${icon(alert)} <span>${words}</span></p>`
  }

  readonly #type = ({ target }: Event): void => {
    this.#steps.code = codeInPairs((target as HTMLInputElement).value)
  }

  readonly #ask = async (): Promise<void> => {
    this.#isAsked = await this.#steps.ask()
    this.requestUpdate()
  }

  readonly #enter = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (this.#steps.code.length < 9) this.#steps.fail('code', 'signIn.badCode')
    else if (await this.#steps.prove()) return void this.dispatchEvent(new Event('cercle-more-spaces-open'))
    this.#isAsked = true
    this.requestUpdate()
  }
}

import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Cercle, SiteEntered, Tokens } from '@cercle/sdk'
import { AccountSignIn, codeInPairs, maskedAddress } from '../controllers/account-sign-in.ts'
import { Texts } from '../controllers/texts.ts'
import { member } from '../locales/member.ts'
import { again, key } from '../primitives/icons.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import { arrowLeft, mail } from '../primitives/member-icons.ts'
import { helpWithCode } from '../primitives/who-helps.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { ThemeScheme } from '../theme/scheme.ts'
import { tokens } from '../theme/tokens.ts'
import { signInStyles } from './sign-in.styles.ts'

/** What `cercle-signed-in` carries. `keep`: the person said that the device is hers. */
export interface SignedIn {
  tokens: Tokens
  keep: boolean
}

/**
 * Enters with a code: the address, then the eight digits that came by mail. Keeps no token; who listens does.
 *
 * @tag cercle-sign-in
 * @fires {CustomEvent<SignedIn>} cercle-signed-in - the code was right
 * @fires cercle-sign-in-close - given up
 * @csspart sign-in - the button of each step
 * @csspart error - what to mend
 */
export class SignIn extends LitElement {
  static override styles = [tokens, base, forms, signInStyles]
  static override properties = {
    client: { attribute: false },
    siteName: { attribute: 'site-name' },
    keep: { type: Boolean },
    isDesk: { attribute: false },
    word: { attribute: false },
    theme: {},
    language: { attribute: 'lang' },
  }

  declare client: Cercle | undefined
  /** Where one enters. */
  declare siteName: string | undefined
  /** Whether « C’est mon appareil » is ticked to begin with. */
  declare keep: boolean
  /** For the desk: a short session, that no device keeps. */
  declare isDesk: boolean
  /** What came of asking the site of the page who its visitor is. */
  declare word: SiteEntered | 'refused' | undefined
  /** `light`, `dark` or `auto`. */
  declare theme: string | undefined
  /** BCP 47, as the attribute `lang`; that of the page, then of the community, when absent. */
  declare language: string | undefined

  readonly #texts = new Texts(this, member)
  readonly #scheme = new ThemeScheme(this)
  readonly #steps = new AccountSignIn(this)
  #focusOn: string | undefined

  constructor() {
    super()
    this.keep = this.isDesk = false
  }

  /** To the field of this step. */
  override focus(): void {
    this.#focusOn = 'input'
    this.requestUpdate()
  }

  /** Also waits for its texts: a frame measures it then, and an empty form would make the page jump. */
  protected override async getUpdateComplete(): Promise<boolean> {
    let isDone = await super.getUpdateComplete()
    let hasTexts = true
    while (!this.#texts.ready && hasTexts) {
      hasTexts = await member[this.#texts.language]().then(
        () => true,
        () => false,
      )
      isDone = await super.getUpdateComplete()
    }
    return isDone
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { word } = this
    if (changed.has('word') && typeof word === 'object' && !word.known) this.#steps.email ||= word.email ?? ''
  }

  protected override render(): TemplateResult {
    const { language, ready } = this.#texts
    return html`<div class="cercle" data-theme=${this.#scheme.scheme} lang="${language}-CA">
      ${!ready ? nothing : [this.#steps.step === 'email' ? this.#email() : this.#code(), this.#help()]}
    </div>`
  }

  protected override updated(): void {
    const field = this.#focusOn && this.renderRoot.querySelector<HTMLElement>(this.#focusOn)
    if (!field) return
    this.#focusOn = undefined
    field.focus()
  }

  #email(): TemplateResult {
    const { t } = this.#texts
    const { email } = this.#steps
    return html`<section class="c-card c-stack sign-in" aria-labelledby="title">
      <h3 class="c-title" id="title">${this.siteName ? t('signIn.titleOf', { site: this.siteName }) : t('signIn.title')}</h3>
      ${this.word ? html`<p class="c-text"><b>${t(this.word === 'refused' ? 'signIn.unheard' : 'signIn.first', { site: this.siteName ?? '' })}</b></p>` : nothing}
      <p class="c-text">${t('signIn.how')}</p>
      <form novalidate @submit=${this.#ask}>
        <div class="c-field ${this.#steps.failure ? 'c-field--bad' : ''}">
          <label class="c-label" for="email">${t('signIn.email')}</label>
          <input
            class="c-input"
            id="email"
            name="email"
            type="email"
            autocomplete="email"
            autocapitalize="none"
            spellcheck="false"
            required
            aria-invalid=${this.#steps.failure ? 'true' : nothing}
            aria-describedby=${this.#steps.failure ? 'error hint' : 'hint'}
            .value=${live(email)}
            @input=${this.#typeEmail}
          />
          <p class="c-hint" id="hint">${t('signIn.emailHint')}</p>
          ${this.#error()}
        </div>
        <div class="c-line c-acts">
          ${this.#button(mail, t('signIn.ask'))}
          <button class="c-btn" type="button" @click=${this.#close}>${t('signIn.cancel')}</button>
        </div>
      </form>
    </section>`
  }

  #code(): TemplateResult {
    const { t } = this.#texts
    const { email, code, failure, isResent } = this.#steps
    const [before, after] = t('signIn.sent', { address: '\n' }).split('\n')
    return html`<section class="c-card c-stack sign-in" aria-labelledby="title">
      <h3 class="c-title" id="title">${t('signIn.codeTitle')}</h3>
      <p class="c-text">${before}<b>${maskedAddress(email)}</b>${after}</p>
      <form novalidate @submit=${this.#enter}>
        <div class="c-field ${failure ? 'c-field--bad' : ''}">
          <label class="c-label" for="code">${t('signIn.code')}</label>
          <input
            class="c-input c-code"
            id="code"
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength="9"
            required
            aria-invalid=${failure ? 'true' : nothing}
            aria-describedby=${failure ? 'error hint' : 'hint'}
            .value=${live(code)}
            @input=${this.#typeCode}
            @paste=${this.#paste}
          />
          <p class="c-hint" id="hint">${t('signIn.codeHint')}</p>
          ${this.#error()}
        </div>
        ${this.isDesk ? nothing : this.#ownDevice()}
        <div class="c-line c-acts">
          ${this.#button(key, t('signIn.enter'))}
          <button class="c-btn c-btn--quiet" type="button" @click=${this.#again}>
            ${icon(again, true)} ${t('signIn.resend')}
          </button>
          <button class="c-btn c-btn--quiet" type="button" @click=${this.#back}>
            ${icon(arrowLeft, true)} ${t('signIn.change')}
          </button>
        </div>
        <p class=${isResent ? 'c-small c-soft' : 'c-hidden'} role="status">${isResent ? t('signIn.resent') : ''}</p>
      </form>
    </section>`
  }

  #ownDevice(): TemplateResult {
    const { t } = this.#texts
    return html`<label class="c-check">
      <input type="checkbox" name="keep" .checked=${live(this.keep)} @change=${this.#tick} />
      <span>${t('signIn.keep')} <small>${t('signIn.keepHint')}</small></span>
    </label>`
  }

  #button(path: string, words: string): TemplateResult {
    const { isBusy } = this.#steps
    return html`<button class="c-btn c-btn--primary" type="submit" part="sign-in" aria-disabled=${isBusy ? 'true' : nothing}>
      ${icon(path, true)} ${words}
    </button>`
  }

  #error(): TemplateResult | typeof nothing {
    const { failure } = this.#steps
    if (!failure) return nothing
    const words = this.#texts.t(failure.sentence, { count: failure.minutes })
    return html`<p class="c-error" id="error" part="error" role="alert">${icon(alert)} <span>${words}</span></p>`
  }

  /** Once a code is on its way, or something went wrong. */
  #help(): TemplateResult | typeof nothing {
    const { step, failure } = this.#steps
    return step === 'code' || failure ? helpWithCode(this.client) : nothing
  }

  readonly #typeEmail = ({ target }: Event): void => {
    this.#steps.email = (target as HTMLInputElement).value.trim()
  }

  readonly #typeCode = ({ target }: Event): void => {
    const input = target as HTMLInputElement
    const { value } = input
    const digitsBefore = value.slice(0, input.selectionStart ?? value.length).replace(/\D/g, '').length
    input.value = this.#steps.code = codeInPairs(value)
    // The caret stays behind the digit just typed, past the space that came between.
    const caret = digitsBefore > 4 ? digitsBefore + 1 : digitsBefore
    input.setSelectionRange(caret, caret)
  }

  /** What is copied from a mail may bring more than the digits; `maxlength` would cut it. */
  readonly #paste = (event: ClipboardEvent): void => {
    const pasted = codeInPairs(event.clipboardData?.getData('text') ?? '')
    if (pasted.length < 9) return
    event.preventDefault()
    this.#steps.code = pasted
    this.requestUpdate()
  }

  readonly #tick = ({ target }: Event): void => {
    this.keep = (target as HTMLInputElement).checked
  }

  readonly #ask = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { validity, value } = this.renderRoot.querySelector<HTMLInputElement>('[name="email"]')!
    this.#steps.email = value.trim()
    // Without a dot the mail would go nowhere, although it is a valid address.
    if (!validity.valid || !/@.+\../.test(value)) return this.#refuse('email', 'signIn.badEmail')
    await this.#steps.ask()
    this.focus()
  }

  readonly #enter = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (this.#steps.code.length < 9) return this.#refuse('code', 'signIn.badCode')
    const { keep } = this
    const isFree = !this.#steps.isBusy
    const link = typeof this.word === 'object' && !this.word.known ? this.word.link : undefined
    const tokens = await this.#steps.enter(keep, this.isDesk, link)
    if (!tokens) return isFree ? this.focus() : undefined
    this.dispatchEvent(new CustomEvent<SignedIn>('cercle-signed-in', { detail: { tokens, keep } }))
  }

  #refuse(field: 'email' | 'code', sentence: 'signIn.badEmail' | 'signIn.badCode'): void {
    this.#steps.fail(field, sentence)
    this.focus()
  }

  readonly #again = async (): Promise<void> => {
    await this.#steps.ask()
    this.focus()
  }

  readonly #back = (): void => {
    this.#steps.back()
    this.focus()
  }

  readonly #close = (): void => {
    this.dispatchEvent(new Event('cercle-sign-in-close'))
  }
}

import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { Cercle, Tokens } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Texts } from '../controllers/texts.ts'
import { desk, deskReason } from '../locales/desk.ts'
import { passkeys } from '../locales/passkeys.ts'
import { key } from '../primitives/icons.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { hasKeys, useKey } from './webauthn.ts'

/**
 * A key instead of a code: to prove who is signed in, where she has one, or to sign in. Nothing where the browser knows no keys.
 *
 * @tag cercle-desk-key-use
 * @fires cercle-key-proved - the key was hers
 * @fires {CustomEvent<{ tokens: Tokens; keep: false }>} cercle-signed-in - the key opened a session
 * @csspart error - why it did not work
 */
export class DeskKeyUse extends LitElement {
  static override styles = [base, forms]
  static override properties = { client: { attribute: false }, purpose: {}, isOffered: { state: true } }

  declare client: Cercle | undefined
  declare purpose: 'prove' | 'signIn'
  declare isOffered: boolean

  readonly #desk = new Texts(this, desk)
  readonly #texts = new Texts(this, passkeys)
  readonly #acting = new Acting(this)
  #isSilent = false

  constructor() {
    super()
    this.purpose = 'prove'
    this.isOffered = false
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client') && this.client && hasKeys()) void this.#offer(this.client)
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.isOffered || !this.#desk.ready || !this.#texts.ready) return nothing
    const { t } = this.#texts
    const words = this.#why()
    return html`<div class="c-stack c-stack--2">
      <div>
        <button class="c-btn" type="button" aria-disabled=${this.#acting.isBusy ? 'true' : nothing} @click=${this.#use}>
          ${icon(key, true)} ${t(`key.${this.purpose}`)}
        </button>
      </div>
      ${words ? html`<p class="c-error" part="error" role="alert">${icon(alert)} <span>${words}</span></p>` : nothing}
    </div>`
  }

  #why(): string {
    const { failure } = this.#acting
    if (!failure) return this.#isSilent ? this.#texts.t('key.unanswered') : ''
    return failure.code === 'invalid' ? this.#texts.t('key.refused') : this.#desk.t(deskReason(failure.code))
  }

  /** Before she is signed in nobody may know whether she has one. If it cannot be known, the code does it. */
  async #offer({ passkeys: keys }: Cercle): Promise<void> {
    const has =
      this.purpose === 'signIn' ||
      (await keys.list().then(
        ({ items }) => items.length > 0,
        () => false,
      ))
    this.isOffered = has
  }

  readonly #use = async (): Promise<void> => {
    const { client, purpose } = this
    this.#isSilent = false
    await this.#acting.run(async () => {
      const asked = await (purpose === 'prove' ? client!.passkeys.askToProve() : client!.passkeys.askToSignIn())
      const answer = await useKey(asked)
      if (typeof answer === 'string') this.#isSilent = true
      else if (purpose === 'prove') {
        await client!.passkeys.prove({ answer })
        this.dispatchEvent(new Event('cercle-key-proved'))
      } else this.#enter(await client!.passkeys.signIn({ answer }))
    })
  }

  #enter(tokens: Tokens): void {
    this.dispatchEvent(new CustomEvent('cercle-signed-in', { detail: { tokens, keep: false }, bubbles: true, composed: true }))
  }
}

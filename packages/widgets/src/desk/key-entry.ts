import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import type { Cercle } from '@cercle/sdk'
import { Texts } from '../controllers/texts.ts'
import { passkeys } from '../locales/passkeys.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { ThemeScheme } from '../theme/scheme.ts'
import { tokens } from '../theme/tokens.ts'
import { hasKeys } from './webauthn.ts'

const styles = css`
  .c-card {
    max-width: 520px;
    margin-top: var(--cercle-4);
  }
`

/**
 * Beside the form of the desk: a key instead of an address and a code. Nothing where the browser knows no keys.
 *
 * @tag cercle-desk-key-entry
 * @fires {CustomEvent<{ tokens: Tokens; keep: false }>} cercle-signed-in - the key opened a session
 */
export class DeskKeyEntry extends LitElement {
  static override styles = [tokens, base, forms, styles]
  static override properties = { client: { attribute: false }, theme: {}, language: { attribute: 'lang' } }

  declare client: Cercle | undefined
  /** `light`, `dark` or `auto`. */
  declare theme: string | undefined
  /** BCP 47, as the attribute `lang`; that of the page when absent. */
  declare language: string | undefined

  readonly #texts = new Texts(this, passkeys)
  readonly #scheme = new ThemeScheme(this)

  protected override render(): TemplateResult | typeof nothing {
    const { t, language, ready } = this.#texts
    if (!ready || !hasKeys()) return nothing
    return html`<div class="cercle" data-theme=${this.#scheme.scheme} lang="${language}-CA">
      <section class="c-card c-stack c-stack--3" aria-labelledby="title">
        <h3 class="c-head" id="title">${t('key.signInTitle')}</h3>
        <p class="c-text">${t('key.signInHow')}</p>
        <cercle-desk-key-use .client=${this.client} purpose="signIn"></cercle-desk-key-use>
      </section>
    </div>`
  }
}

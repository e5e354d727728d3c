import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CercleReader, Contact } from '@cercle/sdk'
import { Asking } from '../controllers/asking.ts'
import { Texts } from '../controllers/texts.ts'
import { reach } from '../locales/reach.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { waysTo } from './ways.ts'

/* Nothing of it stands where nobody is named. */
const lineStyles = css`
  p {
    margin-top: var(--cercle-4);
    overflow-wrap: anywhere;
  }
`

/**
 * Whom to reach for who cannot enter, in one line; nothing where the community tells nobody, or cannot be asked: the step around it says why.
 *
 * @tag cercle-reach
 */
export class Reach extends LitElement {
  static override styles = [base, forms, lineStyles]
  static override properties = {
    client: { attribute: false },
    contact: { attribute: false },
    where: { attribute: false },
  }

  /** Asked of it, where `contact` is not known. */
  declare client: Cercle | CercleReader | undefined
  declare contact: Contact | undefined
  /** Entering with a code, or asking to come in. */
  declare where: 'code' | 'join'

  readonly #texts = new Texts(this, reach)
  readonly #told = new Asking<Contact | null>(this)
  #asked: Cercle | CercleReader | undefined

  constructor() {
    super()
    this.where = 'code'
  }

  protected override willUpdate(): void {
    const { client } = this
    if (!client || client === this.#asked) return
    this.#asked = client
    void this.#told.show(async () => (await client.communities.current()).community.contact)
  }

  protected override render(): TemplateResult | typeof nothing {
    const value = this.contact ?? this.#told.value
    if (!value) return nothing
    const { t } = this.#texts
    const { name } = value
    return html`<p class="c-small c-soft">
      ${name === null ? t(`${this.where}.team`) : t(`${this.where}.named`, { name })}
      ${waysTo(value).map(
        ({ words, address }, index) =>
          html`${index ? ' · ' : nothing}${address ? html`<a class="c-link" href=${address}>${words}</a>` : words}`,
      )}
    </p>`
  }
}

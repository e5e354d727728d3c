import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { JoinForm } from '@cercle/sdk'
import { Texts } from '../controllers/texts.ts'
import { join } from '../locales/join.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { helpFieldStyles } from '../primitives/help-fields.ts'
import { joinFields, readers } from './join-fields.ts'

/**
 * The fields as whoever asks to come in reads them, to look at: nothing can be filled in, nothing is sent.
 *
 * @tag cercle-join-preview
 */
export class JoinPreview extends LitElement {
  static override styles = [base, forms, helpFieldStyles]
  static override properties = { questions: { attribute: false } }

  declare questions: JoinForm['questions']

  readonly #texts = new Texts(this, join)

  constructor() {
    super()
    this.questions = []
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready) return nothing
    return html`<fieldset class="c-stack" disabled>
      <legend class="c-hidden">${t('title')}</legend>
      ${joinFields({ t, asking: { wrong: [] }, questions: this.questions, ease: '' })} ${readers(t)}
    </fieldset>`
  }
}

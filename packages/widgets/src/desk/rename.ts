import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { Cercle, SpaceView } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Texts } from '../controllers/texts.ts'
import { arranging } from '../locales/arranging.ts'
import { desk } from '../locales/desk.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'

/**
 * Another name for a space, whose address stays.
 *
 * @tag cercle-desk-rename
 * @fires {CustomEvent<string>} cercle-desk-renamed - it is done; how it is called now
 * @fires cercle-desk-close - given up
 * @csspart error - what is missing, or a failure in words
 */
export class DeskRename extends LitElement {
  static override styles = [base, forms, roomStyles]
  static override properties = { client: { attribute: false }, space: { attribute: false }, isNameless: { state: true } }

  declare client: Cercle | undefined
  declare space: SpaceView | undefined
  declare isNameless: boolean

  readonly #texts = new Texts(this, arranging)
  readonly #desk = new Texts(this, desk)
  readonly #acting = new Acting(this)
  #isFocused = false

  constructor() {
    super()
    this.isNameless = false
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready || !this.#desk.ready || !this.space) return nothing
    const { name } = this.space
    const bad = this.isNameless
    return html`<form class="c-card c-card--sunk c-stack" aria-labelledby="title" novalidate @submit=${this.#send}>
      <h4 class="c-head" id="title">${t('rename.title', { name })}</h4>
      <div class="c-field ${bad ? 'c-field--bad' : ''}">
        <label class="c-label" for="name">${t('rename.name')}</label>
        <p class="c-hint" id="hint">${t('rename.hint')}</p>
        <input
          class="c-input"
          id="name"
          required
          autocomplete="off"
          maxlength="120"
          aria-invalid=${bad ? 'true' : nothing}
          aria-describedby=${bad ? 'hint bad' : 'hint'}
          .value=${name}
        />
        ${
          bad
            ? html`<p class="c-error" id="bad" part="error" role="alert">${icon(alert)} <span>${t('rename.empty')}</span></p>`
            : nothing
        }
      </div>
      <div class="c-line c-acts">
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${this.#acting.isBusy ? 'true' : nothing}>
          ${t('rename.send')}
        </button>
        <button class="c-btn" type="button" @click=${this.#close}>${t('rename.close')}</button>
      </div>
      ${outcome(this.#acting, this.#desk.t)}
    </form>`
  }

  /** She opened it to write: once, when the field is there. */
  protected override updated(_changed: PropertyValues<this>): void {
    const field = this.renderRoot.querySelector<HTMLInputElement>('#name')
    if (this.#isFocused || !field) return
    this.#isFocused = true
    field.focus()
    field.select()
  }

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault()
    const field = this.renderRoot.querySelector<HTMLInputElement>('#name')!
    const { slug, name: before } = this.space!
    const name = field.value.trim()
    this.isNameless = !name
    if (!name) return field.focus()
    if (name === before) return this.#close()
    const made = await this.#acting.run(() => this.client!.spaces.rename({ space: slug, name }))
    if (made) this.dispatchEvent(new CustomEvent('cercle-desk-renamed', { detail: made.name }))
  }

  readonly #close = (): void => void this.dispatchEvent(new Event('cercle-desk-close'))
}

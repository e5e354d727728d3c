import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, SpaceView } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'

/**
 * A space goes on inside another. Where somebody would lose what she reads, nothing is changed, and how many is said.
 *
 * @tag cercle-desk-merge
 * @fires {CustomEvent<string>} cercle-desk-done - it is done; what to say
 * @fires cercle-desk-close - given up
 * @csspart error - a failure in words
 */
export class DeskMerge extends LitElement {
  static override styles = [base, forms, roomStyles]
  static override properties = {
    client: { attribute: false },
    space: { attribute: false },
    spaces: { attribute: false },
    losing: { state: true },
  }

  declare client: Cercle | undefined
  declare space: SpaceView | undefined
  /** All of hers. */
  declare spaces: readonly SpaceView[] | undefined
  /** How many would lose what they read. */
  declare losing: number

  readonly #texts = new Texts(this, desk)
  readonly #acting = new Acting(this)

  constructor() {
    super()
    this.losing = 0
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready || !this.space) return nothing
    const { name, slug } = this.space
    const cannot = this.#acting.failure?.code === 'invalid' ? t('merge.not') : undefined
    return html`<form class="c-card c-card--sunk c-stack" aria-labelledby="title" @submit=${this.#send}>
      <h4 class="c-head" id="title">${t('merge.title', { name })}</h4>
      <p class="c-text">${t('merge.lead', { name })}</p>
      <div class="c-field ${this.losing ? 'c-field--bad' : ''}">
        <label class="c-label" for="into">${t('merge.into')}</label>
        <select class="c-select" id="into" required aria-describedby=${this.losing ? 'losing' : nothing}>
          <option value="">${t('merge.choose')}</option>
          ${this.spaces?.filter((one) => one.slug !== slug).map((one) => html`<option value=${one.slug}>${one.name}</option>`)}
        </select>
        ${
          this.losing
            ? html`<p class="c-error" id="losing" part="error" role="alert">
                ${icon(alert)} <span>${t('merge.losing', { count: this.losing })}</span>
              </p>`
            : nothing
        }
      </div>
      <div class="c-line c-acts">
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${this.#acting.isBusy ? 'true' : nothing}>
          ${t('merge.send')}
        </button>
        <button class="c-btn" type="button" @click=${this.#close}>${t('close')}</button>
      </div>
      ${outcome(this.#acting, t, undefined, cannot)}
    </form>`
  }

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault()
    const select = this.renderRoot.querySelector<HTMLSelectElement>('#into')!
    const { slug, name } = this.space!
    const into = this.spaces!.find((one) => one.slug === select.value)
    if (!into) return select.focus()
    this.losing = 0
    const result = await this.#acting.run(() => this.client!.spaces.merge({ space: slug, into: into.slug }))
    if (!result) return
    this.losing = result.losing
    if (result.losing) return select.focus()
    const said = this.#texts.t('merge.done', { name, into: into.name })
    this.dispatchEvent(new CustomEvent('cercle-desk-done', { detail: said }))
  }

  readonly #close = (): void => void this.dispatchEvent(new Event('cercle-desk-close'))
}

import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { newId, type Cercle, type SpaceView, type ViewerView } from '@cercle/sdk'
import { Send } from '../controllers/send.ts'
import { Texts } from '../controllers/texts.ts'
import { takingPart } from '../locales/taking-part.ts'
import { chevronDown } from '../primitives/member-icons.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'

const cards = ['glad', 'reading', 'eager'] as const
type Card = (typeof cards)[number]

/**
 * Saying hello by a card: who will read it is said, then one press sends one of three sentences, as an ordinary discussion.
 *
 * @tag cercle-first-card
 * @fires {CustomEvent<ThreadView>} cercle-first-card - it was published
 */
export class FirstCard extends LitElement {
  static override styles = [base, forms]
  static override properties = {
    client: { attribute: false },
    viewer: { attribute: false },
    room: { attribute: false },
    isOpen: { state: true },
  }

  declare client: Cercle | undefined
  declare viewer: ViewerView | undefined
  /** Where it goes. */
  declare room: SpaceView | undefined
  declare isOpen: boolean

  readonly #texts = new Texts(this, takingPart)
  readonly #send = new Send(this)
  /** Of each card: pressed again after a cut line, it is sent once. */
  readonly #ids = { glad: newId(), reading: newId(), eager: newId() }

  constructor() {
    super()
    this.isOpen = false
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready || !this.room) return nothing
    return html`<div class="c-stack c-stack--3">
      <div>
        <button class="c-btn c-btn--quiet c-btn--flush" type="button" aria-expanded=${this.isOpen} @click=${this.#turn}>
          ${t('first.card')} <span class="c-turn">${icon(chevronDown)}</span>
        </button>
      </div>
      ${this.isOpen ? this.#cards(this.room) : nothing}
    </div>`
  }

  #cards({ name, level, readers }: SpaceView): TemplateResult {
    const { t } = this.#texts
    const { failure, isSending } = this.#send
    const reads = t(`facts.${level}`, { count: readers ?? 0 })
    return html`<div class="c-stack c-stack--2">
        <p>${t('first.cardReads', { readers: reads, space: name })}</p>
        <p class="c-small c-soft">${t('first.cardHow')}</p>
      </div>
      <div class="c-stack c-stack--2" role="group" aria-label=${t('first.card')}>
        ${cards.map(
          (card) =>
            html`<div>
              <button
                class="c-btn"
                type="button"
                aria-disabled=${isSending ? 'true' : nothing}
                @click=${() => void this.#publish(card)}
              >
                ${t(`first.card.${card}`)}
              </button>
            </div>`,
        )}
      </div>
      ${failure ? html`<p class="c-error" role="alert">${icon(alert)} <span>${t('first.cardFailed')}</span></p>` : nothing}`
  }

  async #publish(card: Card): Promise<void> {
    const { t } = this.#texts
    const what = {
      id: this.#ids[card],
      space: this.room!.slug,
      kind: 'news' as const,
      title: t('first.subject', { name: this.viewer!.name }),
      body: t(`first.card.${card}`),
    }
    const detail = await this.#send.run((options) => this.client!.discussions.createThread(what, options))
    if (detail) this.dispatchEvent(new CustomEvent('cercle-first-card', { detail }))
  }

  readonly #turn = (): void => {
    this.isOpen = !this.isOpen
  }
}

if (!customElements.get('cercle-first-card')) customElements.define('cercle-first-card', FirstCard)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-first-card': FirstCard
  }
}

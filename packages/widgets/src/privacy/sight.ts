import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { AccessNote, Cercle, CommunityView, ViewerView } from '@cercle/sdk'
import { Pages } from '../controllers/pages.ts'
import { Texts } from '../controllers/texts.ts'
import { privacy } from '../locales/privacy.ts'
import { chevronDown } from '../primitives/member-icons.ts'
import { icon } from '../primitives/read-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { journalFailure, noteList, whatIsSeen, type NoteSetting } from './sight-parts.ts'
import { sightStyles } from './sight.styles.ts'

/**
 * « Ce que l’animatrice peut voir », what she cannot, what an employer and the site cannot; and who looked at what is hers. For a member;
 * others see nothing of it. Asks nothing before it is opened.
 *
 * @tag cercle-sight
 * @csspart error - why the list of looks could not be shown
 */
export class Sight extends LitElement {
  static override styles = [base, forms, waitingStyles, sightStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    viewer: { attribute: false },
    isPart: { attribute: false },
    now: { attribute: false },
    isOpen: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  declare viewer: ViewerView | null | undefined
  /** Beside a text that is about to leave: what it says, without who looked. */
  declare isPart: boolean | undefined
  /** The present, for dates in words; the clock of the machine when absent. */
  declare now: Date | undefined
  declare isOpen: boolean

  readonly #texts = new Texts(this, privacy)
  readonly #journal = new Pages<AccessNote>(this, ({ at }) => at)
  #asked: Cercle | undefined

  constructor() {
    super()
    this.isOpen = false
  }

  protected override willUpdate(): void {
    this.#texts.community = this.community
    const { client } = this
    if (!this.isOpen || this.isPart || this.viewer?.status !== 'active' || !client || client === this.#asked) return
    this.#asked = client
    this.#journal.items = undefined
    void this.#journal.show(client.privacy.journal())
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready || this.viewer?.status !== 'active') return nothing
    if (this.isPart)
      return html`<div class="c-stack c-stack--4 sight">
        ${whatIsSeen(t)}
        <p>${t('sight.inAccount')}</p>
      </div>`
    return html`<section class="c-stack c-stack--3" aria-label=${t('sight.title')}>
      <button
        class="c-btn c-btn--quiet c-btn--flush turns"
        type="button"
        aria-expanded=${this.isOpen}
        aria-controls=${this.isOpen ? 'sight' : nothing}
        @click=${this.#turn}
      >
        ${t('sight.title')} <span class="c-turn">${icon(chevronDown)}</span>
      </button>
      ${this.isOpen ? html`<div class="c-stack c-stack--4 sight" id="sight">${whatIsSeen(t)} ${this.#looks()}</div>` : nothing}
    </section>`
  }

  #looks(): TemplateResult {
    const { t, language } = this.#texts
    const { items, failure, isLoading, hasMore, more } = this.#journal
    const setting: NoteSetting = { t, language, clock: this.community?.clock, now: this.now }
    return html`<section class="c-stack c-stack--2" aria-labelledby="looks">
      <h3 class="c-head" id="looks" tabindex="-1">${t('journal.title')}</h3>
      ${items ? noteList(items, setting) : isLoading ? waiting(t('journal.loading')) : nothing}
      ${failure ? journalFailure(failure, t, more) : nothing}
      ${
        hasMore && !failure
          ? html`<div>
              <button class="c-btn" type="button" aria-disabled=${isLoading ? 'true' : nothing} @click=${this.#older}>
                ${t('journal.older')}
              </button>
            </div>`
          : nothing
      }
    </section>`
  }

  readonly #turn = (): void => {
    this.isOpen = !this.isOpen
  }

  readonly #older = async (): Promise<void> => {
    const before = this.#journal.items?.length ?? 0
    await this.#journal.more()
    await this.updateComplete
    this.renderRoot.querySelectorAll<HTMLElement>('.note')[before]?.focus()
  }
}

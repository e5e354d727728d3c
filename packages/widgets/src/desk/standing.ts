import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, PersonView, Standing } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Texts } from '../controllers/texts.ts'
import type { DeskKey } from '../locales/desk.fr.ts'
import { desk } from '../locales/desk.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'

type Change = 'suspend' | 'remove' | 'back' | 'raise' | 'lower'
interface Effect {
  standing?: Standing
  facilitates?: boolean
  /** Asked once more before. */
  sure?: DeskKey
  what: DeskKey
}
const effects: Readonly<Record<Change, Effect>> = {
  suspend: { standing: 'suspended', what: 'stand.whatsuspended' },
  remove: { standing: 'removed', sure: 'stand.sureRemove', what: 'stand.whatremoved' },
  back: { standing: 'active', what: 'stand.whatactive' },
  raise: { facilitates: true, sure: 'stand.sureRaise', what: 'stand.whatraised' },
  lower: { facilitates: false, what: 'stand.whatlowered' },
}

/**
 * The place of one member in the community: suspended, removed, taken back; and whether she facilitates. Each with its way back.
 *
 * @tag cercle-desk-standing
 * @fires cercle-person-changed - what is shown of her elsewhere is out of date
 * @csspart error - a failure in words
 */
export class DeskStanding extends LitElement {
  static override styles = [base, forms, roomStyles]
  static override properties = {
    client: { attribute: false },
    person: { attribute: false },
    isSelf: { attribute: false },
    asked: { state: true },
  }

  declare client: Cercle | undefined
  declare person: PersonView | undefined
  /** It is the one who looks. */
  declare isSelf: boolean | undefined
  declare asked: Change | undefined

  readonly #texts = new Texts(this, desk)
  readonly #acting = new Acting(this)

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    const { person } = this
    if (!ready || !person) return nothing
    const { name, standing, facilitates } = person
    const changes: Change[] =
      standing === 'active'
        ? ['suspend', 'remove', facilitates ? 'lower' : 'raise']
        : standing === 'suspended'
          ? ['back', 'remove']
          : ['back']
    return html`<section class="c-stack c-stack--3" aria-labelledby="title">
      <h3 class="c-head" id="title">${t('stand.title')}</h3>
      ${
        this.isSelf
          ? html`<p class="c-small c-soft">${t('stand.self')}</p>`
          : html`<p class="c-small c-soft">${t('stand.lead', { name })} ${t('stand.leadRole')}</p>
              ${this.asked ? this.#sure(this.asked, name) : html`<div class="c-line c-acts">${changes.map((change) => this.#button(change))}</div>`}`
      }
      ${outcome(this.#acting, t, this.#changed)}
    </section>`
  }

  #button(change: Change): TemplateResult {
    return html`<button
      class="c-btn ${change === 'remove' ? 'c-btn--bad' : ''}"
      type="button"
      data-change=${change}
      aria-disabled=${this.#acting.isBusy ? 'true' : nothing}
      @click=${() => void this.#press(change)}
    >
      ${this.#texts.t(`stand.${change}`)}
    </button>`
  }

  #sure(change: Change, name: string): TemplateResult {
    const { t } = this.#texts
    return html`<div class="c-stack c-stack--2 sure" role="group" aria-labelledby="sure" tabindex="-1">
      <p id="sure"><b>${t(effects[change].sure!, { name })}</b></p>
      <div class="c-line c-acts">
        <button class="c-btn c-btn--primary" type="button" @click=${() => void this.#do(change)}>${t(`stand.${change}`)}</button>
        <button class="c-btn" type="button" @click=${this.#notYet}>${t('stand.notYet')}</button>
      </div>
    </div>`
  }

  async #press(change: Change): Promise<void> {
    if (!effects[change].sure) return this.#do(change)
    this.asked = change
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.sure')?.focus()
  }

  readonly #notYet = async (): Promise<void> => {
    const change = this.asked
    this.asked = undefined
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(`[data-change="${change}"]`)?.focus()
  }

  async #do(change: Change): Promise<void> {
    const { memberId: member, name, standing, facilitates } = this.person!
    const { what, sure: _, ...after } = effects[change]
    const { t } = this.#texts
    await this.#acting.run(
      () => this.client!.members.stand({ member, ...after }),
      t('stand.done', { name, what: t(what) }),
      () => this.client!.members.stand({ member, standing, facilitates }),
    )
    this.asked = undefined
    this.#changed()
    await this.updateComplete
    // what was pressed is gone
    this.renderRoot.querySelector<HTMLElement>('.outcome')?.focus()
  }

  readonly #changed = (): void => void this.dispatchEvent(new Event('cercle-person-changed'))
}

import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CommunityView, Consents, Ease, HelpFacts } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Texts } from '../controllers/texts.ts'
import { account } from '../locales/account.ts'
import { join } from '../locales/join.ts'
import { circleCheck } from '../primitives/member-icons.ts'
import { helpFieldStyles, helpFields } from '../primitives/help-fields.ts'
import { equipmentOf } from '../primitives/help-names.ts'
import { icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { profileFailure } from './profile-parts.ts'

/**
 * What helps the viewer take part, in the same fields as when one asks to come in. Of who accepts that it is kept.
 *
 * @tag cercle-help-facts
 * @fires {CustomEvent<Consents>} cercle-help-facts-change - it is otherwise now
 * @csspart error - a failure in words, or what to mend
 */
export class HelpFactsView extends LitElement {
  static override styles = [base, forms, helpFieldStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    known: { attribute: false },
    ease: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  /** What is kept; `null`: nothing. */
  declare known: HelpFacts | null | undefined
  /** As ticked: the form follows. */
  declare ease: Ease | '' | undefined

  readonly #texts = new Texts(this, account)
  readonly #fields = new Texts(this, join)
  readonly #acting = new Acting(this)
  #wrong: readonly string[] = []

  protected override willUpdate(): void {
    this.#texts.community = this.community
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready || !this.#fields.ready) return nothing
    const { isBusy, failure, said } = this.#acting
    const known = this.known ?? undefined
    const ease = this.ease ?? known?.ease ?? ''
    return html`<form class="c-stack" novalidate aria-label=${t('help.title')} @change=${this.#turn} @submit=${this.#save}>
      ${helpFields({ t: this.#fields.t, asking: { wrong: this.#wrong }, ease, known })}
      <div>
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${isBusy ? 'true' : nothing}>
          ${t('profile.save')}
        </button>
      </div>
      ${failure ? profileFailure('profile.saveFailed', failure.code, t) : nothing}
      <p class=${said ? 'c-small c-soft c-with' : 'c-hidden'} role="status">
        ${said ? [icon(circleCheck), html`<span>${said}</span>`] : ''}
      </p>
    </form>`
  }

  readonly #turn = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement
    if (name === 'ease') this.ease = value as Ease
    this.#acting.say('')
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const values = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Record<string, string>
    const [ease, phone] = [(values['ease'] || null) as Ease | null, values['phone']?.trim() || null]
    this.#wrong = ease === 'call' && !phone ? ['phone'] : []
    this.requestUpdate()
    if (this.#wrong.length) return this.renderRoot.querySelector<HTMLElement>('#phone')!.focus()
    const { privacy } = this.client!
    const facts = { equipment: equipmentOf(values), ease, phone }
    const kept = await this.#acting.run(() => privacy.sayHelp(facts), this.#texts.t('profile.saved'))
    if (kept) this.dispatchEvent(new CustomEvent<Consents>('cercle-help-facts-change', { detail: kept }))
  }
}

import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { newId, type Cercle, type CommunityView, type HelpRequestView } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { help } from '../locales/help.ts'
import { avatar } from '../primitives/avatar.ts'
import { exchangeStyles, saidSince, whatWasAsked } from '../primitives/help-exchange.ts'
import { check } from '../primitives/member-icons.ts'
import { icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'

/**
 * One call for help at the desk: what was asked and said, an answer to write, and « C’est réglé » with its way back.
 *
 * @tag cercle-desk-help-request
 * @fires {CustomEvent<HelpRequestView>} cercle-help-changed - with the request as it is now
 * @csspart error - a failure in words
 */
export class DeskHelpRequest extends LitElement {
  static override styles = [base, forms, roomStyles, exchangeStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    request: { attribute: false },
    now: { attribute: false },
    isWordless: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  declare request: HelpRequestView | undefined
  declare now: Date | undefined
  declare isWordless: boolean

  readonly #desk = new Texts(this, desk)
  readonly #texts = new Texts(this, help)
  readonly #acting = new Acting(this)
  /** Of the answer on its way: sent again, it is said once. */
  #answerId = newId()

  constructor() {
    super()
    this.isWordless = false
  }

  protected override render(): TemplateResult | typeof nothing {
    const { request } = this
    const { t, language, ready } = this.#texts
    if (!request || !this.#desk.ready || !ready) return nothing
    const { name, organisation, pending, state } = request
    const setting = { t, language, clock: this.community?.clock, now: this.now }
    return html`<section class="c-stack c-stack--3" aria-label=${t('desk.of', { name })}>
      <div class="row-top">
        <div class="c-by">
          ${avatar(name)}
          <span><b>${name}</b><small>${organisation ?? t(pending ? 'desk.pending' : 'desk.noPlace')}</small></span>
        </div>
        <span class="c-badge ${state === 'waiting' ? 'c-badge--plain' : 'c-badge--good'}">${t(`state.${state}`)}</span>
      </div>
      ${whatWasAsked(request, setting)} ${saidSince(request.turns, setting, name)} ${this.#form(request)}
      ${outcome(this.#acting, this.#desk.t, this.#unsettled)}
    </section>`
  }

  #form({ name, state }: HelpRequestView): TemplateResult {
    const { t } = this.#texts
    const isBad = this.isWordless
    return html`<form class="c-stack c-stack--3" novalidate @submit=${this.#answer}>
      <div class="c-field ${isBad ? 'c-field--bad' : ''}">
        <label class="c-label" for="text">${t('desk.answer', { name })}</label>
        <textarea
          class="c-area"
          id="text"
          rows="3"
          maxlength="2000"
          aria-invalid=${isBad ? 'true' : nothing}
          aria-describedby=${isBad ? 'text-error hint' : 'hint'}
          .value=${`${t('desk.greeting', { name })}\n`}
        ></textarea>
        ${isBad ? html`<p class="c-error" id="text-error" role="alert">${this.#desk.t('required')}</p>` : nothing}
        <p class="c-hint" id="hint">${t('desk.hint')}</p>
      </div>
      <div class="c-line c-acts">
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${this.#acting.isBusy ? 'true' : nothing}>
          ${t('desk.send')}
        </button>
        ${
          state === 'settled'
            ? nothing
            : html`<button class="c-btn" type="button" @click=${this.#settle}>${icon(check, true)} ${t('desk.settle')}</button>`
        }
      </div>
    </form>`
  }

  readonly #answer = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { id, name } = this.request!
    const { t } = this.#texts
    const field = this.renderRoot.querySelector<HTMLTextAreaElement>('#text')!
    const text = field.value.trim()
    // the greeting alone is no answer
    this.isWordless = !text || text === t('desk.greeting', { name })
    if (this.isWordless) return field.focus()
    const answered = await this.#acting.run(
      () => this.client!.help.answer({ id: this.#answerId, help: id, text }),
      t('desk.sent'),
    )
    if (!answered) return
    this.#answerId = newId()
    field.value = `${t('desk.greeting', { name })}\n`
    await this.#changed(answered)
  }

  readonly #settle = async (): Promise<void> => {
    const { id, name } = this.request!
    const settled = await this.#acting.run(
      () => this.client!.help.settle({ id, settled: true }),
      this.#texts.t('desk.settledDone', { name }),
      () => this.#open(id),
    )
    if (settled) await this.#changed(settled)
  }

  async #open(id: string): Promise<void> {
    this.request = await this.client!.help.settle({ id, settled: false })
  }

  readonly #unsettled = (): void => void this.#changed(this.request!)

  async #changed(request: HelpRequestView): Promise<void> {
    this.dispatchEvent(new CustomEvent('cercle-help-changed', { detail: request }))
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.outcome')?.focus()
  }
}

import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, ClientErrorCode, CommunityView, OwnPivot } from '@cercle/sdk'
import { Asking } from '../controllers/asking.ts'
import { Texts } from '../controllers/texts.ts'
import { desk, deskReason } from '../locales/desk.ts'
import { requests } from '../locales/requests.ts'
import { banner } from '../primitives/banner.ts'
import { again } from '../primitives/icons.ts'
import { chevronDown } from '../primitives/member-icons.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'

/**
 * For the pivot of a group: how many of her invitations are open and were accepted; opened, a form to make one, and those that she made.
 *
 * @tag cercle-own-invitations
 * @csspart error - a failure in words
 */
export class OwnInvitations extends LitElement {
  static override styles = [base, forms]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    now: { attribute: false },
    isOpen: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  /** The present, for dates in words; the clock of the machine when absent. */
  declare now: Date | undefined
  declare isOpen: boolean

  readonly #desk = new Texts(this, desk)
  readonly #texts = new Texts(this, requests)
  readonly #own = new Asking<OwnPivot>(this)
  #asked: Cercle | undefined

  constructor() {
    super()
    this.isOpen = false
  }

  protected override willUpdate(): void {
    this.#texts.community = this.community
    const { client } = this
    if (!client || client === this.#asked) return
    this.#asked = client
    void this.#own.show(() => client.pivots.own())
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#desk.ready || !this.#texts.ready) return nothing
    const { value, failure } = this.#own
    return html`${failure ? this.#failed(failure) : nothing}${value ? this.#shown(value) : nothing}`
  }

  #failed(code: ClientErrorCode): TemplateResult {
    const { t } = this.#desk
    return banner({
      tone: 'bad',
      icon: alert,
      text: html`<b>${t('fail.title')}</b> ${t(deskReason(code))}`,
      action: html`<button class="c-btn" type="button" @click=${this.#own.again}>
        ${icon(again, true)} ${t('fail.retry')}
      </button>`,
      part: 'error',
    })
  }

  #shown({ group, open, accepted }: OwnPivot): TemplateResult {
    const { t } = this.#texts
    return html`<div class="c-stack c-stack--3">
      <button
        class="c-btn c-btn--quiet c-btn--flush turns"
        type="button"
        aria-expanded=${this.isOpen}
        aria-controls=${this.isOpen ? 'own' : nothing}
        @click=${this.#turn}
      >
        ${t('own.turn', { name: group.name })} <span class="c-turn">${icon(chevronDown)}</span>
      </button>
      <p class="c-small c-soft figures" role="status">
        ${t('own.open', { count: open })}, ${t('own.accepted', { count: accepted })}
      </p>
      ${
        this.isOpen
          ? html`<cercle-desk-invitations
              id="own"
              exportparts="error"
              .client=${this.client}
              .community=${this.community}
              .now=${this.now}
              .pivot=${group}
              @cercle-invitations-changed=${this.#own.again}
            ></cercle-desk-invitations>`
          : nothing
      }
    </div>`
  }

  readonly #turn = (): void => {
    this.isOpen = !this.isOpen
  }
}

import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Cercle, CommunityView, ConsentKind, Consents, ConsentView } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Asking } from '../controllers/asking.ts'
import { Texts } from '../controllers/texts.ts'
import { account } from '../locales/account.ts'
import { dayIn } from '../primitives/kept-dates.ts'
import { circleCheck } from '../primitives/member-icons.ts'
import { opening, openingStyles } from '../primitives/opening.ts'
import { icon } from '../primitives/read-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { profileFailure } from './profile-parts.ts'

/** Of the words beside each box, in both languages; raised whenever what one of them says is otherwise, here and at the server. */
const WORDS = 1

/**
 * What the viewer accepts, each by itself: none is given before she says so, each holds at once and is taken back by pressing again. Asks nothing
 * before it is opened.
 *
 * @tag cercle-consents
 * @csspart error - a failure in words
 */
export class ConsentsView extends LitElement {
  static override styles = [base, forms, waitingStyles, openingStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    isOpen: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  declare isOpen: boolean

  readonly #texts = new Texts(this, account)
  readonly #kept = new Asking<Consents>(this)
  readonly #acting = new Acting(this)
  #asked: Cercle | undefined

  constructor() {
    super()
    this.isOpen = false
  }

  protected override willUpdate(): void {
    this.#texts.community = this.community
    const { client } = this
    if (!this.isOpen || !client || client === this.#asked) return
    this.#asked = client
    this.#kept.value = undefined
    void this.#kept.show(() => client.privacy.consents())
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready) return nothing
    return opening({
      id: 'consents',
      title: t('accept.title'),
      isOpen: this.isOpen,
      turn: this.#turn,
      content: () => this.#opened(),
    })
  }

  #opened(): TemplateResult {
    const { t } = this.#texts
    const { value, failure, again } = this.#kept
    if (failure) return profileFailure('accept.failed', failure, t, again)
    if (!value) return waiting(t('accept.loading'))
    const { failure: unsaved, said } = this.#acting
    return html`<p>${t('accept.what')}</p>
      <ul class="c-list c-list--bare">
        ${value.items.map((one) => html`<li class="c-row c-stack c-stack--3">${this.#choice(one)} ${this.#help(one, value)}</li>`)}
      </ul>
      ${unsaved ? profileFailure('accept.saveFailed', unsaved.code, t) : nothing}
      <p class=${said ? 'c-small c-soft c-with' : 'c-hidden'} role="status">
        ${said ? [icon(circleCheck), html`<span>${said}</span>`] : ''}
      </p>`
  }

  #choice(consent: ConsentView): TemplateResult {
    const { t } = this.#texts
    const { kind, given } = consent
    return html`<label class="c-check">
      <input type="checkbox" name=${kind} .checked=${live(given)} @change=${() => void this.#set(kind, !given)} />
      <span>${t(`accept.${kind}`)} <small>${this.#since(consent)} ${t(`accept.${kind}What`)}</small></span>
    </label>`
  }

  #since({ given, givenAt, withdrawnAt }: ConsentView): string {
    const at = given ? givenAt : withdrawnAt
    const { t, language } = this.#texts
    return at ? t(given ? 'accept.given' : 'accept.back', { date: dayIn(at, language, this.community?.timeZone ?? 'UTC') }) : ''
  }

  #help({ kind, given }: ConsentView, { help }: Consents): TemplateResult | typeof nothing {
    if (kind !== 'help_facts' || !given) return nothing
    const heard = ({ detail }: CustomEvent<Consents>) => this.#show(detail)
    return html`<cercle-help-facts
      exportparts="error"
      .client=${this.client}
      .community=${this.community}
      .known=${help}
      @cercle-help-facts-change=${heard}
    ></cercle-help-facts>`
  }

  readonly #turn = (): void => {
    this.isOpen = !this.isOpen
  }

  #show(value: Consents): void {
    this.#kept.value = value
    this.requestUpdate()
  }

  async #set(kind: ConsentKind, given: boolean): Promise<void> {
    const { privacy } = this.client!
    const said = this.#texts.t(given ? 'accept.saidGiven' : 'accept.saidBack')
    const value = await this.#acting.run(() => privacy.setConsent({ kind, given, words: WORDS }), said)
    if (value) this.#show(value)
  }
}

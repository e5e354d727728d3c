import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Cercle, CommunityView, Profile } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Asking } from '../controllers/asking.ts'
import { Texts } from '../controllers/texts.ts'
import { account } from '../locales/account.ts'
import { circleCheck } from '../primitives/member-icons.ts'
import { opening, openingStyles } from '../primitives/opening.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { profileFailure, showing, whatIsNoted } from './profile-parts.ts'

/** As the server has it. */
const LONGEST = 80

/**
 * What is said of the viewer, and who sees each of it: her name, whether where she works is read beside it, and when she can be reached, which she changes; where she works and her region,
 * which follow from facts. For an active member. Asks nothing before it is opened.
 *
 * @tag cercle-profile
 * @fires {CustomEvent<Profile>} cercle-profile-change - what is said of her is otherwise now
 * @csspart error - a failure in words
 */
export class ProfileView extends LitElement {
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
  readonly #kept = new Asking<Profile>(this)
  readonly #acting = new Acting(this)
  #written = { name: '', availability: '', organisationShown: true }
  #isNameless = false
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
    void this.#load()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready) return nothing
    return opening({
      id: 'profile',
      title: t('profile.title'),
      isOpen: this.isOpen,
      turn: this.#turn,
      content: () => this.#opened(),
    })
  }

  #opened(): TemplateResult {
    const { t } = this.#texts
    const { value, failure } = this.#kept
    if (failure) return profileFailure('profile.failed', failure, t, this.#load)
    if (!value) return waiting(t('profile.loading'))
    return html`${this.#form(value)} ${whatIsNoted(value, t)}`
  }

  #form({ organisation }: Profile): TemplateResult {
    const { t } = this.#texts
    const { isBusy, failure, said } = this.#acting
    return html`<form class="c-stack" novalidate aria-label=${t('profile.title')} @submit=${this.#save} @input=${this.#type}>
      <div class="c-field ${this.#isNameless ? 'c-field--bad' : ''}">
        <label class="c-label" for="name">${t('profile.name')}</label>
        <input
          class="c-input"
          id="name"
          autocomplete="name"
          required
          maxlength=${LONGEST}
          aria-invalid=${this.#isNameless ? 'true' : nothing}
          aria-describedby=${this.#isNameless ? 'missing nameSeen' : 'nameSeen'}
          .value=${live(this.#written.name)}
        />
        ${
          this.#isNameless
            ? html`<p class="c-error" id="missing" role="alert">${icon(alert)} <span>${t('profile.nameMissing')}</span></p>`
            : nothing
        }
        <p class="c-hint" id="nameSeen">${t('profile.nameSeen')}</p>
      </div>
      ${showing({ ...this.#written, organisation }, t)}
      <div class="c-field">
        <label class="c-label" for="availability">${t('profile.availability')}</label>
        <input
          class="c-input"
          id="availability"
          autocomplete="off"
          maxlength=${LONGEST}
          aria-describedby="availabilityHint availabilitySeen"
          .value=${live(this.#written.availability)}
        />
        <p class="c-hint" id="availabilityHint">${t('profile.availabilityHint')}</p>
        <p class="c-hint" id="availabilitySeen">${t('profile.availabilitySeen')}</p>
      </div>
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

  readonly #load = async (): Promise<void> => {
    const client = this.client!
    await this.#kept.show(() => client.members.profile())
    if (client === this.client) this.#write(this.#kept.value)
  }

  #write({ name = '', availability = null, organisationShown = true }: Partial<Profile> = {}): void {
    this.#written = { name, availability: availability ?? '', organisationShown }
    this.requestUpdate()
  }

  readonly #turn = (): void => {
    this.isOpen = !this.isOpen
  }

  readonly #type = ({ target }: Event): void => {
    const { id, value, checked } = target as HTMLInputElement
    this.#written = { ...this.#written, [id]: id === 'organisationShown' ? checked : value }
    this.#acting.say('')
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const name = this.#written.name.trim()
    this.#isNameless = name === ''
    this.requestUpdate()
    if (this.#isNameless) return this.renderRoot.querySelector<HTMLElement>('#name')!.focus()
    const availability = this.#written.availability.trim() || null
    const change = { name, availability, organisationShown: this.#written.organisationShown }
    const members = this.client!.members
    const changed = await this.#acting.run(() => members.changeProfile(change), this.#texts.t('profile.saved'))
    if (!changed) return
    this.#kept.value = changed
    this.#write(changed)
    this.dispatchEvent(new CustomEvent('cercle-profile-change', { detail: changed }))
  }
}

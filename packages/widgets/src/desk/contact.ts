import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Cercle, CommunitySettings } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Asking } from '../controllers/asking.ts'
import { Texts } from '../controllers/texts.ts'
import { contact } from '../locales/contact.ts'
import type { ContactKey } from '../locales/contact.fr.ts'
import { desk } from '../locales/desk.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { deskFailure, outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'

type Contact = CommunitySettings['contact']
const parts = ['name', 'email', 'phone'] as const
const kinds = { name: ['text', 80], email: ['email', 254], phone: ['tel', 40] } as const

/**
 * Of the room of the look: whom who cannot enter may reach. Anybody reads it, and is told nobody unless it is filled in.
 *
 * @tag cercle-desk-contact
 * @csspart error - a failure in words
 */
export class DeskContact extends LitElement {
  static override styles = [base, forms, waitingStyles, roomStyles]
  static override properties = { client: { attribute: false } }

  declare client: Cercle | undefined

  readonly #texts = new Texts(this, contact)
  readonly #desk = new Texts(this, desk)
  readonly #kept = new Asking<{ contact: Contact }>(this)
  readonly #acting = new Acting(this)
  #wrong: ContactKey | undefined
  #asked: Cercle | undefined

  protected override willUpdate(): void {
    const { client } = this
    if (!client || client === this.#asked) return
    this.#asked = client
    void this.#load()
  }

  #load(): Promise<void> {
    return this.#kept.show(() => this.client!.communities.settings())
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready || !this.#desk.ready) return nothing
    const { failure, value } = this.#kept
    if (failure) return deskFailure(failure, this.#desk.t, () => void this.#load())
    if (!value) return waiting(this.#desk.t('loading'))
    return html`<form class="c-card c-stack" novalidate aria-labelledby="title" @submit=${this.#save} @input=${this.#type}>
      <div class="c-stack c-stack--1">
        <h3 class="c-head" id="title">${t('title')}</h3>
        <p class="c-soft">${t('lead')}</p>
        <p class="c-with c-with--top">${icon(alert)} <b id="public">${t('public')}</b></p>
      </div>
      ${parts.map((part) => this.#field(part, value.contact?.[part] ?? ''))}
      <div>
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${this.#acting.isBusy ? 'true' : nothing}>
          ${t('save')}
        </button>
      </div>
      ${outcome(this.#acting, this.#desk.t, () => void this.#load())}
    </form>`
  }

  #field(part: (typeof parts)[number], value: string): TemplateResult {
    const { t } = this.#texts
    const [type, length] = kinds[part]
    const isWrong = part === 'email' && this.#wrong !== undefined
    const told = ['public', ...(part === 'phone' ? ['phoneHint'] : []), ...(isWrong ? ['emailError'] : [])]
    return html`<div class="c-field">
      <label class="c-label" for=${part}>${t(part)}</label>
      <input
        class="c-input"
        id=${part}
        type=${type}
        maxlength=${length}
        autocomplete="off"
        aria-describedby=${told.join(' ')}
        aria-invalid=${isWrong ? 'true' : nothing}
        .value=${live(this.#written?.[part] ?? value)}
      />
      ${part === 'phone' ? html`<p class="c-hint" id="phoneHint">${t('phoneHint')}</p>` : nothing}
      ${isWrong ? html`<p class="c-error" id="emailError" part="error" role="alert">${t(this.#wrong!)}</p>` : nothing}
    </div>`
  }

  #written: Record<(typeof parts)[number], string> | undefined

  readonly #type = (): void => {
    const of = (part: string) => this.renderRoot.querySelector<HTMLInputElement>(`#${part}`)!.value
    this.#written = { name: of('name'), email: of('email'), phone: of('phone') }
    this.#wrong = undefined
    this.requestUpdate()
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault()
    this.#type()
    const client = this.client!
    const given = (part: (typeof parts)[number]) => this.#written![part].trim() || null
    const [name, email, phone] = [given('name'), given('email'), given('phone')]
    const field = this.renderRoot.querySelector<HTMLInputElement>('#email')!
    // without a dot a letter would go nowhere, although it is a valid address
    if (email && (!field.validity.valid || !/@.+\../u.test(email))) this.#wrong = 'badEmail'
    else if (name && !email && !phone) this.#wrong = 'noWay'
    if (this.#wrong) return field.focus()
    const before = this.#kept.value!.contact
    // The rest is what it is by now: another room says it.
    const settle = async (one: Contact) => client.communities.settle({ ...(await client.communities.settings()), contact: one })
    const wanted = email || phone ? { name, email, phone } : null
    const kept = await this.#acting.run(
      () => settle(wanted),
      this.#texts.t(wanted ? 'saved' : 'none'),
      () => settle(before),
    )
    if (!kept) return
    this.#kept.value = { contact: kept.contact }
    this.#written = undefined
    this.requestUpdate()
  }
}

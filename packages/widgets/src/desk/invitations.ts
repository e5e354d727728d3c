import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CommunityView, InvitationView, OwnPivot } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Asking } from '../controllers/asking.ts'
import { Pages } from '../controllers/pages.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { requests } from '../locales/requests.ts'
import { dateInWords } from '../primitives/dates.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { deskFailure, outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'
import { askOwnPlaces, askPlaces, chosenPlaces, placesChoice, type Openings } from './places.ts'

/** One « @ » with something on both sides: the rest is the server's to say. */
const ADDRESS = /^\S+@\S+\.\S+$/u

const styles = css`
  .pair {
    align-items: start;
  }
`

/**
 * The room of invitations: a form to make one, by mail or by a link to hand over, and those that were made. Of a pivot, her own.
 *
 * @tag cercle-desk-invitations
 * @fires cercle-invitations-changed - one was made or withdrawn
 * @csspart error - a failure in words
 */
export class DeskInvitations extends LitElement {
  static override styles = [base, forms, waitingStyles, roomStyles, styles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    now: { attribute: false },
    pivot: { attribute: false },
    link: { state: true },
    wrong: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  declare now: Date | undefined
  /** The group that who looks is the pivot of; absent: she facilitates. */
  declare pivot: OwnPivot['group'] | undefined
  /** The link that was just made, told this once. */
  declare link: string
  declare wrong: boolean

  readonly #desk = new Texts(this, desk)
  readonly #texts = new Texts(this, requests)
  readonly #made = new Pages<InvitationView>(this, ({ id }) => id)
  readonly #places = new Asking<Openings>(this)
  readonly #making = new Acting(this)
  readonly #ending = new Acting(this)
  #asked: Cercle | undefined

  constructor() {
    super()
    this.link = ''
    this.wrong = false
  }

  protected override willUpdate(): void {
    const { client } = this
    if (!client || client === this.#asked) return
    this.#asked = client
    const { pivot } = this
    void this.#places.show(() => (pivot ? askOwnPlaces(client, pivot.id) : askPlaces(client)))
    void this.#made.show((pivot ? client.pivots : client.joining).invitations())
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#desk.ready || !this.#texts.ready) return nothing
    const { t } = this.#texts
    const { items, failure, isLoading, hasMore, more } = this.#made
    return html`<section class="c-stack c-stack--5" aria-labelledby="title">
      <header class="c-stack c-stack--1">
        <h2 class="c-title" id="title">${t(this.pivot ? 'own.title' : 'invite.title')}</h2>
        <p class="c-soft">${t('invite.lead')} ${this.pivot ? t('own.lead', { name: this.pivot.name }) : nothing}</p>
      </header>
      ${this.#places.failure ? deskFailure(this.#places.failure, this.#desk.t, this.#places.again) : nothing}
      ${this.#places.value ? this.#form(this.#places.value) : nothing}
      ${items ? this.#list(items) : isLoading ? waiting(this.#desk.t('loading')) : nothing}
      ${failure ? deskFailure(failure, this.#desk.t, more) : nothing}
      ${
        hasMore && !failure
          ? html`<div><button class="c-btn" type="button" @click=${() => void more()}>${this.#desk.t('more')}</button></div>`
          : nothing
      }
    </section>`
  }

  #form(places: Openings): TemplateResult {
    const { t } = this.#texts
    const isLimited = this.#making.failure?.code === 'rate_limited'
    return html`<form class="c-card c-stack c-stack--4" aria-labelledby="make" novalidate @submit=${this.#make}>
      <h3 class="c-head" id="make">${t('invite.make')}</h3>
      <div class="pair">
        <div class="c-field ${this.wrong ? 'c-field--bad' : ''}">
          <label class="c-label" for="email">${t('invite.email')}</label>
          <input
            class="c-input"
            id="email"
            type="email"
            maxlength="254"
            autocomplete="off"
            aria-invalid=${this.wrong ? 'true' : nothing}
            aria-describedby=${this.wrong ? 'email-error' : 'email-hint'}
          />
          ${
            this.wrong
              ? html`<p class="c-error" id="email-error" role="alert">${t('invite.wrong')}</p>`
              : html`<p class="c-hint" id="email-hint">${t('invite.emailHint')}</p>`
          }
        </div>
        <div class="c-field">
          <label class="c-label" for="days">${t('invite.days')}</label>
          <select class="c-select" id="days">
            ${[7, 14, 30, 60].map(
              (count) => html`<option value=${count} ?selected=${count === 14}>${t('invite.forDays', { count })}</option>`,
            )}
          </select>
        </div>
      </div>
      ${placesChoice(t, places)}
      <div>
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${this.#making.isBusy ? 'true' : nothing}>
          ${t('invite.send')}
        </button>
      </div>
      ${outcome(this.#making, this.#desk.t, undefined, isLimited ? t('invite.limited') : undefined)}
      ${this.link ? this.#linkToHandOver() : nothing}
    </form>`
  }

  #linkToHandOver(): TemplateResult {
    const { t } = this.#texts
    return html`<div class="c-field">
      <label class="c-label" for="link">${t('invite.link')}</label>
      <input class="c-input" id="link" readonly aria-describedby="link-hint" .value=${this.link} @focus=${this.#select} />
      <p class="c-hint" id="link-hint">${t('invite.linkHint')}</p>
    </div>`
  }

  #list(items: readonly InvitationView[]): TemplateResult {
    const { t } = this.#texts
    if (!items.length) return html`<p class="c-empty">${t('invite.none')}</p>`
    return html`<div class="c-stack c-stack--3">
      <h3 class="c-head">${t('invite.made')}</h3>
      ${outcome(this.#ending, this.#desk.t)}
      <ul class="c-list">
        ${items.map((one) => html`<li class="c-row row-top">${this.#row(one)}</li>`)}
      </ul>
    </div>`
  }

  #row(invitation: InvitationView): TemplateResult {
    const { t, language } = this.#texts
    const { email, by, status, expiresAt, groups, spaces, can } = invitation
    const whom = email ?? t('invite.byLink')
    const date = dateInWords(expiresAt, { language, clock: this.community?.clock, now: this.now })
    const where = [...spaces, ...groups]
    return html`<div class="c-stack c-stack--1">
        <p><b>${whom}</b></p>
        <p class="c-small c-soft">
          ${[status === 'open' ? t('invite.until', { date }) : t(`invite.${status}`), ...(by && !this.pivot ? [t('invite.by', { name: by })] : [])].join(', ')}
        </p>
        ${where.length ? html`<p class="c-small c-soft">${t('invite.into', { places: where.join(', ') })}</p>` : nothing}
      </div>
      ${
        can.withdraw
          ? html`<button class="c-btn" type="button" @click=${() => void this.#withdraw(invitation, whom)}>
              ${t('invite.withdraw')}<span class="c-hidden"> (${whom})</span>
            </button>`
          : nothing
      }`
  }

  readonly #make = async (event: Event): Promise<void> => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const field = <Field extends Element>(id: string) => form.querySelector<Field>(`#${id}`)!
    const input = field<HTMLInputElement>('email')
    const email = input.value.trim()
    this.link = ''
    this.wrong = email !== '' && !ADDRESS.test(email)
    if (this.wrong) return input.focus()
    const { t } = this.#texts
    const client = this.client!
    const invitation = { ...(email && { email }), days: Number(field<HTMLSelectElement>('days').value), ...chosenPlaces(form) }
    const said = email ? t('invite.mailed', { email }) : t('invite.ready')
    const made = await this.#making.run(() => (this.pivot ? client.pivots : client.joining).invite(invitation), said)
    if (!made) {
      this.wrong = this.#making.failure?.fields.some(({ path }) => path === 'email') ?? false
      return
    }
    form.reset()
    this.#made.put(made.invitation)
    this.#tell()
    if (made.token !== null) this.link = new URL(`/c/${this.community?.slug}/join/i/${made.token}`, location.href).href
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('#link')?.focus()
  }

  async #withdraw({ id }: InvitationView, whom: string): Promise<void> {
    const { t } = this.#texts
    const { joining, pivots } = this.client!
    const ended = await this.#ending.run(
      () => (this.pivot ? pivots.withdraw({ id }) : joining.withdrawInvitation({ id })),
      t('invite.ended', { whom }),
    )
    if (ended) this.#made.put(ended)
    this.#tell()
    await this.updateComplete
    this.renderRoot.querySelectorAll<HTMLElement>('.outcome')[1]?.focus()
  }

  #tell(): void {
    this.dispatchEvent(new Event('cercle-invitations-changed'))
  }

  readonly #select = ({ target }: Event): void => (target as HTMLInputElement).select()
}

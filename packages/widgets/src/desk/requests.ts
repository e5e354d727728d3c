import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CommunityView, JoinRequestView } from '@cercle/sdk'
import { Asking } from '../controllers/asking.ts'
import { Pages } from '../controllers/pages.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { requests } from '../locales/requests.ts'
import { avatar } from '../primitives/avatar.ts'
import { dateInWords } from '../primitives/dates.ts'
import { chevronDown } from '../primitives/member-icons.ts'
import { icon } from '../primitives/read-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { deskFailure } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'
import { askPlaces, type DeskPlaces } from './places.ts'

/**
 * The room of requests: who asks to come in, the oldest first, each opened in her place; and what was decided.
 *
 * @tag cercle-desk-requests
 * @csspart error - a failure in words
 */
export class DeskRequests extends LitElement {
  static override styles = [base, forms, waitingStyles, roomStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    now: { attribute: false },
    opened: { state: true },
    state: { state: true },
    call: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  declare now: Date | undefined
  declare opened: string | undefined
  declare state: 'open' | 'decided'
  /** Only who would rather be called. */
  declare call: boolean

  readonly #desk = new Texts(this, desk)
  readonly #texts = new Texts(this, requests)
  readonly #found = new Pages<JoinRequestView>(this, ({ id }) => id)
  readonly #places = new Asking<DeskPlaces>(this)
  #asked: Cercle | undefined

  constructor() {
    super()
    this.state = 'open'
    this.call = false
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const { client } = this
    if (!client) return
    if (client !== this.#asked) {
      this.#asked = client
      void this.#places.show(() => askPlaces(client))
      this.#find()
    } else if (changed.has('state') || changed.has('call')) this.#find()
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#desk.ready || !this.#texts.ready) return nothing
    const { t } = this.#texts
    const { items, failure, isLoading, hasMore, more } = this.#found
    return html`<section class="c-stack c-stack--5" aria-labelledby="title">
      <header class="c-stack c-stack--1">
        <h2 class="c-title" id="title">${t('requests.title')}</h2>
        <p class="c-soft">${t('requests.lead')}</p>
      </header>
      ${this.#finder()} ${this.#places.failure ? deskFailure(this.#places.failure, this.#desk.t, this.#places.again) : nothing}
      ${items ? this.#list(items) : isLoading ? waiting(this.#desk.t('loading')) : nothing}
      ${failure ? deskFailure(failure, this.#desk.t, more) : nothing}
      ${
        hasMore && !failure
          ? html`<div><button class="c-btn" type="button" @click=${() => void more()}>${this.#desk.t('more')}</button></div>`
          : nothing
      }
    </section>`
  }

  #finder(): TemplateResult {
    const { t } = this.#texts
    return html`<search class="finder">
      <div class="c-field">
        <label class="c-label" for="state">${t('requests.which')}</label>
        <select class="c-select" id="state" @change=${this.#turn}>
          ${(['open', 'decided'] as const).map(
            (one) => html`<option value=${one} ?selected=${one === this.state}>${t(`requests.${one}`)}</option>`,
          )}
        </select>
      </div>
      <label class="c-check">
        <input type="checkbox" id="call" .checked=${this.call} @change=${this.#onlyCalls} /><span>${t('requests.calls')}</span>
      </label>
    </search>`
  }

  #list(items: readonly JoinRequestView[]): TemplateResult {
    const { t } = this.#texts
    if (!items.length)
      return html`<p class="c-empty" role="status">${t(this.state === 'open' ? 'requests.none' : 'requests.noneYet')}</p>`
    return html`<ul class="c-list">
      ${items.map((one) => html`<li class="c-row c-stack c-stack--3">${this.#row(one)} ${this.#inside(one)}</li>`)}
    </ul>`
  }

  #row({ id, name, organisation, region, ease, status, standing, askedAt }: JoinRequestView): TemplateResult {
    const { t, language } = this.#texts
    const isOpen = this.opened === id
    const date = dateInWords(askedAt, { language, clock: this.community?.clock, now: this.now })
    return html`<div class="row-top">
        <div class="c-by">
          ${avatar(name)}
          <span><b>${name}</b><small>${[organisation, region].filter(Boolean).join(', ') || t('requests.noPlace')}</small></span>
        </div>
        <button
          class="c-btn"
          type="button"
          aria-expanded=${isOpen}
          aria-label=${t('requests.openOne', { name })}
          @click=${() => (this.opened = isOpen ? undefined : id)}
        >
          <span class="c-turn">${icon(chevronDown)}</span>
        </button>
      </div>
      <div class="c-line c-line--tight">
        <span class="c-badge c-badge--plain">${t('requests.since', { date })}</span>
        ${status === 'waiting' ? nothing : html`<span class="c-badge">${t(`status.${status}`)}</span>`}
        ${ease === 'call' ? html`<span class="c-badge c-badge--warn">${t('requests.wantsCall')}</span>` : nothing}
        ${standing && standing !== 'pending' && status !== 'approved' ? html`<span class="c-badge c-badge--warn">${t(`standing.${standing}`)}</span>` : nothing}
      </div>`
  }

  #inside(request: JoinRequestView): TemplateResult | typeof nothing {
    if (this.opened !== request.id || !this.#places.value) return nothing
    return html`<cercle-desk-request
      .client=${this.client}
      .community=${this.community}
      .request=${request}
      .places=${this.#places.value}
      .now=${this.now}
      @cercle-request-changed=${this.#changed}
    ></cercle-desk-request>`
  }

  #find(): void {
    this.opened = undefined
    void this.#found.show(this.client!.joining.requests({ state: this.state, ...(this.call && { call: true }) }))
  }

  readonly #turn = ({ target }: Event): void => {
    this.state = (target as HTMLSelectElement).value as 'open' | 'decided'
  }

  readonly #onlyCalls = ({ target }: Event): void => {
    this.call = (target as HTMLInputElement).checked
  }

  readonly #changed = ({ detail }: CustomEvent<JoinRequestView>): void => this.#found.put(detail)
}

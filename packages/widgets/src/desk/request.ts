import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CommunityView, Decision, JoinRequestView } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { requests } from '../locales/requests.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'
import { chosenPlaces, placesChoice, type DeskPlaces } from './places.ts'
import { whatSheWrote } from './request-parts.ts'

type Way = Decision['decision']
const ways: readonly Way[] = ['approve', 'askBack', 'refuse']

const styles = css`
  .pair {
    align-items: start;
  }
  .facts dd {
    margin: 0;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .way:focus {
    outline: none;
  }
`

/**
 * One request: what she wrote, and the three answers there are. What is written goes to her by mail as it stands, and is not taken back: it is said before.
 *
 * @tag cercle-desk-request
 * @fires cercle-request-changed - with the request as it is now
 * @csspart error - a failure in words
 */
export class DeskRequest extends LitElement {
  static override styles = [base, forms, roomStyles, styles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    request: { attribute: false },
    places: { attribute: false },
    now: { attribute: false },
    way: { state: true },
    wordless: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  declare request: JoinRequestView | undefined
  declare places: DeskPlaces | undefined
  declare now: Date | undefined
  declare way: Way | undefined
  declare wordless: boolean

  readonly #desk = new Texts(this, desk)
  readonly #texts = new Texts(this, requests)
  readonly #acting = new Acting(this)

  constructor() {
    super()
    this.wordless = false
  }

  protected override render(): TemplateResult | typeof nothing {
    const { request, way } = this
    if (!request || !this.#desk.ready || !this.#texts.ready) return nothing
    const { t, language } = this.#texts
    const setting = { t, language, clock: this.community?.clock, now: this.now }
    const isConflict = this.#acting.failure?.code === 'conflict'
    return html`<section class="c-stack c-stack--4" aria-label=${t('request.of', { name: request.name })}>
      ${whatSheWrote(request, setting)}
      ${
        request.can.decide
          ? way
            ? this.#form(way, request)
            : html`<div class="c-line c-acts">${ways.map((one) => this.#button(one))}</div>`
          : nothing
      }
      ${outcome(this.#acting, this.#desk.t, undefined, isConflict ? t('request.conflict') : undefined)}
    </section>`
  }

  #button(way: Way): TemplateResult {
    return html`<button
      class="c-btn ${way === 'approve' ? 'c-btn--primary' : ''}"
      type="button"
      data-way=${way}
      @click=${() => void this.#take(way)}
    >
      ${this.#texts.t(`do.${way}`)}
    </button>`
  }

  #form(way: Way, { name, email }: JoinRequestView): TemplateResult {
    const { t } = this.#texts
    return html`<form class="c-card c-stack c-stack--4 way" aria-labelledby="way" tabindex="-1" novalidate @submit=${this.#send}>
      <h3 class="c-head" id="way">${t(`way.${way}`, { name })}</h3>
      ${way === 'approve' ? this.#place() : nothing} ${this.#words(way, name)}
      <p class="c-small c-soft">${t(`what.${way}`, { name, email })}</p>
      <div class="c-line c-acts">
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${this.#acting.isBusy ? 'true' : nothing}>
          ${t(`send.${way}`)}
        </button>
        <button class="c-btn" type="button" @click=${this.#leave}>${t('way.notYet')}</button>
      </div>
    </form>`
  }

  #words(way: Way, name: string): TemplateResult {
    const { t } = this.#texts
    const isBad = this.wordless
    return html`<div class="c-field ${isBad ? 'c-field--bad' : ''}">
      <label class="c-label" for="text">${t(`text.${way}`)}</label>
      <textarea
        class="c-area"
        id="text"
        rows="5"
        maxlength="900"
        aria-invalid=${isBad ? 'true' : nothing}
        aria-describedby=${isBad ? 'text-error' : nothing}
        .value=${way === 'refuse' ? t('refuse.text', { name, community: this.community?.name ?? '' }) : ''}
      ></textarea>
      ${isBad ? html`<p class="c-error" id="text-error" role="alert">${this.#desk.t('required')}</p>` : nothing}
    </div>`
  }

  #place(): TemplateResult {
    const { t } = this.#texts
    const { organisation, region } = this.request!
    const { organisations } = this.places!
    const plain = (words: string | null) => words?.trim().toLocaleLowerCase()
    return html`<div class="pair">
        <div class="c-field">
          <label class="c-label" for="organisation">${this.#desk.t('place.organisation')}</label>
          <select class="c-select" id="organisation">
            <option value="">${this.#desk.t('place.none')}</option>
            ${organisations.map(
              ({ id, name }) => html`<option value=${id} ?selected=${plain(name) === plain(organisation)}>${name}</option>`,
            )}
          </select>
        </div>
        <div class="c-field">
          <label class="c-label" for="region">${t('request.region')}</label>
          <input
            class="c-input"
            id="region"
            maxlength="120"
            autocomplete="off"
            .value=${region ?? ''}
            aria-describedby="region-hint"
          />
          <p class="c-hint" id="region-hint">${t('request.regionHint')}</p>
        </div>
      </div>
      ${placesChoice(t, this.places!)}`
  }

  async #take(way: Way): Promise<void> {
    Object.assign(this, { way, wordless: false })
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.way')?.focus()
  }

  readonly #leave = async (): Promise<void> => {
    const { way } = this
    this.way = undefined
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(`[data-way='${way}']`)?.focus()
  }

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const { id, name } = this.request!
    const way = this.way!
    const field = (of: string) => form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${of}`)!
    const text = field('text').value.trim()
    this.wordless = way !== 'approve' && !text
    if (this.wordless) return field('text').focus()
    const decision: Decision =
      way === 'approve'
        ? {
            id,
            decision: way,
            organisation: field('organisation').value || null,
            region: field('region').value.trim() || null,
            ...chosenPlaces(form),
            ...(text && { text }),
          }
        : { id, decision: way, text }
    const decided = await this.#acting.run(() => this.client!.joining.decide(decision), this.#texts.t(`done.${way}`, { name }))
    const fresh = decided ?? (this.#acting.failure?.code === 'conflict' ? await this.#again(id) : undefined)
    if (!fresh) return
    this.way = undefined
    this.dispatchEvent(new CustomEvent('cercle-request-changed', { detail: fresh }))
    await this.updateComplete
    // what was pressed is gone
    this.renderRoot.querySelector<HTMLElement>('.outcome')?.focus()
  }

  /** As it is now: somebody else was faster. */
  async #again(id: string): Promise<JoinRequestView | undefined> {
    const page = await this.client!.joining.requests({ id })
      .page()
      .catch(() => undefined)
    return page?.items[0]
  }
}

import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Cercle, CommunityView, HelpRequestView } from '@cercle/sdk'
import { Pages } from '../controllers/pages.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { help } from '../locales/help.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { deskFailure } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'

type State = HelpRequestView['state']
const states: readonly State[] = ['waiting', 'answered', 'settled']

/**
 * The room of help: who asks for it, who has waited longest first, each with its answer.
 *
 * @tag cercle-desk-help
 * @csspart error - a failure in words
 */
export class DeskHelp extends LitElement {
  static override styles = [base, forms, waitingStyles, roomStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    now: { attribute: false },
    state: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  declare now: Date | undefined
  declare state: State

  readonly #desk = new Texts(this, desk)
  readonly #texts = new Texts(this, help)
  readonly #found = new Pages<HelpRequestView>(this, ({ id }) => id)
  #asked: Cercle | undefined

  constructor() {
    super()
    this.state = 'waiting'
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const { client, state } = this
    if (!client || (client === this.#asked && !changed.has('state'))) return
    this.#asked = client
    void this.#found.show(client.help.requests({ state }))
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#desk.ready || !this.#texts.ready) return nothing
    const { t } = this.#texts
    const { items, failure, isLoading, hasMore, more } = this.#found
    return html`<section class="c-stack c-stack--5" aria-labelledby="title">
      <header class="c-stack c-stack--1">
        <h2 class="c-title" id="title">${t('desk.title')}</h2>
        <p class="c-soft">${t('desk.lead')}</p>
      </header>
      <search class="finder">
        <div class="c-field">
          <label class="c-label" for="state">${t('desk.which')}</label>
          <select class="c-select" id="state" @change=${this.#turn}>
            ${states.map((one) => html`<option value=${one} ?selected=${one === this.state}>${t(`desk.${one}`)}</option>`)}
          </select>
        </div>
      </search>
      ${items ? this.#list(items) : isLoading ? waiting(this.#desk.t('loading')) : nothing}
      ${failure ? deskFailure(failure, this.#desk.t, more) : nothing}
      ${
        hasMore && !failure
          ? html`<div><button class="c-btn" type="button" @click=${() => void more()}>${this.#desk.t('more')}</button></div>`
          : nothing
      }
    </section>`
  }

  #list(items: readonly HelpRequestView[]): TemplateResult {
    if (!items.length) return html`<p class="c-empty" role="status">${this.#texts.t(`desk.none.${this.state}`)}</p>`
    return html`<ul class="c-list">
      ${repeat(
        items,
        ({ id }) => id, // what is being written stays beside whom it is for
        (one) =>
          html`<li class="c-row">
            <cercle-desk-help-request
              .client=${this.client}
              .community=${this.community}
              .request=${one}
              .now=${this.now}
              @cercle-help-changed=${this.#changed}
            ></cercle-desk-help-request>
          </li>`,
      )}
    </ul>`
  }

  readonly #turn = ({ target }: Event): void => {
    this.state = (target as HTMLSelectElement).value as State
  }

  readonly #changed = ({ detail }: CustomEvent<HelpRequestView>): void => this.#found.put(detail)
}

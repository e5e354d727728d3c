import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Cercle, CommunityAims } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Asking } from '../controllers/asking.ts'
import { Texts } from '../controllers/texts.ts'
import { aims as texts } from '../locales/aims.ts'
import { desk } from '../locales/desk.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { deskFailure, outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'

/** As the server has them; the second in code points. */
const AIMS_MAX = 5
const AIM_MAX = 200

/**
 * What the community wants to do together, written a sentence a line.
 *
 * @tag cercle-desk-aims
 * @csspart error - what is wrong, or a failure in words
 */
export class DeskAims extends LitElement {
  static override styles = [base, forms, waitingStyles, roomStyles]
  static override properties = { client: { attribute: false } }

  declare client: Cercle | undefined

  readonly #texts = new Texts(this, texts)
  readonly #desk = new Texts(this, desk)
  readonly #kept = new Asking<CommunityAims>(this)
  readonly #acting = new Acting(this)
  #written: string | undefined
  #isTried = false
  #asked: Cercle | undefined

  protected override willUpdate(): void {
    const { client } = this
    if (!client || client === this.#asked) return
    this.#asked = client
    void this.#load()
  }

  async #load(): Promise<void> {
    await this.#kept.show(() => this.client!.communities.aims())
    this.#write(this.#kept.value)
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready || !this.#desk.ready) return nothing
    const { failure } = this.#kept
    return html`<section class="c-stack" aria-labelledby="title">
      <header class="c-stack c-stack--1">
        <h3 class="c-head" id="title">${t('title')}</h3>
        <p class="c-soft">${t('lead')}</p>
      </header>
      ${
        failure
          ? deskFailure(failure, this.#desk.t, () => void this.#load())
          : this.#written === undefined
            ? waiting(this.#desk.t('loading'))
            : this.#form(this.#written)
      }
    </section>`
  }

  #form(written: string): TemplateResult {
    const { t } = this.#texts
    const wrong = this.#isTried ? this.#wrong(written) : ''
    return html`<form class="c-card c-stack" novalidate aria-labelledby="title" @submit=${this.#save}>
      <div class="c-field ${wrong ? 'c-field--bad' : ''}">
        <label class="c-label" for="aims">${t('field')}</label>
        <textarea
          class="c-area"
          id="aims"
          rows="5"
          aria-invalid=${wrong ? 'true' : nothing}
          aria-describedby=${wrong ? 'hint error' : 'hint'}
          .value=${live(written)}
          @input=${this.#type}
        ></textarea>
        <p class="c-hint" id="hint">${t('hint')}</p>
        ${wrong ? html`<p class="c-error" id="error" part="error" role="alert">${wrong}</p>` : nothing}
      </div>
      <div>
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${this.#acting.isBusy ? 'true' : nothing}>
          ${t('save')}
        </button>
      </div>
      ${outcome(this.#acting, this.#desk.t, () => void this.#load())}
    </form>`
  }

  /** In words; empty: nothing is. */
  #wrong(written: string): string {
    const { t } = this.#texts
    const aims = sentences(written)
    if (aims.length > AIMS_MAX) return t('many', { count: aims.length - AIMS_MAX })
    const long = aims.findIndex((aim) => [...aim].length > AIM_MAX)
    return long < 0 ? '' : t('long', { count: long + 1 })
  }

  #write(kept: CommunityAims | undefined): void {
    this.#written = kept?.aims.join('\n')
    this.#isTried = false
    this.requestUpdate()
  }

  readonly #type = ({ target }: Event): void => {
    this.#written = (target as HTMLTextAreaElement).value
    this.requestUpdate()
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const client = this.client!
    const before = this.#kept.value!
    const written = this.#written!
    this.#isTried = true
    this.requestUpdate()
    if (this.#wrong(written)) return this.renderRoot.querySelector<HTMLElement>('#aims')!.focus()
    const kept = await this.#acting.run(
      () => client.communities.settleAims({ aims: sentences(written) }),
      this.#texts.t('saved'),
      () => client.communities.settleAims(before),
    )
    if (!kept) return
    this.#kept.value = kept
    this.#write(kept)
  }
}

/** One a line; an empty line is none. */
const sentences = (written: string): string[] =>
  written
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

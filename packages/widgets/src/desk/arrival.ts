import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { live } from 'lit/directives/live.js'
import { newId, type Cercle, type JoinForm } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Asking } from '../controllers/asking.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { deskFailure, outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'

/** As the server has it. */
const QUESTIONS_MAX = 5
type Questions = JoinForm['questions']

/**
 * The room of arrival: what the community asks, beside what all of them ask, of whoever wants to come in, and what she reads first.
 *
 * @tag cercle-desk-arrival
 * @csspart error - what is missing, or a failure in words
 */
export class DeskArrival extends LitElement {
  static override styles = [base, forms, waitingStyles, roomStyles]
  static override properties = { client: { attribute: false } }

  declare client: Cercle | undefined

  readonly #texts = new Texts(this, desk)
  readonly #kept = new Asking<JoinForm>(this)
  readonly #acting = new Acting(this)
  #written: Questions | undefined
  /** Ids of those that ask nothing. */
  #wrong: readonly string[] = []
  #asked: Cercle | undefined

  protected override willUpdate(): void {
    const { client } = this
    if (!client || client === this.#asked) return
    this.#asked = client
    void this.#load()
  }

  async #load(): Promise<void> {
    await this.#kept.show(() => this.client!.joining.form())
    this.#change(this.#kept.value?.questions)
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready) return nothing
    const { failure } = this.#kept
    return html`<section class="c-stack c-stack--5" aria-labelledby="title">
      <header class="c-stack c-stack--1">
        <h2 class="c-title" id="title">${t('arrival.title')}</h2>
        <p class="c-soft">${t('arrival.lead')}</p>
      </header>
      ${
        failure
          ? deskFailure(failure, t, () => void this.#load())
          : this.#written
            ? html`${this.#list(this.#written)} ${this.#preview(this.#written)}
                <cercle-desk-aims .client=${this.client}></cercle-desk-aims>`
            : waiting(t('loading'))
      }
    </section>`
  }

  #list(questions: Questions): TemplateResult {
    const { t } = this.#texts
    return html`<form class="c-card c-stack" novalidate aria-labelledby="title" @submit=${this.#save} @input=${this.#type}>
      ${
        questions.length
          ? html`<ol class="c-list">
              ${repeat(
                questions,
                ({ id }) => id,
                (question, index) =>
                  html`<li class="c-row c-stack c-stack--2">${this.#question(question, index, questions.length)}</li>`,
              )}
            </ol>`
          : html`<p class="c-empty">${t('arrival.none')}</p>`
      }
      ${
        questions.length < QUESTIONS_MAX
          ? html`<div><button class="c-btn add" type="button" @click=${this.#add}>${t('arrival.add')}</button></div>`
          : html`<p class="c-small c-soft">${t('arrival.full')}</p>`
      }
      <div>
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${this.#acting.isBusy ? 'true' : nothing}>
          ${t('words.save')}
        </button>
      </div>
      ${outcome(this.#acting, t, () => void this.#load())}
    </form>`
  }

  #question({ id, label, required }: Questions[number], index: number, count: number): TemplateResult {
    const { t } = this.#texts
    const isBad = this.#wrong.includes(id)
    const place = { count: index + 1 }
    return html`<div class="c-field ${isBad ? 'c-field--bad' : ''}">
        <label class="c-label" for=${id}>${t('arrival.question', place)}</label>
        <input
          class="c-input"
          id=${id}
          data-id=${id}
          maxlength="300"
          autocomplete="off"
          aria-invalid=${isBad ? 'true' : nothing}
          aria-describedby=${isBad ? `${id}-error` : nothing}
          .value=${live(label)}
        />
        ${isBad ? html`<p class="c-error" id="${id}-error" part="error" role="alert">${t('required')}</p>` : nothing}
      </div>
      <div class="row-top">
        <label class="c-check">
          <input type="checkbox" data-required=${id} .checked=${live(required)} /><span>${t('arrival.required')}</span>
        </label>
        <div class="c-line c-line--tight">
          ${this.#button('up', id, place, index === 0, () => this.#move(index, index - 1, 'up'))}
          ${this.#button('down', id, place, index === count - 1, () => this.#move(index, index + 1, 'down'))}
          ${this.#button('drop', id, place, false, () => this.#drop(index))}
        </div>
      </div>`
  }

  #button(
    what: 'up' | 'down' | 'drop',
    id: string,
    place: { count: number },
    isOff: boolean,
    act: () => unknown,
  ): TemplateResult {
    const { t } = this.#texts
    return html`<button
      class="c-btn c-btn--quiet"
      type="button"
      data-do="${what}-${id}"
      aria-label=${t(`arrival.${what}Of`, place)}
      aria-disabled=${isOff ? 'true' : nothing}
      @click=${() => (isOff ? undefined : act())}
    >
      ${t(`arrival.${what}`)}
    </button>`
  }

  /** The fields as whoever asks will read them. */
  #preview(questions: Questions): TemplateResult {
    return html`<details class="c-card" @toggle=${this.#fetchPreview}>
      <summary class="c-link">${this.#texts.t('arrival.preview')}</summary>
      <cercle-join-preview class="inner" .questions=${questions.filter(({ label }) => label.trim())}></cercle-join-preview>
    </details>`
  }

  readonly #fetchPreview = (): void => void import('../join/preview-register.ts')

  #change(questions: Questions | undefined): void {
    this.#written = questions
    this.#wrong = []
    this.requestUpdate()
  }

  readonly #type = (): void => {
    const of = (selector: string) => this.renderRoot.querySelector<HTMLInputElement>(selector)!
    this.#change(
      this.#written!.map(({ id }) => ({
        id,
        label: of(`[data-id="${id}"]`).value,
        required: of(`[data-required="${id}"]`).checked,
      })),
    )
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus()
  }

  #move(from: number, to: number, what: 'up' | 'down'): Promise<void> {
    const questions = [...this.#written!]
    const [moved] = questions.splice(from, 1)
    questions.splice(to, 0, moved!)
    this.#change(questions)
    return this.#focus(`[data-do="${what}-${moved!.id}"]`)
  }

  #drop(index: number): Promise<void> {
    this.#change(this.#written!.filter((_, place) => place !== index))
    return this.#focus('.add')
  }

  readonly #add = (): Promise<void> => {
    const id = newId()
    this.#change([...this.#written!, { id, label: '', required: false }])
    return this.#focus(`[data-id="${id}"]`)
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const client = this.client!
    const before = this.#kept.value!
    const questions = this.#written!
    this.#wrong = questions.filter(({ label }) => !label.trim()).map(({ id }) => id)
    this.requestUpdate()
    if (this.#wrong[0]) return this.#focus(`[data-id="${this.#wrong[0]}"]`)
    const settle = (form: JoinForm) => client.joining.settleForm(form)
    const kept = await this.#acting.run(
      () => settle({ questions }),
      this.#texts.t('arrival.saved'),
      () => settle(before),
    )
    if (!kept) return
    this.#kept.value = kept
    this.#change(kept.questions)
  }
}

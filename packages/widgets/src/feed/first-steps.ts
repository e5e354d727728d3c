import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, FirstStep, SpaceView, ThreadSummary, ThreadView, ViewerView, Welcome } from '@cercle/sdk'
import { Asking } from '../controllers/asking.ts'
import { Texts } from '../controllers/texts.ts'
import { takingPart } from '../locales/taking-part.ts'
import { aimsList, aimsStyles } from '../primitives/aims-list.ts'
import { avatar } from '../primitives/avatar.ts'
import { check, undo } from '../primitives/member-icons.ts'
import { alert, arrowRight, icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import './first-card.ts'
import { firstStepsStyles } from './first-steps.styles.ts'

/**
 * Greets who is new, and offers one small thing at a time. What greets her is fetched; without it the steps stand alone.
 *
 * @tag cercle-first-steps
 * @fires cercle-first-hello - she wants to say hello
 * @fires {CustomEvent<string>} cercle-first-read - she wants to read the discussion of this id
 * @fires {CustomEvent<boolean>} cercle-first-react - she makes the gesture, or takes it back
 * @fires {CustomEvent<ThreadView>} cercle-first-card - a card of hers was published
 * @fires cercle-first-pass - no more of it
 */
export class FirstSteps extends LitElement {
  static override styles = [base, forms, aimsStyles, firstStepsStyles]
  static override properties = {
    client: { attribute: false },
    viewer: { attribute: false },
    story: { attribute: false },
    taken: { attribute: false },
    room: { attribute: false },
    gesture: { attribute: false },
    reaction: { attribute: false },
  }

  declare client: Cercle | undefined
  declare viewer: ViewerView | undefined
  /** An experience to read; none: the step is not offered. */
  declare story: ThreadSummary | undefined
  declare taken: readonly FirstStep[] | undefined
  /** Where her hello goes; none: she may write nowhere, and it is not offered. */
  declare room: SpaceView | undefined
  /** What the community’s first gesture says; none: there is none to make. */
  declare gesture: string | undefined
  /** What became of her gesture here: made by this press, so that it can be taken back, or failed. */
  declare reaction: 'made' | 'failed' | undefined

  readonly #texts = new Texts(this, takingPart)
  readonly #welcome = new Asking<Welcome>(this)
  #asked: Cercle | undefined

  protected override willUpdate(): void {
    const { client } = this
    if (!client || client === this.#asked) return
    this.#asked = client
    void this.#welcome.show(() => client.members.welcome())
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    const { value, failure } = this.#welcome
    // it does not come word by word: what is below would move down twice
    if (!ready || !this.viewer || !(value || failure)) return nothing
    const { room, story, gesture } = this
    const steps = [room && this.#hello, story && this.#read, story && gesture && this.#react].filter(
      (step) => typeof step === 'function',
    )
    return html`<section class="c-stack c-stack--5" aria-labelledby="title" tabindex="-1">
      <header class="c-stack c-stack--2">
        <h3 class="c-title" id="title">${t('first.title', { name: this.viewer.name })}</h3>
        ${value ? html`${this.#greeting(value)} ${aimsList(value.aims, t('first.aims'), 4)}` : nothing}
      </header>
      ${
        steps.length
          ? html`<ol class="c-list">
              ${steps.map((step, index) => step(index + 1))}
            </ol>`
          : nothing
      }
      <div>
        <button class="c-btn c-btn--quiet c-btn--flush" type="button" @click=${this.#pass}>
          ${t('first.pass')} ${icon(arrowRight, true)}
        </button>
      </div>
    </section>`
  }

  #greeting({ greeting, hosts }: Welcome): TemplateResult {
    const { t } = this.#texts
    const [name, other] = hosts
    return html`<div class="c-by">
      ${name ? avatar(name) : nothing}
      <span
        >${t('first.quote', { words: greeting ?? t('first.greeting') })}
        ${name ? html`<small>${other ? t('first.hosts', { name, other }) : t('first.host', { name })}</small>` : nothing}</span
      >
    </div>`
  }

  readonly #hello = (place: number): TemplateResult => {
    const { t } = this.#texts
    const here = this.#welcome.value?.here
    const words = here ? t('first.here', { count: here.others, region: here.region }) : t('first.helloHint')
    const card = html`<cercle-first-card
      class="more"
      .client=${this.client}
      .viewer=${this.viewer}
      .room=${this.room}
      @cercle-first-card=${this.#sent}
    ></cercle-first-card>`
    return this.#step('hello', place, `${this.#named()}${words}`, t('first.helloDo'), this.#sayHello, card)
  }

  /** « Line, Kim et 12 autres personnes sont ici. » */
  #named(): string {
    const { t } = this.#texts
    const { names = [], others: count = 0 } = this.#welcome.value?.named ?? {}
    if (!names.length) return ''
    if (count) return `${t('first.named', { names: names.join(', '), count })} `
    const [before, last] = [names.slice(0, -1), names.at(-1)!]
    const listed = before.length ? t('first.pair', { names: before.join(', '), last }) : last
    return `${t('first.namedAlone', { names: listed, count: names.length })} `
  }

  readonly #read = (place: number): TemplateResult => {
    const { t } = this.#texts
    return this.#step('read', place, t('first.quote', { words: this.story!.title }), t('first.readDo'), this.#open)
  }

  readonly #react = (place: number): TemplateResult => {
    const { t } = this.#texts
    const words = t('first.reactHint', { title: this.story!.title })
    const failed = html`<p class="c-error more" role="alert">${icon(alert)} <span>${t('first.reactFailed')}</span></p>`
    const back = html`<button class="c-btn c-btn--quiet" type="button" @click=${() => this.#turnGesture(false)}>
      ${icon(undo, true)} ${t('first.reactUndo')}
    </button>`
    const { reaction } = this
    return this.#step(
      'react',
      place,
      words,
      this.gesture!,
      () => this.#turnGesture(true),
      reaction === 'failed' ? failed : nothing,
      reaction === 'made' ? back : nothing,
    )
  }

  #step(
    step: FirstStep,
    place: number,
    words: string,
    action: string,
    act: () => void,
    more?: unknown,
    done?: unknown,
  ): TemplateResult {
    const { t } = this.#texts
    const isDone = this.taken?.includes(step) ?? false
    return html`<li class="c-row first" data-step=${step}>
      <span class="tick ${isDone ? 'tick--done' : ''}" aria-hidden="true">${isDone ? icon(check, true) : place}</span>
      <div>
        <h4 class="c-head">${t(`first.${step}`)}</h4>
        <p class="c-small c-soft">${isDone ? t('first.done') : words}</p>
      </div>
      ${
        isDone
          ? done
          : html`<button class="c-btn ${step === 'hello' ? 'c-btn--primary' : ''}" type="button" @click=${act}>${action}</button>
              ${more}`
      }
    </li>`
  }

  readonly #sayHello = (): void => void this.dispatchEvent(new Event('cercle-first-hello'))
  readonly #open = (): void => void this.dispatchEvent(new CustomEvent('cercle-first-read', { detail: this.story!.id }))
  readonly #sent = ({ detail }: CustomEvent<ThreadView>): void =>
    void this.dispatchEvent(new CustomEvent('cercle-first-card', { detail }))
  #turnGesture(detail: boolean): void {
    this.dispatchEvent(new CustomEvent('cercle-first-react', { detail }))
  }
  readonly #pass = (): void => void this.dispatchEvent(new Event('cercle-first-pass'))
}

if (!customElements.get('cercle-first-steps')) customElements.define('cercle-first-steps', FirstSteps)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-first-steps': FirstSteps
  }
}

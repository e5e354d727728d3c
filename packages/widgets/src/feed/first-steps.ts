import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, FirstStep, ThreadSummary, ViewerView, Welcome } from '@cercle/sdk'
import { DeskAsking } from '../controllers/desk-asking.ts'
import { Texts } from '../controllers/texts.ts'
import { takingPart } from '../locales/taking-part.ts'
import { avatar } from '../primitives/avatar.ts'
import { check } from '../primitives/member-icons.ts'
import { arrowRight, icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { firstStepsStyles } from './first-steps.styles.ts'

/**
 * Greets who is new, and offers one small thing at a time. What greets her is fetched; without it the steps stand alone.
 *
 * @tag cercle-first-steps
 * @fires cercle-first-hello - she wants to say hello
 * @fires {CustomEvent<string>} cercle-first-read - she wants to read the discussion of this id
 * @fires cercle-first-pass - no more of it
 */
export class FirstSteps extends LitElement {
  static override styles = [base, forms, firstStepsStyles]
  static override properties = {
    client: { attribute: false },
    viewer: { attribute: false },
    story: { attribute: false },
    taken: { attribute: false },
    canWrite: { attribute: false },
  }

  declare client: Cercle | undefined
  declare viewer: ViewerView | undefined
  /** An experience to read; none: the step is not offered. */
  declare story: ThreadSummary | undefined
  declare taken: readonly FirstStep[] | undefined
  /** There is a space that she may write in; else hello is not offered. */
  declare canWrite: boolean | undefined

  readonly #texts = new Texts(this, takingPart)
  readonly #welcome = new DeskAsking<Welcome>(this)
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
    const steps = [this.canWrite ? this.#hello : undefined, this.story ? this.#read : undefined].filter(
      (step) => step !== undefined,
    )
    return html`<section class="c-stack c-stack--5" aria-labelledby="title" tabindex="-1">
      <header class="c-stack c-stack--2">
        <h3 class="c-title" id="title">${t('first.title', { name: this.viewer.name })}</h3>
        ${value ? this.#greeting(value) : nothing}
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
    return this.#step('hello', place, words, t('first.helloDo'), this.#sayHello)
  }

  readonly #read = (place: number): TemplateResult => {
    const { t } = this.#texts
    return this.#step('read', place, t('first.quote', { words: this.story!.title }), t('first.readDo'), this.#open)
  }

  #step(step: FirstStep, place: number, words: string, action: string, act: () => void): TemplateResult {
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
          ? nothing
          : html`<button class="c-btn ${step === 'hello' ? 'c-btn--primary' : ''}" type="button" @click=${act}>${action}</button>`
      }
    </li>`
  }

  readonly #sayHello = (): void => void this.dispatchEvent(new Event('cercle-first-hello'))
  readonly #open = (): void => void this.dispatchEvent(new CustomEvent('cercle-first-read', { detail: this.story!.id }))
  readonly #pass = (): void => void this.dispatchEvent(new Event('cercle-first-pass'))
}

if (!customElements.get('cercle-first-steps')) customElements.define('cercle-first-steps', FirstSteps)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-first-steps': FirstSteps
  }
}

import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { live } from 'lit/directives/live.js'
import type { Cercle, CommunitySettings } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Asking } from '../controllers/asking.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { cross } from '../primitives/member-icons.ts'
import { icon } from '../primitives/read-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { deskFailure, outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'

/** As the server has it. */
const WORDS_MAX = 6

/**
 * The room of words: how the community is called, greets, thanks, is found, and where one leaves to.
 *
 * @tag cercle-desk-words
 * @csspart error - a failure in words
 */
export class DeskWords extends LitElement {
  static override styles = [base, forms, waitingStyles, roomStyles]
  static override properties = { client: { attribute: false } }

  declare client: Cercle | undefined

  readonly #texts = new Texts(this, desk)
  readonly #kept = new Asking<CommunitySettings>(this)
  readonly #acting = new Acting(this)
  #written: CommunitySettings | undefined
  #asked: Cercle | undefined
  #made = 0

  protected override willUpdate(): void {
    const { client } = this
    if (!client || client === this.#asked) return
    this.#asked = client
    void this.#load()
  }

  async #load(): Promise<void> {
    await this.#kept.show(() => this.client!.communities.settings())
    this.#written = this.#kept.value && { ...this.#kept.value }
    this.requestUpdate()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready) return nothing
    const { failure } = this.#kept
    return html`<section class="c-stack c-stack--5" aria-labelledby="title">
      <header class="c-stack c-stack--1">
        <h2 class="c-title" id="title">${t('words.title')}</h2>
        <p class="c-soft">${t('words.lead')}</p>
      </header>
      ${failure ? deskFailure(failure, t, () => void this.#load()) : this.#written ? this.#form(this.#written) : waiting(t('loading'))}
    </section>`
  }

  #form({ name, greeting, exitUrl, indexable, reactions }: CommunitySettings): TemplateResult {
    const { t } = this.#texts
    return html`<form class="c-card c-stack" novalidate aria-labelledby="title" @submit=${this.#save} @input=${this.#type}>
      ${this.#field('name', html`<input class="c-input" id="name" required maxlength="120" .value=${live(name)} />`)}
      ${this.#field(
        'greeting',
        html`<textarea
          class="c-area"
          id="greeting"
          rows="3"
          maxlength="500"
          aria-describedby="greetingHint"
          .value=${live(greeting ?? '')}
        ></textarea>`,
      )}
      <fieldset class="c-stack c-stack--2">
        <legend class="c-label">${t('words.reactions')}</legend>
        <p class="c-hint" id="reactionsHint">${t('words.reactionsHint')}</p>
        ${repeat(
          reactions,
          ({ key }) => key,
          ({ key, label }, index) =>
            html`<div class="word">
              <input
                class="c-input"
                data-key=${key}
                aria-label=${t('words.word', { count: index + 1 })}
                aria-describedby="reactionsHint"
                maxlength="60"
                .value=${live(label)}
              />
              <button
                class="c-btn c-btn--quiet"
                type="button"
                aria-label=${t('words.drop', { label })}
                @click=${() => this.#drop(index)}
              >
                ${icon(cross, true)}
              </button>
            </div>`,
        )}
        ${
          reactions.length < WORDS_MAX
            ? html`<div><button class="c-btn add" type="button" @click=${this.#add}>${t('words.add')}</button></div>`
            : nothing
        }
      </fieldset>
      ${this.#field(
        'exit',
        html`<input
          class="c-input"
          id="exit"
          type="url"
          inputmode="url"
          pattern="https://.+"
          maxlength="300"
          placeholder="https://"
          aria-describedby="exitHint"
          .value=${live(exitUrl ?? '')}
        />`,
      )}
      <label class="c-check">
        <input type="checkbox" id="indexable" .checked=${live(indexable)} />
        <span>${t('words.indexable')} <small>${t('words.indexableHint')}</small></span>
      </label>
      <div>
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${this.#acting.isBusy ? 'true' : nothing}>
          ${t('words.save')}
        </button>
      </div>
      ${outcome(this.#acting, t, () => void this.#load())}
    </form>`
  }

  #field(key: 'name' | 'greeting' | 'exit', control: TemplateResult): TemplateResult {
    const { t } = this.#texts
    return html`<div class="c-field">
      <label class="c-label" for=${key}>${t(`words.${key}`)}</label>
      ${control} ${key === 'name' ? nothing : html`<p class="c-hint" id="${key}Hint">${t(`words.${key}Hint`)}</p>`}
      <p class="c-error" role="alert" ?hidden=${this.#wrong !== key}>${t(key === 'exit' ? 'words.badExit' : 'required')}</p>
    </div>`
  }

  #wrong: 'name' | 'exit' | undefined

  readonly #type = (): void => {
    const of = <Field extends HTMLElement>(selector: string) => this.renderRoot.querySelector<Field>(selector)!
    this.#written = {
      ...this.#written!,
      name: of<HTMLInputElement>('#name').value,
      greeting: of<HTMLTextAreaElement>('#greeting').value.trim() || null,
      exitUrl: of<HTMLInputElement>('#exit').value.trim() || null,
      indexable: of<HTMLInputElement>('#indexable').checked,
      reactions: [...this.renderRoot.querySelectorAll<HTMLInputElement>('[data-key]')].map(({ dataset, value }) => ({
        key: dataset['key']!,
        label: value,
      })),
    }
    this.#wrong = undefined
    this.requestUpdate()
  }

  async #drop(index: number): Promise<void> {
    this.#written = { ...this.#written!, reactions: this.#written!.reactions.filter((_, place) => place !== index) }
    this.requestUpdate()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.add')?.focus()
  }

  readonly #add = async (): Promise<void> => {
    const taken = new Set(this.#written!.reactions.map(({ key }) => key))
    while (taken.has(`mot-${(this.#made += 1)}`));
    this.#written = { ...this.#written!, reactions: [...this.#written!.reactions, { key: `mot-${this.#made}`, label: '' }] }
    this.requestUpdate()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(`[data-key="mot-${this.#made}"]`)?.focus()
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { client } = this
    const before = this.#kept.value!
    const written = this.#written!
    const exit = this.renderRoot.querySelector<HTMLInputElement>('#exit')!
    this.#wrong = written.name.trim() ? (exit.validity.valid ? undefined : 'exit') : 'name'
    this.requestUpdate()
    if (this.#wrong) return this.renderRoot.querySelector<HTMLElement>(`#${this.#wrong}`)!.focus()
    const reactions = written.reactions.filter(({ label }) => label.trim())
    const kept = await this.#acting.run(
      () => client!.communities.settle({ ...written, reactions }),
      this.#texts.t('words.saved'),
      () => client!.communities.settle(before),
    )
    if (!kept) return
    this.#kept.value = kept
    this.#written = { ...kept }
    this.requestUpdate()
  }
}

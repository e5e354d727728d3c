import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CommunityView, PasskeyView } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Asking } from '../controllers/asking.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { passkeys } from '../locales/passkeys.ts'
import { dateInWords } from '../primitives/dates.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { deskFailure, outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'
import { hasKeys, makeKey, type KeySilence } from './webauthn.ts'

/**
 * The room of her own keys: those that she has, and a form for another. A new one wants a recent code.
 *
 * @tag cercle-desk-passkeys
 * @csspart error - a failure in words
 */
export class DeskPasskeys extends LitElement {
  static override styles = [base, forms, waitingStyles, roomStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    now: { attribute: false },
    sure: { state: true },
    isNameless: { state: true },
    silence: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  declare now: Date | undefined
  /** Id of the one that is about to be removed. */
  declare sure: string | undefined
  declare isNameless: boolean
  /** Why the device made none. */
  declare silence: KeySilence | undefined

  readonly #desk = new Texts(this, desk)
  readonly #texts = new Texts(this, passkeys)
  readonly #keys = new Asking<readonly PasskeyView[]>(this)
  readonly #adding = new Acting(this)
  readonly #removing = new Acting(this)
  #asked: Cercle | undefined

  constructor() {
    super()
    this.isNameless = false
  }

  protected override willUpdate(): void {
    const { client } = this
    if (!client || client === this.#asked) return
    this.#asked = client
    void this.#keys.show(async () => (await client.passkeys.list()).items)
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#desk.ready || !this.#texts.ready) return nothing
    const { t } = this.#texts
    const { value, failure, again } = this.#keys
    return html`<section class="c-stack c-stack--5" aria-labelledby="title">
      <header class="c-stack c-stack--1">
        <h2 class="c-title" id="title">${t('key.title')}</h2>
        <p class="c-soft">${t('key.lead')}</p>
      </header>
      ${failure ? deskFailure(failure, this.#desk.t, again) : value ? this.#list(value) : waiting(this.#desk.t('loading'))}
      ${outcome(this.#removing, this.#desk.t)} ${hasKeys() ? this.#form() : html`<p class="c-text">${t('key.without')}</p>`}
    </section>`
  }

  #list(keys: readonly PasskeyView[]): TemplateResult {
    if (!keys.length) return html`<p class="c-empty">${this.#texts.t('key.none')}</p>`
    return html`<ul class="c-list">
      ${keys.map((key) => html`<li class="c-row c-stack c-stack--3">${this.#row(key)} ${this.sure === key.id ? this.#ask(key) : nothing}</li>`)}
    </ul>`
  }

  #row({ id, name, addedAt, usedAt }: PasskeyView): TemplateResult {
    const { t, language } = this.#texts
    const inWords = (instant: string) => dateInWords(instant, { language, clock: this.community?.clock, now: this.now })
    return html`<div class="row-top">
      <div class="c-stack c-stack--1">
        <h3 class="c-head">${name}</h3>
        <p class="c-small c-soft">
          ${t('key.added', { date: inWords(addedAt) })} ${usedAt ? t('key.used', { date: inWords(usedAt) }) : t('key.unused')}
        </p>
      </div>
      <button
        class="c-btn"
        type="button"
        aria-label=${t('key.removeOf', { name })}
        aria-expanded=${this.sure === id}
        @click=${() => this.#hesitate(id)}
      >
        ${t('key.remove')}
      </button>
    </div>`
  }

  #ask({ id, name }: PasskeyView): TemplateResult {
    const { t } = this.#texts
    return html`<div class="c-stack c-stack--3 sure" role="group" aria-labelledby="sure" tabindex="-1">
      <p id="sure"><b>${t('key.sure', { name })}</b></p>
      <div class="c-line c-acts">
        <button
          class="c-btn c-btn--primary"
          type="button"
          aria-disabled=${this.#removing.isBusy ? 'true' : nothing}
          @click=${() => this.#remove(id, name)}
        >
          ${t('key.removeNow')}
        </button>
        <button class="c-btn" type="button" @click=${() => this.#hesitate(id)}>${t('key.keep')}</button>
      </div>
    </div>`
  }

  #form(): TemplateResult {
    const { t } = this.#texts
    const { failure, isBusy } = this.#adding
    const words = failure?.code === 'conflict' ? t('key.full') : failure?.code === 'invalid' ? t('key.notMade') : undefined
    return html`<form class="c-card c-stack" aria-labelledby="add" novalidate @submit=${this.#add}>
      <h3 class="c-head" id="add">${t('key.add')}</h3>
      <div class="c-field ${this.isNameless ? 'c-field--bad' : ''}">
        <label class="c-label" for="name">${t('key.name')}</label>
        <input
          class="c-input"
          id="name"
          maxlength="60"
          required
          autocomplete="off"
          aria-invalid=${this.isNameless ? 'true' : nothing}
          aria-describedby=${this.isNameless ? 'hint nameless' : 'hint'}
        />
        <p class="c-hint" id="hint">${t('key.nameHint')}</p>
        ${this.isNameless ? html`<p class="c-error" id="nameless" role="alert">${this.#desk.t('required')}</p>` : nothing}
      </div>
      <div>
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${isBusy ? 'true' : nothing}>${t('key.make')}</button>
      </div>
      ${this.silence ? html`<p class="c-error" role="alert">${t(this.silence === 'known' ? 'key.known' : 'key.notMade')}</p>` : nothing}
      ${outcome(this.#adding, this.#desk.t, undefined, words)}
    </form>`
  }

  /** Asked before it is gone; asked again, she keeps it. */
  async #hesitate(id: string): Promise<void> {
    this.sure = this.sure === id ? undefined : id
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.sure')?.focus()
  }

  async #remove(id: string, name: string): Promise<void> {
    const { client } = this
    const done = await this.#removing.run(() => client!.passkeys.remove({ id }), this.#texts.t('key.removed', { name }))
    if (!done) return
    this.sure = undefined
    await this.#keys.again()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.outcome')?.focus()
  }

  readonly #add = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { client } = this
    const field = this.renderRoot.querySelector<HTMLInputElement>('#name')!
    const name = field.value.trim()
    this.isNameless = !name
    this.silence = undefined
    if (!name) return field.focus()
    const added = await this.#adding.run(async () => {
      const answer = await makeKey(await client!.passkeys.askToAdd())
      if (typeof answer !== 'string') return client!.passkeys.add({ name, answer })
      this.silence = answer
      return undefined
    })
    if (!added) return
    field.value = ''
    this.#adding.say(this.#texts.t('key.done', { name }))
    await this.#keys.again()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('form .outcome')?.focus()
  }
}

import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Cercle, CharterView, CommunityView } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Asking } from '../controllers/asking.ts'
import { Draft, draftKey } from '../controllers/draft.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { chevronDown } from '../primitives/member-icons.ts'
import { nodeTree } from '../primitives/node-tree.ts'
import { icon } from '../primitives/read-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { deskFailure, outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'

interface Around {
  /** Slug; `''`: the whole community. */
  places: { slug: string; name: string }[]
  /** By slug; what has none is absent. */
  ids: Map<string, string>
}

/**
 * The room of the charter: the text that is published, another on its way, and what publishing it asks of everybody.
 *
 * @tag cercle-desk-charter
 * @csspart error - a failure in words
 */
export class DeskCharter extends LitElement {
  static override styles = [base, forms, waitingStyles, roomStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    memberId: { attribute: false },
    place: { state: true },
    isSure: { state: true },
    isSame: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  /** Whose draft it is. */
  declare memberId: string | undefined
  declare place: string
  /** Asked before it goes out. */
  declare isSure: boolean
  /** She wanted to publish what is published. */
  declare isSame: boolean

  readonly #texts = new Texts(this, desk)
  readonly #around = new Asking<Around>(this)
  readonly #current = new Asking<CharterView | null>(this)
  readonly #acting = new Acting(this)
  readonly #draft = new Draft<'text'>(this, ['text'])
  #asked: Cercle | undefined

  constructor() {
    super()
    this.place = ''
    this.isSure = this.isSame = false
  }

  protected override willUpdate(): void {
    const { client } = this
    if (!client || client === this.#asked) return
    this.#asked = client
    void this.#load()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready) return nothing
    const failure = this.#around.failure ?? this.#current.failure
    const isThere = this.#around.value !== undefined && this.#current.value !== undefined
    return html`<section class="c-stack c-stack--5" aria-labelledby="title">
      <header class="c-stack c-stack--1">
        <h2 class="c-title" id="title">${t('charter.title')}</h2>
        <p class="c-soft">${t('charter.lead')}</p>
      </header>
      ${failure ? deskFailure(failure, t, () => void this.#load()) : nothing}
      ${isThere ? html`${this.#form(this.#around.value!)} ${this.#published()}` : failure ? nothing : waiting(t('loading'))}
    </section>`
  }

  #form({ places }: Around): TemplateResult {
    const { t } = this.#texts
    const isConflict = this.#acting.failure?.code === 'conflict'
    return html`<form class="c-card c-stack" aria-labelledby="title" @submit=${this.#ask}>
      <div class="c-field">
        <label class="c-label" for="place">${t('charter.place')}</label>
        <select class="c-select" id="place" @change=${this.#choose}>
          <option value="" ?selected=${this.place === ''}>${t('charter.community')}</option>
          ${places.map(({ slug, name }) => html`<option value=${slug} ?selected=${this.place === slug}>${name}</option>`)}
        </select>
      </div>
      <div class="c-field ${this.isSame ? 'c-field--bad' : ''}">
        <label class="c-label" for="text">${t('charter.text')}</label>
        <textarea
          class="c-area"
          id="text"
          rows="14"
          maxlength="20000"
          required
          aria-invalid=${this.isSame ? 'true' : nothing}
          aria-describedby=${this.isSame ? 'hint same' : 'hint'}
          .value=${live(this.#draft.fields.text ?? '')}
          @input=${this.#type}
        ></textarea>
        <p class="c-hint" id="hint">${t('charter.textHint')}</p>
        ${this.isSame ? html`<p class="c-error" id="same" role="alert">${t('charter.same')}</p>` : nothing}
      </div>
      ${this.isSure ? this.#warning() : html`<div><button class="c-btn c-btn--primary" type="submit">${t('charter.publish')}</button></div>`}
      ${outcome(this.#acting, t, undefined, isConflict ? t('charter.conflict') : undefined)}
    </form>`
  }

  #warning(): TemplateResult {
    const { t } = this.#texts
    return html`<div class="c-stack c-stack--3 sure" role="group" aria-labelledby="sure" tabindex="-1">
      <p id="sure"><b>${t(this.place ? 'charter.warnSpace' : 'charter.warn')}</b></p>
      <div class="c-line c-acts">
        <button
          class="c-btn c-btn--primary"
          type="button"
          aria-disabled=${this.#acting.isBusy ? 'true' : nothing}
          @click=${this.#publish}
        >
          ${t('charter.send')}
        </button>
        <button class="c-btn" type="button" @click=${this.#notYet}>${t('charter.notYet')}</button>
      </div>
    </div>`
  }

  #published(): TemplateResult {
    const { t } = this.#texts
    const current = this.#current.value
    if (!current) return html`<p class="c-soft">${t('charter.none')}</p>`
    return html`<details class="c-more" ?open=${this.#acting.failure?.code === 'conflict'}>
      <summary>${t('charter.now', { version: current.version })} <span class="c-turn">${icon(chevronDown)}</span></summary>
      <div class="c-text inner" lang=${current.language}>${nodeTree(current.body)}</div>
    </details>`
  }

  /** Where charters are, then the text of the one shown. */
  async #load(): Promise<void> {
    const client = this.#asked!
    await this.#around.show(async () => {
      const [{ items }, { items: spaces }] = await Promise.all([client.charter.list(), client.spaces.list()])
      return {
        // what anybody reads opens without a signature
        places: spaces.filter(({ level }) => level !== 'public').map(({ slug, name }) => ({ slug, name })),
        ids: new Map(items.filter(({ current }) => current).map(({ id, space }) => [space?.slug ?? '', id])),
      }
    })
    await this.#read()
  }

  /** The text that is published here, with what was being written on it. */
  async #read(): Promise<void> {
    const { place, client, community, memberId } = this
    const id = this.#around.value?.ids.get(place)
    await this.#current.show(() => (id === undefined ? Promise.resolve(null) : client!.charter.read({ id })))
    if (place !== this.place) return
    this.#draft.open(draftKey(`${community!.slug} ${memberId}`, `charter ${place}`))
    if (this.#draft.isBlank) this.#draft.fill({ text: this.#current.value?.text ?? '' })
  }

  readonly #choose = ({ target }: Event): void => {
    this.place = (target as HTMLSelectElement).value
    this.isSure = this.isSame = false
    this.#acting.say('')
    void this.#read()
  }

  readonly #type = ({ target }: Event): void => {
    this.isSame = this.isSure = false
    this.#draft.change({ text: (target as HTMLTextAreaElement).value })
  }

  readonly #ask = async (event: Event): Promise<void> => {
    event.preventDefault()
    this.isSame = this.#draft.fields.text?.trim() === (this.#current.value?.text.trim() ?? '')
    this.isSure = !this.isSame
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(this.isSame ? '#text' : '.sure')?.focus()
  }

  readonly #notYet = async (): Promise<void> => {
    this.isSure = false
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('[type="submit"]')?.focus()
  }

  readonly #publish = async (): Promise<void> => {
    const { client, place, community } = this
    const { id, fields } = this.#draft
    const written = { id, language: community!.language, text: fields.text!, replaces: this.#current.value?.id ?? null }
    const version = await this.#acting.run(async () => {
      const published = await client!.charter.publish({ ...written, ...(place && { space: place }) })
      // who publishes a text commits herself to it: without it the desk would close behind her
      await client!.charter.sign({ id: published.id, hash: published.hash })
      return published.version
    })
    if (version !== undefined) {
      this.#draft.forget()
      this.#acting.say(this.#texts.t('charter.done', { version }))
    }
    if (version !== undefined || this.#acting.failure?.code === 'conflict') {
      this.isSure = false
      await this.#load()
    }
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(version === undefined ? '#text' : '.outcome')?.focus()
  }
}

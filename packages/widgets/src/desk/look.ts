import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Cercle, CommunitySettings, CommunityView, Term, Vocabulary } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Asking } from '../controllers/asking.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { languageOf } from '../locales/texts.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { tokens } from '../theme/tokens.ts'
import { loadAdjustment, type Adjustment } from './accent-facts.ts'
import { deskFailure, outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'
import { colour, HEX } from './look-parts.ts'
import { lookStyles } from './look.styles.ts'
import { ourWords, termGroups } from './our-words.ts'

/** Cercle's own, where the choice of a colour begins. */
const OURS = '#0f6b62'

type Look = Pick<CommunitySettings, 'vocabulary' | 'accent' | 'scheme'>
interface Loaded {
  look: Look
  ours: Record<Term, string>
  adjustmentOf: Adjustment
}

/**
 * The room of the look: the words that the community says instead of ours, and its colour.
 *
 * @tag cercle-desk-look
 * @csspart error - a failure in words
 */
export class DeskLook extends LitElement {
  static override styles = [tokens, base, forms, waitingStyles, roomStyles, lookStyles]
  static override properties = { client: { attribute: false }, community: { attribute: false } }

  declare client: Cercle | undefined
  /** Its language is that of the words. */
  declare community: CommunityView | undefined

  readonly #texts = new Texts(this, desk)
  readonly #kept = new Asking<Loaded>(this)
  readonly #acting = new Acting(this)
  #written: Look | undefined
  #isBad = false
  #asked: Cercle | undefined

  protected override willUpdate(): void {
    const { client } = this
    if (!client || client === this.#asked) return
    this.#asked = client
    void this.#load()
  }

  async #load(): Promise<void> {
    await this.#kept.show(async () => {
      const [{ vocabulary, accent, scheme }, ours, adjustmentOf] = await Promise.all([
        this.client!.communities.settings(),
        ourWords(languageOf(this.community?.language)),
        loadAdjustment(),
      ])
      return { look: { vocabulary, accent, scheme }, ours, adjustmentOf }
    })
    this.#written = this.#kept.value?.look
    this.requestUpdate()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready) return nothing
    const { failure, value } = this.#kept
    return html`<section class="c-stack c-stack--5" aria-labelledby="title">
      <header class="c-stack c-stack--1">
        <h2 class="c-title" id="title">${t('look.title')}</h2>
        <p class="c-soft">${t('look.lead')}</p>
      </header>
      ${
        failure
          ? deskFailure(failure, t, () => void this.#load())
          : value && this.#written
            ? this.#form(this.#written, value)
            : waiting(t('loading'))
      }
      <cercle-desk-contact exportparts="error" .client=${this.client}></cercle-desk-contact>
    </section>`
  }

  /** The colour by itself: a style sheet of the page may not say it, a script may. */
  protected override updated(): void {
    for (const preview of this.renderRoot.querySelectorAll<HTMLElement>('.preview'))
      preview.style.setProperty('--cercle-accent', this.#written?.accent ?? OURS)
  }

  #form({ vocabulary, accent, scheme }: Look, { ours, adjustmentOf }: Loaded): TemplateResult {
    const { t } = this.#texts
    const group = ([name, terms]: (typeof termGroups)[number]) =>
      html`<fieldset>
        <legend class="c-head">${t(`look.${name}`)}</legend>
        <div class="terms">${terms.map((term) => this.#term(term, vocabulary[term] ?? '', ours[term]))}</div>
      </fieldset>`
    return html`<form
      class="c-card c-stack c-stack--5"
      novalidate
      aria-labelledby="title"
      @submit=${this.#save}
      @input=${this.#type}
      @change=${this.#type}
    >
      <div class="c-stack">
        <h3 class="c-head">${t('look.words')}</h3>
        <p class="c-soft">${t('look.wordsHint')}</p>
        ${termGroups.slice(0, 2).map(group)}
        <details>
          <summary class="c-link">${t('look.kinds')}</summary>
          <div class="c-stack inner">${termGroups.slice(2).map(group)}</div>
        </details>
      </div>
      ${colour(t, { accent, scheme, isBad: this.#isBad, adjustmentOf, ours: OURS })}
      <div>
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${this.#acting.isBusy ? 'true' : nothing}>
          ${t('words.save')}
        </button>
      </div>
      ${outcome(this.#acting, t, () => void this.#load())}
    </form>`
  }

  #term(term: Term, word: string, ours: string): TemplateResult {
    const { t } = this.#texts
    const isNoun = term === 'facilitator'
    return html`<div class="c-field">
      <label class="c-label" for=${term}>${t(`term.${term}`)}</label>
      <input
        class="c-input"
        id=${term}
        maxlength="40"
        autocomplete="off"
        data-term=${term}
        placeholder=${ours}
        aria-describedby=${isNoun ? 'facilitatorHint' : nothing}
        .value=${live(word)}
      />
      ${isNoun ? html`<p class="c-hint" id="facilitatorHint">${t('look.facilitatorHint')}</p>` : nothing}
    </div>`
  }

  readonly #type = (): void => {
    const of = (selector: string) => this.renderRoot.querySelector<HTMLInputElement>(selector)
    const words = [...this.renderRoot.querySelectorAll<HTMLInputElement>('[data-term]')].map(({ dataset, value }) => [
      dataset['term']!,
      value,
    ])
    const vocabulary = Object.fromEntries(words.filter(([, word]) => word)) as Vocabulary
    const accent = of('#own')!.checked ? (of('#accent')?.value ?? this.#kept.value!.look.accent ?? OURS) : null
    const scheme = this.renderRoot.querySelector<HTMLSelectElement>('#scheme')!.value
    this.#written = { vocabulary, accent, scheme: scheme === 'light' || scheme === 'dark' ? scheme : null }
    this.#isBad = false
    this.requestUpdate()
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const client = this.client!
    const { vocabulary, accent, scheme } = this.#written!
    this.#isBad = accent !== null && !HEX.test(accent)
    this.requestUpdate()
    if (this.#isBad) return this.renderRoot.querySelector<HTMLElement>('#accent')!.focus()
    const { look: before } = this.#kept.value!
    const said = Object.entries(vocabulary).filter(([, word]) => word.trim())
    // The rest is what it is by now: another room says it.
    const settle = async (look: Look) => client.communities.settle({ ...(await client.communities.settings()), ...look })
    const kept = await this.#acting.run(
      () => settle({ vocabulary: Object.fromEntries(said), accent, scheme }),
      this.#texts.t('words.saved'),
      () => settle(before),
    )
    if (!kept) return
    const look = { vocabulary: kept.vocabulary, accent: kept.accent, scheme: kept.scheme }
    this.#kept.value = { ...this.#kept.value!, look }
    this.#written = look
    this.requestUpdate()
  }
}

import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Cercle, CharterView, CommunityView } from '@cercle/sdk'
import { CharterSigning } from '../controllers/charter-signing.ts'
import { Texts } from '../controllers/texts.ts'
import { charter, charterReason } from '../locales/charter.ts'
import type { CharterKey } from '../locales/charter.fr.ts'
import { banner } from '../primitives/banner.ts'
import { again, pencil } from '../primitives/icons.ts'
import { circleCheck } from '../primitives/member-icons.ts'
import { nodeTree } from '../primitives/node-tree.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { dayIn } from '../primitives/kept-dates.ts'
import { charterStyles } from './charter.styles.ts'

/** Words that most people read in a minute, with care. */
const PACE = 180

/**
 * A charter: its text, who will read what, and the way to sign it. Stands inside a feed and inside an account.
 *
 * @tag cercle-charter
 * @fires cercle-charter-signed - it is signed; `detail` is the charter
 * @fires cercle-charter-later - not now
 * @csspart sign - the button that signs
 * @csspart error - a failure in words
 */
export class Charter extends LitElement {
  static override styles = [base, forms, waitingStyles, charterStyles]
  static override properties = {
    client: { attribute: false },
    charterId: { attribute: false },
    community: { attribute: false },
    isAgreed: { state: true },
    isMissing: { state: true },
  }

  declare client: Cercle | undefined
  /** Of the version. */
  declare charterId: string | undefined
  declare community: CommunityView | undefined
  declare isAgreed: boolean
  /** She wanted to sign before she ticked the box. */
  declare isMissing: boolean

  readonly #texts = new Texts(this, charter)
  readonly #signing = new CharterSigning(this)
  /** Takes the focus as soon as it is there. */
  #focusOn: string | undefined

  constructor() {
    super()
    this.isAgreed = this.isMissing = false
  }

  /** To the title, once it is there: from there it is read. */
  override focus(): void {
    this.#focusOn = '#title'
    this.requestUpdate()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#texts.community = this.community
    if (changed.has('client') || changed.has('charterId')) this.#signing.show(this.client, this.charterId)
  }

  protected override updated(): void {
    const place = this.#focusOn && this.renderRoot.querySelector<HTMLElement>(this.#focusOn)
    if (!place) return
    this.#focusOn = undefined
    place.focus()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    const { charter: shown, failure } = this.#signing
    if (!ready) return nothing
    if (shown) return this.#card(shown)
    if (!failure) return waiting(t('charter.loading'))
    return banner({
      tone: 'bad',
      icon: alert,
      text: html`<b>${t('list.failed')}</b> ${t(charterReason(failure))}`,
      action: html`<button class="c-btn" type="button" @click=${this.#signing.load}>
        ${icon(again, true)} ${t('fail.retry')}
      </button>`,
      part: 'error',
    })
  }

  #card(shown: CharterView): TemplateResult {
    const { t, language } = this.#texts
    const { space, version, publishedAt, body, text, can, signature } = shown
    const say = (instant: string) => dayIn(instant, language, this.community?.timeZone ?? 'UTC')
    const minutes = Math.max(1, Math.round(text.split(/\s+/u).length / PACE))
    const written = shown.language.startsWith(language) ? nothing : shown.language
    return html`<section class="c-card c-stack c-stack--5" aria-labelledby="title">
      <header class="c-stack c-stack--1">
        <h3 class="c-title" id="title" tabindex="-1">
          ${space ? t('charter.titleOf', { space: space.name }) : t('charter.title')}
        </h3>
        <p class="c-small c-soft">
          ${t('charter.version', { version, date: say(publishedAt) })} ${t('charter.reading', { count: minutes })}
        </p>
        ${can.sign ? html`<p>${t(space ? 'charter.whySpace' : 'charter.why')}</p>` : nothing}
      </header>
      ${
        this.#signing.isChanged
          ? html`<p class="c-with c-with--top changed" id="changed" tabindex="-1" role="status">
              ${icon(alert, true)} <b>${t('charter.changed')}</b>
            </p>`
          : nothing
      }
      <div class="c-text text" lang=${written}>${nodeTree(body)}</div>
      ${this.#whoReads(space !== null)}
      ${
        can.sign
          ? this.#form()
          : signature
            ? html`<p class="c-with">
                ${icon(circleCheck, true)} <span>${t('list.signed', { date: say(signature.signedAt), version })}</span>
              </p>`
            : nothing
      }
    </section>`
  }

  #whoReads(isSpace: boolean): TemplateResult {
    const { t } = this.#texts
    const lines: CharterKey[] = isSpace ? ['who.space'] : ['who.public', 'who.members', 'who.group']
    return html`<section class="c-card c-card--sunk c-stack c-stack--2" aria-labelledby="who">
      <h4 class="c-head" id="who">${t('who.title')}</h4>
      <ul class="c-text who">
        ${[...lines, 'who.site' as const, 'who.before' as const].map((line) => html`<li>${t(line)}</li>`)}
      </ul>
    </section>`
  }

  #form(): TemplateResult {
    const { t } = this.#texts
    const { isBusy, refusal } = this.#signing
    return html`<form class="c-stack c-stack--3" novalidate @submit=${this.#sign}>
      <label class="c-check">
        <input
          type="checkbox"
          name="agreed"
          required
          aria-invalid=${this.isMissing ? 'true' : nothing}
          aria-describedby=${this.isMissing ? 'missing kept' : 'kept'}
          .checked=${live(this.isAgreed)}
          @change=${this.#agree}
        />
        <span>${t('sign.check')}</span>
      </label>
      ${
        this.isMissing
          ? html`<p class="c-error" id="missing" part="error" role="alert">${icon(alert)} <span>${t('sign.missing')}</span></p>`
          : nothing
      }
      <p class="c-small c-soft" id="kept">${t('sign.kept')}</p>
      ${
        refusal
          ? banner({
              tone: 'bad',
              icon: alert,
              text: html`<b>${t('sign.failed')}</b> ${t(charterReason(refusal))}`,
              part: 'error',
            })
          : nothing
      }
      <div class="c-line c-acts">
        <button class="c-btn c-btn--primary" type="submit" part="sign" aria-disabled=${isBusy ? 'true' : nothing}>
          ${icon(pencil, true)} ${t(isBusy ? 'sign.signing' : 'sign.do')}
        </button>
        <button class="c-btn" type="button" @click=${this.#later}>${t('sign.later')}</button>
      </div>
    </form>`
  }

  readonly #agree = ({ target }: Event): void => {
    this.isAgreed = (target as HTMLInputElement).checked
    if (this.isAgreed) this.isMissing = false
  }

  readonly #sign = async (event: Event): Promise<void> => {
    event.preventDefault()
    this.isMissing = !this.isAgreed
    if (this.isMissing) return this.#to('[name=agreed]')
    const signed = await this.#signing.sign()
    if (signed) this.dispatchEvent(new CustomEvent<CharterView>('cercle-charter-signed', { detail: signed }))
    if (!this.#signing.isChanged) return
    // what was agreed to is another text now
    this.isAgreed = false
    this.#to('#changed')
  }

  #to(selector: string): void {
    this.#focusOn = selector
    this.requestUpdate()
  }

  readonly #later = (): void => {
    this.dispatchEvent(new Event('cercle-charter-later'))
  }
}

import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit'
import type { CommunityView, SpaceView, ViewerView } from '@cercle/sdk'
import type { OutboxEntry } from '@cercle/sdk/outbox'
import { Texts } from '../controllers/texts.ts'
import type { Waiting } from '../controllers/unsent.ts'
import { reasons } from '../locales/member-reasons.ts'
import { member } from '../locales/member.ts'
import { avatar } from '../primitives/avatar.ts'
import { banner } from '../primitives/banner.ts'
import { dateInWords } from '../primitives/dates.ts'
import { again, pencil } from '../primitives/icons.ts'
import { clock, trash } from '../primitives/member-icons.ts'
import { focusIn } from '../primitives/queued-list.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { addressees, paragraphsOf, titleOf } from './queued-parts.ts'
import { queuedStyles } from './queued.styles.ts'

/**
 * A message that is written and not sent yet: what it says, whom it is for, what becomes of it.
 *
 * @tag cercle-queued
 * @csspart error - why it was refused
 */
export class Queued extends LitElement {
  static override styles: CSSResultGroup = [base, forms, queuedStyles]
  static override properties = {
    entry: { attribute: false },
    waiting: { attribute: false },
    community: { attribute: false },
    viewer: { attribute: false },
    space: { attribute: false },
    isToFewer: { attribute: false },
    to: { attribute: false },
    now: { attribute: false },
  }

  declare entry: OutboxEntry | undefined
  declare waiting: Waiting | undefined
  declare community: CommunityView | undefined
  declare viewer: ViewerView | null | undefined
  /** Where it will be read. */
  declare space: SpaceView | undefined
  /** It is told to fewer than that space. */
  declare isToFewer: boolean | undefined
  /** First name of the person who is answered. */
  declare to: string | undefined
  declare now: Date | undefined
  readonly #texts = new Texts(this, member)
  #wantsFocus = false

  /** To the card, as soon as it is there. */
  override focus(): void {
    this.#wantsFocus = true
    this.requestUpdate()
  }

  protected override willUpdate(): void {
    this.#texts.community = this.community
  }

  protected override updated(): void {
    const card = this.#wantsFocus && this.renderRoot.querySelector('article')
    if (!card) return
    this.#wantsFocus = false
    card.focus()
  }

  protected override render(): TemplateResult {
    const { entry } = this
    if (!entry || !this.#texts.ready) return html`<div class="cercle"></div>`
    const title = titleOf(entry)
    return html`<div class="cercle">
      <article class="c-card queued c-stack c-stack--3" tabindex="-1" aria-labelledby="who">
        ${this.#head(entry)} ${title === undefined ? nothing : html`<h3 class="c-head">${title}</h3>`}
        <div class="c-text">${paragraphsOf(entry).map((text) => html`<p>${text}</p>`)}</div>
        ${entry.state === 'refused' ? this.#refusal(entry) : html`<p class="c-small c-soft">${this.#promise(entry)}</p>`}
        ${this.#buttons(entry)}
      </article>
    </div>`
  }

  #head({ type, state, addedAt }: OutboxEntry): TemplateResult {
    const { t, language } = this.#texts
    const date = dateInWords(addedAt, { language, clock: this.community?.clock, now: this.now, hour: 'always' })
    const answers = type !== 'reply' ? '' : this.to ? `, ${t('queue.replyTo', { name: this.to })}` : `, ${t('queue.reply')}`
    const isRefused = state === 'refused'
    return html`<div class="c-line c-line--between">
      <div class="c-by" id="who">
        ${avatar(this.viewer?.name)}
        <span><b>${t('queue.you')}</b>${answers} <small>${t('queue.written', { date })}</small></span>
      </div>
      <span class="c-badge ${isRefused ? 'c-badge--bad' : 'c-badge--warn'}">
        ${icon(isRefused ? alert : clock)}
        ${t(isRefused ? 'queue.refused' : state === 'sending' && navigator.onLine ? 'queue.sending' : 'queue.waiting')}
      </span>
    </div>`
  }

  /** What is kept, and that it goes once; with the reason where it is not the line. */
  #promise({ code }: OutboxEntry): string {
    const { t } = this.#texts
    const to = addressees(this.space, this.isToFewer, t)
    const why = code && code !== 'offline' && code !== 'aborted' ? `${t(reasons[code])} ` : ''
    const kept = t(this.waiting?.isKept === false ? 'queue.page' : 'queue.kept')
    return `${why}${kept} ${to ? t('queue.once', { to }) : t('queue.onceOnly')}`
  }

  #refusal({ code = 'internal' }: OutboxEntry): TemplateResult {
    const { t } = this.#texts
    const text = html`<b>${t('send.failed')}</b> ${t(reasons[code])} ${t('send.kept')}`
    return banner({ tone: 'bad', icon: alert, text, part: 'error' })
  }

  #buttons(entry: OutboxEntry): TemplateResult {
    const { t } = this.#texts
    const { state, code } = entry
    // Where one may not write any more there is no box to change it in: the text can be read and copied.
    const canChange = code !== 'not_found' && code !== 'forbidden'
    return html`<div class="c-line c-line--tight c-acts">
      ${
        state === 'refused'
          ? nothing
          : html`<button class="c-btn" type="button" @click=${() => this.waiting?.retry(entry)}>
              ${icon(again, true)} ${t('queue.now')}
            </button>`
      }
      ${
        canChange
          ? html`<button class="c-btn c-btn--plain" type="button" @click=${() => void this.waiting?.change(entry)}>
              ${icon(pencil, true)} ${t('queue.change')}
            </button>`
          : nothing
      }
      <button class="c-btn c-btn--plain" type="button" @click=${() => this.#stop(entry)}>
        ${icon(trash, true)} ${t('queue.stop')}
      </button>
    </div>`
  }

  /** The card goes, and its button with it: the focus goes on to the way back. */
  readonly #stop = async (entry: OutboxEntry): Promise<void> => {
    const root = this.getRootNode() as ShadowRoot
    await this.waiting?.stop(entry)
    await focusIn(root, '.stopped button')
  }
}

import { html, nothing, type TemplateResult } from 'lit'
import type { SpaceView, ThreadKind } from '@cercle/sdk'
import type { Larger } from '../controllers/larger.ts'
import type { MemberKey } from '../locales/member.fr.ts'
import type { Translate } from '../locales/texts.ts'
import { icon } from '../primitives/read-icons.ts'
import { check, cross, maximize, minimize, send, trash, undo } from '../primitives/member-icons.ts'
import { kindIcons } from '../primitives/kind.ts'

type T = Translate<MemberKey>

/** In the order in which they are offered to who writes: what happened to her first. */
const choices: readonly ThreadKind[] = ['experience', 'question', 'tool', 'news']

const starters: Readonly<Record<ThreadKind, readonly MemberKey[]>> = {
  experience: ['start.experience.1', 'start.experience.2', 'start.experience.3', 'start.experience.4'],
  question: ['start.question.1', 'start.question.2', 'start.question.3'],
  tool: ['start.tool.1', 'start.tool.2', 'start.tool.3'],
  news: ['start.news.1', 'start.news.2', 'start.news.3'],
}

/** A sentence as one goes on from it: « Au début, je pensais que… » leaves its dots. */
export const openingOf = (starter: string): string => `${starter.replace(/\s*…$/u, '')} `

/** The text with it: begun by it when nothing else is written, going on with it otherwise. */
export function withStarter(body: string, starter: string, kind: ThreadKind, t: T): string {
  const isUntouched = !body.trim() || starters[kind].some((key) => openingOf(t(key)).trim() === body.trim())
  return isUntouched ? openingOf(starter) : `${body.trimEnd()}\n\n${openingOf(starter)}`
}

/** The draft is erased, and the way back. */
export const discarded = (t: T, bringBack: () => void): TemplateResult =>
  html`<p class="c-small c-soft c-line status" role="status">
    ${t('draft.discarded')}
    <button class="c-btn c-btn--quiet" type="button" @click=${bringBack}>${icon(undo, true)} ${t('draft.undo')}</button>
  </p>`

/** What one comes to write: never a blank page. */
const kindChoices = (current: ThreadKind | undefined, t: T, choose: (kind: ThreadKind) => void): TemplateResult =>
  html`<div class="choices" role="group" aria-labelledby="heading">
    ${choices.map(
      (kind) =>
        html`<button class="c-choice choice" type="button" aria-pressed=${kind === current} @click=${() => choose(kind)}>
          ${icon(kindIcons[kind], true)} <span><b>${t(`compose.${kind}`)}</b><small>${t(`compose.${kind}Hint`)}</small></span>
        </button>`,
    )}
  </div>`

/** What brings one. */
export const kindQuestion = (
  current: ThreadKind | undefined,
  t: T,
  choose: (kind: ThreadKind) => void,
  close: () => void,
): TemplateResult =>
  html`<section class="c-card compose" part="compose" aria-labelledby="heading">
    <div class="c-line c-line--between head">
      <h3 class="c-title" id="heading">${t('compose.ask')}</h3>
      <button class="c-btn c-btn--plain c-btn--edge" type="button" @click=${close}>
        ${icon(cross, true)} ${t('compose.close')}
      </button>
    </div>
    ${kindChoices(current, t, choose)}
  </section>`

/** What is being written, and the way to something else or to more room. */
export const writingHead = (kind: ThreadKind, larger: Larger, t: T, ask: () => void): TemplateResult =>
  html`<div class="c-line what">
    <h3 class="c-title" id="heading">${t(`compose.${kind}`)}</h3>
    <button class="c-btn c-btn--quiet" type="button" @click=${ask}>${t('compose.change')}</button>
    ${largerButton(larger, t(`compose.${kind}`), t)}
  </div>`

/** Sentences to begin with; the one that the text begins with is pressed. */
export const starterChips = (kind: ThreadKind, body: string, t: T, insert: (starter: string) => void): TemplateResult =>
  html`<div class="c-stack c-stack--2" role="group" aria-labelledby="starters">
    <p class="c-label" id="starters">${t('compose.starters')} <small>${t('compose.optional')}</small></p>
    <div class="c-chips">
      ${starters[kind].map((key) => {
        const isIn = body.startsWith(openingOf(t(key)).trimEnd())
        return html`<button class="c-chip" type="button" aria-pressed=${isIn} @click=${() => insert(t(key))}>
          ${isIn ? icon(check) : ''} ${t(key)}
        </button>`
      })}
    </div>
  </div>`

/** Where to publish, when there is a choice. */
export const spaceChoice = (spaces: readonly SpaceView[], slug: string | undefined, t: T): TemplateResult =>
  html`<div class="c-field where">
    <label class="c-label" for="space">${t('compose.space')}</label>
    <select class="c-select" id="space" name="space">
      ${spaces.map((space) => html`<option value=${space.slug} ?selected=${space.slug === slug}>${space.name}</option>`)}
    </select>
  </div>`

/** The whole window to write in, and back: on a phone, in a narrow column. */
const largerButton = (larger: Larger, title: string, t: T): TemplateResult | typeof nothing =>
  larger.isOffered
    ? html`<button class="c-btn c-btn--plain" type="button" @click=${() => larger.turn(title)}>
        ${icon(larger.isOn ? minimize : maximize, true)} ${t(larger.isOn ? 'compose.smaller' : 'compose.larger')}
      </button>`
    : nothing

/** To publish, to go on later, to give up what is written. */
export const leaveButtons = (
  isBlank: boolean,
  isSending: boolean,
  t: T,
  close: () => void,
  discard: () => void,
): TemplateResult =>
  html`<div class="c-line c-acts">
    <button
      class="c-btn c-btn--primary"
      type="submit"
      part="send"
      aria-describedby="audience"
      aria-disabled=${isSending ? 'true' : nothing}
    >
      ${icon(send, true)} ${t('compose.send')}
    </button>
    <button class="c-btn" type="button" @click=${close}>${t('compose.later')}</button>
    ${
      isBlank || isSending
        ? nothing
        : html`<button class="c-btn c-btn--plain" type="button" @click=${discard}>
            ${icon(trash, true)} ${t('draft.discard')}
          </button>`
    }
    ${isSending ? html`<span class="c-small c-soft c-wait" role="status">${t('send.sending')}</span>` : nothing}
  </div>`

import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { CercleClientError, CircleView, SpaceView } from '@cercle/sdk'
import type { Draft } from '../controllers/draft.ts'
import type { Send } from '../controllers/send.ts'
import { reasons } from '../locales/member-reasons.ts'
import type { MemberKey } from '../locales/member.fr.ts'
import type { Language, Translate } from '../locales/texts.ts'
import { banner } from '../primitives/banner.ts'
import { dateInWords } from '../primitives/dates.ts'
import { circleInWords, namedInWords } from '../primitives/circle.ts'
import { readersInWords } from '../primitives/readers.ts'
import { again, offline, users } from '../primitives/icons.ts'
import { alert, icon, lock } from '../primitives/read-icons.ts'
import { check } from '../primitives/member-icons.ts'
import { isOpenChoice, spaceAsTold, type AudienceChoice, type Told } from './audience-choice.ts'

/*
 * What everything one writes has in common: fields with their errors beside them, who will read it, what became of the draft, and
 * what to do when it did not leave.
 */
type T = Translate<MemberKey>

export interface WritingField {
  name: string
  label: unknown
  value: string
  /** A sentence: what to mend. */
  error?: string | undefined
  hint?: string | undefined
  isReadOnly: boolean
}

// Browsers that do not size a field by its text: never smaller again, so that a person who drags it keeps what she chose.
function grow({ target }: Event): void {
  const area = target as HTMLTextAreaElement
  if (!CSS.supports('field-sizing', 'content') && area.scrollHeight > area.clientHeight)
    area.style.height = `${area.scrollHeight + 2}px`
}

const around = ({ name, label, error, hint }: WritingField, field: TemplateResult): TemplateResult =>
  html`<div class="c-field ${error ? 'c-field--bad' : ''}">
    <label class="c-label" for=${name}>${label}</label>
    ${field} ${hint ? html`<p class="c-hint" id="${name}-hint">${hint}</p>` : nothing}
    ${error ? html`<p class="c-error" id="${name}-error" part="error">${icon(alert)} <span>${error}</span></p>` : nothing}
  </div>`

const described = ({ name, error, hint }: WritingField): string | typeof nothing =>
  [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ') || nothing

/** A text of some lines; it grows with what is written. */
export const areaField = (field: WritingField): TemplateResult =>
  around(
    field,
    html`<textarea
      class="c-area"
      id=${field.name}
      name=${field.name}
      rows="5"
      required
      aria-invalid=${field.error ? 'true' : nothing}
      aria-describedby=${described(field)}
      ?readonly=${field.isReadOnly}
      .value=${live(field.value)}
      @input=${grow}
    ></textarea>`,
  )

/** A text of one line. */
export const lineField = (field: WritingField): TemplateResult =>
  around(
    field,
    html`<input
      class="c-input"
      id=${field.name}
      name=${field.name}
      required
      autocomplete="off"
      aria-invalid=${field.error ? 'true' : nothing}
      aria-describedby=${described(field)}
      ?readonly=${field.isReadOnly}
      .value=${live(field.value)}
    />`,
  )

/** To fewer than the space: how many, and whom, as far as it is known yet. */
function fewerInWords(choice: AudienceChoice, told: Told | undefined, t: T): string {
  if (isOpenChoice(choice)) return t('audience.open')
  const named = told?.groups.filter(({ id }) => choice.groups.includes(id)).map(({ name }) => name) ?? []
  const who = namedInWords(named, choice.members.length, t)
  if (told?.readers === undefined) return who || t('audience.fewer')
  const read = t('audience.readers', { count: told.readers })
  return who ? t('circle.of', { read, who }) : read
}

export interface AudienceLine {
  /** Where it will be read. */
  space: SpaceView | undefined
  /** Of a discussion that is told to fewer than its space. */
  circle: CircleView | null | undefined
  /** What was asked about it. */
  told?: Told | undefined
  /** To whom a discussion is begun. */
  choice?: AudienceChoice | undefined
}

/** « Qui lira ceci ? », above every send, with what opens to say more. Named `audience` for the send button. */
export function audienceLine(
  { space, circle, told, choice }: AudienceLine,
  t: T,
  more: unknown = nothing,
): TemplateResult | typeof nothing {
  if (!space) return nothing
  const isFewer = Boolean(circle || choice?.fewer)
  const words = choice?.fewer
    ? fewerInWords(choice, told, t)
    : circle
      ? `${space.name} · ${circleInWords({ ...circle, readers: told?.readers ?? circle.readers }, t)}`
      : readersInWords(spaceAsTold(space, told), t)
  return html`<div class="c-aud" part="audience">
    ${icon(isFewer ? lock : users)}
    <p id="audience">${t('audience.ask')} <b>${words}</b></p>
    ${more}
  </div>`
}

/**
 * « Brouillon gardé à 13 h 42 ». Changes quietly: a screen reader is told once, when a draft came back or cannot be kept. Its place is
 * there before it says anything, as wide as its words: nothing may move under a pointer that is on its way to the button.
 */
export function draftStatus(draft: Draft<string>, t: T, language: Language): TemplateResult {
  const { savedAt, isRestored, isBlocked } = draft
  if (isBlocked)
    return html`<p class="c-small c-soft c-with status" role="status">${icon(alert)} <span>${t('draft.blocked')}</span></p>`
  const at = savedAt ?? new Date()
  const time = at.toLocaleTimeString(`${language}-CA`, { hour: 'numeric', minute: '2-digit' })
  const words = isRestored
    ? t('draft.restored', { date: dateInWords(at.toISOString(), { language, hour: 'always' }) })
    : t('draft.saved', { time })
  return html`<p class="c-small c-soft c-with status ${savedAt ? '' : 'mute'}" role=${isRestored && savedAt ? 'status' : nothing}>
    ${icon(check)} <span>${words}</span>
  </p>`
}

const isOffline = ({ code }: CercleClientError): boolean => code === 'offline' || code === 'aborted'

/** What happened, what is kept, what to do. `asNew`: there may be a first version, this one leaves as another message. */
export function sendFailure({ failure }: Send, t: T, retry: () => void, asNew?: () => void): TemplateResult | typeof nothing {
  if (!failure) return nothing
  const { code, retryAfter } = failure
  const isConflict = code === 'conflict' && asNew !== undefined
  const wait = retryAfter && retryAfter > 5 ? ` ${t('send.wait', { count: Math.ceil(retryAfter / 60) })}` : ''
  return banner({
    tone: isOffline(failure) ? 'warn' : 'bad',
    icon: isOffline(failure) ? offline : alert,
    text: html`<b>${t('send.failed')}</b> ${t(reasons[code] ?? 'send.internal')}${wait} ${t('send.kept')}`,
    action: html`<button class="c-btn" type="button" @click=${isConflict ? asNew : retry}>
      ${icon(again, true)} ${t(isConflict ? 'send.asNew' : 'send.retry')}
    </button>`,
    part: 'error',
  })
}

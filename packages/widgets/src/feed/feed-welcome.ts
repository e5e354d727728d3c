import { html, nothing, type TemplateResult } from 'lit'
import type { CircleView, SpaceView, ThreadKind, ThreadSummary, ViewerView } from '@cercle/sdk'
import type { TakingPartKey } from '../locales/taking-part.fr.ts'
import type { Translate } from '../locales/texts.ts'
import { avatar } from '../primitives/avatar.ts'
import { circleInWords } from '../primitives/circle.ts'
import { hourglass, message, pencil, users } from '../primitives/icons.ts'
import { kindIcons, kinds } from '../primitives/kind.ts'
import { icon, lock } from '../primitives/read-icons.ts'

/* What invites into a feed; its buttons speak by `data-*` as in `feed-parts.ts`. */
type T = Translate<TakingPartKey>

/** Who can read this space and how long messages stay, for its members. */
export const facts = ({ level, readers, retentionDays }: SpaceView, t: T): TemplateResult =>
  html`<p class="c-line c-small c-soft facts">
    ${
      readers === null && level !== 'public'
        ? nothing
        : html`<span class="c-with">${icon(users)} ${t(`facts.${level}`, { count: readers ?? 0 })}</span>`
    }
    ${retentionDays ? html`<span class="c-with">${icon(hourglass)} ${t('facts.kept', { count: retentionDays })}</span>` : nothing}
  </p>`

/** Below the row of a discussion that is told to fewer than its space, as its last line. */
export const toldTo = ({ space }: ThreadSummary, circle: CircleView, t: T): TemplateResult =>
  html`<p class="c-small c-soft c-with c-with--top circle">
    ${icon(lock)} <span>${space.name} · ${circleInWords(circle, t)}</span>
  </p>`

/** The closed composer: a box to write in, and kinds to start with. */
export const composeBox = (viewer: ViewerView, space: SpaceView | undefined, t: T): TemplateResult => {
  const start = (kind: ThreadKind) =>
    html`<button class="c-btn c-btn--plain" type="button" data-kind=${kind}>
      ${icon(kindIcons[kind], true)} ${t(`compose.${kind}`)}
    </button>`
  return html`<div class="c-card c-card--snug">
    <button class="c-box" type="button" part="compose" data-do="write">
      ${avatar(viewer.name)} <span>${t(space?.level === 'restricted' ? 'compose.group' : 'compose.open')}</span>
    </button>
    <div class="starts" role="group" aria-label=${t('compose.starters')}>${kinds.map(start)}</div>
  </div>`
}

export interface Emptiness {
  /** The list is narrowed to this kind. */
  kind: ThreadKind | undefined
  canWrite: boolean
  isStranger: boolean
}

/** An invitation with an example, or a plain word for who only reads. */
export const emptyFeed = ({ kind, canWrite, isStranger }: Emptiness, t: T): TemplateResult => {
  if (kind) {
    return html`<div class="c-empty">
      ${icon(kindIcons[kind], true)}
      <h3 class="c-title">${t('empty.kind')}</h3>
      <button class="c-btn" type="button" data-show="">${t('empty.kindDo')}</button>
    </div>`
  }
  const example = t('empty.example')
  return html`<div class="c-empty">
    ${icon(message, true)}
    <h3 class="c-title">${t(isStranger ? 'empty.nothing' : 'empty.title')}</h3>
    <p class="c-text c-soft">${canWrite ? t('empty.text', { example }) : t(isStranger ? 'empty.stranger' : 'empty.reader')}</p>
    ${
      canWrite
        ? html`<button class="c-btn c-btn--primary" type="button" data-do="start">${icon(pencil, true)} ${t('empty.do')}</button>`
        : nothing
    }
  </div>`
}

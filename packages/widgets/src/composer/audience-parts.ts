import { html, nothing, type TemplateResult } from 'lit'
import type { AudienceView, ClientErrorCode } from '@cercle/sdk'
import type { MemberKey } from '../locales/member.fr.ts'
import { reasons } from '../locales/member-reasons.ts'
import type { Translate } from '../locales/texts.ts'
import { again, offline } from '../primitives/icons.ts'
import { alert, icon, lock } from '../primitives/read-icons.ts'

type T = Translate<MemberKey>
type Group = AudienceView['groups'][number]
export type Reader = NonNullable<AudienceView['people']>[number]

/** Names shown at first. */
const FIRST = 12

export const personInWords = ({ name, organisation }: Reader): string => (organisation ? `${name}, ${organisation}` : name)

/** « CALACS, 12 personnes », with a lock where nobody else knows of it. */
export const groupInWords = ({ name, hidden, readers }: Group, t: T): TemplateResult =>
  html`${`${name}, ${t('audience.readers', { count: readers })}`}
  ${hidden ? html`<span class="hidden-group">${icon(lock)} <span class="c-hidden">${t('audience.hidden')}</span></span>` : nothing}`

/** How many will read, and of which groups. */
export const whoIsCounted = ({ level, readers }: AudienceView, groups: readonly Group[], t: T): TemplateResult =>
  html`<p role="status">
      ${level === 'public' ? t('audience.anyoneReads', { count: readers }) : t('audience.willRead', { count: readers })}
    </p>
    ${
      groups.length
        ? html`<div>
            <p class="c-label" id="of">${t('audience.groupsHere')}</p>
            <ul class="groups" aria-labelledby="of">
              ${groups.map((group) => html`<li>${groupInWords(group, t)}</li>`)}
            </ul>
          </div>`
        : nothing
    }`

/** Who they are; where names are not told, why. */
export function namesOfReaders(
  { level, people, readers }: AudienceView,
  isWhole: boolean,
  t: T,
  showAll: () => unknown,
): TemplateResult | typeof nothing {
  if (level === 'public') return nothing
  if (!people) return html`<p class="c-soft">${t('audience.noNames')}</p>`
  const shown = isWhole ? people : people.slice(0, FIRST)
  const others = people.length - shown.length
  const untold = others ? 0 : readers - people.length
  return html`<div>
    <p class="c-label" id="names">${t('audience.names')}</p>
    <ul class="names" aria-labelledby="names" tabindex="-1">
      ${shown.map((person) => html`<li>${personInWords(person)}</li>`)}
    </ul>
    ${
      others
        ? html`<button class="c-btn c-btn--quiet c-btn--flush" type="button" @click=${showAll}>
            ${t('audience.others', { count: others })}
          </button>`
        : nothing
    }
    ${untold > 0 ? html`<p class="c-soft">${t('audience.untold', { count: untold })}</p>` : nothing}
  </div>`
}

/** Who cannot read, wherever it is written. */
export const blindLine = (t: T): TemplateResult =>
  html`<p class="c-with c-with--top">${icon(lock)} <span>${t('audience.blind')}</span></p>`

export const audienceFailure = (code: ClientErrorCode, t: T, retry: () => void): TemplateResult =>
  html`<div class="c-line" part="error" role="status">
    <p class="c-with c-with--top">
      ${icon(code === 'offline' || code === 'aborted' ? offline : alert)}
      <span><b>${t('audience.failed')}</b> ${t(reasons[code])}</span>
    </p>
    <button class="c-btn" type="button" @click=${retry}>${icon(again, true)} ${t('send.retry')}</button>
  </div>`

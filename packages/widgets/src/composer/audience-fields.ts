import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { AudienceView, ViewerView } from '@cercle/sdk'
import type { MemberKey } from '../locales/member.fr.ts'
import type { Translate } from '../locales/texts.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import type { AudienceChoice } from './audience-choice.ts'
import { groupInWords, personInWords, type Reader } from './audience-parts.ts'

type T = Translate<MemberKey>

/** From how many names on one may look for one. */
const MANY = 8
/** Names offered at once. */
const AT_ONCE = 40

export interface ChoiceSetting {
  /** Anyone may read the space. */
  isPublic: boolean
  groups: AudienceView['groups']
  /** Whom one may name: the others who read there, where names are told. */
  people: readonly Reader[]
  choice: AudienceChoice
  /** So many of each at most. */
  most: number
  /** What to choose again, as a sentence. */
  fault: string | undefined
  /** Part of a name. */
  filter: string
  sift: (event: Event) => void
  change: (choice: AudienceChoice) => void
}

/** There is somebody to choose, or fewer were chosen and one may want all again. */
export function isOffered(
  { level, groups, people }: AudienceView,
  choice: AudienceChoice,
  viewer: ViewerView | null | undefined,
): boolean {
  const others = level === 'public' ? [] : (people ?? []).filter(({ memberId }) => memberId !== viewer?.memberId)
  return choice.fewer || groups.length + others.length > 0
}

/** « Toutes les personnes de l’espace », or fewer: which groups, which persons. */
export function choiceFields(setting: ChoiceSetting, t: T): TemplateResult {
  const { isPublic, choice, fault, change } = setting
  const radio = (fewer: boolean, words: string) =>
    html`<label class="c-check">
      <input type="radio" name="to" .checked=${live(choice.fewer === fewer)} @change=${() => change({ ...choice, fewer })} />
      <span>${words}</span>
    </label>`
  return html`<fieldset aria-describedby=${fault ? 'fault' : nothing}>
    <legend class="c-label">${t('fewer.ask')}</legend>
    ${radio(false, t(isPublic ? 'fewer.anyone' : 'fewer.all'))} ${radio(true, t('fewer.some'))}
    ${fault ? html`<p class="c-error" id="fault" part="error">${icon(alert)} <span>${fault}</span></p>` : nothing}
    ${choice.fewer ? html`<div class="c-stack c-stack--3 some">${groupChoice(setting, t)} ${peopleChoice(setting, t)}</div>` : nothing}
  </fieldset>`
}

const turned = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]

function box(isOn: boolean, isFull: boolean, words: unknown, turn: () => void): TemplateResult {
  return html`<label class="c-check">
    <input type="checkbox" .checked=${live(isOn)} ?disabled=${isFull && !isOn} @change=${turn} />
    <span>${words}</span>
  </label>`
}

function groupChoice({ groups, choice, most, change }: ChoiceSetting, t: T): TemplateResult | typeof nothing {
  if (!groups.length) return nothing
  const isFull = choice.groups.length >= most
  return html`<div role="group" aria-labelledby="to-groups">
    <p class="c-label" id="to-groups">${t('fewer.groups')}</p>
    ${groups.map((group) =>
      box(choice.groups.includes(group.id), isFull, groupInWords(group, t), () =>
        change({ ...choice, groups: turned(choice.groups, group.id) }),
      ),
    )}
    ${isFull ? html`<p class="c-hint">${t('fewer.full', { count: most })}</p>` : nothing}
  </div>`
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function peopleChoice({ people, choice, most, filter, sift, change }: ChoiceSetting, t: T): TemplateResult | typeof nothing {
  if (!people.length) return nothing
  const isFull = choice.members.length >= most
  const isChosen = ({ memberId }: Reader) => choice.members.includes(memberId)
  const found = people.filter((one) => isChosen(one) || plain(personInWords(one)).includes(plain(filter.trim())))
  // who is chosen stays in sight, whatever one looks for
  const listed = found.filter((one, index) => index < AT_ONCE || isChosen(one))
  return html`<div role="group" aria-labelledby="to-people">
    <p class="c-label" id="to-people">${t('fewer.people')}</p>
    ${
      people.length > MANY
        ? html`<div class="c-field">
            <label class="c-label" for="filter">${t('fewer.find')}</label>
            <input class="c-input" id="filter" type="search" autocomplete="off" .value=${live(filter)} @input=${sift} />
          </div>`
        : nothing
    }
    ${listed.map((one) =>
      box(isChosen(one), isFull, personInWords(one), () => change({ ...choice, members: turned(choice.members, one.memberId) })),
    )}
    ${found.length > listed.length ? html`<p class="c-hint">${t('fewer.more', { count: found.length - listed.length })}</p>` : nothing}
    ${found.length ? nothing : html`<p class="c-hint" role="status">${t('fewer.nobody')}</p>`}
    ${isFull ? html`<p class="c-hint">${t('fewer.fullPeople', { count: most })}</p>` : nothing}
  </div>`
}

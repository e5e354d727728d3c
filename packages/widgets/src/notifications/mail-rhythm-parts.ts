import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { MailRhythms, QuietHours, Rhythm, SpaceView } from '@cercle/sdk'
import type { NotificationsKey } from '../locales/notifications.fr.ts'
import type { Translate } from '../locales/texts.ts'

type T = Translate<NotificationsKey>

const rhythms: readonly Rhythm[] = ['at_once', 'daily', 'days', 'never']
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** In general: one of four, and which days where that is asked. */
export const generalChoice = (
  { general: { rhythm, days } }: MailRhythms,
  t: T,
  choose: (rhythm: Rhythm, days: number[]) => unknown,
): TemplateResult =>
  html`<fieldset>
      <legend class="c-label">${t('mails.general')}</legend>
      ${rhythms.map(
        (one) =>
          html`<label class="c-check">
            <input
              type="radio"
              name="general"
              id=${`rhythm-${one}`}
              .checked=${live(one === rhythm)}
              @change=${() => choose(one, days.length > 0 ? days : [1])}
            />
            <span>${t(`rhythm.${one}`)} <small>${t(`rhythm.${one}What`)}</small></span>
          </label>`,
      )}
    </fieldset>
    ${rhythm === 'days' ? dayChoice(days, t, (chosen) => choose('days', chosen)) : nothing}`

/** At least one: the last that is left stays. */
const dayChoice = (days: readonly number[], t: T, choose: (days: number[]) => unknown): TemplateResult =>
  html`<fieldset>
    <legend class="c-label">${t('mails.days')}</legend>
    ${weekdays.map(
      (day) =>
        html`<label class="c-check">
          <input
            type="checkbox"
            name="day"
            id=${`day-${day}`}
            .checked=${live(days.includes(day))}
            ?disabled=${days.length === 1 && days[0] === day}
            @change=${() => choose(days.includes(day) ? days.filter((one) => one !== day) : [...days, day].sort((a, b) => a - b))}
          />
          <span>${t(`day.${day}`)}</span>
        </label>`,
    )}
  </fieldset>`

/** For each space: as in general, or otherwise. Days are those of the space, or of the general rhythm. */
export const spaceChoices = (
  spaces: readonly SpaceView[],
  { general, spaces: chosen }: MailRhythms,
  t: T,
  choose: (space: string, rhythm: Rhythm | null, days: number[]) => unknown,
): TemplateResult =>
  html`<section class="c-stack c-stack--2" aria-labelledby="by-space">
    <h3 class="c-head" id="by-space">${t('mails.spaces')}</h3>
    <div class="spaces">
      ${spaces.map(({ slug, name }) => {
        const own = chosen.find(({ space }) => space === slug)
        const days = own?.days.length ? own.days : general.days
        const offered = rhythms.filter((one) => one !== 'days' || own?.rhythm === 'days' || days.length > 0)
        const change = ({ target }: Event) => choose(slug, ((target as HTMLSelectElement).value || null) as Rhythm | null, days)
        return html`<div class="c-field">
          <label class="c-label" for=${`space-${slug}`}>${name}</label>
          <select class="c-select" id=${`space-${slug}`} .value=${live(own?.rhythm ?? '')} @change=${change}>
            <option value="" ?selected=${!own}>${t('rhythm.general')}</option>
            ${offered.map((one) => html`<option value=${one} ?selected=${own?.rhythm === one}>${t(`rhythm.${one}`)}</option>`)}
          </select>
        </div>`
      })}
    </div>
  </section>`

const night: QuietHours = { from: 21, until: 7 }

/** Over the night, unless she says otherwise. */
export function quietChoice(quiet: QuietHours | null, t: T, choose: (quiet: QuietHours | null) => unknown): TemplateResult {
  const hourChoice = (end: 'from' | 'until', { [end]: chosen, ...other }: QuietHours) => {
    const [taken] = Object.values(other)
    return html`<div class="c-field">
      <label class="c-label" for=${end}>${t(`mails.${end}`)}</label>
      <select
        class="c-select"
        id=${end}
        @change=${({ target }: Event) => choose({ ...quiet!, [end]: Number((target as HTMLSelectElement).value) })}
      >
        ${hours
          .filter((hour) => hour !== taken)
          .map((hour) => html`<option value=${hour} ?selected=${hour === chosen}>${t('mails.hour', { hour })}</option>`)}
      </select>
    </div>`
  }
  return html`<div class="c-stack c-stack--2">
    <label class="c-check">
      <input type="checkbox" name="quiet" .checked=${live(quiet !== null)} @change=${() => choose(quiet ? null : night)} />
      <span>${t('mails.quiet')} <small>${t('mails.quietWhat')}</small></span>
    </label>
    ${quiet ? html`<div class="c-line">${hourChoice('from', quiet)} ${hourChoice('until', quiet)}</div>` : nothing}
  </div>`
}

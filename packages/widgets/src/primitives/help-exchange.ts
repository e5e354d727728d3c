import { css, html, nothing, type TemplateResult } from 'lit'
import type { HelpTurn, HelpView } from '@cercle/sdk'
import type { HelpKey } from '../locales/help.fr.ts'
import type { Language, Translate } from '../locales/texts.ts'
import { dateInWords, type DateOptions } from './dates.ts'

/** How things are said. */
export interface HelpSetting {
  t: Translate<HelpKey>
  language: Language
  clock: DateOptions['clock']
  now: Date | undefined
}

/** What was said, the oldest first. `asker`: her name at the desk; absent: it is she who reads. */
export function saidSince(
  turns: readonly HelpTurn[],
  { t, ...said }: HelpSetting,
  asker?: string,
): TemplateResult | typeof nothing {
  if (!turns.length) return nothing
  const whose = ({ by, name, at }: HelpTurn) => {
    const date = dateInWords(at, said)
    if (by === 'asker') return asker === undefined ? t('said.you', { date }) : t('desk.she', { name: asker, date })
    return name ? t('said.by', { name, date }) : t('said.team', { date })
  }
  return html`<ul class="c-stack c-stack--3">
    ${turns.map(
      (turn) =>
        html`<li class="said c-stack c-stack--1">
          <p class="c-small c-soft">${whose(turn)}</p>
          <p class="words">${turn.text}</p>
        </li>`,
    )}
  </ul>`
}

/** What was asked, when, from where, and how to call back. */
export function whatWasAsked(
  { text, place, call, phone, askedAt }: Pick<HelpView, 'text' | 'place' | 'call' | 'phone' | 'askedAt'>,
  { t, ...said }: HelpSetting,
): TemplateResult {
  const facts = [
    t('asked.on', { date: dateInWords(askedAt, said) }),
    place && t('asked.from', { place }),
    call && t('asked.call'),
    phone && t('asked.phone', { phone }),
  ].filter(Boolean)
  return html`<p class="words">${text}</p>
    <p class="c-small c-soft">${facts.join(' · ')}</p>`
}

export const exchangeStyles = css`
  .words {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .said {
    padding-inline-start: var(--cercle-3);
    border-inline-start: 3px solid var(--cercle-line);
  }
  .outcome:focus,
  .title:focus {
    outline: none;
  }
`

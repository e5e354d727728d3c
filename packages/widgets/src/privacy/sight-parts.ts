import { html, type TemplateResult } from 'lit'
import type { AccessNote, ClientErrorCode } from '@cercle/sdk'
import type { PrivacyKey } from '../locales/privacy.fr.ts'
import { privacyReason } from '../locales/privacy.ts'
import type { Language, Translate } from '../locales/texts.ts'
import { banner } from '../primitives/banner.ts'
import { dateInWords, type DateOptions } from '../primitives/dates.ts'
import { again, offline } from '../primitives/icons.ts'
import { check, cross } from '../primitives/member-icons.ts'
import { alert, icon } from '../primitives/read-icons.ts'

type T = Translate<PrivacyKey>

export interface NoteSetting {
  t: T
  language: Language
  clock: DateOptions['clock']
  now: Date | undefined
}

const seen: readonly PrivacyKey[] = [
  'sees.texts',
  'sees.earlier',
  'sees.name',
  'sees.help',
  'sees.accepted',
  'sees.spaces',
  'sees.counts',
]
const unseen: readonly PrivacyKey[] = [
  'blind.spaces',
  'blind.refused',
  'blind.drafts',
  'blind.reading',
  'blind.gestures',
  'blind.withdrawn',
  'blind.address',
]
const outside: readonly PrivacyKey[] = ['outside.texts', 'outside.figures']

const list = (id: string, title: string, drawing: string, keys: readonly PrivacyKey[], t: T): TemplateResult =>
  html`<section class="c-stack c-stack--1" aria-labelledby=${id}>
    <h3 class="c-head" id=${id}>${title}</h3>
    <ul class="facts">
      ${keys.map((key) => html`<li class="c-with c-with--top">${icon(drawing)} <span>${t(key)}</span></li>`)}
    </ul>
  </section>`

/** What she sees, what she cannot see, what nobody outside sees. */
export const whatIsSeen = (t: T): TemplateResult =>
  html`${list('sees', t('sees.title'), check, seen, t)} ${list('blind', t('blind.title'), cross, unseen, t)}
    ${list('outside', t('outside.title'), cross, outside, t)}
    <p>${t('outside.public')}</p>`

/** Who looked, and when. */
export function noteList(notes: readonly AccessNote[], { t, ...said }: NoteSetting): TemplateResult {
  if (!notes.length) return html`<p class="c-soft">${t('journal.none')}</p>`
  return html`<ul class="notes">
    ${notes.map(
      ({ at, kind, by }) =>
        html`<li class="note" tabindex="-1">
          ${t(`journal.${kind}`, { name: by, date: dateInWords(at, { ...said, hour: 'always' }) })}
        </li>`,
    )}
  </ul>`
}

export function journalFailure(code: ClientErrorCode, t: T, retry: () => unknown): TemplateResult {
  const isOffline = code === 'offline' || code === 'aborted'
  return banner({
    tone: isOffline ? 'warn' : 'bad',
    icon: isOffline ? offline : alert,
    text: html`<b>${t('journal.failed')}</b> ${t(privacyReason(code))}`,
    action: html`<button class="c-btn" type="button" @click=${retry}>${icon(again, true)} ${t('fail.retry')}</button>`,
    part: 'error',
  })
}

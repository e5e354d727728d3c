import { html, nothing, type TemplateResult } from 'lit'
import type { ClientErrorCode, OwnHelp, SpaceView } from '@cercle/sdk'
import type { HelpKey } from '../locales/help.fr.ts'
import { helpReason } from '../locales/help.ts'
import type { Translate } from '../locales/texts.ts'
import { banner } from '../primitives/banner.ts'
import { again, offline } from '../primitives/icons.ts'
import { alert, icon, lock } from '../primitives/read-icons.ts'

export type HelpT = Translate<HelpKey>

/** Where the line stands. */
export interface HelpPlace {
  element: string | undefined
  /** Slug. */
  space: string | undefined
  /** Name of the site around it. */
  site: string | undefined
}

const elements: Readonly<Record<string, HelpKey>> = {
  feed: 'place.feed',
  account: 'place.account',
  community: 'place.community',
  join: 'place.join',
}

/**
 * Where she is, in words; empty: not known. A restricted space is not named: who facilitates may not be in it, and is then not told that there is one.
 */
export function placeInWords({ element, space, site }: HelpPlace, spaces: readonly SpaceView[], t: HelpT): string {
  const key = elements[element ?? '']
  if (!key) return ''
  const shown = spaces.find(({ slug, level }) => slug === space && level !== 'restricted')
  const place = shown ? t('place.space', { element: t(key), space: shown.name }) : t(key)
  const whole = site ? t('place.site', { place, site }) : place
  return [...whole].slice(0, 120).join('')
}

/** Who will read it, before a word is written; and when they can be reached. */
export function whoReads({ readers }: OwnHelp, names: string, t: HelpT): TemplateResult {
  const key = readers.length === 0 ? 'reads.team' : readers.length === 1 ? 'reads.one' : 'reads.more'
  return html`<p class="c-with c-with--top">${icon(lock)} <span>${t(key, { names })}</span></p>
    ${readers.map(({ name, availability }) =>
      availability ? html`<p class="c-small c-soft">${t('reads.reachable', { name, availability })}</p>` : nothing,
    )}`
}

/** Optional, and kept nowhere here. */
export const phoneField = (t: HelpT): TemplateResult =>
  html`<div class="c-field">
    <label class="c-label" for="phone">${t('phone')}</label>
    <input class="c-input" id="phone" type="tel" autocomplete="tel" maxlength="40" aria-describedby="phone-hint" />
    <p class="c-hint" id="phone-hint">${t('phone.hint')}</p>
  </div>`

/** What was written did not leave. As many wait as may: what helps then is no second try. */
export const askFailure = (code: ClientErrorCode, t: HelpT): TemplateResult =>
  code === 'conflict'
    ? banner({ tone: 'warn', icon: alert, text: html`<b>${t('sent.failed')}</b> ${t('fail.full')}`, part: 'error' })
    : helpFailure('sent.failed', code, t)

/** What did not work and why, with the way to try again where there is one. */
export function helpFailure(what: HelpKey, code: ClientErrorCode, t: HelpT, retry?: () => unknown): TemplateResult {
  const isOffline = code === 'offline' || code === 'aborted'
  return banner({
    tone: isOffline ? 'warn' : 'bad',
    icon: isOffline ? offline : alert,
    text: html`<b>${t(what)}</b> ${t(helpReason(code))}`,
    action: retry
      ? html`<button class="c-btn" type="button" @click=${retry}>${icon(again, true)} ${t('fail.retry')}</button>`
      : nothing,
    part: 'error',
  })
}

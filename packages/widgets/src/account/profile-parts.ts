import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { ClientErrorCode, Profile } from '@cercle/sdk'
import { accountReason } from '../locales/account.ts'
import type { AccountKey } from '../locales/account.fr.ts'
import type { Translate } from '../locales/texts.ts'
import { banner } from '../primitives/banner.ts'
import { again, offline } from '../primitives/icons.ts'
import { alert, icon } from '../primitives/read-icons.ts'

type T = Translate<AccountKey>

/** Whether where she works is read beside her name, and how both will be. */
export function showing(
  { name, organisation, organisationShown }: Pick<Profile, 'name' | 'organisation' | 'organisationShown'>,
  t: T,
): TemplateResult {
  const who = name.trim() || '…'
  return html`<div class="c-field">
    <label class="c-check">
      <input type="checkbox" id="organisationShown" aria-describedby="showsAs showsDesk" .checked=${live(organisationShown)} />
      <span>${t('profile.show')}</span>
    </label>
    <p class="c-hint" id="showsAs">
      ${t('profile.showsAs', { who: organisationShown && organisation ? `${who}, ${organisation}` : who })}
    </p>
    <p class="c-hint" id="showsDesk">${t('profile.showsDesk')}</p>
  </div>`
}

/** What follows from facts, and who sees it. */
export const whatIsNoted = ({ organisation, organisationShown, region }: Profile, t: T): TemplateResult =>
  html`<section class="c-stack c-stack--2" aria-labelledby="facts">
    <h3 class="c-head" id="facts">${t('profile.facts')}</h3>
    <dl class="c-stack c-stack--3">
      ${(['organisation', 'region'] as const).map(
        (key) =>
          html`<div>
            <dt class="c-label">${t(`profile.${key}`)}</dt>
            <dd>${{ organisation, region }[key] ?? t('profile.unsaid')}</dd>
            <dd class="c-hint">
              ${t(key === 'organisation' && !organisationShown ? 'profile.organisationHidden' : `profile.${key}Seen`)}
            </dd>
          </div>`,
      )}
    </dl>
  </section>`

export function profileFailure(
  what: Extract<AccountKey, `${string}ailed`>,
  code: ClientErrorCode,
  t: T,
  retry?: () => unknown,
): TemplateResult {
  const isOffline = code === 'offline' || code === 'aborted'
  return banner({
    tone: isOffline ? 'warn' : 'bad',
    icon: isOffline ? offline : alert,
    text: html`<b>${t(what)}</b> ${t(accountReason(code))}`,
    action: retry
      ? html`<button class="c-btn" type="button" @click=${retry}>${icon(again, true)} ${t('fail.retry')}</button>`
      : nothing,
    part: 'error',
  })
}

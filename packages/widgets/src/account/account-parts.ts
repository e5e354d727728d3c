import { html, nothing, type TemplateResult } from 'lit'
import type { Cercle, CommunityView, DeviceView, Profile, ViewerView } from '@cercle/sdk'
import type { AccountDevices } from '../controllers/account-devices.ts'
import type { MemberKey } from '../locales/member.fr.ts'
import { reasons } from '../locales/member-reasons.ts'
import type { Language, Translate } from '../locales/texts.ts'
import { avatar } from '../primitives/avatar.ts'
import { banner } from '../primitives/banner.ts'
import { dateInWords, type DateOptions } from '../primitives/dates.ts'
import { again, key, offline } from '../primitives/icons.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import { chevronDown, circleCheck, logOut, monitor, trash } from '../primitives/member-icons.ts'

/** How things are said of an account. */
export interface AccountSetting {
  t: Translate<MemberKey>
  language: Language
  clock: DateOptions['clock']
  now: Date | undefined
}

/** For a stranger: the way in. */
export const wayIn = ({ t }: AccountSetting, enter: () => void): TemplateResult =>
  html`<div class="c-line">
    <button class="c-btn" type="button" part="sign-in" @click=${enter}>${icon(key, true)} ${t('account.signIn')}</button>
    <span class="c-small c-soft">${t('account.stranger')}</span>
  </div>`

/** Who is signed in here. */
export const whoIsHere = (
  { name, organisation, status }: ViewerView,
  { t }: AccountSetting,
  leave: () => unknown,
): TemplateResult =>
  html`<div class="c-card c-card--snug me">
    <div class="c-by">
      ${avatar(name)}
      <span
        ><b>${name}</b
        >${organisation ? html`<small>${organisation}</small>` : nothing}${status === 'pending' ? html`<small>${t('account.pending')}</small>` : nothing}</span
      >
    </div>
    <button class="c-btn" type="button" @click=${leave}>${icon(logOut, true)} ${t('account.signOut')}</button>
  </div>`

/** What is said of her, and who sees it; closed until it is wanted. */
export const whatIsSaid = (
  client: Cercle | undefined,
  community: CommunityView,
  change: (event: CustomEvent<Profile>) => void,
): TemplateResult =>
  html`<cercle-profile
    exportparts="error"
    .client=${client}
    .community=${community}
    @cercle-profile-change=${change}
  ></cercle-profile>`

/** For who facilitates, where the desk is known: it opens beside the page that she is in. */
export const wayToDesk = (
  { facilitates, status }: ViewerView,
  desk: string | undefined,
  { t }: AccountSetting,
): TemplateResult | typeof nothing =>
  facilitates && status === 'active' && desk
    ? html`<p>
        <a class="c-link" href=${desk} target="_blank" rel="noopener">${t('desk')}</a>
      </p>`
    : nothing

function deviceRow(device: DeviceView, setting: AccountSetting, close: (id: string) => void): TemplateResult {
  const { t, language, clock, now } = setting
  const say = (instant: string) => dateInWords(instant, { language, clock, now })
  const site = device.site ? t('device.site', { site: device.site }) : t('device.own')
  const used = say(device.lastUsedAt)
  return html`<li class="c-row device">
    ${icon(monitor, true)}
    <div>
      <b>${site}</b>
      <p class="c-small c-soft">${t('device.since', { date: say(device.signedInAt) })}, ${t('device.used', { date: used })}</p>
    </div>
    ${
      device.current
        ? html`<span class="c-badge c-badge--good">${t('device.here')}</span>`
        : html`<button
            class="c-btn"
            type="button"
            aria-label=${t('device.closeOf', { site, date: used })}
            @click=${() => close(device.id)}
          >
            ${icon(logOut, true)} ${t('device.close')}
          </button>`
    }
  </li>`
}

/** Before one leaves with messages that were not sent: what is lost, and the way to stay. */
export const leavingQuestion = (
  count: number,
  { t }: AccountSetting,
  go: () => void,
  stay: () => unknown,
): TemplateResult | typeof nothing =>
  count
    ? html`<div class="c-card c-card--snug leaving c-stack c-stack--3" role="group" aria-labelledby="unsent">
        <p class="c-with c-with--top" id="unsent">${icon(alert, true)} <span>${t('account.unsent', { count })}</span></p>
        <div class="c-line c-acts">
          <button class="c-btn stay" type="button" aria-describedby="unsent" @click=${stay}>${t('account.stay')}</button>
          <button class="c-btn erase" type="button" @click=${go}>${icon(trash, true)} ${t('account.leave')}</button>
        </div>
      </div>`
    : nothing

/** One signature, to be printed. */
export const charterProof = (id: string, client: Cercle | undefined, close: () => unknown): TemplateResult =>
  html`<cercle-charter-proof
    exportparts="error"
    .client=${client}
    .signatureId=${id}
    @cercle-charter-proof-close=${close}
  ></cercle-charter-proof>`

/** What happened that concerns a member, and when mail tells her of it; closed until they are wanted. */
export const whatConcerns = (
  client: Cercle | undefined,
  community: CommunityView,
  { status }: ViewerView,
  now: Date | undefined,
): TemplateResult =>
  html`<cercle-notices
      exportparts="error"
      .client=${client}
      .community=${community}
      .hears=${status === 'active'}
      .now=${now}
    ></cercle-notices>
    <cercle-mail-rhythms exportparts="error" .client=${client} .community=${community}></cercle-mail-rhythms>`

/** What she accepts; closed until it is wanted. */
export const whatIsAccepted = (client: Cercle | undefined, community: CommunityView): TemplateResult =>
  html`<cercle-consents exportparts="error" .client=${client} .community=${community}></cercle-consents>`

/** In which language she is spoken to, and whether data are spared; closed until it is wanted. */
export const howItSpeaks = (
  client: Cercle | undefined,
  community: CommunityView,
  { language }: ViewerView,
  change: (event: CustomEvent<Profile>) => void,
): TemplateResult =>
  html`<cercle-preferences
    exportparts="error"
    .client=${client}
    .community=${community}
    .chosen=${language}
    @cercle-profile-change=${change}
  ></cercle-preferences>`

/** For the pivot of a group. */
export const pivotInvitations = (
  client: Cercle | undefined,
  community: CommunityView,
  { pivot }: ViewerView,
  now: Date | undefined,
): TemplateResult | typeof nothing =>
  pivot === null
    ? nothing
    : html`<cercle-own-invitations
        exportparts="error"
        .client=${client}
        .community=${community}
        .now=${now}
      ></cercle-own-invitations>`

/** What the facilitator can see of a member, and who looked; closed until it is wanted. */
export const facilitatorSight = (
  client: Cercle | undefined,
  community: CommunityView,
  viewer: ViewerView,
  now: Date | undefined,
): TemplateResult =>
  html`<cercle-sight exportparts="error" .client=${client} .community=${community} .viewer=${viewer} .now=${now}></cercle-sight>`

/** Where one is signed in, closed until it is wanted, and how to end it. */
export function deviceList(devices: AccountDevices, setting: AccountSetting, close: (id?: string) => void): TemplateResult {
  const { t } = setting
  const { list, others, failed, failure, said } = devices
  const retry = html`<button class="c-btn" type="button" @click=${devices.load}>${icon(again, true)} ${t('send.retry')}</button>`
  return html`<section class="c-stack c-stack--3" aria-label=${t('device.title')}>
    ${
      list
        ? html`<details class="c-more">
            <summary id="devices">
              ${t('device.counted', { count: list.length })} <span class="c-turn">${icon(chevronDown)}</span>
            </summary>
            ${
              others.length > 1
                ? html`<button class="c-btn c-btn--quiet" type="button" @click=${() => close()}>
                    ${icon(logOut, true)} ${t('device.closeOthers')}
                  </button>`
                : nothing
            }
            <ul class="c-list">
              ${list.map((device) => deviceRow(device, setting, close))}
            </ul>
          </details>`
        : nothing
    }
    ${
      failed
        ? banner({
            tone: 'bad',
            icon: alert,
            text: html`<b>${t(failed)}</b> ${t(reasons[failure ?? 'internal'])}`,
            action: failed === 'device.failed' ? retry : nothing,
            part: 'error',
          })
        : nothing
    }
    <p class=${said ? 'c-small c-soft c-with' : 'c-hidden'} role="status">
      ${said ? [icon(circleCheck), html`<span>${t(said)}</span>`] : ''}
    </p>
  </section>`
}

/** Why the account cannot be shown, and what to do. */
export function accountFailure(state: 'error' | 'offline', { t }: AccountSetting, retry: () => void): TemplateResult {
  const isOffline = state === 'offline'
  return banner({
    tone: isOffline ? 'warn' : 'bad',
    icon: isOffline ? offline : alert,
    text: isOffline
      ? html`<b>${t('send.offline')}</b> ${t('account.offline')}`
      : html`<b>${t('account.failed')}</b> ${t('send.internal')}`,
    action: html`<button class="c-btn" type="button" @click=${retry}>${icon(again, true)} ${t('send.retry')}</button>`,
    part: 'error',
  })
}

import { html, nothing, type TemplateResult } from 'lit'
import type { ClientErrorCode, NotificationView } from '@cercle/sdk'
import type { NotificationsKey } from '../locales/notifications.fr.ts'
import { notificationsReason } from '../locales/notifications.ts'
import type { Language, Translate } from '../locales/texts.ts'
import { banner } from '../primitives/banner.ts'
import { dateInWords, type DateOptions } from '../primitives/dates.ts'
import { again, offline } from '../primitives/icons.ts'
import { alert, icon } from '../primitives/read-icons.ts'

type T = Translate<NotificationsKey>

/** How things are said. */
export interface NoticeSetting {
  t: T
  language: Language
  clock: DateOptions['clock']
  now: Date | undefined
}

/** What happened, in one sentence. A title that was taken back is not said. */
function sentence({ kind, count, thread }: NotificationView, t: T): string {
  if (kind === 'charter') return t('notice.charter')
  if (kind === 'membership') return t('notice.membership')
  return thread?.title ? t(`notice.${kind}`, { count, title: thread.title }) : t(`notice.${kind}Untitled`, { count })
}

/** One line for each thing that something happened to. */
export function noticeList(items: readonly NotificationView[], { t, ...said }: NoticeSetting): TemplateResult {
  if (items.length === 0) return html`<p class="c-soft">${t('notices.none')}</p>`
  return html`<ul class="c-list">
    ${items.map(
      (item) =>
        html`<li class="c-row notice" tabindex="-1">
          <p>${sentence(item, t)}</p>
          <p class="c-small c-soft c-line">
            ${item.read ? nothing : html`<span class="c-badge c-badge--good">${t('notices.unread')}</span>`}
            <span>${dateInWords(item.at, said)}</span>
          </p>
        </li>`,
    )}
  </ul>`
}

/** What did not come or was not noted, why, and the way to try again where there is one. */
export function noticeFailure(what: NotificationsKey, code: ClientErrorCode, t: T, retry?: () => unknown): TemplateResult {
  const isOffline = code === 'offline' || code === 'aborted'
  return banner({
    tone: isOffline ? 'warn' : 'bad',
    icon: isOffline ? offline : alert,
    text: html`<b>${t(what)}</b> ${t(notificationsReason(code))}`,
    action: retry
      ? html`<button class="c-btn" type="button" @click=${retry}>${icon(again, true)} ${t('fail.retry')}</button>`
      : nothing,
    part: 'error',
  })
}

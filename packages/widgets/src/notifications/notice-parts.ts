import { html, nothing, type TemplateResult } from 'lit'
import type { Cercle, ClientErrorCode, NotificationView, SpaceView } from '@cercle/sdk'
import type { Session } from '../context/session.ts'
import type { NotificationsKey } from '../locales/notifications.fr.ts'
import { notificationsReason } from '../locales/notifications.ts'
import type { Language, Translate } from '../locales/texts.ts'
import { banner } from '../primitives/banner.ts'
import { dateInWords, type DateOptions } from '../primitives/dates.ts'
import { again, offline } from '../primitives/icons.ts'
import { bell } from '../primitives/member-icons.ts'
import { alert, icon } from '../primitives/read-icons.ts'

type T = Translate<NotificationsKey>

/** Stands for more. */
const MANY = 99

/** How things are said. */
export interface NoticeSetting {
  t: T
  language: Language
  clock: DateOptions['clock']
  now: Date | undefined
  /** She goes to a discussion. */
  open: (id: string, item: NotificationView) => unknown
}

/** What happened, in one sentence. A title that was taken back is not said. */
function sentence({ kind, count, thread, within }: NotificationView, t: T): string {
  if (kind === 'charter' || kind === 'membership' || kind === 'help') return t(`notice.${kind}`)
  if (kind === 'thread') return t('notice.thread', { count, space: within?.name ?? '' })
  return thread?.title ? t(`notice.${kind}`, { count, title: thread.title }) : t(`notice.${kind}Untitled`, { count })
}

/** Leads to a discussion. */
const way = (id: string, words: string, item: NotificationView, { open }: NoticeSetting): TemplateResult =>
  html`<button class="c-link way" type="button" data-thread=${id} @click=${() => open(id, item)}>${words}</button>`

/** The sentence, which is the way to its discussion where there is one; of several, each has its own. */
function told(item: NotificationView, setting: NoticeSetting): TemplateResult {
  const { thread, within } = item
  const words = sentence(item, setting.t)
  if (thread) return html`<p>${way(thread.id, words, item, setting)}</p>`
  const named = (within?.newest ?? []).filter(({ title }) => title)
  return html`<p>${words}</p>
    ${
      named.length
        ? html`<ul class="newest">
            ${named.map(({ id, title }) => html`<li>${way(id, title, item, setting)}</li>`)}
          </ul>`
        : nothing
    }`
}

/** One line for each thing that something happened to. */
export function noticeList(items: readonly NotificationView[], setting: NoticeSetting): TemplateResult {
  const { t, language, clock, now } = setting
  if (items.length === 0) return html`<p class="c-soft">${t('notices.none')}</p>`
  return html`<ul class="c-list">
    ${items.map(
      (item) =>
        html`<li class="c-row notice" tabindex="-1">
          ${told(item, setting)}
          <p class="c-small c-soft c-line">
            ${item.read ? nothing : html`<span class="c-badge c-badge--good">${t('notices.unread')}</span>`}
            <span>${dateInWords(item.at, { language, clock, now })}</span>
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

/** « Du nouveau : 3 » on the bell; in an account, the title and a number where there is something new. */
export function noticeHead(unread: number | undefined, isBell: boolean, t: T): TemplateResult {
  const isMany = unread === MANY
  if (isBell) {
    const count = unread ?? 0
    const words =
      unread === undefined ? t('notices.title') : isMany ? t('bell.many') : t(count ? 'bell.new' : 'bell.none', { count })
    return html`${icon(bell, true)} <span>${words}</span>`
  }
  const badge = unread ? (isMany ? t('notices.many') : t('notices.new', { count: unread })) : ''
  return html`${t('notices.title')} ${badge ? html`<span class="c-badge c-badge--good">${badge}</span>` : nothing}`
}

/** A discussion in the place of the notices. */
export const noticeThread = (
  { id, space, session }: { id: string; space: SpaceView | undefined; session: Session },
  client: Cercle | undefined,
  now: Date | undefined,
  close: () => unknown,
  changed: (event: CustomEvent) => void,
): TemplateResult =>
  html`<cercle-thread
    exportparts="thread, post, compose, send, audience, error"
    .threadId=${id}
    .client=${client}
    .community=${session.community}
    .viewer=${session.viewer}
    .space=${space}
    .draftScope=${`${session.community.slug} ${session.viewer?.memberId}`}
    .now=${now}
    @cercle-thread-close=${close}
    @cercle-thread-changed=${changed}
  ></cercle-thread>`

import type { ClientErrorCode } from '@cercle/sdk'
import type { NotificationsKey } from './notifications.fr.ts'
import type { Catalogue, Language } from './texts.ts'

/** For `new Texts(this, notifications)`: fetched in the language that is wanted. */
export const notifications: Readonly<Record<Language, () => Promise<Catalogue<NotificationsKey>>>> = {
  fr: async () => (await import('./notifications.fr.ts')).notificationsFr,
  en: async () => (await import('./notifications.en.ts')).notificationsEn,
}

const reasons: Partial<Record<ClientErrorCode, NotificationsKey>> = {
  offline: 'fail.offline',
  aborted: 'fail.offline',
  unavailable: 'fail.busy',
  rate_limited: 'fail.busy',
  unauthorized: 'fail.over',
}

/** Why something did not come, or was not noted, in words. */
export const notificationsReason = (code: ClientErrorCode): NotificationsKey => reasons[code] ?? 'fail.internal'

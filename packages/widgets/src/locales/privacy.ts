import type { ClientErrorCode } from '@cercle/sdk'
import type { PrivacyKey } from './privacy.fr.ts'
import type { Catalogue, Language } from './texts.ts'

/** For `new Texts(this, privacy)`: fetched in the language that is wanted. */
export const privacy: Readonly<Record<Language, () => Promise<Catalogue<PrivacyKey>>>> = {
  fr: async () => (await import('./privacy.fr.ts')).privacyFr,
  en: async () => (await import('./privacy.en.ts')).privacyEn,
}

const reasons: Partial<Record<ClientErrorCode, PrivacyKey>> = {
  offline: 'fail.offline',
  aborted: 'fail.offline',
  unavailable: 'fail.busy',
  rate_limited: 'fail.busy',
  unauthorized: 'fail.over',
}

/** Why the list of looks did not come, in words. */
export const privacyReason = (code: ClientErrorCode): PrivacyKey => reasons[code] ?? 'fail.internal'

import type { ClientErrorCode } from '@cercle/sdk'
import type { CharterKey } from './charter.fr.ts'
import type { Catalogue, Language } from './texts.ts'

/** For `new Texts(this, charter)`: fetched in the language that is wanted. */
export const charter: Readonly<Record<Language, () => Promise<Catalogue<CharterKey>>>> = {
  fr: async () => (await import('./charter.fr.ts')).charterFr,
  en: async () => (await import('./charter.en.ts')).charterEn,
}

const reasons: Partial<Record<ClientErrorCode, CharterKey>> = {
  offline: 'fail.offline',
  aborted: 'fail.offline',
  unavailable: 'fail.busy',
  rate_limited: 'fail.busy',
  unauthorized: 'fail.over',
  not_found: 'fail.gone',
}

/** Why a call about a charter failed, in words. */
export const charterReason = (code: ClientErrorCode | undefined): CharterKey => (code && reasons[code]) ?? 'fail.internal'

import type { ClientErrorCode } from '@cercle/sdk'
import type { AccountKey } from './account.fr.ts'
import type { Catalogue, Language } from './texts.ts'

/** For `new Texts(this, account)`: fetched in the language that is wanted. */
export const account: Readonly<Record<Language, () => Promise<Catalogue<AccountKey>>>> = {
  fr: async () => (await import('./account.fr.ts')).accountFr,
  en: async () => (await import('./account.en.ts')).accountEn,
}

const reasons: Partial<Record<ClientErrorCode, AccountKey>> = {
  offline: 'fail.offline',
  aborted: 'fail.offline',
  unavailable: 'fail.busy',
  rate_limited: 'fail.busy',
  unauthorized: 'fail.over',
}

/** Why a call about oneself failed, in words. */
export const accountReason = (code: ClientErrorCode): AccountKey => reasons[code] ?? 'fail.internal'

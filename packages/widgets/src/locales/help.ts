import type { ClientErrorCode } from '@cercle/sdk'
import type { HelpKey } from './help.fr.ts'
import type { Catalogue, Language } from './texts.ts'

/** For `new Texts(this, help)`: fetched in the language that is wanted. */
export const help: Readonly<Record<Language, () => Promise<Catalogue<HelpKey>>>> = {
  fr: async () => (await import('./help.fr.ts')).helpFr,
  en: async () => (await import('./help.en.ts')).helpEn,
}

const reasons: Partial<Record<ClientErrorCode, HelpKey>> = {
  offline: 'fail.offline',
  aborted: 'fail.offline',
  unavailable: 'fail.busy',
  rate_limited: 'fail.busy',
  unauthorized: 'fail.over',
  not_found: 'fail.gone',
}

/** Why it did not work, in words. */
export const helpReason = (code: ClientErrorCode): HelpKey => reasons[code] ?? 'fail.internal'

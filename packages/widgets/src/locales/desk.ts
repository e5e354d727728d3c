import type { ClientErrorCode } from '@cercle/sdk'
import type { DeskKey } from './desk.fr.ts'
import type { Catalogue, Language } from './texts.ts'

/** For `new Texts(this, desk)`: fetched in the language that is wanted. */
export const desk: Readonly<Record<Language, () => Promise<Catalogue<DeskKey>>>> = {
  fr: async () => (await import('./desk.fr.ts')).deskFr,
  en: async () => (await import('./desk.en.ts')).deskEn,
}

const reasons: Partial<Record<ClientErrorCode, DeskKey>> = {
  offline: 'fail.offline',
  aborted: 'fail.offline',
  unavailable: 'fail.busy',
  rate_limited: 'fail.busy',
  unauthorized: 'fail.over',
  forbidden: 'fail.refused',
  proof_needed: 'fail.unproved',
  not_found: 'fail.gone',
  conflict: 'fail.taken',
  invalid: 'fail.invalid',
}

/** Why something at the desk did not work, in words. */
export const deskReason = (code: ClientErrorCode): DeskKey => reasons[code] ?? 'fail.internal'

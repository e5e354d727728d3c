import type { JoinKey } from './join.fr.ts'
import type { Catalogue, Language } from './texts.ts'

/** For `new Texts(this, join)`: fetched in the language that is wanted. */
export const join: Readonly<Record<Language, () => Promise<Catalogue<JoinKey>>>> = {
  fr: async () => (await import('./join.fr.ts')).joinFr,
  en: async () => (await import('./join.en.ts')).joinEn,
}

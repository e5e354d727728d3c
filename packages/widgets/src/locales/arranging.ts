import type { ArrangingKey } from './arranging.fr.ts'
import type { Catalogue, Language } from './texts.ts'

/** For `new Texts(this, arranging)`: fetched in the language that is wanted. */
export const arranging: Readonly<Record<Language, () => Promise<Catalogue<ArrangingKey>>>> = {
  fr: async () => (await import('./arranging.fr.ts')).arrangingFr,
  en: async () => (await import('./arranging.en.ts')).arrangingEn,
}

import type { AimsKey } from './aims.fr.ts'
import type { Catalogue, Language } from './texts.ts'

/** For `new Texts(this, aims)`: fetched in the language that is wanted. */
export const aims: Readonly<Record<Language, () => Promise<Catalogue<AimsKey>>>> = {
  fr: async () => (await import('./aims.fr.ts')).aimsFr,
  en: async () => (await import('./aims.en.ts')).aimsEn,
}

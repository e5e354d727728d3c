import type { ContactKey } from './contact.fr.ts'
import type { Catalogue, Language } from './texts.ts'

/** For `new Texts(this, contact)`: fetched in the language that is wanted. */
export const contact: Readonly<Record<Language, () => Promise<Catalogue<ContactKey>>>> = {
  fr: async () => (await import('./contact.fr.ts')).contactFr,
  en: async () => (await import('./contact.en.ts')).contactEn,
}

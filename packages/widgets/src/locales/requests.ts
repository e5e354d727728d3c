import type { RequestsKey } from './requests.fr.ts'
import type { Catalogue, Language } from './texts.ts'

/** For `new Texts(this, requests)`: fetched in the language that is wanted. */
export const requests: Readonly<Record<Language, () => Promise<Catalogue<RequestsKey>>>> = {
  fr: async () => (await import('./requests.fr.ts')).requestsFr,
  en: async () => (await import('./requests.en.ts')).requestsEn,
}

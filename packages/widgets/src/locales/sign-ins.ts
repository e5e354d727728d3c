import type { SignInsKey } from './sign-ins.fr.ts'
import type { Catalogue, Language } from './texts.ts'

/** For `new Texts(this, signIns)`: fetched in the language that is wanted. */
export const signIns: Readonly<Record<Language, () => Promise<Catalogue<SignInsKey>>>> = {
  fr: async () => (await import('./sign-ins.fr.ts')).signInsFr,
  en: async () => (await import('./sign-ins.en.ts')).signInsEn,
}

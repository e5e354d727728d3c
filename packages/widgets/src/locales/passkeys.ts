import type { PasskeysKey } from './passkeys.fr.ts'
import type { Catalogue, Language } from './texts.ts'

/** For `new Texts(this, passkeys)`: fetched in the language that is wanted. */
export const passkeys: Readonly<Record<Language, () => Promise<Catalogue<PasskeysKey>>>> = {
  fr: async () => (await import('./passkeys.fr.ts')).passkeysFr,
  en: async () => (await import('./passkeys.en.ts')).passkeysEn,
}

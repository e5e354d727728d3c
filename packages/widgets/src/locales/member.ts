import type { MemberKey } from './member.fr.ts'
import type { Catalogue, Language } from './texts.ts'

/** For `new Texts(this, member)`: fetched in the language that is wanted, so that nobody loads two. */
export const member: Readonly<Record<Language, () => Promise<Catalogue<MemberKey>>>> = {
  fr: async () => (await import('./member.fr.ts')).memberFr,
  en: async () => (await import('./member.en.ts')).memberEn,
}

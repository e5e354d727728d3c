import type { MailKind } from './mail-kind.ts'
import { news } from './templates/news.ts'

/** Every kind of mail, one line each; the name is stored with the mails that wait. */
export const mailKinds = { news }

export type MailKindName = keyof typeof mailKinds
export type FactsOf<Name extends MailKindName> =
  (typeof mailKinds)[Name] extends MailKind<infer Fact> ? Partial<Record<Fact, string>> : never

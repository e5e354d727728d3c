import type { MailKind } from './mail-kind.ts'
import { deskAnswer, deskRequest } from './templates/desk-request.ts'
import { deskHelp, helpAnswered } from './templates/help.ts'
import { invitation, joinApproved, joinAsked, joinRefused } from './templates/join-decision.ts'
import { joinAgain, joinMember, joinReceived } from './templates/join-request.ts'
import { news } from './templates/news.ts'
import { passkeyAdded, passkeyRemoved } from './templates/passkey-change.ts'

/** Every kind of mail, one line each; the name is stored with the mails that wait. */
export const mailKinds = {
  news,
  'desk-request': deskRequest,
  'desk-answer': deskAnswer,
  'desk-help': deskHelp,
  'help-answered': helpAnswered,
  'join-received': joinReceived,
  'join-again': joinAgain,
  'join-member': joinMember,
  'join-asked': joinAsked,
  'join-approved': joinApproved,
  'join-refused': joinRefused,
  invitation,
  'passkey-added': passkeyAdded,
  'passkey-removed': passkeyRemoved,
}

export type MailKindName = keyof typeof mailKinds
export type FactsOf<Name extends MailKindName> =
  (typeof mailKinds)[Name] extends MailKind<infer Fact> ? Partial<Record<Fact, string>> : never

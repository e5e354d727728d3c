import type { CommunityLanguage } from '../locales/texts.ts'
import type { Letter } from './mail-letter.ts'

/** Who may have a mail of this kind, asked again when it is sent. */
export type MailReach =
  /** A member whose membership stands, whether or not she has signed the charter. */
  | 'member'
  /** A member who has signed, and who reads the mail's space where it has one. */
  | 'reader'
  /** A member who facilitates. */
  | 'facilitator'
  /** Somebody who is no member: whoever asked to join, or was invited. */
  | 'address'

/** What a letter may say of where it comes from, as it is when it is sent. */
export interface MailPlace {
  /** The community's name. */
  community: string
  /** What who facilitates is called there, in the language of the mail; absent: our words. */
  facilitator?: string
  /** The community's page. */
  page: string
  /** Cercle's own address, without a slash at the end. */
  origin: string
}

/** One kind of mail. Facts hold no text that a member wrote (R47). */
export interface MailKind<Fact extends string = string> {
  reach: MailReach
  /** Whoever stops one mail stops all of its topic; absent: an answer to what a person did herself, which cannot be stopped. */
  topic?: 'news' | 'invitations'
  /** A fact that is not there is one that the caller left out. */
  write: Record<CommunityLanguage, (facts: Readonly<Partial<Record<Fact, string>>>, place: MailPlace) => Letter>
}

/** Says of which facts a kind is made, so that `queueMail` knows. */
export const mailKind = <Fact extends string>(kind: MailKind<Fact>): MailKind<Fact> => kind

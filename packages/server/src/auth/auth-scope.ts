import type { Clock } from '../clock.ts'
import type { Db } from '../db/tables.ts'
import type { MailTransport } from '../mail/mail-transport.ts'
import type { RequestFacts } from '../trpc/context.ts'
import type { AuthLimits } from './auth-limits.ts'
import type { KeyRing } from './key-ring.ts'

/** What the server lends to sign-in beside the database. */
export interface AuthParts {
  mail: MailTransport
  limits: AuthLimits
  /** Runs after the answer has left: a mail that takes its time must not tell a known address from an unknown one. */
  later(work: () => Promise<void>): void
  /** The keys that partners publish. */
  keyRing: KeyRing
  /** Where this server is reached from outside, without a slash at the end. */
  publicUrl(): string
}

/** What one call of sign-in may use. Its role reads persons, members, codes and sessions of one community, and no discussion. */
export interface AuthScope extends AuthParts {
  db: Db
  communityId: string
  clock: Clock
  facts: RequestFacts
  newId(): string
}

/** What a call may use that first has to hear from elsewhere, which may be slow: no transaction is open until it asks for one. */
export interface SiteScope extends AuthParts {
  clock: Clock
  facts: RequestFacts
  /** Reads in a short transaction of its own; `not_found` where there is no such community. */
  beside<Result>(read: (db: Db, communityId: string) => Promise<Result>): Promise<Result>
  open(): Promise<AuthScope>
}

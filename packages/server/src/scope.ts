import type { Clock } from './clock.ts'
import type { Db } from './db/tables.ts'
import type { EnteredViewer, MemberViewer, SigningViewer, Viewer } from './viewer.ts'

/** What one call may use: the database bound to its viewer, who asks, the time, and new ids. */
export interface Scope {
  db: Db
  viewer: Viewer
  clock: Clock
  newId(): string
}

/** A scope whose viewer is signed in, whoever she is. */
export type EnteredScope = Scope & { viewer: EnteredViewer }

/** A scope whose viewer is an active member. */
export type MemberScope = Scope & { viewer: MemberViewer }

/** A scope whose viewer's membership stands, whether or not she has signed the charter. */
export type SigningScope = Scope & { viewer: SigningViewer }

/** The instant of now, to the millisecond, as it is stored. */
export const instantOf = (clock: Clock): Date => new Date(clock.now())

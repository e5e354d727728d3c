import type { Rights } from './db/rights.ts'

export type ViewerStatus = 'active' | 'unsigned' | 'pending'

/** Who asks, looked up with the session at the start of the request's transaction. */
export interface Viewer {
  communityId: string
  /** `null`: a stranger. */
  memberId: string | null
  sessionId: string | null
  facilitates: boolean
  /**
   * Active members read the members' spaces; pending people the public part only, and so do members who have not signed the charter as it is
   * now (`unsigned`). `null` for a stranger.
   */
  status: ViewerStatus | null
  /** She came by the word of a partner's site, and no code confirmed it in the last 30 days: nothing restricted is hers, and she does not facilitate. */
  limited: boolean
  /** What the first line of rights rests on. */
  rights: Rights
}

/** A viewer who is an active member: the only kind that writes. */
export type MemberViewer = Viewer & { memberId: string; status: 'active' }

/** Whoever is signed in, pending people and who has not signed included. */
export type EnteredViewer = Viewer & { memberId: string; status: ViewerStatus }

/** A viewer whose membership stands, signed or not: who is shown the charter. */
export type SigningViewer = Viewer & { memberId: string; status: 'active' | 'unsigned' }

export const isActive = (viewer: Viewer): viewer is MemberViewer => viewer.memberId !== null && viewer.status === 'active'

export const isEntered = (viewer: Viewer): viewer is EnteredViewer => viewer.memberId !== null && viewer.status !== null

export const isSigning = (viewer: Viewer): viewer is SigningViewer =>
  viewer.memberId !== null && (viewer.status === 'active' || viewer.status === 'unsigned')

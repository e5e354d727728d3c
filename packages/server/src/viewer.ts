import type { Rights } from './db/rights.ts'

/** Who asks, looked up with the session at the start of the request's transaction. */
export interface Viewer {
  communityId: string
  /** `null`: a stranger. */
  memberId: string | null
  sessionId: string | null
  facilitates: boolean
  /** Active members read the members' spaces; pending people the public part only. `null` for a stranger. */
  status: 'active' | 'pending' | null
  /** What the first line of rights rests on. */
  rights: Rights
}

/** A viewer who is an active member: the only kind that writes. */
export type MemberViewer = Viewer & { memberId: string; status: 'active' }

export const isActive = (viewer: Viewer): viewer is MemberViewer => viewer.memberId !== null && viewer.status === 'active'

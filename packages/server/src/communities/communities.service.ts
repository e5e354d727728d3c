import { CercleError } from '../errors.ts'
import { ownMembership } from '../members/members.service.ts'
import type { Scope } from '../scope.ts'
import { findCommunity, listReactionKeys } from './communities.repository.ts'
import type { CurrentView } from './communities.schema.ts'

/** The community of this address, and who the caller is in it. */
export async function currentCommunity(scope: Scope): Promise<CurrentView> {
  const { db, viewer } = scope
  const [community, self] = await Promise.all([findCommunity(db, viewer), ownMembership(scope)])
  if (!community) throw new CercleError('not_found')
  if (!self || viewer.memberId === null || viewer.status === null) return { community, viewer: null }
  const { name, organisation } = self
  return {
    community,
    viewer: { memberId: viewer.memberId, name, organisation, status: viewer.status, facilitates: viewer.facilitates },
  }
}

/** For other features: the keys of the gestures that this community offers. */
export const reactionKeys = ({ db, viewer }: Scope): Promise<string[]> => listReactionKeys(db, viewer)

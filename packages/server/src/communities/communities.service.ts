import { CercleError } from '../errors.ts'
import { ownMembership } from '../members/members.service.ts'
import type { Scope } from '../scope.ts'
import { findCommunity, isIndexable, listReactionKeys } from './communities.repository.ts'
import type { CommunityView, CurrentView } from './communities.schema.ts'

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

/** What its pages say of a community, and whether search engines may keep them. */
export async function communityFacts({ db, viewer }: Scope): Promise<{ community: CommunityView; indexable: boolean }> {
  const [community, indexable] = await Promise.all([findCommunity(db, viewer), isIndexable(db, viewer)])
  if (!community) throw new CercleError('not_found')
  return { community, indexable }
}

/** For other features: the keys of the gestures that this community offers. */
export const reactionKeys = ({ db, viewer }: Scope): Promise<string[]> => listReactionKeys(db, viewer)

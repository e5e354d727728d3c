import { askedCharter } from '../charter/charter.service.ts'
import { CercleError } from '../errors.ts'
import { pivotName } from '../joining/pivots.service.ts'
import { ownMembership } from '../members/members.service.ts'
import { instantOf, type Scope, type SigningScope } from '../scope.ts'
import { isSigning } from '../viewer.ts'
import { findCommunity, findPageFacts, listReactionKeys } from './communities.repository.ts'
import type { CommunityView, CurrentView } from './communities.schema.ts'
import { exitAddress } from './exit-address.ts'
import type { Look } from './vocabulary.schema.ts'
import { zoneClock } from './zone-clock.ts'

/** The community of this address, and who the caller is in it. */
export async function currentCommunity(scope: Scope): Promise<CurrentView> {
  const { viewer } = scope
  const [community, self, charter, pivot] = await Promise.all([
    readCommunity(scope),
    ownMembership(scope),
    isSigning(viewer) ? askedCharter(scope as SigningScope) : null,
    pivotName(scope),
  ])
  if (!self || viewer.memberId === null || viewer.status === null) return { community, viewer: null }
  const { name, organisation, firstSteps, welcomedAt, hasReacted, language } = self
  return {
    community,
    viewer: {
      memberId: viewer.memberId,
      name,
      organisation,
      status: viewer.status,
      facilitates: viewer.facilitates,
      pivot,
      charter,
      firstSteps: welcomedAt ? null : hasReacted ? [...firstSteps, 'react'] : firstSteps,
      language,
    },
  }
}

async function readCommunity(scope: Scope): Promise<CommunityView> {
  const row = await findCommunity(scope.db, scope.viewer)
  if (!row) throw new CercleError('not_found')
  const { createdAt, ...community } = row
  return { ...community, clock: zoneClock(community.timeZone, createdAt, instantOf(scope.clock)) }
}

export interface CommunityFacts {
  community: CommunityView
  indexable: boolean
  look: Look
  exit: string
  /** What it wants to do together, in its order. */
  aims: string[]
}

/** What its pages say of a community, whether search engines may keep them, their look, and where one leaves to in a hurry. */
export async function communityFacts(scope: Scope): Promise<CommunityFacts> {
  const [community, facts] = await Promise.all([readCommunity(scope), findPageFacts(scope.db, scope.viewer)])
  if (!facts) throw new CercleError('not_found')
  const { indexable, accent, scheme, exitUrl, aims } = facts
  return { community, indexable, look: { accent, scheme }, exit: exitAddress(community.language, exitUrl), aims }
}

/** For other features: the keys of the gestures that this community offers. */
export const reactionKeys = ({ db, viewer }: Scope): Promise<string[]> => listReactionKeys(db, viewer)

import { CercleError } from '../errors.ts'
import { appendActivity } from '../live/live.service.ts'
import { instantOf, type MemberScope, type Scope } from '../scope.ts'
import { findAims, findSettings, setAims, setSettings } from './communities.repository.ts'
import type { CommunityAims, CommunitySettings } from './communities.schema.ts'

/** What who facilitates may say of her community. */
export async function communitySettings({ db, viewer }: MemberScope): Promise<CommunitySettings> {
  const row = await findSettings(db, viewer)
  if (!row) throw new CercleError('not_found')
  return row
}

/** One that leads nowhere is none. */
const reachable = (contact: CommunitySettings['contact']) => (contact?.email || contact?.phone ? contact : null)

const tell = ({ db, viewer, clock }: MemberScope): Promise<void> =>
  appendActivity(db, viewer.communityId, {
    kind: 'community.settled',
    actorId: viewer.memberId,
    subjectId: viewer.communityId,
    at: instantOf(clock),
  })

/** Replaces them whole; shown to everybody at their next look. */
export async function settleCommunity(scope: MemberScope, settings: CommunitySettings): Promise<CommunitySettings> {
  await setSettings(scope.db, scope.viewer, { ...settings, contact: reachable(settings.contact) })
  await tell(scope)
  return communitySettings(scope)
}

/** What the community wants to do together. */
export async function communityAims({ db, viewer }: Scope): Promise<CommunityAims> {
  const row = await findAims(db, viewer)
  if (!row) throw new CercleError('not_found')
  return row
}

/** Replaces them whole; read by everybody at their next look. */
export async function settleAims(scope: MemberScope, aims: CommunityAims): Promise<CommunityAims> {
  await setAims(scope.db, scope.viewer, aims)
  await tell(scope)
  return communityAims(scope)
}

import { CercleError } from '../errors.ts'
import { appendActivity } from '../live/live.service.ts'
import { instantOf, type MemberScope } from '../scope.ts'
import { findSettings, setSettings } from './communities.repository.ts'
import type { CommunitySettings } from './communities.schema.ts'

/** What who facilitates may say of her community. */
export async function communitySettings({ db, viewer }: MemberScope): Promise<CommunitySettings> {
  const row = await findSettings(db, viewer)
  if (!row) throw new CercleError('not_found')
  return row
}

/** One that leads nowhere is none. */
const reachable = (contact: CommunitySettings['contact']) => (contact?.email || contact?.phone ? contact : null)

/** Replaces them whole; shown to everybody at their next look. */
export async function settleCommunity(scope: MemberScope, settings: CommunitySettings): Promise<CommunitySettings> {
  const { db, viewer, clock } = scope
  await setSettings(db, viewer, { ...settings, contact: reachable(settings.contact) })
  await appendActivity(db, viewer.communityId, {
    kind: 'community.settled',
    actorId: viewer.memberId,
    subjectId: viewer.communityId,
    at: instantOf(clock),
  })
  return communitySettings(scope)
}

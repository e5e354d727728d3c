import { appendActivity } from '../live/live.service.ts'
import { instantOf, type MemberScope } from '../scope.ts'
import type { ChangeProfile, Profile } from './members.schema.ts'
import { findProfile, setAvailability, setOwnName } from './profile.repository.ts'

export const profile = ({ db, viewer }: MemberScope): Promise<Profile> => findProfile(db, viewer)

/** Her own. A new name stands at once beside all that she wrote; that it changed is kept for the audit, the names are not. */
export async function changeProfile({ db, viewer, clock }: MemberScope, { name, availability }: ChangeProfile): Promise<Profile> {
  const { communityId, memberId } = viewer
  const before = await findProfile(db, viewer)
  if (name !== undefined && name !== before.name) {
    await setOwnName(db, name)
    const renamed = { kind: 'member.renamed', actorId: memberId, subjectId: memberId, at: instantOf(clock) } as const
    await appendActivity(db, communityId, renamed)
  }
  if (availability !== undefined && availability !== before.availability) await setAvailability(db, viewer, availability)
  return findProfile(db, viewer)
}

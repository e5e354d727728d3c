import { appendActivity } from '../live/live.service.ts'
import { instantOf, type MemberScope } from '../scope.ts'
import type { ChangeProfile, Profile } from './members.schema.ts'
import { findProfile, setOrganisationShown, setOwnName, setOwnWords } from './profile.repository.ts'

export const profile = ({ db, viewer }: MemberScope): Promise<Profile> => findProfile(db, viewer)

/** Her own. A new name, and whether where she works is read beside it, stand at once beside all that she wrote; that it changed is kept for the audit, the names are not. */
export async function changeProfile({ db, viewer, clock }: MemberScope, { name, ...given }: ChangeProfile): Promise<Profile> {
  const { communityId, memberId } = viewer
  const before = await findProfile(db, viewer)
  if (name !== undefined && name !== before.name) {
    await setOwnName(db, name)
    const renamed = { kind: 'member.renamed', actorId: memberId, subjectId: memberId, at: instantOf(clock) } as const
    await appendActivity(db, communityId, renamed)
  }
  const { organisationShown = before.organisationShown } = given
  if (organisationShown !== before.organisationShown) await setOrganisationShown(db, organisationShown)
  const { availability = before.availability, language = before.language } = given
  if (availability !== before.availability || language !== before.language)
    await setOwnWords(db, viewer, { availability, language })
  return findProfile(db, viewer)
}

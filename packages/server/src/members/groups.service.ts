import { CercleError } from '../errors.ts'
import { appendActivity } from '../live/live.service.ts'
import { instantOf, type MemberScope } from '../scope.ts'
import { findGroup, insertGroup, listGroups, putInGroup, takeFromGroup } from './groups.repository.ts'
import { findPlace, hasOrganisation, setPlace } from './members.repository.ts'
import type {
  CreateGroup,
  GroupList,
  GroupView,
  InviteToGroup,
  MemberPlace,
  PartFromGroup,
  PlaceMember,
} from './members.schema.ts'

export const groupList = async ({ db, viewer }: MemberScope): Promise<GroupList> => ({ items: await listGroups(db, viewer) })

/** `conflict`: the id is taken. A hidden group begins with who makes it: she could not find it again from outside. */
export async function createGroup(scope: MemberScope, group: CreateGroup): Promise<GroupView> {
  const { db, viewer } = scope
  if (group.organisation !== undefined && !(await hasOrganisation(db, viewer, group.organisation))) throw refused('organisation')
  if (!(await insertGroup(db, group))) throw new CercleError('conflict')
  await tell(scope, 'group.changed', group.id)
  const { id, name, kind, hidden, organisation, fact } = group
  const mine = (await listGroups(db, viewer)).some((one) => one.id === id && one.mine)
  return { id, name, kind, hidden, mine, byInvitation: organisation === undefined && fact === undefined }
}

/** Puts a member into a group by invitation, at once. */
export async function inviteToGroup(scope: MemberScope, { group, member, until }: InviteToGroup): Promise<void> {
  const { db, viewer } = scope
  const found = await findGroup(db, viewer, group)
  if (!found || !(await findPlace(db, viewer, member))) throw new CercleError('not_found')
  if (!found.byInvitation) throw refused('group')
  await putInGroup(db, viewer, { group, member, until: until === null ? null : new Date(until) })
  await tell(scope, 'group.changed', group)
}

/** Takes a member out of a group, at once: at the next call, and on the live line at the next word. */
export async function partFromGroup(scope: MemberScope, { group, member }: PartFromGroup): Promise<void> {
  const { db, viewer } = scope
  const found = await findGroup(db, viewer, group)
  if (!found) throw new CercleError('not_found')
  if (!found.byInvitation) throw refused('group')
  await takeFromGroup(db, viewer, { group, member })
  await tell(scope, 'group.changed', group)
}

/** Moves a member to another organisation, or sets when her membership ends; all groups that follow from it follow at once. */
export async function placeMember(scope: MemberScope, { member, organisation, until }: PlaceMember): Promise<MemberPlace> {
  const { db, viewer } = scope
  if (!(await findPlace(db, viewer, member))) throw new CercleError('not_found')
  if (organisation && !(await hasOrganisation(db, viewer, organisation))) throw refused('organisation')
  await setPlace(db, viewer, member, {
    ...(organisation !== undefined && { organisation_id: organisation }),
    ...(until !== undefined && { expires_at: until === null ? null : new Date(until) }),
  })
  await tell(scope, 'member.placed', member)
  const place = (await findPlace(db, viewer, member))!
  return { member, organisation: place.organisation, until: place.until?.toISOString() ?? null }
}

const refused = (path: string) => new CercleError('invalid', { fields: [{ path, reason: 'not_allowed' }] })

const tell = ({ db, viewer, clock }: MemberScope, kind: 'group.changed' | 'member.placed', subjectId: string): Promise<void> =>
  appendActivity(db, viewer.communityId, { kind, actorId: viewer.memberId, subjectId, at: instantOf(clock) })

import { requireProof } from '../auth/proof.service.ts'
import { CercleError } from '../errors.ts'
import { appendActivity } from '../live/live.service.ts'
import { groupList } from '../members/groups.service.ts'
import { memberNamed } from '../members/members.service.ts'
import { instantOf, type MemberScope, type Scope } from '../scope.ts'
import { isActive } from '../viewer.ts'
import type { PageRequest } from '../wire.schema.ts'
import { invitationList, makeInvitation, withdrawInvitation } from './invitations.service.ts'
import type { InvitationMade, Invitations, InvitationView, MakeInvitation } from './joining.schema.ts'
import { joiningPolicy } from './joining.policy.ts'
import { countOwnInvitations, findOwnPivot, listMailed, setPivot } from './pivots.repository.ts'
import type { AppointPivot, OwnPivot } from './pivots.schema.ts'

const DAY = 24 * 60 * 60 * 1000
const MAILS_A_DAY = 20

const refused = (path: string) => new CercleError('invalid', { fields: [{ path, reason: 'not_allowed' }] })

/** At once; its way back is the appointment before. `not_found`: no such member or group. `invalid`: a group of another kind, or hidden from her. `proof_needed`. */
export async function appointPivot(scope: MemberScope, { member, group }: AppointPivot): Promise<void> {
  await requireProof(scope)
  const { db, viewer, clock } = scope
  if (!(await memberNamed(scope, member))) throw new CercleError('not_found')
  if (group !== null) {
    const found = (await groupList(scope)).items.find(({ id }) => id === group)
    if (!found) throw new CercleError('not_found')
    if (!joiningPolicy.hasPivot(found.kind)) throw refused('group')
  }
  const at = instantOf(clock)
  await setPivot(db, viewer, { member, group, at })
  await appendActivity(db, viewer.communityId, { kind: 'member.placed', actorId: viewer.memberId, subjectId: member, at })
}

/** For other features: the name of the group that the viewer is the pivot of; `null`: she is none. */
export async function pivotName({ db, viewer }: Scope): Promise<string | null> {
  if (!isActive(viewer)) return null
  return (await findOwnPivot(db, viewer))?.name ?? null
}

async function requirePivot({ db, viewer }: MemberScope): Promise<{ id: string; name: string }> {
  const group = await findOwnPivot(db, viewer)
  if (!group) throw new CercleError('forbidden')
  return group
}

export async function ownPivot(scope: MemberScope): Promise<OwnPivot> {
  const { db, viewer, clock } = scope
  const group = await requirePivot(scope)
  return { group, ...(await countOwnInvitations(db, viewer, { group: group.id, now: instantOf(clock) })) }
}

/** Counted in the database, so over all processes. By a link one may invite as many as one likes: nobody is written to. */
async function spendMail({ db, viewer, clock }: MemberScope, id: string): Promise<void> {
  const now = clock.now()
  const mailed = await listMailed(db, viewer, { since: new Date(now - DAY), but: id, limit: MAILS_A_DAY })
  const oldest = mailed[MAILS_A_DAY - 1]
  if (oldest) throw new CercleError('rate_limited', { retryAfter: Math.ceil((oldest.getTime() + DAY - now) / 1000) })
}

/**
 * Into her own group in any case, and where she is herself. `not_found`: not there for her. `invalid`: she is not in that group. `rate_limited`: 20
 * went by mail within a day.
 */
export async function inviteAsPivot(scope: MemberScope, input: MakeInvitation): Promise<InvitationMade> {
  const { id: own } = await requirePivot(scope)
  const groups = input.groups.filter((id) => id !== own)
  const known = (await groupList(scope)).items
  if (known.some(({ id, mine }) => groups.includes(id) && !mine)) throw refused('groups')
  if (input.email !== undefined) await spendMail(scope, input.id)
  return makeInvitation(scope, { ...input, groups }, own)
}

export async function ownInvitations(scope: MemberScope, page: PageRequest): Promise<Invitations> {
  return invitationList(scope, page, (await requirePivot(scope)).id)
}

export async function withdrawOwnInvitation(scope: MemberScope, id: string): Promise<InvitationView> {
  return withdrawInvitation(scope, id, (await requirePivot(scope)).id)
}

import { decodeCursor, toPage } from '../db/keyset.ts'
import { requireProof } from '../auth/proof.service.ts'
import { CercleError } from '../errors.ts'
import { appendActivity } from '../live/live.service.ts'
import { instantOf, type MemberScope } from '../scope.ts'
import { findGroup } from './groups.repository.ts'
import type { ListPeople, OrganisationList, People, StandMember, Standing } from './members.schema.ts'
import {
  findStanding,
  holdStandings,
  listGroupsOfPeople,
  listOrganisations,
  listPeople,
  setStanding,
} from './people.repository.ts'

/** How long before its end a membership is listed as ending, in ms. */
const ENDING = 30 * 24 * 60 * 60_000

/** `not_found`: the group is absent, or not hers to know of. */
export async function people(
  { db, viewer, clock }: MemberScope,
  { search = '', group, member, standing, only, cursor, limit }: ListPeople,
): Promise<People> {
  if (group !== undefined && !(await findGroup(db, viewer, group))) throw new CercleError('not_found')
  const words = search.split(/\s+/u).filter((word) => word !== '')
  const now = instantOf(clock)
  const rows = await listPeople(db, viewer, {
    words,
    group,
    member,
    standing,
    only: only === 'ending' ? { endingBy: new Date(now.getTime() + ENDING) } : only,
    after: decodeCursor(cursor),
    limit: limit + 1,
  })
  const page = toPage(rows, limit, ({ since, id }) => ({ at: since, id }))
  const groups = Map.groupBy(
    await listGroupsOfPeople(
      db,
      viewer,
      page.items.map(({ id }) => id),
    ),
    ({ memberId }) => memberId,
  )
  return {
    ...page,
    items: page.items.map(({ id, organisationId, organisation, status, since, until, ...person }) => ({
      memberId: id,
      name: person.name,
      organisation: organisationId === null ? null : { id: organisationId, name: organisation! },
      facilitates: person.facilitates,
      availability: person.availability,
      help: person.equipment && { equipment: person.equipment, ease: person.ease, phone: person.phone },
      pivot: person.pivot,
      standing: status as Standing,
      since: since.toISOString(),
      until: until?.toISOString() ?? null,
      ended: until !== null && until <= now,
      groups: (groups.get(id) ?? []).map(({ id: groupId, name: groupName, byInvitation }) => ({
        id: groupId,
        name: groupName,
        byInvitation,
      })),
    })),
  }
}

export const organisations = async ({ db, viewer }: MemberScope): Promise<OrganisationList> => ({
  items: await listOrganisations(db, viewer),
})

/** Holds at the next call of anybody, and on the live line at once. `not_found`: no member. `invalid`: oneself. `forbidden`: she facilitates no more. `proof_needed`. */
export async function standMember(scope: MemberScope, { member, standing, facilitates }: StandMember): Promise<void> {
  await requireProof(scope)
  const { db, viewer, clock } = scope
  if (!(await holdStandings(db, viewer))) throw new CercleError('forbidden')
  const now = await findStanding(db, viewer, member)
  if (!now) throw new CercleError('not_found')
  if (member === viewer.memberId) throw new CercleError('invalid', { fields: [{ path: 'member', reason: 'not_allowed' }] })
  await setStanding(db, viewer, member, { status: standing ?? now.status, facilitates: facilitates ?? now.facilitates })
  await appendActivity(db, viewer.communityId, {
    kind: 'member.placed',
    actorId: viewer.memberId,
    subjectId: member,
    at: instantOf(clock),
  })
}

import { decodeCursor, toPage } from '../db/keyset.ts'
import { CercleError } from '../errors.ts'
import { instantOf, type MemberScope } from '../scope.ts'
import { findGroup } from './groups.repository.ts'
import type { ListPeople, OrganisationList, People } from './members.schema.ts'
import { listGroupsOfPeople, listOrganisations, listPeople } from './people.repository.ts'

/** `not_found`: the group is absent, or not hers to know of. */
export async function people(
  { db, viewer, clock }: MemberScope,
  { search = '', group, member, cursor, limit }: ListPeople,
): Promise<People> {
  if (group !== undefined && !(await findGroup(db, viewer, group))) throw new CercleError('not_found')
  const words = search.split(/\s+/u).filter((word) => word !== '')
  const rows = await listPeople(db, viewer, { words, group, member, after: decodeCursor(cursor), limit: limit + 1 })
  const page = toPage(rows, limit, ({ since, id }) => ({ at: since, id }))
  const groups = Map.groupBy(
    await listGroupsOfPeople(
      db,
      viewer,
      page.items.map(({ id }) => id),
    ),
    ({ memberId }) => memberId,
  )
  const now = instantOf(clock)
  return {
    ...page,
    items: page.items.map(({ id, name, organisationId, organisation, facilitates, since, until }) => ({
      memberId: id,
      name,
      organisation: organisationId === null ? null : { id: organisationId, name: organisation! },
      facilitates,
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

import { CercleError } from '../errors.ts'
import { groupList } from '../members/groups.service.ts'
import type { MemberScope } from '../scope.ts'
import { spaceBySlug } from '../spaces/spaces.service.ts'

const refused = (path: string) => new CercleError('invalid', { fields: [{ path, reason: 'not_allowed' }] })

/** Where a person is let in beside what every member reads. `not_found`: not there for the viewer; `invalid`: nobody is let in there one by one. */
export async function placesOf(
  scope: MemberScope,
  { groups, spaces }: { groups: string[]; spaces: string[] },
): Promise<{ groups: string[]; spaces: string[] }> {
  const known = (await groupList(scope)).items
  for (const id of groups) {
    const group = known.find((one) => one.id === id)
    if (!group) throw new CercleError('not_found')
    if (!group.byInvitation) throw refused('groups')
  }
  const ids: string[] = []
  for (const slug of spaces) {
    const { id, level } = await spaceBySlug(scope, slug)
    if (level !== 'restricted') throw refused('spaces')
    ids.push(id)
  }
  return { groups, spaces: ids }
}

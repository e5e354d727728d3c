import { CercleError } from '../errors.ts'
import { namesOf } from '../members/members.service.ts'
import type { MemberScope, Scope } from '../scope.ts'
import { isActive } from '../viewer.ts'
import { countNamed, findReaders, findSpaceOfThread, listGroupsWithin, openCircle } from './audiences.repository.ts'
import { countReaders, listAudienceGroups } from './spaces.repository.ts'
import { NAMES_MAX, type AskAudience, type AudienceView, type CircleView, type SmallerAudience } from './spaces.schema.ts'
import { spaceBySlug } from './spaces.service.ts'

const everybody: SmallerAudience = { groups: [], members: [] }

/** Who would read what the viewer is about to send. `not_found` for a space or a discussion that she does not read. */
export async function audienceView(scope: MemberScope, asked: AskAudience): Promise<AudienceView> {
  const { db, viewer } = scope
  const space = 'thread' in asked ? await findSpaceOfThread(db, viewer, asked.thread) : await spaceBySlug(scope, asked.space)
  const found = space && (await findReaders(db, space.id, 'thread' in asked ? everybody : asked))
  if (!space || !found) throw new CercleError('not_found')
  const isPublic = space.level === 'public' && ('thread' in asked || isEverybody(asked))
  const isTold = found.members !== null && !isPublic
  const [names, groups] = await Promise.all([
    isTold ? namesOf(scope, found.members!) : undefined,
    'thread' in asked ? [] : listGroupsWithin(db, viewer, space.id),
  ])
  const people = names && [...names.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr')).slice(0, NAMES_MAX)
  return {
    level: 'thread' in asked || isEverybody(asked) ? space.level : 'restricted',
    readers: found.readers,
    people: people?.map(({ id, name, organisation }) => ({ memberId: id, name, organisation })) ?? null,
    groups,
  }
}

const isEverybody = ({ groups, members }: SmallerAudience): boolean => groups.length + members.length === 0

/** For other features: the space to write in, which is a circle within `spaceId` when it is told to fewer. `invalid` for whom the author may not name. */
export async function spaceForAudience(
  { db, newId }: MemberScope,
  spaceId: string,
  audience: SmallerAudience = everybody,
): Promise<string> {
  if (isEverybody(audience)) return spaceId
  const id = await openCircle(db, { id: newId(), spaceId, ...audience })
  if (id === undefined) throw new CercleError('invalid', { fields: [{ path: 'audience', reason: 'not_allowed' }] })
  return id
}

/** For other features: who reads what lies in these spaces that are not listed by themselves. Nothing for whoever is no active member. */
export async function circlesOf({ db, viewer }: Scope, spaceIds: string[]): Promise<Map<string, CircleView>> {
  if (spaceIds.length === 0 || !isActive(viewer)) return new Map()
  const [readers, groups, people] = await Promise.all([
    countReaders(db, spaceIds),
    listAudienceGroups(db, viewer, spaceIds),
    countNamed(db, viewer, spaceIds),
  ])
  const circleOf = (id: string): CircleView => ({
    readers: readers.get(id) ?? null,
    groups: groups.filter(({ spaceId }) => spaceId === id).map(({ name }) => name),
    people: people.get(id) ?? 0,
  })
  return new Map(spaceIds.map((id) => [id, circleOf(id)]))
}

export { openCircle }

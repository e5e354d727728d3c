import { CercleError } from '../errors.ts'
import type { Scope } from '../scope.ts'
import { spacesPolicy } from './spaces.policy.ts'
import {
  countReaders,
  findSpaceBySlug,
  listAudienceGroups,
  listIdsAtHome,
  listSpaces,
  type SpaceRow,
} from './spaces.repository.ts'
import type { SpaceList } from './spaces.schema.ts'

/** The viewer's spaces, each with who will read what is written there. */
export async function viewerSpaces({ db, viewer }: Scope): Promise<SpaceList> {
  const spaces = await listSpaces(db, viewer)
  const ids = spaces.map(({ id }) => id)
  const restricted = spaces.filter(({ level }) => level === 'restricted').map(({ id }) => id)
  const [readers, groups] =
    viewer.status === 'active'
      ? await Promise.all([countReaders(db, ids), listAudienceGroups(db, viewer, restricted)])
      : [new Map<string, number>(), []]
  return {
    items: spaces.map(({ id, slug, name, level, retentionDays, posting }) => ({
      id,
      slug,
      name,
      level,
      retentionDays,
      readers: readers.get(id) ?? null,
      groups: groups.filter((group) => group.spaceId === id).map((group) => group.name),
      can: { write: spacesPolicy.write(viewer, { posting }), pin: spacesPolicy.pin(viewer) },
    })),
  }
}

/** For other features: a space the viewer reads, or `not_found`. */
export async function spaceBySlug({ db, viewer }: Scope, slug: string): Promise<SpaceRow> {
  const space = await findSpaceBySlug(db, viewer, slug)
  if (!space) throw new CercleError('not_found')
  return space
}

/** For other features: the space with what is read in its feed. */
export const idsAtHome = ({ db, viewer }: Scope, homeId: string): Promise<string[]> => listIdsAtHome(db, viewer, homeId)

export { spacesPolicy, type SpaceRow }

import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import { knowsGroup, spacesOf } from '../db/readable.ts'
import type { Viewer } from '../viewer.ts'
import type { SpaceTable } from './spaces.table.ts'

export interface SpaceRow {
  id: string
  slug: string
  name: string
  level: SpaceTable['level']
  posting: 'readers' | 'facilitators'
  retentionDays: number | null
}

const columns = ['id', 'slug', 'name', 'level', 'posting', 'retention_days as retentionDays'] as const

/** The spaces that the viewer may read, in the community's order. */
export async function listSpaces(db: Db, viewer: Viewer): Promise<SpaceRow[]> {
  return db
    .selectFrom('space')
    .select(columns)
    .where('community_id', '=', viewer.communityId)
    .where('home_id', 'is', null)
    .where(sql<boolean>`id = any(${spacesOf(viewer)})`)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** The space of that name; the name of one that was merged leads to where it is read now. A circle has none. */
export async function findSpaceBySlug(db: Db, viewer: Viewer, slug: string): Promise<SpaceRow | undefined> {
  return db
    .selectFrom('space as named')
    .innerJoin('space', (join) =>
      join.onRef('space.community_id', '=', 'named.community_id').on(sql<boolean>`space.id = coalesce(named.home_id, named.id)`),
    )
    .select(columns.map((column) => `space.${column}` as const))
    .where('named.community_id', '=', viewer.communityId)
    .where('named.slug', '=', slug)
    .where('named.circle', 'is', null)
    .where(sql<boolean>`named.id = any(${spacesOf(viewer)})`)
    .executeTakeFirst()
}

/** The space, and those that are read in its feed: its circles, and what was merged into it. */
export async function listIdsAtHome(db: Db, viewer: Viewer, homeId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('space')
    .select('id')
    .where('community_id', '=', viewer.communityId)
    .where('home_id', '=', homeId)
    .where(sql<boolean>`id = any(${spacesOf(viewer)})`)
    .execute()
  return [homeId, ...rows.map(({ id }) => id)]
}

/** How many members can read each space. Empty for a stranger. */
export async function countReaders(db: Db, spaceIds: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{
    space_id: string
    readers: number
  }>`select space_id, readers from readers_of(${spaceIds}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.space_id, row.readers]))
}

/** Names of the groups in each space's audience that the viewer may know. */
export async function listAudienceGroups(
  db: Db,
  viewer: Viewer,
  spaceIds: string[],
): Promise<{ spaceId: string; name: string }[]> {
  if (spaceIds.length === 0) return []
  return db
    .selectFrom('audience as a')
    .innerJoin('group as g', (join) => join.onRef('g.community_id', '=', 'a.community_id').onRef('g.id', '=', 'a.group_id'))
    .select(['a.space_id as spaceId', 'g.name'])
    .where('a.community_id', '=', viewer.communityId)
    .where(sql<boolean>`a.space_id = any(${spaceIds}::uuid[])`)
    .where(sql<boolean>`a.space_id = any(${spacesOf(viewer)})`)
    .where(knowsGroup('g', viewer))
    .orderBy('g.name')
    .execute()
}

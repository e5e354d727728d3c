import { sql } from 'kysely'
import { knowsGroup, spacesOf } from '../db/readable.ts'
import type { Db } from '../db/tables.ts'
import type { MemberViewer } from '../viewer.ts'
import type { SpaceLevel, SplitSpace } from './spaces.schema.ts'

/** `false`: one of the groups or discussions is not there for her. Throws where id or slug are taken. */
export async function splitSpace(db: Db, spaceId: string, { id, slug, name, groups, threads }: SplitSpace): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select split_space(${id}, ${spaceId}, ${slug}, ${name}, ${groups}::uuid[], ${threads}::uuid[]) as done`.execute(db)
  return rows[0]!.done
}

/** How many would lose what they read: then nothing was changed. `null`: she may not. */
export async function mergeSpace(db: Db, spaceId: string, intoId: string): Promise<number | null> {
  const { rows } = await sql<{ losing: number | null }>`select merge_space(${spaceId}, ${intoId}) as losing`.execute(db)
  return rows[0]!.losing
}

/** `false`: it is not hers to rename. */
export async function setSpaceName(db: Db, spaceId: string, name: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select rename_space(${spaceId}, ${name}) as done`.execute(db)
  return rows[0]!.done
}

/** `false`: these are not the spaces that she reads now, each once. */
export async function setSpaceOrder(db: Db, spaceIds: string[]): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select arrange_spaces(${spaceIds}::uuid[]) as done`.execute(db)
  return rows[0]!.done
}

export interface SeenRow {
  id: string
  slug: string
  name: string
  level: SpaceLevel
  sees: boolean
  through: string[]
}

/** The spaces that the viewer reads, and for each whether a member does; by which groups, as far as the viewer may know them. */
export async function listSeenBy(db: Db, viewer: MemberViewer, memberId: string): Promise<SeenRow[]> {
  const { rows } = await sql<SeenRow>`
    select s.id, s.slug, s.name, s.level, s.id = any((select spaces_of(${viewer.communityId}, ${memberId}))::uuid[]) as sees,
      array(select g.name from audience a join "group" g on g.community_id = a.community_id and g.id = a.group_id
        where a.community_id = s.community_id and a.space_id = s.id and ${knowsGroup('g', viewer)}
          and g.id = any((select groups_of(${viewer.communityId}, ${memberId}))::uuid[]) order by g.name) as through
    from space s where s.community_id = ${viewer.communityId} and s.home_id is null and s.id = any(${spacesOf(viewer)})
    order by s.position, s.id`.execute(db)
  return rows
}

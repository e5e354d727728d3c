import { sql } from 'kysely'
import { knowsGroup, readable, spacesOf } from '../db/readable.ts'
import type { Db } from '../db/tables.ts'
import type { GroupKind } from '../members/members.schema.ts'
import type { MemberViewer } from '../viewer.ts'
import type { SmallerAudience, SpaceLevel } from './spaces.schema.ts'

/** How many read a space, or would if it were told to fewer; and who, unless that is hidden. `undefined`: the viewer does not read it herself. */
export async function findReaders(
  db: Db,
  spaceId: string,
  { groups, members }: SmallerAudience,
): Promise<{ readers: number; members: string[] | null } | undefined> {
  const { rows } = await sql<{ readers: number; members: string[] | null }>`
    select readers, members from who_reads(${spaceId}, ${groups}::uuid[], ${members}::uuid[])`.execute(db)
  return rows[0]
}

export interface GroupWithin {
  id: string
  name: string
  kind: GroupKind
  hidden: boolean
  readers: number
}

/** Groups that a smaller audience within a space may name, by name. */
export async function listGroupsWithin(db: Db, viewer: MemberViewer, spaceId: string): Promise<GroupWithin[]> {
  const { rows } = await sql<GroupWithin>`
    select g.id, g.name, g.kind, g.hidden, w.readers from groups_within(${spaceId}) w
    join "group" g on g.community_id = ${viewer.communityId} and g.id = w.group_id
    where ${knowsGroup('g', viewer)} order by g.name, g.id`.execute(db)
  return rows
}

/** The space that a discussion lies in, and its level. */
export async function findSpaceOfThread(
  db: Db,
  viewer: MemberViewer,
  threadId: string,
): Promise<{ id: string; level: SpaceLevel } | undefined> {
  return db
    .selectFrom('thread as t')
    .innerJoin('space as s', (join) => join.onRef('s.community_id', '=', 't.community_id').onRef('s.id', '=', 't.space_id'))
    .select(['s.id', 's.level'])
    .where('t.community_id', '=', viewer.communityId)
    .where('t.id', '=', threadId)
    .where('t.gone', '=', false)
    .where(readable('t', viewer))
    .executeTakeFirst()
}

/** The circle of these groups and persons, and the author, within a space; `undefined`: she may not name them. */
export async function openCircle(db: Db, circle: { id: string; spaceId: string } & SmallerAudience): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`
    select open_circle(${circle.id}, ${circle.spaceId}, ${circle.groups}::uuid[], ${circle.members}::uuid[]) as id`.execute(db)
  return rows[0]?.id ?? undefined
}

/** How many persons each space is told to by name. */
export async function countNamed(db: Db, viewer: MemberViewer, spaceIds: string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('audience')
    .select(['space_id as spaceId', sql<number>`count(*)::integer`.as('people')])
    .where('community_id', '=', viewer.communityId)
    .where(sql<boolean>`space_id = any(${spaceIds}::uuid[])`)
    .where(sql<boolean>`space_id = any(${spacesOf(viewer)})`)
    .where('member_id', 'is not', null)
    .groupBy('space_id')
    .execute()
  return new Map(rows.map(({ spaceId, people }) => [spaceId, people]))
}

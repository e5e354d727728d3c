import { sql } from 'kysely'
import { knowsGroup } from '../db/readable.ts'
import type { Db } from '../db/tables.ts'
import type { MemberViewer } from '../viewer.ts'
import type { CreateGroup, GroupView } from './members.schema.ts'

/** Who is in it was invited. */
export const byInvitation = sql<boolean>`g.organisation_id is null and g.fact is null`

/** Groups that the viewer may know of, by name. */
export async function listGroups(db: Db, viewer: MemberViewer): Promise<GroupView[]> {
  return db
    .selectFrom('group as g')
    .select(['g.id', 'g.name', 'g.kind', 'g.hidden'])
    .select(byInvitation.as('byInvitation'))
    .select(sql<boolean>`g.id = any((select groups_of(${viewer.communityId}, ${viewer.memberId}))::uuid[])`.as('mine'))
    .where('g.community_id', '=', viewer.communityId)
    .where(knowsGroup('g', viewer))
    .orderBy('g.name')
    .orderBy('g.id')
    .execute()
}

/** `undefined`: absent, or not hers to know of. */
export async function findGroup(db: Db, viewer: MemberViewer, id: string): Promise<{ byInvitation: boolean } | undefined> {
  return db
    .selectFrom('group as g')
    .select(byInvitation.as('byInvitation'))
    .where('g.community_id', '=', viewer.communityId)
    .where('g.id', '=', id)
    .where(knowsGroup('g', viewer))
    .executeTakeFirst()
}

/** `false`: the id is taken. */
export async function insertGroup(db: Db, { id, name, kind, hidden, organisation, fact }: CreateGroup): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select found_group(${id}, ${name}, ${kind}, ${hidden}, ${organisation ?? null}, ${fact ?? null}) as done`.execute(db)
  return rows[0]!.done
}

export async function putInGroup(
  db: Db,
  { communityId }: MemberViewer,
  { group, member, until }: { group: string; member: string; until: Date | null },
): Promise<void> {
  await db
    .insertInto('group_member')
    .values({ community_id: communityId, group_id: group, member_id: member, expires_at: until })
    .onConflict((conflict) => conflict.columns(['community_id', 'member_id', 'group_id']).doUpdateSet({ expires_at: until }))
    .execute()
}

export async function takeFromGroup(
  db: Db,
  { communityId }: MemberViewer,
  { group, member }: { group: string; member: string },
): Promise<void> {
  await db
    .deleteFrom('group_member')
    .where('community_id', '=', communityId)
    .where('group_id', '=', group)
    .where('member_id', '=', member)
    .execute()
}

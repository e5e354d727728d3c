import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { MemberViewer, Viewer } from '../viewer.ts'
import type { FirstStep } from './members.schema.ts'

/** The community's members, each with where she works: for who facilitates. */
const membersOf = (db: Db, { communityId }: Viewer) =>
  db
    .selectFrom('member as m')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.community_id', '=', 'm.community_id').onRef('o.id', '=', 'm.organisation_id'),
    )
    .where('m.community_id', '=', communityId)

/** The same as anybody is told of them, herself included: where she works only if she shows it. The one place that says so. */
const membersAsShown = (db: Db, { communityId }: Viewer) =>
  db
    .selectFrom('member as m')
    .leftJoin('organisation as o', (join) =>
      join
        .onRef('o.community_id', '=', 'm.community_id')
        .onRef('o.id', '=', 'm.organisation_id')
        .on('m.organisation_shown', '=', sql.lit(true)),
    )
    .where('m.community_id', '=', communityId)

export interface OwnMembership {
  name: string
  /** As others read it beside her name. */
  organisation: string | null
  firstSteps: FirstStep[]
  welcomedAt: Date | null
  /** While she is new: a gesture of hers stands somewhere. */
  hasReacted: boolean
  language: 'fr-CA' | 'en-CA' | null
}

/** The viewer's own membership; also for a pending person. */
export async function findSelf(db: Db, viewer: Viewer): Promise<OwnMembership | undefined> {
  if (viewer.memberId === null) return undefined
  return (
    membersAsShown(db, viewer)
      .leftJoin('member_profile as f', (join) =>
        join.onRef('f.community_id', '=', 'm.community_id').onRef('f.member_id', '=', 'm.id'),
      )
      .select(['m.name', 'o.name as organisation', 'm.first_steps as firstSteps', 'm.welcomed_at as welcomedAt', 'f.language'])
      // served by reaction_member_idx
      .select(
        sql<boolean>`case when m.welcomed_at is null then exists (select from reaction r
        where r.community_id = m.community_id and r.member_id = m.id) else false end`.as('hasReacted'),
      )
      .where('m.id', '=', viewer.memberId)
      .executeTakeFirst()
  )
}

export interface NameRow {
  id: string
  name: string
  organisation: string | null
}

/** Names of the given members, and where they work, of those who show it. Served by the primary keys. */
export async function listNames(db: Db, viewer: MemberViewer, memberIds: string[]): Promise<NameRow[]> {
  if (memberIds.length === 0) return []
  return membersAsShown(db, viewer)
    .select(['m.id', 'm.name', 'o.name as organisation'])
    .where(sql<boolean>`m.id = any(${memberIds}::uuid[])`)
    .execute()
}

/** For who facilitates: where a member works and until when she is one; `undefined`: no such member. */
export async function findPlace(
  db: Db,
  viewer: MemberViewer,
  memberId: string,
): Promise<{ name: string; organisation: string | null; until: Date | null } | undefined> {
  return membersOf(db, viewer)
    .select(['m.name', 'o.name as organisation', 'm.expires_at as until'])
    .where('m.id', '=', memberId)
    .executeTakeFirst()
}

export async function setPlace(
  db: Db,
  { communityId }: MemberViewer,
  memberId: string,
  place: { organisation_id?: string | null; expires_at?: Date | null },
): Promise<void> {
  if (Object.keys(place).length === 0) return
  await db.updateTable('member').set(place).where('community_id', '=', communityId).where('id', '=', memberId).execute()
}

export async function hasOrganisation(db: Db, { communityId }: MemberViewer, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('organisation')
    .select('id')
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

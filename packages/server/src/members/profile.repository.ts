import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { MemberViewer } from '../viewer.ts'
import type { Profile } from './members.schema.ts'

/** What is said of the viewer herself. Served by the primary keys. */
export async function findProfile(db: Db, { communityId, memberId }: MemberViewer): Promise<Profile> {
  return db
    .selectFrom('member as m')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.community_id', '=', 'm.community_id').onRef('o.id', '=', 'm.organisation_id'),
    )
    .leftJoin('member_fact as f', (join) =>
      join.onRef('f.community_id', '=', 'm.community_id').onRef('f.member_id', '=', 'm.id').on('f.kind', '=', 'region'),
    )
    .leftJoin('member_profile as p', (join) =>
      join.onRef('p.community_id', '=', 'm.community_id').onRef('p.member_id', '=', 'm.id'),
    )
    .select(['m.name', 'o.name as organisation', 'm.organisation_shown as organisationShown', 'p.availability', 'p.language'])
    .select(sql<string | null>`coalesce(f.value, o.region)`.as('region'))
    .where('m.community_id', '=', communityId)
    .where('m.id', '=', memberId)
    .executeTakeFirstOrThrow()
}

/** The viewer's own name: of the row of a member she may write nothing else, so a function does. */
export async function setOwnName(db: Db, name: string): Promise<void> {
  await sql`select take_name(${name})`.execute(db)
}

/** The same, of whether where she works is read beside it. */
export async function setOrganisationShown(db: Db, isShown: boolean): Promise<void> {
  await sql`select show_organisation(${isShown})`.execute(db)
}

export async function setOwnWords(
  db: Db,
  { communityId, memberId }: MemberViewer,
  said: { availability: string | null; language: Profile['language'] },
): Promise<void> {
  await db
    .insertInto('member_profile')
    .values({ community_id: communityId, member_id: memberId, ...said })
    .onConflict((conflict) => conflict.columns(['community_id', 'member_id']).doUpdateSet(said))
    .execute()
}

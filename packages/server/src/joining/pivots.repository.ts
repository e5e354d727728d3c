import { sql } from 'kysely'
import { knowsGroup } from '../db/readable.ts'
import type { Db } from '../db/tables.ts'
import type { MemberViewer } from '../viewer.ts'

/** The group that the viewer is the pivot of; `undefined`: none that she knows of, or she came by a partner's site alone. */
export async function findOwnPivot(db: Db, viewer: MemberViewer): Promise<{ id: string; name: string } | undefined> {
  if (viewer.limited) return undefined
  return db
    .selectFrom('pivot as v')
    .innerJoin('group as g', (join) => join.onRef('g.community_id', '=', 'v.community_id').onRef('g.id', '=', 'v.group_id'))
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.community_id', '=', 'g.community_id').onRef('o.id', '=', 'g.organisation_id'),
    )
    .select(['g.id', 'g.name'])
    .where('v.community_id', '=', viewer.communityId)
    .where('v.member_id', '=', viewer.memberId)
    .where('o.removed_at', 'is', null)
    .where(knowsGroup('g', viewer))
    .executeTakeFirst()
}

/** Of the invitations that the viewer made for her group. Served by invitation_own_idx. */
export async function countOwnInvitations(
  db: Db,
  viewer: MemberViewer,
  { group, now }: { group: string; now: Date },
): Promise<{ open: number; accepted: number }> {
  return db
    .selectFrom('invitation')
    .select([
      sql<number>`count(*) filter (where accepted_at is null and withdrawn_at is null and expires_at > ${now})::integer`.as(
        'open',
      ),
      sql<number>`count(accepted_at)::integer`.as('accepted'),
    ])
    .where('community_id', '=', viewer.communityId)
    .where('invited_by', '=', viewer.memberId)
    .where('scope_group_id', '=', group)
    .executeTakeFirstOrThrow()
}

/**
 * When the viewer invited by mail since a moment, the newest first, but for one of these invitations. One call of hers after the other, so that none
 * passes another. Served by invitation_own_idx.
 */
export async function listMailed(
  db: Db,
  { communityId, memberId }: MemberViewer,
  { since, but, limit }: { since: Date; but: string; limit: number },
): Promise<Date[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${memberId}, 0))`.execute(db)
  const found = await db
    .selectFrom('invitation')
    .select('created_at as at')
    .where('community_id', '=', communityId)
    .where('invited_by', '=', memberId)
    .where('scope_group_id', 'is not', null)
    .where('email', 'is not', null)
    .where('created_at', '>', since)
    .where('id', '<>', but)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
  return found.map(({ at }) => at)
}

export interface Appointment {
  member: string
  /** `null`: of none any more. */
  group: string | null
  at: Date
}

export async function setPivot(db: Db, { communityId }: MemberViewer, { member, group, at }: Appointment): Promise<void> {
  await db.deleteFrom('pivot').where('community_id', '=', communityId).where('member_id', '=', member).execute()
  if (group === null) return
  await db.insertInto('pivot').values({ community_id: communityId, member_id: member, group_id: group, since: at }).execute()
}

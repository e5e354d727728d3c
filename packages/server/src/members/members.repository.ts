import type { Db } from '../db/tables.ts'
import type { Viewer } from '../viewer.ts'

/** The viewer's own membership; also for a pending person. */
export async function findSelf(
  db: Db,
  viewer: Viewer,
): Promise<{ name: string; createdAt: Date; organisation: string | null } | undefined> {
  if (viewer.memberId === null) return undefined
  return db
    .selectFrom('member as m')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.community_id', '=', 'm.community_id').onRef('o.id', '=', 'm.organisation_id'),
    )
    .select(['m.name', 'm.created_at as createdAt', 'o.name as organisation'])
    .where('m.community_id', '=', viewer.communityId)
    .where('m.id', '=', viewer.memberId)
    .executeTakeFirst()
}

import type { Db } from '../db/tables.ts'
import type { Viewer } from '../viewer.ts'

export interface NamedMember {
  id: string
  name: string
  organisation: string | null
}

/** Names of the given members, for an active member; strangers and pending people are told none. */
export async function listNames(db: Db, viewer: Viewer, memberIds: string[]): Promise<Map<string, NamedMember>> {
  if (viewer.status !== 'active' || memberIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('member as m')
    .leftJoin('organisation as o', (join) => join.onRef('o.community_id', '=', 'm.community_id').onRef('o.id', '=', 'm.organisation_id'))
    .select(['m.id', 'm.name', 'o.name as organisation'])
    .where('m.community_id', '=', viewer.communityId)
    .where('m.id', 'in', [...new Set(memberIds)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The viewer's own membership; also for a pending person. */
export async function findSelf(db: Db, viewer: Viewer): Promise<{ name: string; createdAt: Date; organisation: string | null } | undefined> {
  if (viewer.memberId === null) return undefined
  return db
    .selectFrom('member as m')
    .leftJoin('organisation as o', (join) => join.onRef('o.community_id', '=', 'm.community_id').onRef('o.id', '=', 'm.organisation_id'))
    .select(['m.name', 'm.created_at as createdAt', 'o.name as organisation'])
    .where('m.community_id', '=', viewer.communityId)
    .where('m.id', '=', viewer.memberId)
    .executeTakeFirst()
}

import type { Db } from '../db/tables.ts'
import type { Viewer } from '../viewer.ts'

export async function findCommunity(db: Db, viewer: Viewer) {
  return db
    .selectFrom('community')
    .select(['id', 'slug', 'name', 'language', 'time_zone as timeZone', 'reactions', 'created_at as createdAt'])
    .where('id', '=', viewer.communityId)
    .executeTakeFirst()
}

/** What its pages need to know of a community beside what it shows of itself. */
export async function findPageFacts(db: Db, viewer: Viewer) {
  return db
    .selectFrom('community')
    .select(['indexable', 'exit_url as exitUrl'])
    .where('id', '=', viewer.communityId)
    .executeTakeFirst()
}

/** The keys of the community's gestures, to check one against. */
export async function listReactionKeys(db: Db, viewer: Viewer): Promise<string[]> {
  const row = await db.selectFrom('community').select('reactions').where('id', '=', viewer.communityId).executeTakeFirst()
  return row?.reactions.map(({ key }) => key) ?? []
}

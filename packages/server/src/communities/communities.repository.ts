import type { Db } from '../db/tables.ts'
import type { Viewer } from '../viewer.ts'

export async function findCommunity(db: Db, viewer: Viewer) {
  return db
    .selectFrom('community')
    .select(['id', 'slug', 'name', 'language', 'time_zone as timeZone', 'reactions'])
    .where('id', '=', viewer.communityId)
    .executeTakeFirst()
}

export async function isIndexable(db: Db, viewer: Viewer): Promise<boolean> {
  const row = await db.selectFrom('community').select('indexable').where('id', '=', viewer.communityId).executeTakeFirst()
  return row?.indexable ?? false
}

/** The keys of the community's gestures, to check one against. */
export async function listReactionKeys(db: Db, viewer: Viewer): Promise<string[]> {
  const row = await db.selectFrom('community').select('reactions').where('id', '=', viewer.communityId).executeTakeFirst()
  return row?.reactions.map(({ key }) => key) ?? []
}

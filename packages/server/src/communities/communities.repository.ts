import type { Db } from '../db/tables.ts'
import type { MemberViewer, Viewer } from '../viewer.ts'
import type { CommunityAims, CommunitySettings } from './communities.schema.ts'

export async function findCommunity(db: Db, viewer: Viewer) {
  return db
    .selectFrom('community')
    .select([
      'id',
      'slug',
      'name',
      'language',
      'time_zone as timeZone',
      'reactions',
      'vocabulary',
      'contact',
      'created_at as createdAt',
    ])
    .where('id', '=', viewer.communityId)
    .executeTakeFirst()
}

/** What its pages need to know of a community beside what it shows of itself. */
export async function findPageFacts(db: Db, viewer: Viewer) {
  return db
    .selectFrom('community')
    .select(['indexable', 'exit_url as exitUrl', 'accent', 'scheme', 'aims'])
    .where('id', '=', viewer.communityId)
    .executeTakeFirst()
}

/** The keys of the community's gestures, to check one against. */
export async function listReactionKeys(db: Db, viewer: Viewer): Promise<string[]> {
  const row = await db.selectFrom('community').select('reactions').where('id', '=', viewer.communityId).executeTakeFirst()
  return row?.reactions.map(({ key }) => key) ?? []
}

export function findSettings(db: Db, { communityId }: MemberViewer): Promise<CommunitySettings | undefined> {
  return db
    .selectFrom('community')
    .select(['name', 'greeting', 'exit_url as exitUrl', 'indexable', 'vocabulary', 'accent', 'scheme', 'contact', 'reactions'])
    .where('id', '=', communityId)
    .executeTakeFirst()
}

export async function setSettings(
  db: Db,
  { communityId }: MemberViewer,
  { name, greeting, exitUrl, indexable, vocabulary, accent, scheme, contact, reactions }: CommunitySettings,
): Promise<void> {
  await db
    .updateTable('community')
    .set({
      name,
      greeting,
      exit_url: exitUrl,
      indexable,
      vocabulary: JSON.stringify(vocabulary),
      accent,
      scheme,
      contact: contact && JSON.stringify(contact),
      reactions: JSON.stringify(reactions),
    })
    .where('id', '=', communityId)
    .execute()
}

export function findAims(db: Db, { communityId }: Viewer): Promise<CommunityAims | undefined> {
  return db.selectFrom('community').select('aims').where('id', '=', communityId).executeTakeFirst()
}

export async function setAims(db: Db, { communityId, facilitates }: MemberViewer, { aims }: CommunityAims): Promise<void> {
  if (!facilitates) return
  await db
    .updateTable('community')
    .set({ aims: JSON.stringify(aims) })
    .where('id', '=', communityId)
    .execute()
}

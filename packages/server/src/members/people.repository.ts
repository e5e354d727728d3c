import { sql } from 'kysely'
import type { Keyset } from '../db/keyset.ts'
import { knowsGroup } from '../db/readable.ts'
import type { Db } from '../db/tables.ts'
import type { MemberViewer } from '../viewer.ts'
import { byInvitation } from './groups.repository.ts'

/** Without accents and capitals. */
const plain = (text: unknown) => sql`regexp_replace(normalize(lower(${text}), NFD), '[\\u0300-\\u036f]', '', 'g')`

/** Active members, and those whose membership came to its end, newest first. `words`: each is in her name or in that of where she works. */
export function listPeople(
  db: Db,
  { communityId }: MemberViewer,
  {
    words,
    group,
    member,
    after,
    limit,
  }: { words: string[]; group?: string | undefined; member?: string | undefined; after: Keyset | undefined; limit: number },
) {
  let query = db
    .selectFrom('member as m')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.community_id', '=', 'm.community_id').onRef('o.id', '=', 'm.organisation_id'),
    )
    .select(['m.id', 'm.name', 'm.facilitates', 'm.created_at as since', 'm.expires_at as until'])
    .select(['o.id as organisationId', 'o.name as organisation'])
    .where('m.community_id', '=', communityId)
    .where('m.status', '=', 'active')
    .where('o.removed_at', 'is', null)
  for (const word of words)
    query = query.where(sql<boolean>`position(${plain(word)} in ${plain(sql`m.name || ' ' || coalesce(o.name, '')`)}) > 0`)
  if (group !== undefined) query = query.where(sql<boolean>`${group} = any(groups_of(m.community_id, m.id))`)
  if (member !== undefined) query = query.where('m.id', '=', member)
  if (after) query = query.where(sql<boolean>`(m.created_at, m.id) < (${after.at}, ${after.id})`)
  return query.orderBy('m.created_at', 'desc').orderBy('m.id', 'desc').limit(limit).execute()
}

/** For each of these members, the groups that the viewer may know of, by name. */
export function listGroupsOfPeople(db: Db, viewer: MemberViewer, memberIds: string[]) {
  return db
    .selectFrom('member as m')
    .innerJoin('group as g', (join) =>
      join
        .onRef('g.community_id', '=', 'm.community_id')
        .on(sql<boolean>`g.id = any((select groups_of(m.community_id, m.id))::uuid[])`),
    )
    .select(['m.id as memberId', 'g.id', 'g.name'])
    .select(byInvitation.as('byInvitation'))
    .where('m.community_id', '=', viewer.communityId)
    .where(sql<boolean>`m.id = any(${memberIds}::uuid[])`)
    .where(knowsGroup('g', viewer))
    .orderBy('g.name')
    .orderBy('g.id')
    .execute()
}

/** Organisations that are not gone, by name. */
export const listOrganisations = (db: Db, { communityId }: MemberViewer) =>
  db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('community_id', '=', communityId)
    .where('removed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()

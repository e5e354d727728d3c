import { sql, type ExpressionBuilder } from 'kysely'
import type { Keyset } from '../db/keyset.ts'
import { knowsGroup, readable } from '../db/readable.ts'
import type { Db, Tables } from '../db/tables.ts'
import type { MemberViewer } from '../viewer.ts'
import type { Standing } from './members.schema.ts'
import { byInvitation } from './groups.repository.ts'

/** Without accents and capitals. */
const plain = (text: unknown) => sql`regexp_replace(normalize(lower(${text}), NFD), '[\\u0300-\\u036f]', '', 'g')`

interface WantedPeople {
  /** Each is in her name or in that of where she works. */
  words: string[]
  group?: string | undefined
  /** Her alone, whatever her standing. */
  member?: string | undefined
  standing: Standing
  /** Who has written nothing that the viewer reads, and accepts to be offered a hand · whose membership ends before this, or has ended. */
  only: 'quiet' | { endingBy: Date } | undefined
  after: Keyset | undefined
  limit: number
}

/** What the person of the row around it wrote and the viewer reads: of the rest nothing may be told, not even by silence. Served by post_author_idx. */
const written = (row: ExpressionBuilder<Tables & { m: Tables['member'] }, 'm'>, viewer: MemberViewer) =>
  row
    .selectFrom('post as p')
    .select('p.id')
    .whereRef('p.community_id', '=', 'm.community_id')
    .whereRef('p.author_id', '=', 'm.id')
    .where(readable('p', viewer))

/** The person of the row around it accepts to be offered a hand. Served by consent_standing_idx. */
const accepts = (row: ExpressionBuilder<Tables & { m: Tables['member'] }, 'm'>) =>
  row
    .selectFrom('consent as c')
    .select('c.id')
    .whereRef('c.community_id', '=', 'm.community_id')
    .whereRef('c.member_id', '=', 'm.id')
    .where('c.kind', '=', 'accompany')
    .where('c.withdrawn_at', 'is', null)

/** Members of one standing (of the active ones, those too whose membership came to its end), newest first. */
export function listPeople(db: Db, viewer: MemberViewer, { words, group, member, standing, only, after, limit }: WantedPeople) {
  const { communityId } = viewer
  let query = db
    .selectFrom('member as m')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.community_id', '=', 'm.community_id').onRef('o.id', '=', 'm.organisation_id'),
    )
    .leftJoin('member_profile as mp', (join) =>
      join.onRef('mp.community_id', '=', 'm.community_id').onRef('mp.member_id', '=', 'm.id'),
    )
    .leftJoin('member_help as h', (join) => join.onRef('h.community_id', '=', 'm.community_id').onRef('h.member_id', '=', 'm.id'))
    .select(['h.equipment', 'h.ease', 'h.phone'])
    .select(['m.id', 'm.name', 'mp.availability', 'm.facilitates', 'm.status', 'm.created_at as since', 'm.expires_at as until'])
    .select(['o.id as organisationId', 'o.name as organisation'])
    .select(
      sql<{ id: string; name: string } | null>`(select json_build_object('id', g.id, 'name', g.name) from pivot v
        join "group" g on g.community_id = v.community_id and g.id = v.group_id
        where v.community_id = m.community_id and v.member_id = m.id and ${knowsGroup('g', viewer)})`.as('pivot'),
    )
    .where('m.community_id', '=', communityId)
    .where('m.status', '<>', 'pending')
    .where('o.removed_at', 'is', null)
  for (const word of words)
    query = query.where(sql<boolean>`position(${plain(word)} in ${plain(sql`m.name || ' ' || coalesce(o.name, '')`)}) > 0`)
  if (group !== undefined) query = query.where(sql<boolean>`${group} = any(groups_of(m.community_id, m.id))`)
  query = member === undefined ? query.where('m.status', '=', standing) : query.where('m.id', '=', member)
  if (only === 'quiet')
    query = query.where((row) => row.and([row.exists(accepts(row)), row.not(row.exists(written(row, viewer)))]))
  else if (only) query = query.where('m.expires_at', '<', only.endingBy)
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

/**
 * Waits until nobody else changes a standing in this community, then asks again whether the viewer still facilitates: in a statement of its own, which
 * sees what was committed meanwhile.
 */
export async function holdStandings(db: Db, { communityId }: MemberViewer): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${communityId}::text, 2105))`.execute(db)
  const { rows } = await sql<{ facilitates: boolean }>`select i_facilitate() as facilitates`.execute(db)
  return rows[0]!.facilitates
}

/** Her standing; `undefined`: no such member, or her request waits. */
export async function findStanding(
  db: Db,
  { communityId }: MemberViewer,
  memberId: string,
): Promise<{ status: Standing; facilitates: boolean } | undefined> {
  const row = await db
    .selectFrom('member')
    .select(['status', 'facilitates'])
    .where('community_id', '=', communityId)
    .where('id', '=', memberId)
    .where('status', '<>', 'pending')
    .executeTakeFirst()
  return row as { status: Standing; facilitates: boolean } | undefined
}

export async function setStanding(
  db: Db,
  { communityId }: MemberViewer,
  memberId: string,
  standing: { status: Standing; facilitates: boolean },
): Promise<void> {
  await db.updateTable('member').set(standing).where('community_id', '=', communityId).where('id', '=', memberId).execute()
}

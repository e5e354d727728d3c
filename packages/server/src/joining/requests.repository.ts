import { sql } from 'kysely'
import type { Keyset } from '../db/keyset.ts'
import type { Db } from '../db/tables.ts'
import type { MemberViewer } from '../viewer.ts'
import type { RequestWords } from './joining.schema.ts'

/** Requests of the viewer's community; nothing for who does not facilitate it. */
const requests = (db: Db, viewer: MemberViewer) =>
  db
    .selectFrom('join_request as r')
    .select(['r.id', 'r.name', 'r.email', 'r.organisation', 'r.role', 'r.region', 'r.reason', 'r.answers', 'r.equipment'])
    .select(['r.ease', 'r.phone', 'r.status', 'r.exchange', 'r.created_at as createdAt'])
    .select(['r.decided_at as decidedAt', 'r.decided_by as decidedBy'])
    .where('r.community_id', '=', viewer.communityId)
    .where(sql<boolean>`${viewer.facilitates}`)

export type RequestRow = NonNullable<Awaited<ReturnType<typeof findRequest>>>

export const findRequest = (db: Db, viewer: MemberViewer, id: string) =>
  requests(db, viewer).where('r.id', '=', id).executeTakeFirst()

/** Open ones the oldest first, decided ones the newest first. Served by join_request_list_idx. */
export function listRequests(
  db: Db,
  viewer: MemberViewer,
  {
    isOpen,
    call,
    id,
    after,
    limit,
  }: { isOpen: boolean; call: boolean; id: string | undefined; after: Keyset | undefined; limit: number },
): Promise<RequestRow[]> {
  let query = requests(db, viewer)
  if (id !== undefined) return query.where('r.id', '=', id).execute()
  query = query.where('r.status', 'in', isOpen ? ['waiting', 'asked'] : ['approved', 'refused'])
  if (call) query = query.where('r.ease', '=', 'call')
  if (after)
    query = query.where(
      isOpen
        ? sql<boolean>`(r.created_at, r.id) > (${after.at}, ${after.id})`
        : sql<boolean>`(r.created_at, r.id) < (${after.at}, ${after.id})`,
    )
  const order = isOpen ? 'asc' : 'desc'
  return query.orderBy('r.created_at', order).orderBy('r.id', order).limit(limit).execute()
}

export type Standing = 'pending' | 'active' | 'suspended' | 'removed'

/** What the addresses of these requests are here already. */
export async function listStandings(db: Db, ids: string[]): Promise<Map<string, Standing>> {
  const { rows } = await sql<{ request_id: string; status: Standing }>`
    select request_id, status from request_standing(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ request_id, status }) => [request_id, status]))
}

export interface Approval {
  id: string
  personId: string
  memberId: string
  organisation: string | null
  region: string | null
  groups: string[]
  spaces: string[]
  words: RequestWords[]
  at: Date
}

/** `false`: it is decided already, or not there. */
export async function approveRequest(
  db: Db,
  { id, personId, memberId, organisation, region, groups, spaces, words, at }: Approval,
) {
  const { rows } = await sql<{ done: boolean }>`
    select approve_request(${id}, ${personId}, ${memberId}, ${organisation}, ${region}, ${groups}::uuid[], ${spaces}::uuid[],
      ${JSON.stringify(words)}::jsonb, ${at}) as done`.execute(db)
  return rows[0]!.done
}

/** `false`: it is decided already, or not there. */
export async function setRefused(db: Db, viewer: MemberViewer, id: string, words: RequestWords, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('join_request')
    .set({ status: 'refused', exchange: appended(words), decided_at: at, decided_by: viewer.memberId })
    .where('community_id', '=', viewer.communityId)
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'asked'])
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** `link`: of the mail that asks; both the earlier and this one lead to the request from now on. */
export async function setAsked(
  db: Db,
  viewer: MemberViewer,
  id: string,
  words: RequestWords,
  link: { hash: Buffer; expiresAt: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('join_request')
    .set({ status: 'asked', exchange: appended(words), asked_token_hash: link.hash, link_expires_at: link.expiresAt })
    .where('community_id', '=', viewer.communityId)
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'asked'])
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

const appended = (words: RequestWords) => sql<string>`exchange || ${JSON.stringify([words])}::jsonb`

/** In which words to write to whoever asks, and by which clock. */
export const findPlaceOf = (db: Db, viewer: MemberViewer) =>
  db
    .selectFrom('community')
    .select(['language', 'time_zone as timeZone'])
    .where('id', '=', viewer.communityId)
    .executeTakeFirstOrThrow()

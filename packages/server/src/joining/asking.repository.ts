import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { JoinQuestionTable, JoinRequestTable, RequestStatus } from './joining.table.ts'
import type { Ease, Equipment, RequestWords } from './joining.schema.ts'

export type QuestionRow = Pick<JoinQuestionTable, 'id' | 'label'> & { required: boolean }

/** What the community asks, in its order. */
export const listQuestions = (db: Db, communityId: string): Promise<QuestionRow[]> =>
  db
    .selectFrom('join_question')
    .select(['id', 'label', 'required'])
    .where('community_id', '=', communityId)
    .orderBy('position')
    .orderBy('id')
    .execute()

/** In which words to write to whoever asks. */
export const findPlace = (db: Db, communityId: string) =>
  db.selectFrom('community').select(['language', 'time_zone as timeZone']).where('id', '=', communityId).executeTakeFirstOrThrow()

/** Whether the address (in lower case) is that of a member who may come in as she is. */
export async function isMembers(db: Db, communityId: string, email: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.community_id', '=', 'm.community_id').onRef('o.id', '=', 'm.organisation_id'),
    )
    .select('m.id')
    .where('m.community_id', '=', communityId)
    .where('p.email', '=', email)
    .where('m.status', '=', 'active')
    .where('o.removed_at', 'is', null)
    .where((row) => row.or([row('m.expires_at', 'is', null), row('m.expires_at', '>', now)]))
    .executeTakeFirst()
  return row !== undefined
}

export interface NewRequest {
  communityId: string
  id: string
  email: string
  name: string
  organisation: string | null
  role: string | null
  region: string | null
  reason: string
  answers: { question: string; answer: string }[]
  equipment: Equipment
  ease: Ease | null
  phone: string | null
  tokenHash: Buffer
  linkExpiresAt: Date
  at: Date
}

/**
 * Writes it unless `isKept` is false, the id is taken, or the address has one that waits. One and the same statement whatever comes of it, without
 * target: nothing of the answer tells an address from another.
 */
export async function insertRequest(db: Db, request: NewRequest, isKept: boolean): Promise<boolean> {
  const { communityId, id, email, name, organisation, role, region, reason, ease, phone, tokenHash, linkExpiresAt, at } = request
  const { numAffectedRows } = await sql`
    insert into join_request (community_id, id, email, name, organisation, role, region, reason, answers, equipment, ease, phone, token_hash,
      link_expires_at, created_at)
    select ${communityId}::uuid, ${id}::uuid, ${email}, ${name}, ${organisation}, ${role}, ${region}, ${reason},
      ${JSON.stringify(request.answers)}::jsonb, ${JSON.stringify(request.equipment)}::jsonb, ${ease}, ${phone}, ${tokenHash}::bytea,
      ${linkExpiresAt}::timestamptz, ${at}::timestamptz
    where ${isKept}::boolean on conflict do nothing`.execute(db)
  return numAffectedRows === 1n
}

/** The request of an address that waits for a decision. Served by join_request_open_idx. */
export async function findOpenId(db: Db, communityId: string, email: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('join_request')
    .select('id')
    .where('community_id', '=', communityId)
    .where('email', '=', email)
    .where('status', 'in', ['waiting', 'asked'])
    .executeTakeFirst()
  return row?.id
}

/** Until the end of the transaction, requests of one community are told of one after another. */
export async function lockTelling(db: Db, communityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('joining ' || ${communityId}, 0))`.execute(db)
}

/** When who facilitates is to be told of this request: now, or once the pause after the last telling is over; `undefined`: a telling to come does. */
export async function setTold(
  db: Db,
  at: { communityId: string; id: string; now: Date; pause: number },
): Promise<Date | undefined> {
  const last = sql`(select max(told_at) from join_request where community_id = ${at.communityId})`
  const row = await db
    .updateTable('join_request')
    .set({ told_at: sql<Date>`greatest(${at.now}::timestamptz, ${last} + make_interval(secs => ${at.pause / 1000}))` })
    .where('community_id', '=', at.communityId)
    .where('id', '=', at.id)
    .where('told_at', 'is', null)
    .where(sql<boolean>`coalesce(${last} <= ${at.now}::timestamptz, true)`)
    .returning('told_at')
    .executeTakeFirst()
  return row?.told_at ?? undefined
}

export interface LinkedRequest {
  id: string
  email: string
  name: string
  status: RequestStatus
  ease: JoinRequestTable['ease']
  createdAt: Date
  exchange: RequestWords[]
}

/** The request that a link leads to, as long as it does. */
export const findByLink = (db: Db, communityId: string, hash: Buffer, now: Date): Promise<LinkedRequest | undefined> =>
  db
    .selectFrom('join_request')
    .select(['id', 'email', 'name', 'status', 'ease', 'created_at as createdAt', 'exchange'])
    .where('community_id', '=', communityId)
    .where((row) => row.or([row('token_hash', '=', hash), row('asked_token_hash', '=', hash)]))
    .where('link_expires_at', '>', now)
    .executeTakeFirst()

/** Answers whether it was still to be answered. */
export async function setAnswered(db: Db, communityId: string, id: string, words: RequestWords): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('join_request')
    .set({ status: 'waiting', exchange: sql<string>`exchange || ${JSON.stringify([words])}::jsonb` })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('status', '=', 'asked')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Nothing of it is kept. Answers whether it was still open. */
export async function removeRequest(db: Db, communityId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('join_request')
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('status', 'in', ['waiting', 'asked'])
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

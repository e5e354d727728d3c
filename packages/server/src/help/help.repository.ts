import { sql } from 'kysely'
import type { Keyset } from '../db/keyset.ts'
import type { Db } from '../db/tables.ts'
import type { EnteredViewer, MemberViewer } from '../viewer.ts'
import type { AskForHelp, HelpView, SayInHelp } from './help.schema.ts'

/** Requests kept in one's sight. */
const SHOWN = 20

const requests = (db: Db) =>
  db
    .selectFrom('help_request as h')
    .select(['h.id', 'h.member_id as memberId', 'h.text', 'h.place', 'h.wants_call as call', 'h.phone', 'h.asked_at as askedAt'])
    .select(['h.waits', 'h.answered_at as answeredAt', 'h.seen_at as seenAt', 'h.settled_at as settledAt'])
export type HelpRow = Awaited<ReturnType<typeof listOwn>>[number]

/** The viewer's own, newest first; `isRead` false: she reads none. Served by help_request_member_idx. */
export const listOwn = (db: Db, { communityId, memberId }: EnteredViewer, isRead: boolean) =>
  requests(db)
    .where('h.community_id', '=', communityId)
    .where('h.member_id', '=', memberId)
    .where(sql<boolean>`${isRead}`)
    .orderBy('h.asked_at', 'desc')
    .orderBy('h.id', 'desc')
    .limit(SHOWN)
    .execute()

/** One of the viewer's own. */
export const findOwn = (db: Db, { communityId, memberId }: EnteredViewer, id: string, isRead: boolean) =>
  requests(db)
    .where('h.community_id', '=', communityId)
    .where('h.member_id', '=', memberId)
    .where('h.id', '=', id)
    .where(sql<boolean>`${isRead}`)
    .executeTakeFirst()

const atDesk = (db: Db, { communityId, facilitates }: MemberViewer) =>
  requests(db)
    .innerJoin('member as m', (join) => join.onRef('m.community_id', '=', 'h.community_id').onRef('m.id', '=', 'h.member_id'))
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.community_id', '=', 'm.community_id').onRef('o.id', '=', 'm.organisation_id'),
    )
    .select(['m.name', 'm.status', 'o.name as organisation'])
    .where('h.community_id', '=', communityId)
    .where(sql<boolean>`${facilitates}`)
export type DeskHelpRow = NonNullable<Awaited<ReturnType<typeof findAtDesk>>>

export const findAtDesk = (db: Db, viewer: MemberViewer, id: string) =>
  atDesk(db, viewer).where('h.id', '=', id).executeTakeFirst()

/** Those in one state, who has waited longest first. Served by help_request_list_idx. */
export function listAtDesk(
  db: Db,
  viewer: MemberViewer,
  { state, after, limit }: { state: HelpView['state']; after: Keyset | undefined; limit: number },
): Promise<DeskHelpRow[]> {
  let query = atDesk(db, viewer).where('h.settled_at', state === 'settled' ? 'is not' : 'is', null)
  if (state !== 'settled') query = query.where('h.waits', '=', state === 'waiting')
  if (after) query = query.where(sql<boolean>`(h.asked_at, h.id) > (${after.at}, ${after.id})`)
  return query.orderBy('h.asked_at').orderBy('h.id').limit(limit).execute()
}

/** What was said in these requests, oldest first. Served by help_turn_request_idx. */
export async function listTurns(db: Db, { communityId }: EnteredViewer, ids: string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('help_turn as t')
    .select(['t.id', 't.help_id as helpId', 't.author_id as authorId', 't.text', 't.at'])
    .where('t.community_id', '=', communityId)
    .where(sql<boolean>`t.help_id = any(${ids}::uuid[])`)
    .orderBy('t.at')
    .orderBy('t.id')
    .execute()
}
export type TurnRow = Awaited<ReturnType<typeof listTurns>>[number]

/** `false`: the id is taken. Without a target: the writer may not be one who reads. */
export async function insertRequest(
  db: Db,
  { communityId, memberId }: EnteredViewer,
  { id, text, place, call, phone }: AskForHelp,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('help_request')
    .values({
      community_id: communityId,
      id,
      member_id: memberId,
      text,
      place,
      wants_call: call,
      phone,
      asked_at: at,
      word_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The viewer's own that wait, counted for one call of hers after the other until its transaction ends. Served by help_request_member_idx. */
export async function countWaiting(db: Db): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`select count_waiting_help() as waiting`.execute(db)
  return rows[0]!.waiting
}

/** `false`: the id is taken. */
export async function insertTurn(
  db: Db,
  { communityId, memberId }: EnteredViewer,
  { id, help, text }: SayInHelp,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('help_turn')
    .values({ community_id: communityId, id, help_id: help, author_id: memberId, text, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** With all that was said in it. `false`: it is not the viewer's. */
export async function removeRequest(db: Db, { communityId, memberId }: EnteredViewer, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('help_request')
    .where('community_id', '=', communityId)
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** The viewer looks at one of hers, or has added a word to it. `false`: it is not hers. */
export async function followOwn(db: Db, id: string, hasWord: boolean, at: Date): Promise<boolean> {
  const { rows } = await sql<{ isHers: boolean }>`select follow_help(${id}, ${hasWord}, ${at}) as "isHers"`.execute(db)
  return rows[0]!.isHers
}

/** `settled` `null`: it was answered. Answers whom to tell of it by mail; `undefined`: nobody. */
export async function noteAnswer(db: Db, id: string, settled: boolean | null, at: Date): Promise<string | undefined> {
  const { rows } = await sql<{ memberId: string }>`
    select mail_to as "memberId" from answer_help(${id}, ${settled}::boolean, ${at})`.execute(db)
  return rows[0]?.memberId
}

export interface HelperRow {
  memberId: string
  name: string
  availability: string | null
}

/** Everybody who facilitates, the earliest first; nobody for who is told no names. */
export async function listHelpers(db: Db): Promise<HelperRow[]> {
  const { rows } = await sql<HelperRow>`select member_id as "memberId", name, availability from who_helps()`.execute(db)
  return rows
}

/** In which words to write to members. */
export async function findLanguage(db: Db, { communityId }: EnteredViewer): Promise<'fr-CA' | 'en-CA'> {
  const row = await db.selectFrom('community').select('language').where('id', '=', communityId).executeTakeFirstOrThrow()
  return row.language
}

import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'

/** Whoever may come in: active or pending, and not of an organisation that was removed. */
function admissible(db: Db, communityId: string) {
  return db
    .selectFrom('member as m')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.community_id', '=', 'm.community_id').onRef('o.id', '=', 'm.organisation_id'),
    )
    .where('m.community_id', '=', communityId)
    .where('m.status', 'in', ['active', 'pending'])
    .where('o.removed_at', 'is', null)
}

/** The person behind an address (in lower case) who may come into this community. */
export async function findPersonToAdmit(db: Db, communityId: string, email: string): Promise<string | undefined> {
  const row = await admissible(db, communityId)
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .where('p.email', '=', email)
    .select('p.id')
    .executeTakeFirst()
  return row?.id
}

/** Her membership, as long as she may come in. */
export async function findMemberToAdmit(db: Db, communityId: string, personId: string): Promise<string | undefined> {
  return (await admissible(db, communityId).where('m.person_id', '=', personId).select('m.id').executeTakeFirst())?.id
}

/** Who she is beyond this community: hers is the membership. */
export async function findPersonOfMember(
  db: Db,
  communityId: string,
  memberId: string,
): Promise<{ personId: string; email: string }> {
  return db
    .selectFrom('member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .where('m.community_id', '=', communityId)
    .where('m.id', '=', memberId)
    .select(['p.id as personId', 'p.email'])
    .executeTakeFirstOrThrow()
}

export async function isMemberAdmissible(db: Db, communityId: string, memberId: string): Promise<boolean> {
  return (await admissible(db, communityId).where('m.id', '=', memberId).select('m.id').executeTakeFirst()) !== undefined
}

/** What a mail says of where it was asked, in the language of whose address (in lower case) it is: the site's name is `null` for a site this community does not have, and outside sites. */
export async function findPlaceOfAsking(
  db: Db,
  communityId: string,
  { siteId, email }: { siteId: string | null; email: string },
) {
  return db
    .selectFrom('community as c')
    .leftJoin('site as s', (join) => join.onRef('s.community_id', '=', 'c.id').on('s.id', '=', siteId))
    .where('c.id', '=', communityId)
    .select(['c.name as communityName', 's.name as siteName'])
    .select(sql<'fr-CA' | 'en-CA'>`coalesce(address_language(${email}), c.language)`.as('language'))
    .executeTakeFirstOrThrow()
}

/** Until the end of the transaction, requests for one address count one after another. */
export async function lockAddress(db: Db, emailHash: Buffer): Promise<void> {
  await sql`select pg_advisory_xact_lock(${emailHash.readBigInt64BE(0).toString()}::bigint)`.execute(db)
}

/** When codes were asked for this address, newest first, over all communities. Served by login_email_idx. */
export async function listAskedAt(db: Db, emailHash: Buffer, since: Date, limit: number): Promise<Date[]> {
  const rows = await db
    .selectFrom('login')
    .select('created_at')
    .where('email_hash', '=', emailHash)
    .where('created_at', '>', since)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => row.created_at)
}

export interface NewLogin {
  communityId: string
  id: string
  siteId: string | null
  /** `null`: there is nobody to admit, and the code opens nothing. */
  personId: string | null
  emailHash: Buffer
  codeHash: Buffer
  createdAt: Date
  expiresAt: Date
  /** Asked for by who is in already, to confirm something. */
  isProof: boolean
}

export async function insertLogin(db: Db, login: NewLogin): Promise<void> {
  await db
    .insertInto('login')
    .values({
      community_id: login.communityId,
      id: login.id,
      site_id: login.siteId,
      person_id: login.personId,
      email_hash: login.emailHash,
      code_hash: login.codeHash,
      created_at: login.createdAt,
      expires_at: login.expiresAt,
      used_at: null,
      proof: login.isProof,
    })
    .execute()
}

/** Counts a try in the row itself, so that no number of processes gives one more; nothing when the code takes no more tries. */
export async function countTry(db: Db, at: { communityId: string; siteId: string | null; id: string; tries: number; now: Date }) {
  return db
    .updateTable('login')
    .set((row) => ({ tries: row('tries', '+', 1) }))
    .where('community_id', '=', at.communityId)
    .where('id', '=', at.id)
    .where('site_id', 'is not distinct from', at.siteId)
    .where('tries', '<', at.tries)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at.now)
    .returning(['code_hash as codeHash', 'person_id as personId'])
    .executeTakeFirst()
}

/** Its row is held by `countTry` since the same transaction: a twin waits, then finds it used. */
export async function setUsed(db: Db, communityId: string, id: string, now: Date): Promise<void> {
  await db.updateTable('login').set({ used_at: now }).where('community_id', '=', communityId).where('id', '=', id).execute()
}

import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { PublicKey } from './site-sign-in.schema.ts'

interface SitePlace {
  communityId: string
  siteId: string
}

/** Whose word is taken for a site, as it is now: switched on, with the keys that stand. */
export interface SiteTrust {
  issuer: string
  keysUrl: string | null
  keys: PublicKey[]
  /** Exact origins of the site. */
  origins: string[]
}

export async function findTrust(db: Db, { communityId, siteId }: SitePlace, now: Date): Promise<SiteTrust | undefined> {
  const trust = await db
    .selectFrom('site_trust')
    .select(['issuer', 'keys_url as keysUrl'])
    .where('community_id', '=', communityId)
    .where('site_id', '=', siteId)
    .where('enabled', '=', true)
    .executeTakeFirst()
  if (!trust) return undefined
  const keys = await db
    .selectFrom('site_key')
    .select('jwk')
    .where('community_id', '=', communityId)
    .where('site_id', '=', siteId)
    .where((row) => row.or([row('ends_at', 'is', null), row('ends_at', '>', now)]))
    .orderBy('thumbprint')
    .execute()
  const origins = await db
    .selectFrom('site_origin')
    .select('origin')
    .where('community_id', '=', communityId)
    .where('site_id', '=', siteId)
    .orderBy('origin')
    .execute()
  return { ...trust, keys: keys.map(({ jwk }) => jwk), origins: origins.map(({ origin }) => origin) }
}

/** Until the end of the transaction the word of this site is not taken back: who does so waits, and then finds what was opened with it. */
export async function holdTrust(db: Db, { siteId }: SitePlace): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${siteId}, 7205433))`.execute(db)
}

export interface NewAttempt extends SitePlace {
  ticketHash: Buffer
  nonceHash: Buffer
  origin: string
  expiresAt: Date
}

export async function insertAttempt(db: Db, attempt: NewAttempt): Promise<void> {
  await db
    .insertInto('site_attempt')
    .values({
      community_id: attempt.communityId,
      ticket_hash: attempt.ticketHash,
      site_id: attempt.siteId,
      nonce_hash: attempt.nonceHash,
      origin: attempt.origin,
      expires_at: attempt.expiresAt,
      used_at: null,
      link_hash: null,
      subject_hash: null,
    })
    .execute()
}

/** Uses the attempt up, whatever comes of it: of any number at once, one finds it. */
export async function takeAttempt(db: Db, { communityId, siteId }: SitePlace, ticketHash: Buffer, now: Date) {
  return db
    .updateTable('site_attempt')
    .set({ used_at: now })
    .where('community_id', '=', communityId)
    .where('ticket_hash', '=', ticketHash)
    .where('site_id', '=', siteId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['nonce_hash as nonceHash', 'origin'])
    .executeTakeFirst()
}

/** `false`: this name was heard from this site already. */
export async function insertAssertion(
  db: Db,
  { communityId, siteId }: SitePlace,
  jtiHash: Buffer,
  expiresAt: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('site_assertion')
    .values({ community_id: communityId, site_id: siteId, jti_hash: jtiHash, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The member whom this site knows by that name. */
export async function findSubject(db: Db, { communityId, siteId }: SitePlace, subjectHash: Buffer): Promise<string | undefined> {
  const row = await db
    .selectFrom('site_subject')
    .select('member_id as memberId')
    .where('community_id', '=', communityId)
    .where('site_id', '=', siteId)
    .where('subject_hash', '=', subjectHash)
    .executeTakeFirst()
  return row?.memberId
}

/** What was said of somebody whom this site does not know yet waits for her code. */
export async function setLink(
  db: Db,
  communityId: string,
  ticketHash: Buffer,
  link: { linkHash: Buffer; subjectHash: Buffer; expiresAt: Date },
): Promise<void> {
  await db
    .updateTable('site_attempt')
    .set({ link_hash: link.linkHash, subject_hash: link.subjectHash, expires_at: link.expiresAt })
    .where('community_id', '=', communityId)
    .where('ticket_hash', '=', ticketHash)
    .execute()
}

/** Serves once. */
export async function takeLink(
  db: Db,
  { communityId, siteId }: SitePlace,
  linkHash: Buffer,
  now: Date,
): Promise<Buffer | undefined> {
  const row = await db
    .updateTable('site_attempt')
    .set({ link_hash: null })
    .where('community_id', '=', communityId)
    .where('site_id', '=', siteId)
    .where('link_hash', '=', linkHash)
    .where('expires_at', '>', now)
    .returning('subject_hash as subjectHash')
    .executeTakeFirst()
  return row?.subjectHash ?? undefined
}

/** From now on this site knows that member by this name. */
export async function setSubject(db: Db, { communityId, siteId }: SitePlace, subjectHash: Buffer, memberId: string, now: Date) {
  await db
    .insertInto('site_subject')
    .values({ community_id: communityId, site_id: siteId, subject_hash: subjectHash, member_id: memberId, bound_at: now })
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'site_id', 'subject_hash']).doUpdateSet({ member_id: memberId, bound_at: now }),
    )
    .execute()
}

import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { MintedTokens } from './tokens.ts'

/** Where a session lives: it is worth nothing in another community or on another site. */
export interface SessionPlace {
  communityId: string
  siteId: string | null
}
type Hashes = Pick<MintedTokens, 'accessHash' | 'refreshHash'>

export interface NewSession extends SessionPlace, Hashes {
  id: string
  familyHash: Buffer
  memberId: string
  now: Date
  accessExpiresAt: Date
  idleExpiresAt: Date
  /** How long it may lie unused. */
  idleSeconds: number
  absoluteExpiresAt: Date
  bySite: boolean
  verifiedUntil: Date | null
  provedAt: Date | null
}

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  await db
    .insertInto('session')
    .values({
      community_id: session.communityId,
      id: session.id,
      member_id: session.memberId,
      site_id: session.siteId,
      access_hash: session.accessHash,
      access_expires_at: session.accessExpiresAt,
      family_hash: session.familyHash,
      refresh_hash: session.refreshHash,
      previous_refresh_hash: null,
      rotated_at: session.now,
      idle_expires_at: session.idleExpiresAt,
      idle_seconds: session.idleSeconds,
      absolute_expires_at: session.absoluteExpiresAt,
      created_at: session.now,
      revoked_at: null,
      proved_at: session.provedAt,
      by_site: session.bySite,
      verified_until: session.verifiedUntil,
    })
    .execute()
}

/** Asked as the viewer, whose own session it must be. */
export async function isProvedSince(db: Db, sessionId: string | null, since: Date): Promise<boolean> {
  const { rows } = await sql<{ proved: boolean }>`select proved_since(${sessionId}::uuid, ${since}) as proved`.execute(db)
  return rows[0]!.proved
}

/** A session that a partner's site opened is confirmed by that, until `confirmedUntil`. */
export async function setProved(
  db: Db,
  { communityId, id }: { communityId: string; id: string },
  now: Date,
  confirmedUntil: Date,
): Promise<void> {
  await db
    .updateTable('session')
    .set({ proved_at: now, verified_until: sql<Date | null>`case when by_site then ${confirmedUntil}::timestamptz end` })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

export interface Rotation extends SessionPlace, Hashes {
  presented: Buffer
  now: Date
  accessExpiresAt: Date
}

/** Replaces the tokens of the session whose current refresh token was presented. Of any number at once, one finds it. */
export async function rotateTokens(db: Db, rotation: Rotation) {
  return db
    .updateTable('session')
    .set((row) => ({
      access_hash: rotation.accessHash,
      access_expires_at: rotation.accessExpiresAt,
      refresh_hash: rotation.refreshHash,
      previous_refresh_hash: row.ref('refresh_hash'),
      rotated_at: rotation.now,
      // capped by the absolute end, so that this one end tells whether a session is over
      idle_expires_at: sql<Date>`least(${rotation.now}::timestamptz + make_interval(secs => idle_seconds), absolute_expires_at)`,
    }))
    .where('community_id', '=', rotation.communityId)
    .where('site_id', 'is not distinct from', rotation.siteId)
    .where('refresh_hash', '=', rotation.presented)
    .where('revoked_at', 'is', null)
    .where('idle_expires_at', '>', rotation.now)
    .returning([
      'id',
      'member_id as memberId',
      'idle_expires_at as idleExpiresAt',
      'by_site as bySite',
      'verified_until as verifiedUntil',
    ])
    .executeTakeFirst()
}

const live = (db: Db, communityId: string, now: Date) =>
  db
    .selectFrom('session as s')
    .where('s.community_id', '=', communityId)
    .where('s.revoked_at', 'is', null)
    .where('s.idle_expires_at', '>', now)

/** A session that is not over, with what tells a race from a reuse. */
export async function findLiveSession(db: Db, { communityId, siteId }: SessionPlace, familyHash: Buffer, now: Date) {
  return live(db, communityId, now)
    .where('s.family_hash', '=', familyHash)
    .where('s.site_id', 'is not distinct from', siteId)
    .select(['s.id', 's.previous_refresh_hash as previousRefreshHash', 's.rotated_at as rotatedAt'])
    .executeTakeFirst()
}

/** The session of an access token that is not over. */
export async function findSessionByAccess(db: Db, { communityId, siteId }: SessionPlace, accessHash: Buffer, now: Date) {
  return live(db, communityId, now)
    .where('s.access_hash', '=', accessHash)
    .where('s.site_id', 'is not distinct from', siteId)
    .where('s.access_expires_at', '>', now)
    .select(['s.id', 's.member_id as memberId', 's.by_site as bySite'])
    .executeTakeFirst()
}

/** A member's sessions that are not over, last used first. Served by session_member_idx. */
export async function listDevices(db: Db, communityId: string, memberId: string, now: Date, limit: number) {
  return live(db, communityId, now)
    .leftJoin('site', (join) => join.onRef('site.community_id', '=', 's.community_id').onRef('site.id', '=', 's.site_id'))
    .where('s.member_id', '=', memberId)
    .select(['s.id', 'site.name as site', 's.created_at as signedInAt', 's.rotated_at as lastUsedAt'])
    .orderBy('s.rotated_at', 'desc')
    .orderBy('s.id')
    .limit(limit)
    .execute()
}

const ending = (db: Db, communityId: string, now: Date) =>
  db
    .updateTable('session')
    .set((row) => ({ revoked_at: row.fn.coalesce('revoked_at', row.cast<Date>(row.val(now), 'timestamptz')) }))
    .where('community_id', '=', communityId)

/** Ends a session, or finds it ended, and answers its id; `undefined` when this place has none such. */
export async function endSession(
  db: Db,
  { communityId, siteId }: SessionPlace,
  by: { id: string } | { family_hash: Buffer },
  now: Date,
): Promise<string | undefined> {
  const ended = await ending(db, communityId, now)
    .where((row) => row.and(by))
    .where('site_id', 'is not distinct from', siteId)
    .returning('id')
    .executeTakeFirst()
  return ended?.id
}

/** Ends one of a member's sessions, on whatever site; `false` when she has none of that id. */
export async function endDevice(db: Db, communityId: string, memberId: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await ending(db, communityId, now)
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function endOtherDevices(db: Db, communityId: string, memberId: string, keptId: string, now: Date): Promise<void> {
  await ending(db, communityId, now)
    .where('member_id', '=', memberId)
    .where('id', '<>', keptId)
    .where('revoked_at', 'is', null)
    .execute()
}

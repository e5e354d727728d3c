import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { MemberViewer } from '../viewer.ts'

/** The sites of the community, by name; one of them where `id` is given. */
export function listSites(db: Db, { communityId }: MemberViewer, id?: string) {
  return db
    .selectFrom('site as s')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.community_id', '=', 's.community_id').onRef('o.id', '=', 's.organisation_id'),
    )
    .leftJoin('site_trust as t', (join) => join.onRef('t.community_id', '=', 's.community_id').onRef('t.site_id', '=', 's.id'))
    .select(['s.id', 's.name', 'o.name as organisation', 't.issuer', 't.keys_url as keysUrl', 't.enabled'])
    .where('s.community_id', '=', communityId)
    .$if(id !== undefined, (query) => query.where('s.id', '=', id!))
    .orderBy('s.name')
    .orderBy('s.id')
    .execute()
}

export function listOrigins(db: Db, { communityId }: MemberViewer) {
  return db
    .selectFrom('site_origin')
    .select(['site_id as siteId', 'origin'])
    .where('community_id', '=', communityId)
    .orderBy('origin')
    .execute()
}

/** Those that serve at `now`. */
export function listKeys(db: Db, { communityId }: MemberViewer, now: Date) {
  return db
    .selectFrom('site_key')
    .select(['site_id as siteId', 'thumbprint', 'jwk', 'added_at as addedAt', 'ends_at as endsAt'])
    .where('community_id', '=', communityId)
    .where((row) => row.or([row('ends_at', 'is', null), row('ends_at', '>', now)]))
    .orderBy('added_at')
    .orderBy('thumbprint')
    .execute()
}

export interface NewSite {
  id: string
  name: string
  organisation: string | null
}

/** `false`: the id is taken. */
export async function insertSite(db: Db, { communityId }: MemberViewer, { id, name, organisation }: NewSite): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('site')
    .values({ community_id: communityId, id, name, organisation_id: organisation })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function isOrganisation(db: Db, { communityId }: MemberViewer, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('organisation')
    .select('id')
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** These and no others; `false`: another site has one of them. */
export async function replaceOrigins(db: Db, { communityId }: MemberViewer, siteId: string, origins: string[]): Promise<boolean> {
  const wanted = [...new Set(origins)]
  await db
    .deleteFrom('site_origin')
    .where('community_id', '=', communityId)
    .where('site_id', '=', siteId)
    .where('origin', 'not in', wanted)
    .execute()
  await db
    .insertInto('site_origin')
    .values(wanted.map((origin) => ({ community_id: communityId, site_id: siteId, origin })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { count } = await db
    .selectFrom('site_origin')
    .select((row) => row.fn.countAll<string>().as('count'))
    .where('community_id', '=', communityId)
    .where('site_id', '=', siteId)
    .executeTakeFirstOrThrow()
  return Number(count) === wanted.length
}

/** Whoever enters by this site at this moment is done before, or comes after. */
export async function lockTrust(db: Db, siteId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${siteId}, 7205433))`.execute(db)
}

export async function setTrust(
  db: Db,
  { communityId }: MemberViewer,
  { siteId, issuer, keysUrl }: { siteId: string; issuer: string; keysUrl: string | null },
): Promise<void> {
  await db
    .insertInto('site_trust')
    .values({ community_id: communityId, site_id: siteId, issuer, keys_url: keysUrl })
    .onConflict((conflict) => conflict.columns(['community_id', 'site_id']).doUpdateSet({ issuer, keys_url: keysUrl }))
    .execute()
}

export interface NewKey {
  thumbprint: string
  jwk: string
}

/** Adds those that are new; the others of the site end at `end`, or have ended sooner. */
export async function replaceKeys(
  db: Db,
  { communityId }: MemberViewer,
  siteId: string,
  keys: NewKey[],
  { now, end }: { now: Date; end: Date },
): Promise<void> {
  const names = keys.map(({ thumbprint }) => thumbprint)
  await db
    .updateTable('site_key')
    .set((row) => ({
      ends_at: row
        .case()
        .when(sql<boolean>`thumbprint = any(${names}::text[])`)
        .then(sql<Date | null>`null`)
        .else(sql<Date>`least(ends_at, ${end}::timestamptz)`)
        .end(),
    }))
    .where('community_id', '=', communityId)
    .where('site_id', '=', siteId)
    .execute()
  if (keys.length === 0) return
  const rows = keys.map((key) => ({ community_id: communityId, site_id: siteId, ...key, added_at: now, ends_at: null }))
  await db
    .insertInto('site_key')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** `false`: nothing was set for this site yet. */
export async function setEnabled(db: Db, { communityId }: MemberViewer, siteId: string, enabled: boolean): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('site_trust')
    .set({ enabled })
    .where('community_id', '=', communityId)
    .where('site_id', '=', siteId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Every session that the site opened is over. */
export async function endSessions(db: Db, siteId: string, now: Date): Promise<void> {
  await sql`select end_site_sessions(${siteId}, ${now})`.execute(db)
}

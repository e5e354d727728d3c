import { sql } from 'kysely'
import { askedOf } from '../db/readable.ts'
import type { Db } from '../db/tables.ts'
import type { NodeTree } from '../discussions/node-tree.schema.ts'
import type { SigningViewer } from '../viewer.ts'

function selectVersions(db: Db, viewer: SigningViewer) {
  return db
    .selectFrom('charter_version as v')
    .leftJoin('charter as c', (join) => join.onRef('c.community_id', '=', 'v.community_id').onRef('c.version_id', '=', 'v.id'))
    .select([
      'v.id',
      'v.number as version',
      'v.language',
      'v.space_id as spaceId',
      'v.published_at as publishedAt',
      sql<boolean>`c.version_id is not null`.as('current'),
    ])
    .where('v.community_id', '=', viewer.communityId)
    .where(askedOf('v', viewer))
}
export type VersionRow = Awaited<ReturnType<typeof listCurrent>>[number]

/** The versions that are asked for now, that of the community first. */
export const listCurrent = (db: Db, viewer: SigningViewer) =>
  selectVersions(db, viewer)
    .where('c.version_id', 'is not', null)
    .orderBy(sql`v.space_id nulls first`)
    .execute()

/** One version, whether asked for now or not, with its text. */
export const findVersion = (db: Db, viewer: SigningViewer, id: string) =>
  selectVersions(db, viewer)
    .select(['v.source', 'v.body', sql<string>`encode(v.hash, 'hex')`.as('hash')])
    .where('v.id', '=', id)
    .executeTakeFirst()
export type TextRow = NonNullable<Awaited<ReturnType<typeof findVersion>>>

/** The id of the version that is asked for now; `spaceId` `null`: of the community. */
export async function findCurrentId(db: Db, viewer: SigningViewer, spaceId: string | null): Promise<string | null> {
  const row = await db
    .selectFrom('charter')
    .select('version_id')
    .where('community_id', '=', viewer.communityId)
    .where('space_id', 'is not distinct from', spaceId)
    .executeTakeFirst()
  return row?.version_id ?? null
}

/** What the viewer is asked to sign next. Served by charter_signature_standing_idx. */
export const findAsked = (db: Db, viewer: SigningViewer) =>
  db
    .selectFrom('charter as c')
    .innerJoin('charter_version as v', (join) =>
      join.onRef('v.community_id', '=', 'c.community_id').onRef('v.id', '=', 'c.version_id'),
    )
    .select(['v.id', 'v.number as version', 'v.published_at as publishedAt', 'c.space_id as spaceId'])
    .where('c.community_id', '=', viewer.communityId)
    .where(askedOf('c', viewer))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('charter_signature as s')
            .select('s.id')
            .whereRef('s.community_id', '=', 'c.community_id')
            .whereRef('s.version_id', '=', 'c.version_id')
            .where('s.member_id', '=', viewer.memberId)
            .where('s.withdrawn_at', 'is', null),
        ),
      ),
    )
    .orderBy(sql`c.space_id nulls first`)
    .limit(1)
    .executeTakeFirst()

export interface SpaceName {
  id: string
  slug: string
  name: string
}

/** What spaces with a charter of their own are called: the rows of spaces are not hers to read before she has signed. */
export async function listSpaceNames(db: Db, viewer: SigningViewer): Promise<Map<string, SpaceName>> {
  const { rows } = await sql<SpaceName>`select id, slug, name from charter_space_names() n
    where n.id = any(${viewer.rights.charterSpacesOf(viewer)})`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The viewer's own signatures, newest first. Served by charter_signature_member_idx. */
export const listSignatures = (db: Db, viewer: SigningViewer) =>
  db
    .selectFrom('charter_signature as s')
    .innerJoin('charter_version as v', (join) =>
      join.onRef('v.community_id', '=', 's.community_id').onRef('v.id', '=', 's.version_id'),
    )
    .select([
      's.id',
      's.version_id as versionId',
      'v.number as version',
      'v.space_id as spaceId',
      's.signed_at as signedAt',
      's.withdrawn_at as withdrawnAt',
    ])
    .where('s.community_id', '=', viewer.communityId)
    .where('s.member_id', '=', viewer.memberId)
    .where(askedOf('v', viewer))
    .orderBy('s.signed_at', 'desc')
    .orderBy('s.id', 'desc')
    .execute()
export type SignatureRow = Awaited<ReturnType<typeof listSignatures>>[number]

/** Signs unless her signature stands already; the hash is that of the stored text. */
export async function insertSignature(db: Db, viewer: SigningViewer, id: string, version: TextRow, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('charter_signature')
    .values({
      community_id: viewer.communityId,
      id,
      member_id: viewer.memberId,
      version_id: version.id,
      hash: Buffer.from(version.hash, 'hex'),
      signed_at: at,
      withdrawn_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Answers whether one stood. */
export async function setWithdrawn(db: Db, viewer: SigningViewer, versionId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('charter_signature')
    .set({ withdrawn_at: at })
    .where('community_id', '=', viewer.communityId)
    .where('member_id', '=', viewer.memberId)
    .where('version_id', '=', versionId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** One of the viewer's own signatures, and who and where she is. */
export const findSignature = (db: Db, viewer: SigningViewer, id: string) =>
  db
    .selectFrom('charter_signature as s')
    .innerJoin('member as m', (join) => join.onRef('m.community_id', '=', 's.community_id').onRef('m.id', '=', 's.member_id'))
    .innerJoin('community as k', 'k.id', 's.community_id')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.community_id', '=', 'm.community_id').onRef('o.id', '=', 'm.organisation_id'),
    )
    .select([
      's.id',
      's.version_id as versionId',
      's.signed_at as signedAt',
      's.withdrawn_at as withdrawnAt',
      'm.name',
      'o.name as organisation',
      'k.name as community',
      'k.time_zone as timeZone',
    ])
    .where('s.community_id', '=', viewer.communityId)
    .where('s.member_id', '=', viewer.memberId)
    .where('s.id', '=', id)
    .executeTakeFirst()

export interface NewVersion {
  id: string
  spaceId: string | null
  language: 'fr-CA' | 'en-CA'
  source: string
  body: NodeTree
  hash: Buffer
  at: Date
}

/** Inserts under the number after the last unless the id is taken, by anything, or another version was faster. */
export async function insertVersion(db: Db, viewer: SigningViewer, version: NewVersion): Promise<boolean> {
  const { number } = await db
    .selectFrom('charter_version')
    .select(sql<number>`coalesce(max(number), 0) + 1`.as('number'))
    .where('community_id', '=', viewer.communityId)
    .where('space_id', 'is not distinct from', version.spaceId)
    .executeTakeFirstOrThrow()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('charter_version')
    .values({
      community_id: viewer.communityId,
      id: version.id,
      space_id: version.spaceId,
      number,
      language: version.language,
      source: version.source,
      body: JSON.stringify(version.body),
      hash: version.hash,
      published_at: version.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/**
 * From now on this version is asked for. Two statements: `on conflict do update` needs the row to be readable, and the first charter of a space
 * is so only once it is there. Whoever comes second stopped at the number of the version.
 */
export async function setCurrent(db: Db, viewer: SigningViewer, spaceId: string | null, versionId: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('charter')
    .set({ version_id: versionId })
    .where('community_id', '=', viewer.communityId)
    .where('space_id', 'is not distinct from', spaceId)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) return
  await db.insertInto('charter').values({ community_id: viewer.communityId, space_id: spaceId, version_id: versionId }).execute()
}

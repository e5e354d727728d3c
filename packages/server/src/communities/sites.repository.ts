import type { Db } from '../db/tables.ts'

export interface SiteRow {
  id: string
  name: string
  /** Exact origins in whose pages frames may open. */
  origins: string[]
}

/** A site with where one leaves to in a hurry, as it chose and as its community did. */
export interface SiteWithExits extends SiteRow {
  language: 'fr-CA' | 'en-CA'
  exitUrl: string | null
  communityExitUrl: string | null
  /** Of the community. */
  accent: string | null
}

/** The partner site of a community that one of the given origins belongs to. */
export async function findSiteByOrigin(db: Db, communityId: string, origins: string[]): Promise<SiteWithExits | undefined> {
  const rows = await db
    .selectFrom('site as s')
    .innerJoin('site_origin as o', (join) => join.onRef('o.community_id', '=', 's.community_id').onRef('o.site_id', '=', 's.id'))
    .innerJoin('community as c', 'c.id', 's.community_id')
    .select(['s.id', 's.name', 'o.origin', 'c.language', 's.exit_url as exitUrl', 'c.exit_url as communityExitUrl', 'c.accent'])
    .where('s.community_id', '=', communityId)
    .where('s.id', 'in', (query) =>
      query
        .selectFrom('site_origin as given')
        .select('given.site_id')
        .where('given.community_id', '=', communityId)
        .where('given.origin', 'in', origins),
    )
    .orderBy('o.origin')
    .execute()
  const [first] = rows
  return first && { ...first, origins: rows.map((row) => row.origin) }
}

/** The partner sites of a community, by name. */
export async function listSites(db: Db, communityId: string): Promise<SiteRow[]> {
  const rows = await db
    .selectFrom('site as s')
    .innerJoin('site_origin as o', (join) => join.onRef('o.community_id', '=', 's.community_id').onRef('o.site_id', '=', 's.id'))
    .select(['s.id', 's.name', 'o.origin'])
    .where('s.community_id', '=', communityId)
    .orderBy('s.name')
    .orderBy('s.id')
    .orderBy('o.origin')
    .execute()
  const sites = new Map<string, SiteRow>()
  for (const { id, name, origin } of rows) {
    const site = sites.get(id) ?? { id, name, origins: [] }
    site.origins.push(origin)
    sites.set(id, site)
  }
  return [...sites.values()]
}

export interface SiteFont {
  id: string
  family: string
  weight: string
}

/** The fonts kept for a site, without their bytes. Served by site_font_site_idx. */
export function listSiteFonts(db: Db, communityId: string, siteId: string): Promise<SiteFont[]> {
  return db
    .selectFrom('site_font')
    .select(['id', 'family', 'weight'])
    .where('community_id', '=', communityId)
    .where('site_id', '=', siteId)
    .orderBy('family')
    .orderBy('id')
    .execute()
}

export async function findFontData(db: Db, communityId: string, id: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('site_font')
    .select('data')
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.data
}

export const findExit = (db: Db, communityId: string) =>
  db
    .selectFrom('community')
    .select(['language', 'exit_url as exitUrl', 'accent', 'scheme'])
    .where('id', '=', communityId)
    .executeTakeFirst()

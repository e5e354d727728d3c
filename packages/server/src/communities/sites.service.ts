import type { Db } from '../db/tables.ts'
import { findFontData, findSiteByOrigin, listSiteFonts, type SiteFont, type SiteRow } from './sites.repository.ts'

/** A partner's site, with what a frame in its pages needs to know. */
export interface FrameSite extends SiteRow {
  fonts: SiteFont[]
}

/** The partner site that a page at this `location.host` belongs to, in one community; `undefined` when its origin is not registered. */
export async function siteOfHost(db: Db, communityId: string, host: string): Promise<FrameSite | undefined> {
  const site = await findSiteByOrigin(db, communityId, [`https://${host}`, `http://${host}`])
  return site && { ...site, fonts: await listSiteFonts(db, communityId, site.id) }
}

/** The bytes of one font, woff2. */
export const fontData = (db: Db, communityId: string, id: string): Promise<Buffer | undefined> =>
  findFontData(db, communityId, id)

import type { Db } from '../db/tables.ts'
import { findSiteByOrigin, type SiteRow } from './sites.repository.ts'

/** The partner site that a page at this `location.host` belongs to, in one community; `undefined` when its origin is not registered. */
export const siteOfHost = (db: Db, communityId: string, host: string): Promise<SiteRow | undefined> =>
  findSiteByOrigin(db, communityId, [`https://${host}`, `http://${host}`])

export type { SiteRow }

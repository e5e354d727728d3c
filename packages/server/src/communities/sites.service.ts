import type { Db } from '../db/tables.ts'
import { exitAddress } from './exit-address.ts'
import {
  findExit,
  findFontData,
  findSiteByOrigin,
  listSiteFonts,
  listSites,
  type SiteFont,
  type SiteRow,
} from './sites.repository.ts'
import type { Look } from './vocabulary.schema.ts'

/** A partner's site, with what a frame in its pages needs to know. */
export interface FrameSite extends SiteRow {
  fonts: SiteFont[]
  /** Of the community, where the page around gives none: `#0f6b62`; `null`: ours. */
  accent: string | null
  /** Where one leaves to in a hurry; `https:`. */
  exit: string
}

/** The partner site that a page at this `location.host` belongs to, in one community; `undefined` when its origin is not registered. */
export async function siteOfHost(db: Db, communityId: string, host: string): Promise<FrameSite | undefined> {
  const site = await findSiteByOrigin(db, communityId, [`https://${host}`, `http://${host}`])
  if (!site) return undefined
  const { id, name, origins, language, exitUrl, communityExitUrl, accent } = site
  const exit = exitAddress(language, exitUrl, communityExitUrl)
  return { id, name, origins, exit, accent, fonts: await listSiteFonts(db, communityId, id) }
}

/** A partner's site, as a person may be sent to it. */
export interface PartnerSite {
  name: string
  /** The secure one where it has several: `https://a.example`. */
  origin: string
}

/** Where the members of a community enter, by name. */
export async function partnerSites(db: Db, communityId: string): Promise<PartnerSite[]> {
  const sites = await listSites(db, communityId)
  return sites.map(({ name, origins }) => ({ name, origin: origins.find((one) => one.startsWith('https:')) ?? origins[0]! }))
}

export interface DeskFacts {
  language: 'fr-CA' | 'en-CA'
  look: Look
  exit: string
}

/** What the page of the desk knows before anybody entered: its language, its look and where one leaves to in a hurry. */
export async function deskFacts(db: Db, communityId: string): Promise<DeskFacts | undefined> {
  const found = await findExit(db, communityId)
  if (!found) return undefined
  const { language, accent, scheme, exitUrl } = found
  return { language, look: { accent, scheme }, exit: exitAddress(language, exitUrl) }
}

/** The bytes of one font, woff2. */
export const fontData = (db: Db, communityId: string, id: string): Promise<Buffer | undefined> =>
  findFontData(db, communityId, id)

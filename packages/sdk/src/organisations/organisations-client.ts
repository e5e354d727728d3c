import type { SiteList, SiteView } from '@cercle/server'
import { newId } from '../ids.ts'
import type { Call, CallOptions } from '../transport.ts'

export interface NewSite {
  name: string
  /** Id of whose site it is. */
  organisation?: string | null | undefined
  /** Exact: `https://site.example`, nothing behind it. */
  origins: string[]
  /** From `newId()`. Absent: one is made for this call. */
  id?: string | undefined
}

export interface SiteSignIn {
  /** Id. */
  site: string
  /** `iss` of its assertions. */
  issuer: string
  /** `https:` address of its JWKS. */
  keysUrl?: string | null | undefined
  /** Public keys as JWK, and no others: those left out serve 24 hours more. */
  keys?: Record<string, unknown>[] | undefined
  /** A key fell into other hands: those left out end now, and so does every session that the site opened. */
  atOnce?: boolean | undefined
}

/** The partners' sites, for facilitators. Each answers with the site as it is then; `not_found` for one that is none. */
export interface OrganisationsClient {
  /** By name; and from where frames were asked for in the last 30 days, also by pages of no site. */
  sites(options?: CallOptions): Promise<SiteList>
  /** `conflict`: another site has one of the origins. */
  addSite(site: NewSite, options?: CallOptions): Promise<SiteView>
  /** In whose pages frames may open: these origins and no others. */
  setOrigins(change: { site: string; origins: string[] }, options?: CallOptions): Promise<SiteView>
  /** Whose word is taken for who a visitor is. `invalid` with `keys`: none, or one of no use. */
  setSignIn(signIn: SiteSignIn, options?: CallOptions): Promise<SiteView>
  /** Off: nobody enters by it, and every session that it opened ends at once. */
  switchSignIn(change: { site: string; on: boolean }, options?: CallOptions): Promise<SiteView>
}

export const organisationsClient = (call: Call): OrganisationsClient => ({
  sites: (options) => call('organisations.sites', undefined, options),
  addSite: (site, options) => call('organisations.addSite', { ...site, id: site.id ?? newId() }, options, 'write'),
  setOrigins: (change, options) => call('organisations.setOrigins', change, options, 'write'),
  setSignIn: (signIn, options) => call('organisations.setSignIn', signIn, options, 'write'),
  switchSignIn: (change, options) => call('organisations.switchSignIn', change, options, 'write'),
})

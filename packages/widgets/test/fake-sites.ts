import { CercleClientError, newId, type Cercle, type SightingView, type SiteView } from '@cercle/sdk'
import { buildId, now } from './factories.ts'

export const buildSite = (site: Partial<SiteView> = {}): SiteView => ({
  id: buildId(),
  name: 'Maison Lumen',
  organisation: 'Maison Lumen',
  origins: ['https://lumen.example'],
  signIn: null,
  ...site,
})

interface World {
  sites: SiteView[]
  seen: SightingView[]
  organisations: { id: string; name: string }[]
}
type Ask = <Out>(procedure: string, input: unknown, signal: AbortSignal | undefined, answer: () => Out) => Promise<Out>

/** The partners’ sites, as the server keeps them. */
export function fakeOrganisations(ask: Ask, world: World): Cercle['organisations'] {
  const siteOf = (id: string): SiteView => {
    const site = world.sites.find((one) => one.id === id)
    if (!site) throw new CercleClientError('not_found')
    return site
  }
  const checkOrigins = (origins: string[], id?: string): void => {
    const isTaken = world.sites.some((site) => site.id !== id && site.origins.some((one) => origins.includes(one)))
    if (isTaken) throw new CercleClientError('conflict')
  }
  const change = (id: string, more: Partial<SiteView>): SiteView => {
    const changed = { ...siteOf(id), ...more }
    world.sites = world.sites.map((one) => (one.id === id ? changed : one))
    return changed
  }
  return {
    sites: (options) => ask('organisations.sites', undefined, options?.signal, () => ({ items: world.sites, seen: world.seen })),
    addSite: (input, options) =>
      ask('organisations.addSite', input, options?.signal, () => {
        checkOrigins(input.origins)
        const organisation = world.organisations.find(({ id }) => id === input.organisation)?.name ?? null
        const site = buildSite({ id: input.id ?? newId(), name: input.name, organisation, origins: input.origins })
        world.sites = [...world.sites, site]
        return site
      }),
    setOrigins: (input, options) =>
      ask('organisations.setOrigins', input, options?.signal, () => {
        checkOrigins(input.origins, input.site)
        return change(input.site, { origins: input.origins })
      }),
    setSignIn: ({ site, issuer, keysUrl = null, keys = [] }, options) =>
      ask('organisations.setSignIn', { site, issuer, keysUrl, keys }, options?.signal, () => {
        const field = keys.findIndex((key) => 'd' in key)
        if (field >= 0) throw new CercleClientError('invalid', { fields: [{ path: `keys.${field}`, reason: 'not_allowed' }] })
        const shown = keys.map((key) => ({
          thumbprint: 'oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U',
          name: typeof key['kid'] === 'string' ? key['kid'] : null,
          algorithm: 'EdDSA' as const,
          jwk: JSON.stringify(key),
          addedAt: now.toISOString(),
          endsAt: null,
        }))
        return change(site, { signIn: { issuer, keysUrl, keys: shown, enabled: true } })
      }),
    switchSignIn: ({ site, on }, options) =>
      ask('organisations.switchSignIn', { site, on }, options?.signal, () => {
        const { signIn } = siteOf(site)
        if (!signIn) throw new CercleClientError('not_found')
        return change(site, { signIn: { ...signIn, enabled: on } })
      }),
  }
}

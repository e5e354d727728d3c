import { algorithmOf, publicKeyIn, thumbprintOf } from '../auth/site-keys.service.ts'
import { requireProof } from '../auth/proof.service.ts'
import { CercleError } from '../errors.ts'
import { appendActivity } from '../live/live.service.ts'
import { instantOf, type MemberScope } from '../scope.ts'
import {
  endSessions,
  insertSite,
  isOrganisation,
  listKeys,
  listOrigins,
  listSites,
  lockTrust,
  replaceKeys,
  replaceOrigins,
  setEnabled,
  setTrust,
  type NewKey,
} from './organisations.repository.ts'
import { sightings } from './sightings.service.ts'
import type { AddSite, SetOrigins, SetSignIn, SiteKeyView, SiteList, SiteView, SwitchSignIn } from './organisations.schema.ts'

/** A key that was replaced serves so much longer: what was signed with it may still be on its way. Milliseconds. */
const KEY_KEPT = 24 * 60 * 60 * 1000

export async function siteList(scope: MemberScope): Promise<SiteList> {
  const [items, seen] = await Promise.all([present(scope), sightings(scope)])
  return { items, seen }
}

async function present({ db, viewer, clock }: MemberScope, id?: string): Promise<SiteView[]> {
  const [sites, origins, keys] = await Promise.all([
    listSites(db, viewer, id),
    listOrigins(db, viewer),
    listKeys(db, viewer, instantOf(clock)),
  ])
  return sites.map(({ issuer, keysUrl, enabled, ...site }) => ({
    ...site,
    origins: origins.filter(({ siteId }) => siteId === site.id).map(({ origin }) => origin),
    signIn:
      issuer === null || enabled === null
        ? null
        : { issuer, keysUrl, enabled, keys: keys.filter(({ siteId }) => siteId === site.id).map(presentKey) },
  }))
}

const presentKey = ({ thumbprint, jwk, addedAt, endsAt }: Awaited<ReturnType<typeof listKeys>>[number]): SiteKeyView => ({
  thumbprint,
  name: jwk.kid ?? null,
  algorithm: algorithmOf(jwk),
  jwk: JSON.stringify(jwk),
  addedAt: addedAt.toISOString(),
  endsAt: endsAt?.toISOString() ?? null,
})

async function one(scope: MemberScope, id: string): Promise<SiteView> {
  const [site] = await present(scope, id)
  if (!site) throw new CercleError('not_found')
  return site
}

/** Kept for the audit; streams of sessions that it ended are closed by this. */
const tell = ({ db, viewer, clock }: MemberScope, site: string): Promise<void> =>
  appendActivity(db, viewer.communityId, {
    kind: 'site.changed',
    actorId: viewer.memberId,
    subjectId: site,
    at: instantOf(clock),
  })

export async function addSite(scope: MemberScope, { id, name, organisation, origins }: AddSite): Promise<SiteView> {
  await requireProof(scope)
  const { db, viewer } = scope
  if (organisation !== null && !(await isOrganisation(db, viewer, organisation))) throw new CercleError('not_found')
  if (!(await insertSite(db, viewer, { id, name, organisation }))) throw new CercleError('conflict')
  if (!(await replaceOrigins(db, viewer, id, origins))) throw new CercleError('conflict')
  await tell(scope, id)
  return one(scope, id)
}

export async function setOrigins(scope: MemberScope, { site, origins }: SetOrigins): Promise<SiteView> {
  await requireProof(scope)
  await one(scope, site)
  if (!(await replaceOrigins(scope.db, scope.viewer, site, origins))) throw new CercleError('conflict')
  await tell(scope, site)
  return one(scope, site)
}

/** Each under its own name, whatever is beside it taken away. */
async function keysOf(given: SetSignIn['keys']): Promise<NewKey[]> {
  const keys = new Map<string, NewKey>()
  for (const [index, value] of given.entries()) {
    const key = publicKeyIn(value)
    if (!key) throw new CercleError('invalid', { fields: [{ path: `keys.${index}`, reason: 'not_allowed' }] })
    const thumbprint = await thumbprintOf(key)
    keys.set(thumbprint, { thumbprint, jwk: JSON.stringify(key) })
  }
  return [...keys.values()]
}

export async function setSignIn(
  scope: MemberScope,
  { site, issuer, keysUrl, keys: given, atOnce }: SetSignIn,
): Promise<SiteView> {
  await requireProof(scope)
  const { db, viewer, clock } = scope
  const keys = await keysOf(given)
  if (keys.length === 0 && keysUrl === null) throw new CercleError('invalid', { fields: [{ path: 'keys', reason: 'required' }] })
  await one(scope, site)
  await lockTrust(db, site)
  const now = instantOf(clock)
  await setTrust(db, viewer, { siteId: site, issuer, keysUrl })
  await replaceKeys(db, viewer, site, keys, { now, end: atOnce ? now : new Date(now.getTime() + KEY_KEPT) })
  if (atOnce) await endSessions(db, site, now)
  await tell(scope, site)
  return one(scope, site)
}

export async function switchSignIn(scope: MemberScope, { site, on }: SwitchSignIn): Promise<SiteView> {
  // to stop what goes wrong must not wait for a mail
  if (on) await requireProof(scope)
  const { db, viewer, clock } = scope
  await lockTrust(db, site)
  if (!(await setEnabled(db, viewer, site, on))) throw new CercleError('not_found')
  if (!on) await endSessions(db, site, instantOf(clock))
  await tell(scope, site)
  return one(scope, site)
}

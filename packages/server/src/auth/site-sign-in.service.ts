import { CercleError } from '../errors.ts'
import { instantOf } from '../scope.ts'
import { spend } from './auth-limits.ts'
import type { AuthScope, SiteScope } from './auth-scope.ts'
import { isMemberAdmissible } from './auth.repository.ts'
import { isSameHash } from './codes.ts'
import { openSession } from './sessions.service.ts'
import { keyNamedIn, readAssertion, type SiteClaims } from './site-assertion.ts'
import {
  findSubject,
  findTrust,
  holdTrust,
  insertAssertion,
  insertAttempt,
  setLink,
  setSubject,
  takeAttempt,
  takeLink,
  type SiteTrust,
} from './site-sign-in.repository.ts'
import type { AskSite, EnterBySite, SiteAsked, SiteEntered } from './site-sign-in.schema.ts'
import { hashOf, mintSecret } from './tokens.ts'

const MINUTE = 60_000
const ATTEMPT_LIFE = 5 * MINUTE
const LINK_LIFE = 30 * MINUTE

/** One and the same whatever is wrong; the attempt stays used up. */
const refusedSite = () => new CercleError('invalid', { fields: [{ path: 'assertion', reason: 'not_allowed' }], commits: true })
const after = (now: Date, milliseconds: number) => new Date(now.getTime() + milliseconds)
/** A name means something only from who gave it. */
const hashOfSubject = ({ issuer }: SiteTrust, subject: string) => hashOf(JSON.stringify([issuer, subject]))

function placeOf({ communityId, facts }: Pick<AuthScope, 'communityId' | 'facts'>) {
  if (facts.siteId === null) throw refusedSite()
  return { communityId, siteId: facts.siteId }
}

/** What is given to the page around the frame, for the site to sign. */
export async function askSite(scope: AuthScope, { origin }: AskSite): Promise<SiteAsked> {
  await spend(scope, 'bySite')
  const place = placeOf(scope)
  const now = instantOf(scope.clock)
  const trust = await findTrust(scope.db, place, now)
  if (!trust?.origins.includes(origin)) throw refusedSite()
  const [nonce, ticket] = [mintSecret(), mintSecret()]
  const expiresAt = after(now, ATTEMPT_LIFE)
  await insertAttempt(scope.db, { ...place, ticketHash: hashOf(ticket), nonceHash: hashOf(nonce), origin, expiresAt })
  return { nonce, ticket, expiresAt: expiresAt.toISOString() }
}

/** Keys may have to be fetched, and signatures take their time: neither holds a transaction. */
export async function enterBySite(scope: SiteScope, { ticket, assertion }: EnterBySite): Promise<SiteEntered> {
  const { facts, clock, limits, keyRing } = scope
  const trust = await scope.beside(async (db, communityId) => {
    await spend({ limits, communityId, facts }, 'bySite')
    return findTrust(db, placeOf({ communityId, facts }), instantOf(clock))
  })
  let claims: SiteClaims | undefined
  if (trust) {
    const published = trust.keysUrl === null ? [] : await keyRing.keysAt(trust.keysUrl, keyNamedIn(assertion))
    const audience = `${scope.publicUrl()}/c/${facts.community}`
    const keys = [...trust.keys, ...published]
    claims = await readAssertion(assertion, { keys, issuer: trust.issuer, audience, now: clock.now() })
  }
  return admit(await scope.open(), ticket, trust, claims)
}

async function admit(
  scope: AuthScope,
  ticket: string,
  trust: SiteTrust | undefined,
  claims: SiteClaims | undefined,
): Promise<SiteEntered> {
  const { db, communityId } = scope
  const place = placeOf(scope)
  const now = instantOf(scope.clock)
  const attempt = await takeAttempt(db, place, hashOf(ticket), now)
  const isAnswer = isSameHash(hashOf(claims?.nonce ?? ''), attempt?.nonceHash) && claims?.origin === attempt?.origin
  if (!trust || !claims || !isAnswer) throw refusedSite()
  await holdTrust(db, place)
  const standing = await findTrust(db, place, now)
  // taken back, or changed, while it was being read
  if (JSON.stringify(standing) !== JSON.stringify(trust)) throw refusedSite()
  if (!(await insertAssertion(db, place, hashOf(claims.jti), new Date(claims.exp * 1000)))) throw refusedSite()
  const subjectHash = hashOfSubject(trust, claims.sub)
  const memberId = await findSubject(db, place, subjectHash)
  if (memberId === undefined) {
    const link = mintSecret()
    await setLink(db, communityId, hashOf(ticket), { linkHash: hashOf(link), subjectHash, expiresAt: after(now, LINK_LIFE) })
    return { known: false, link, email: claims.email ?? null }
  }
  if (!(await isMemberAdmissible(db, communityId, memberId))) throw refusedSite()
  return { known: true, tokens: await openSession(scope, memberId, 'feed', 'told') }
}

/** For a member whose code was right: from now on the site knows her by the name that waited. `false`: nothing waited, or its word is not taken any more. */
export async function linkToSite(scope: AuthScope, memberId: string, link: string): Promise<boolean> {
  if (scope.facts.siteId === null) return false
  const { db, clock } = scope
  const place = placeOf(scope)
  const now = instantOf(clock)
  await holdTrust(db, place)
  if (!(await findTrust(db, place, now))) return false
  const subjectHash = await takeLink(db, place, hashOf(link), now)
  if (subjectHash === undefined) return false
  await setSubject(db, place, subjectHash, memberId, now)
  return true
}

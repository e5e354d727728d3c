import { CercleError } from '../errors.ts'
import { appendActivity } from '../live/live.service.ts'
import { instantOf } from '../scope.ts'
import { spend } from './auth-limits.ts'
import type { AuthScope } from './auth-scope.ts'
import { isMemberAdmissible } from './auth.repository.ts'
import type { DeviceList, Done, Refresh, Refreshed, RevokeDevice, SignOut, Tokens } from './auth.schema.ts'
import { isSameHash } from './codes.ts'
import {
  endDevice,
  endOtherDevices,
  endSession,
  findLiveSession,
  findSessionByAccess,
  insertSession,
  listDevices,
  rotateTokens,
} from './sessions.repository.ts'
import { familyIn, hashOf, mintFamily, mintTokens, type MintedTokens } from './tokens.ts'

const SECOND = 1000
const DAY = 24 * 60 * 60 * SECOND
const ACCESS_LIFE = 10 * 60 * SECOND
/** How long a session may lie unused, and how long it lasts at all. */
const lives = {
  feed: { idle: 30 * DAY, absolute: 90 * DAY },
  desk: { idle: DAY / 48, absolute: DAY / 2 },
}
/** Two tabs that refresh at once are no thieves. */
const RACE = 10 * SECOND
const DEVICES_MAX = 100

const placeOf = ({ communityId, facts }: AuthScope) => ({ communityId, siteId: facts.siteId })
const after = (now: Date, milliseconds: number) => new Date(now.getTime() + milliseconds)

/** How long a code confirms what a partner's site said. */
export const confirmedUntil = (now: Date): Date => after(now, 30 * DAY)

const presentTokens = (
  { access, refresh }: MintedTokens,
  accessExpiresAt: Date,
  refreshExpiresAt: Date,
  limited: boolean,
): Tokens => ({
  access,
  accessExpiresAt: accessExpiresAt.toISOString(),
  refresh,
  refreshExpiresAt: refreshExpiresAt.toISOString(),
  ...(limited && { limited }),
})

/** Says in the journal that a session came or went: its live stream is closed by this. */
const tellOf = (scope: AuthScope, kind: 'session.opened' | 'session.ended', actorId: string | null, id: string): Promise<void> =>
  appendActivity(scope.db, scope.communityId, { kind, actorId, subjectId: id, at: instantOf(scope.clock) })

/** For whoever proved who she is: a session of this member, on this site only; `bySite` where the word of that site was the proof (`told`), or began it and a code followed (`confirmed`). */
export async function openSession(
  scope: AuthScope,
  memberId: string,
  place: keyof typeof lives,
  bySite?: 'told' | 'confirmed',
): Promise<Tokens> {
  const { idle, absolute } = lives[place]
  const now = instantOf(scope.clock)
  const id = scope.newId()
  const family = mintFamily()
  const minted = mintTokens(family)
  const accessExpiresAt = after(now, ACCESS_LIFE)
  const idleExpiresAt = after(now, idle)
  const absoluteExpiresAt = after(now, absolute)
  await insertSession(scope.db, {
    ...placeOf(scope),
    ...minted,
    id,
    familyHash: hashOf(family),
    memberId,
    now,
    accessExpiresAt,
    idleExpiresAt,
    idleSeconds: idle / SECOND,
    absoluteExpiresAt,
    bySite: bySite !== undefined,
    verifiedUntil: bySite === 'confirmed' ? confirmedUntil(now) : null,
    provedAt: bySite === 'told' ? null : now,
  })
  await tellOf(scope, 'session.opened', memberId, id)
  return presentTokens(minted, accessExpiresAt, idleExpiresAt, bySite === 'told')
}

/** Replaces both tokens. A token replaced less than 10 s ago is a race and changes nothing; an older one is a reuse and ends the session. */
export async function refresh(scope: AuthScope, { refresh: token }: Refresh): Promise<Refreshed> {
  await spend(scope, 'refresh')
  const { db, communityId, clock } = scope
  const family = familyIn(token)
  if (family === undefined) throw new CercleError('unauthorized')
  const now = instantOf(clock)
  const presented = hashOf(token)
  const minted = mintTokens(family)
  const accessExpiresAt = after(now, ACCESS_LIFE)
  const rotated = await rotateTokens(db, {
    ...placeOf(scope),
    ...minted,
    presented,
    now,
    accessExpiresAt,
  })
  if (!rotated) return raceOrReuse(scope, family, presented, now)
  if (!(await isMemberAdmissible(db, communityId, rotated.memberId))) return endAndRefuse(scope, rotated.id, now)
  const limited = rotated.bySite && !(rotated.verifiedUntil && rotated.verifiedUntil > now)
  return { raced: false, tokens: presentTokens(minted, accessExpiresAt, rotated.idleExpiresAt, limited) }
}

async function raceOrReuse(scope: AuthScope, family: Buffer, presented: Buffer, now: Date): Promise<{ raced: true }> {
  const session = await findLiveSession(scope.db, placeOf(scope), hashOf(family), now)
  if (!session) throw new CercleError('unauthorized')
  const recent = now.getTime() - session.rotatedAt.getTime() <= RACE
  if (recent && isSameHash(presented, session.previousRefreshHash)) return { raced: true }
  return endAndRefuse(scope, session.id, now)
}

async function endAndRefuse(scope: AuthScope, id: string, now: Date): Promise<never> {
  await endSession(scope.db, placeOf(scope), { id }, now)
  await tellOf(scope, 'session.ended', null, id)
  throw new CercleError('unauthorized', { commits: true })
}

/** The session of the access token that came with the call, while its member may come in. */
export async function currentSession(scope: AuthScope) {
  const { db, communityId, clock, facts } = scope
  if (facts.accessHash === null) throw new CercleError('unauthorized')
  const session = await findSessionByAccess(db, placeOf(scope), facts.accessHash, instantOf(clock))
  if (!session || !(await isMemberAdmissible(db, communityId, session.memberId))) throw new CercleError('unauthorized')
  return session
}

/** By the access token, the refresh token or both. Signing out twice is signing out; `unauthorized` when neither leads to a session. */
export async function signOut(scope: AuthScope, { refresh: token }: SignOut): Promise<Done> {
  const { db, clock, facts } = scope
  const now = instantOf(clock)
  const byAccess = facts.accessHash === null ? undefined : await findSessionByAccess(db, placeOf(scope), facts.accessHash, now)
  const family = token === undefined ? undefined : familyIn(token)
  const ended = new Set([
    byAccess && (await endSession(db, placeOf(scope), { id: byAccess.id }, now)),
    family && (await endSession(db, placeOf(scope), { family_hash: hashOf(family) }, now)),
  ])
  ended.delete(undefined)
  if (ended.size === 0) throw new CercleError('unauthorized')
  for (const id of ended) await tellOf(scope, 'session.ended', byAccess?.memberId ?? null, id!)
  return { done: true }
}

/** The viewer's own sessions in this community, on every site. */
export async function devices(scope: AuthScope): Promise<DeviceList> {
  const current = await currentSession(scope)
  const rows = await listDevices(scope.db, scope.communityId, current.memberId, instantOf(scope.clock), DEVICES_MAX)
  return {
    items: rows.map(({ id, site, signedInAt, lastUsedAt }) => ({
      id,
      site,
      signedInAt: signedInAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      current: id === current.id,
    })),
  }
}

/** Another person's session does not exist for the viewer. */
export async function revoke(scope: AuthScope, { id }: RevokeDevice): Promise<Done> {
  const { db, communityId, clock } = scope
  const current = await currentSession(scope)
  const now = instantOf(clock)
  if (id === undefined) await endOtherDevices(db, communityId, current.memberId, current.id, now)
  else if (!(await endDevice(db, communityId, current.memberId, id, now))) throw new CercleError('not_found')
  await tellOf(scope, 'session.ended', current.memberId, id ?? current.id)
  return { done: true }
}

import { CercleError } from '../errors.ts'
import { queueMail } from '../mail/mail-queue.ts'
import { instantOf, type MemberScope } from '../scope.ts'
import { spend } from './auth-limits.ts'
import type { AuthScope } from './auth-scope.ts'
import { isMemberAdmissible } from './auth.repository.ts'
import type { Done, Tokens } from './auth.schema.ts'
import { ALGORITHMS, challengeIn, handleOf, partyOf, readAnswer, readNewKey } from './passkey-answers.ts'
import * as rows from './passkeys.repository.ts'
import type {
  AddPasskey,
  AnswerByPasskey,
  PasskeyCreation,
  PasskeyList,
  PasskeyRequest,
  PasskeyView,
  RemovePasskey,
} from './passkeys.schema.ts'
import { requireProof } from './proof.service.ts'
import { setProved } from './sessions.repository.ts'
import { confirmedUntil, currentSession, openSession } from './sessions.service.ts'
import { hashOf, mintSecret } from './tokens.ts'

const LIFE = 5 * 60_000
const KEYS_MAX = 20

/** A facilitator's call that has to know where this server is reached. */
export type AddingScope = MemberScope & Pick<AuthScope, 'publicUrl'>

/** One and the same whatever is wrong. The challenge stays used up. */
const refusedKey = () => new CercleError('invalid', { fields: [{ path: 'answer', reason: 'not_allowed' }], commits: true })

async function mintChallenge({ db, clock }: Pick<AuthScope, 'db' | 'clock'>, place: rows.ChallengePlace): Promise<string> {
  const challenge = mintSecret()
  await rows.insertChallenge(db, place, hashOf(challenge), new Date(clock.now() + LIFE))
  return challenge
}

async function takeChallenge(
  { db, clock }: Pick<AuthScope, 'db' | 'clock'>,
  place: rows.ChallengePlace,
  clientDataJSON: string,
): Promise<string> {
  const challenge = challengeIn(clientDataJSON)
  if (challenge === undefined) throw refusedKey()
  if (!(await rows.takeChallenge(db, place, hashOf(challenge), instantOf(clock)))) throw refusedKey()
  return challenge
}

const known = (keys: Awaited<ReturnType<typeof rows.listCredentials>>) =>
  keys.map(({ credentialId, transports }) => ({
    type: 'public-key' as const,
    id: credentialId.toString('base64url'),
    transports,
  }))

const toView = ({ id, name, addedAt, usedAt }: Awaited<ReturnType<typeof rows.listPasskeys>>[number]): PasskeyView => ({
  id,
  name,
  addedAt: addedAt.toISOString(),
  usedAt: usedAt?.toISOString() ?? null,
})

/** The viewer's own, oldest first. */
export async function passkeys({ db, viewer }: MemberScope): Promise<PasskeyList> {
  return { items: (await rows.listPasskeys(db, viewer, KEYS_MAX)).map(toView) }
}

/** `conflict`: she has as many as one may have. `proof_needed`. */
export async function askToAdd(scope: AddingScope): Promise<PasskeyCreation> {
  await requireProof(scope)
  const { db, viewer, publicUrl } = scope
  const { communityId, memberId } = viewer
  const keys = await rows.listCredentials(db, communityId, memberId, KEYS_MAX)
  if (keys.length === KEYS_MAX) throw new CercleError('conflict')
  const { memberName, communityName } = await rows.findNames(db, viewer)
  return {
    rp: { id: partyOf(publicUrl()).id, name: communityName },
    user: { id: handleOf(memberId), name: `${memberName}, ${communityName}`, displayName: memberName },
    challenge: await mintChallenge(scope, { communityId, memberId, purpose: 'add' }),
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: LIFE,
    excludeCredentials: known(keys),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    attestation: 'none',
  }
}

/** Whoever holds her session cannot change what opens her desk without her hearing of it. */
async function tellHer(scope: MemberScope, kind: 'passkey-added' | 'passkey-removed'): Promise<void> {
  const { db, viewer, clock, newId } = scope
  const { communityId, memberId } = viewer
  const { language } = await rows.findNames(db, viewer)
  await queueMail(db, { id: newId(), communityId, kind, memberId, language, facts: {}, at: instantOf(clock) })
}

/** `conflict`: the community has this key already. `proof_needed`. A mail tells her. */
export async function addPasskey(scope: AddingScope, { name, answer }: AddPasskey): Promise<PasskeyView> {
  await requireProof(scope)
  const { db, viewer, clock, publicUrl } = scope
  const { communityId, memberId } = viewer
  const { clientDataJSON, transports } = answer.response
  const challenge = await takeChallenge(scope, { communityId, memberId, purpose: 'add' }, clientDataJSON)
  const key = await readNewKey(answer, challenge, partyOf(publicUrl()))
  if (!key) throw refusedKey()
  const added = { ...key, id: scope.newId(), name, transports, createdAt: instantOf(clock) }
  if (!(await rows.insertPasskey(db, viewer, added))) throw new CercleError('conflict', { commits: true })
  await tellHer(scope, 'passkey-added')
  return toView({ id: added.id, name, addedAt: added.createdAt, usedAt: null })
}

/** It opens nothing from now on, and a mail tells her. Another person's does not exist for the viewer. `proof_needed`. */
export async function removePasskey(scope: MemberScope, { id }: RemovePasskey): Promise<Done> {
  const { db, viewer } = scope
  await requireProof(scope)
  if (!(await rows.deletePasskey(db, viewer, id))) throw new CercleError('not_found')
  await tellHer(scope, 'passkey-removed')
  return { done: true }
}

async function ask(scope: AuthScope, place: Omit<rows.ChallengePlace, 'communityId'>, keys: PasskeyRequest['allowCredentials']) {
  return {
    rpId: partyOf(scope.publicUrl()).id,
    challenge: await mintChallenge(scope, { communityId: scope.communityId, ...place }),
    timeout: LIFE,
    allowCredentials: keys,
    userVerification: 'required' as const,
  }
}

/** `not_found` for who has none, and for a session of a partner's site, where none serves. */
export async function askToProve(scope: AuthScope): Promise<PasskeyRequest> {
  await spend(scope, 'signIn')
  const { memberId, bySite } = await currentSession(scope)
  const keys = await rows.listCredentials(scope.db, scope.communityId, memberId, KEYS_MAX)
  if (keys.length === 0 || bySite || scope.facts.siteId !== null) throw new CercleError('not_found')
  return ask(scope, { memberId, purpose: 'prove' }, known(keys))
}

/** The same for everybody: nothing is said of who has a key. */
export async function askToSignIn(scope: AuthScope): Promise<PasskeyRequest> {
  await spend(scope, 'signIn')
  return ask(scope, { memberId: null, purpose: 'sign_in' }, [])
}

/** Whose answer it is: a facilitator who may come in, on pages of our own. */
async function tryKey(
  scope: AuthScope,
  place: Omit<rows.ChallengePlace, 'communityId'>,
  answer: AnswerByPasskey['answer'],
): Promise<string> {
  const { db, communityId, facts } = scope
  if (facts.siteId !== null) throw refusedKey()
  const challenge = await takeChallenge(scope, { communityId, ...place }, answer.response.clientDataJSON)
  const key = await rows.findPasskey(db, communityId, Buffer.from(answer.id, 'base64url'))
  if (!key || key.memberId !== (place.memberId ?? key.memberId)) throw refusedKey()
  // nobody typed who she is: the key has to say it
  const handle = answer.response.userHandle ?? (place.memberId === null ? undefined : handleOf(key.memberId))
  if (handle !== handleOf(key.memberId) || !(await isMemberAdmissible(db, communityId, key.memberId))) throw refusedKey()
  const counter = await readAnswer(answer, challenge, partyOf(scope.publicUrl()), key)
  if (counter === undefined) throw refusedKey()
  if (!(await rows.setPasskeyUsed(db, communityId, key.id, counter, instantOf(scope.clock)))) throw refusedKey()
  return key.memberId
}

/** As a code does: what answered `proof_needed` works for 10 minutes. */
export async function proveByKey(scope: AuthScope, { answer }: AnswerByPasskey): Promise<Done> {
  await spend(scope, 'signIn')
  const { id, memberId, bySite } = await currentSession(scope)
  if (bySite) throw refusedKey()
  await tryKey(scope, { memberId, purpose: 'prove' }, answer)
  const now = instantOf(scope.clock)
  await setProved(scope.db, { communityId: scope.communityId, id }, now, confirmedUntil(now))
  return { done: true }
}

/** A session of the desk, short as those that a code opens. */
export async function signInByKey(scope: AuthScope, { answer }: AnswerByPasskey): Promise<Tokens> {
  await spend(scope, 'signIn')
  return openSession(scope, await tryKey(scope, { memberId: null, purpose: 'sign_in' }, answer), 'desk')
}

import { CercleError } from '../errors.ts'
import { instantOf, type MemberScope } from '../scope.ts'
import { spend } from './auth-limits.ts'
import type { AuthScope } from './auth-scope.ts'
import { findPersonOfMember } from './auth.repository.ts'
import type { CodeRequested, Done, Prove } from './auth.schema.ts'
import { requestCode, tryCode } from './auth.service.ts'
import { isProvedSince, setProved } from './sessions.repository.ts'
import { confirmedUntil, currentSession } from './sessions.service.ts'

/** How long a code serves for the steps that want one, in ms. */
const FRESH = 10 * 60_000

/** For a step that hurts if somebody else takes it: `proof_needed` unless this session gave a code in the last 10 minutes. */
export async function requireProof({ db, viewer, clock }: MemberScope): Promise<void> {
  const since = new Date(instantOf(clock).getTime() - FRESH)
  if (!(await isProvedSince(db, viewer.sessionId, since))) throw new CercleError('proof_needed')
}

/** A code to the viewer's own address, which nobody has to type. `unauthorized` without a session. */
export async function requestProof(scope: AuthScope): Promise<CodeRequested> {
  const { memberId } = await currentSession(scope)
  const { email } = await findPersonOfMember(scope.db, scope.communityId, memberId)
  return requestCode(scope, { email }, true)
}

/** The session that she has goes on; a code mailed to another person is a wrong one. */
export async function prove(scope: AuthScope, { loginId, code }: Prove): Promise<Done> {
  await spend(scope, 'signIn')
  const { db, communityId } = scope
  const { id, memberId } = await currentSession(scope)
  const { personId } = await findPersonOfMember(db, communityId, memberId)
  await tryCode(scope, { loginId, code, personId })
  const now = instantOf(scope.clock)
  await setProved(db, { communityId, id }, now, confirmedUntil(now))
  return { done: true }
}

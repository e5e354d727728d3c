import { CercleError } from '../errors.ts'
import { signInMail } from '../mail/sign-in-mail.ts'
import { instantOf } from '../scope.ts'
import { spend } from './auth-limits.ts'
import type { AuthScope } from './auth-scope.ts'
import {
  countTry,
  findMemberToAdmit,
  findPersonToAdmit,
  findPlaceOfAsking,
  insertLogin,
  listAskedAt,
  lockAddress,
  setUsed,
} from './auth.repository.ts'
import type { CodeRequested, RequestCode, SignIn, Tokens } from './auth.schema.ts'
import { hashOfCode, hashOfEmail, isSameHash, newCode } from './codes.ts'
import { openSession } from './sessions.service.ts'
import { linkToSite } from './site-sign-in.service.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const CODE_LIFE = 15 * MINUTE
const TRIES = 5

/** One and the same for a wrong, used, expired or unknown code, another site's, and a person who may not come in. The try stays counted. */
const refusedCode = () => new CercleError('invalid', { fields: [{ path: 'code', reason: 'not_allowed' }], commits: true })

/** The wait is the same for an address nobody has: what is counted is the asking. */
async function checkMailBudget({ db, clock, limits: { mailsPerHour } }: AuthScope, emailHash: Buffer): Promise<void> {
  if (mailsPerHour === Infinity) return
  const now = clock.now()
  await lockAddress(db, emailHash)
  const asked = await listAskedAt(db, emailHash, new Date(now - HOUR), mailsPerHour)
  const oldest = asked[mailsPerHour - 1]
  if (oldest)
    throw new CercleError('rate_limited', { retryAfter: Math.max(1, Math.ceil((oldest.getTime() + HOUR - now) / 1000)) })
}

/*
 * Nothing told, written or timed here depends on whether the address is known: the same statements run, a row is always written, and the
 * mail is made and sent once the answer has left. `isProof`: asked for by who is in already.
 */
export async function requestCode(scope: AuthScope, { email: typed }: RequestCode, isProof = false): Promise<CodeRequested> {
  await spend(scope, 'requestCode')
  const { db, communityId, facts, clock, mail, later } = scope
  const email = typed.toLowerCase()
  const emailHash = hashOfEmail(email)
  await checkMailBudget(scope, emailHash)
  const [place, personId] = await Promise.all([
    findPlaceOfAsking(db, communityId, { siteId: facts.siteId, email }),
    findPersonToAdmit(db, communityId, email),
  ])
  if (facts.siteId !== null && place.siteName === null) {
    throw new CercleError('invalid', { fields: [{ path: 'cercle-site', reason: 'not_allowed' }] })
  }
  const id = scope.newId()
  const code = newCode()
  const createdAt = instantOf(clock)
  const expiresAt = new Date(createdAt.getTime() + CODE_LIFE)
  const codeHash = hashOfCode(id, code)
  await insertLogin(db, {
    communityId,
    id,
    siteId: facts.siteId,
    personId: personId ?? null,
    emailHash,
    codeHash,
    createdAt,
    expiresAt,
    isProof,
  })
  if (personId !== undefined) {
    const mailId = scope.newId() // not the attempt's: whoever reads the mail alone holds half of what opens
    later(() =>
      mail.send(
        signInMail({ id: mailId, to: email, code, language: place.language, place: place.siteName ?? place.communityName }),
      ),
    )
  }
  return { loginId: id, expiresAt: expiresAt.toISOString() }
}

/** The person whose code it is, which opens nothing again; refused when it is not that of `personId`, if given. */
export async function tryCode(
  { db, communityId, facts, clock }: AuthScope,
  { loginId, code, personId }: { loginId: string; code: string; personId?: string },
): Promise<string> {
  const now = instantOf(clock)
  const login = await countTry(db, { communityId, siteId: facts.siteId, id: loginId, tries: TRIES, now })
  const right = isSameHash(hashOfCode(loginId, code), login?.codeHash)
  if (!login || !right || login.personId === null || login.personId !== (personId ?? login.personId)) throw refusedCode()
  await setUsed(db, communityId, loginId, now)
  return login.personId
}

/** `keep` is the browser's business: the session is the same, only its mirror on the device differs. */
export async function signIn(scope: AuthScope, { loginId, code, desk, link }: SignIn): Promise<Tokens> {
  await spend(scope, 'signIn')
  const memberId = await findMemberToAdmit(scope.db, scope.communityId, await tryCode(scope, { loginId, code }))
  if (memberId === undefined) throw refusedCode()
  const isKnownNow = link !== undefined && (await linkToSite(scope, memberId, link))
  return openSession(scope, memberId, desk ? 'desk' : 'feed', isKnownNow ? 'confirmed' : undefined)
}

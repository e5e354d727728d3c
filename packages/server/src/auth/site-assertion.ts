import { decodeProtectedHeader, errors, importJWK, jwtVerify, type JWK, type JWTPayload } from 'jose'
import { z } from 'zod'
import { algorithmOf } from './site-keys.service.ts'
import type { PublicKey } from './site-sign-in.schema.ts'

/** Seconds. */
const LIFE_MAX = 120
/** Clocks of two servers are not the same, seconds. */
const SKEW = 30
const SIZE_MAX = 8192

const Header = z.strictObject({ alg: z.string(), kid: z.string().optional(), typ: z.string().optional() })
const Claims = z.object({
  iss: z.string(),
  aud: z.string(),
  sub: z.string().min(1).max(200),
  jti: z.string().min(8).max(200),
  nonce: z.string(),
  origin: z.string(),
  iat: z.number(),
  exp: z.number(),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()).optional().catch(undefined),
})
export type SiteClaims = z.output<typeof Claims>

export interface Expected {
  keys: readonly PublicKey[]
  issuer: string
  audience: string
  /** Milliseconds since 1970. */
  now: number
}

/** The name of the key it says it is signed with; a guess until it is verified. */
export function keyNamedIn(assertion: string): string | undefined {
  return headerOf(assertion)?.kid
}

/** Only these three words: what brings its own key, or asks for more than is understood, is none. */
function headerOf(assertion: string) {
  try {
    return Header.safeParse(decodeProtectedHeader(assertion)).data
  } catch {
    return undefined
  }
}

/** What a partner's site says of its visitor, verified; `undefined` whatever is wrong with it. */
export async function readAssertion(
  assertion: string,
  { keys, issuer, audience, now }: Expected,
): Promise<SiteClaims | undefined> {
  if (assertion.length > SIZE_MAX) return undefined
  const header = headerOf(assertion)
  if (!header) return undefined
  const candidates = keys.filter((key) => algorithmOf(key) === header.alg && (header.kid === undefined || key.kid === header.kid))
  for (const key of candidates) {
    const payload = await verify(assertion, key, { issuer, audience, now })
    if (payload) return claimsIn(payload, now / 1000)
  }
  return undefined
}

async function verify(assertion: string, key: PublicKey, { issuer, audience, now }: Omit<Expected, 'keys'>) {
  const algorithm = algorithmOf(key)
  try {
    const { payload } = await jwtVerify(assertion, await importJWK(key as JWK, algorithm), {
      algorithms: [algorithm],
      issuer,
      audience,
      currentDate: new Date(now),
      requiredClaims: ['exp', 'iat', 'sub', 'jti', 'nonce', 'origin'],
      clockTolerance: SKEW,
    })
    return payload
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError || error instanceof DOMException) return undefined
    throw error
  }
}

/** `clockTolerance` forgives the beginning; the end is exact. Seconds. */
function claimsIn(payload: JWTPayload, now: number): SiteClaims | undefined {
  const claims = Claims.safeParse(payload).data
  if (!claims) return undefined
  const { iat, exp } = claims
  const isTimely = exp > now && exp - iat > 0 && exp - iat <= LIFE_MAX && iat <= now + SKEW
  return isTimely ? claims : undefined
}

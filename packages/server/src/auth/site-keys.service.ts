import { calculateJwkThumbprint, type JWK } from 'jose'
import { PublicKey } from './site-sign-in.schema.ts'

/** A key decides its algorithm, never the assertion: nothing can be verified as what it is not. */
const algorithms = { OKP: 'EdDSA', EC: 'ES256', RSA: 'RS256' } as const

export const algorithmOf = ({ kty }: PublicKey) => algorithms[kty]

/** Names a key by what it is (RFC 7638), whatever it is called. */
export const thumbprintOf = (key: PublicKey): Promise<string> => calculateJwkThumbprint(key as JWK)

/** A public key for signatures; `undefined` for everything else: a private or a shared one, one for encryption, one that is too short. */
export function publicKeyIn(value: unknown): PublicKey | undefined {
  if (typeof value !== 'object' || value === null || 'd' in value || 'k' in value) return undefined
  if ('use' in value && value.use !== 'sig') return undefined
  const parsed = PublicKey.safeParse(value)
  if (!parsed.success) return undefined
  return 'alg' in value && value.alg !== algorithmOf(parsed.data) ? undefined : parsed.data
}

/** Keys of a JWKS document that may serve, at most 20. */
export function publicKeysIn(document: unknown): PublicKey[] {
  const keys = (document as { keys?: unknown } | null)?.keys
  return Array.isArray(keys) ? keys.slice(0, 20).flatMap((one) => publicKeyIn(one) ?? []) : []
}

import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose'
import { caller, type Caller, type Outcome } from './caller.ts'
import type { TestServer } from './server.ts'

export interface PartnerKey {
  kid: string
  alg: 'EdDSA' | 'ES256' | 'RS256'
  secret: CryptoKey
  /** As published. */
  jwk: Record<string, unknown>
}

export async function makeKey(kid: string, alg: PartnerKey['alg'] = 'EdDSA'): Promise<PartnerKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  return { kid, alg, secret: privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } }
}

/** A partner's site as its own server would speak, and a frame in its page. */
export class PartnerSite {
  readonly key: PartnerKey
  readonly site: string
  readonly origin: string
  readonly issuer = 'https://a.example/cercle'
  readonly audience: string
  readonly frame: Caller
  readonly #server: TestServer

  constructor(
    server: TestServer,
    community: string,
    { key, site, origin = 'https://a.example' }: { key: PartnerKey; site: string; origin?: string },
  ) {
    this.#server = server
    this.key = key
    this.site = site
    this.origin = origin
    this.audience = `${server.url}/c/${community}`
    this.frame = caller(server.url, community, { site })
  }

  ask(): Promise<Outcome> {
    return this.frame.mutate('auth.askSite', { origin: this.origin })
  }

  /** What it signs for a visitor; `change` takes away (`undefined`) or replaces. */
  claims(nonce: string, sub: string, change: Record<string, unknown> = {}): JWTPayload {
    const now = Math.floor(this.#server.clock.now() / 1000)
    const claims = {
      iss: this.issuer,
      aud: this.audience,
      sub,
      jti: `jti-${nonce}`,
      nonce,
      origin: this.origin,
      iat: now,
      exp: now + 60,
      ...change,
    }
    return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined))
  }

  sign(
    claims: JWTPayload,
    { key = this.key, header = {} }: { key?: PartnerKey; header?: Record<string, unknown> } = {},
  ): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg: key.alg, kid: key.kid, ...header }).sign(key.secret)
  }

  enter(ticket: string, assertion: string): Promise<Outcome> {
    return this.frame.mutate('auth.enterBySite', { ticket, assertion })
  }

  /** From the question to the answer, as an honest site does. */
  async bring(sub: string, change: Record<string, unknown> = {}): Promise<Outcome> {
    const { nonce, ticket } = (await this.ask()).data
    return this.enter(ticket, await this.sign(this.claims(nonce, sub, change)))
  }
}

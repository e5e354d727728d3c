import { z } from 'zod'
import { Instant } from '../wire.schema.ts'
import { Tokens } from './auth.schema.ts'

const part = (min: number, max: number) =>
  z
    .string()
    .min(min)
    .max(max)
    .regex(/^[\w-]+$/)
const kid = z.string().min(1).max(200).optional()
/** A public key of a partner as a JWK: Ed25519, P-256, or RSA of 2048 to 4096 bits. A kept one has lost everything else. */
export const PublicKey = z.discriminatedUnion('kty', [
  z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: part(43, 43), kid }),
  z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: part(43, 43), y: part(43, 43), kid }),
  z.object({ kty: z.literal('RSA'), n: part(342, 683), e: part(4, 4), kid }),
])
export type PublicKey = z.output<typeof PublicKey>

/** `auth.askSite`: before the partner's site is asked who its visitor is. */
export const AskSite = z.object({
  /** Exact origin of the page that the frame lies in: `https://site.example`. */
  origin: z.string().max(300),
})
export type AskSite = z.output<typeof AskSite>
export const SiteAsked = z.object({
  /** Goes to the page, and comes back in the assertion. Serves once. */
  nonce: z.string(),
  /** Stays in the frame: without it the answer opens nothing. */
  ticket: z.string(),
  /** 5 minutes from now. */
  expiresAt: Instant,
})
export type SiteAsked = z.output<typeof SiteAsked>

/** `auth.enterBySite`: what the partner's site answered, a JWT. Whatever is wrong with it: one and the same `invalid` with the field `assertion`. */
export const EnterBySite = z.object({ ticket: z.string().max(100), assertion: z.string().max(20_000) })
export type EnterBySite = z.output<typeof EnterBySite>
export const SiteEntered = z.union([
  z.object({ known: z.literal(true), tokens: Tokens }),
  z.object({
    known: z.literal(false),
    /** For `auth.signIn`, within 30 minutes: a code says whose account it is, once. */
    link: z.string(),
    /** The address that the site told, to begin the form with; it opens nothing. */
    email: z.string().nullable(),
  }),
])
export type SiteEntered = z.output<typeof SiteEntered>

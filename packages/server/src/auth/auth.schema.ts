import { z } from 'zod'
import { Id, Instant } from '../wire.schema.ts'

/** An address as typed: trimmed; compared in lower case. */
export const Email = z.string().trim().max(254).pipe(z.email())
/** Eight digits; spaces anywhere are forgiven: `1234 5678`. */
export const Code = z
  .string()
  .max(40)
  .transform((value) => value.replace(/\s/gu, ''))
  .pipe(z.string().regex(/^\d{8}$/))

/** `auth.requestCode`: the same answer, in the same time, whether the address is known or not. */
export const RequestCode = z.object({ email: Email })
export type RequestCode = z.output<typeof RequestCode>
export const CodeRequested = z.object({
  /** The attempt; `auth.signIn` names it. */
  loginId: Id,
  /** 15 minutes from now. */
  expiresAt: Instant,
})
export type CodeRequested = z.output<typeof CodeRequested>

/** `auth.signIn`: five tries per code. A wrong, used, expired or unknown one gives one and the same `invalid` with the field `code`. */
export const SignIn = z.object({
  loginId: Id,
  code: Code,
  /** « C'est mon appareil »: the session outlives the browser. */
  keep: z.boolean().default(false),
  /** For the desk: the session ends after 30 minutes unused, and 12 hours after signing in. */
  desk: z.boolean().default(false),
  /** From `auth.enterBySite`: from now on the partner's site knows whose account this is. */
  link: z.string().max(100).optional(),
})
export type SignIn = z.output<typeof SignIn>

/** `auth.prove`: the session shows once more whose it is, by a code that `auth.requestProof` asked for. Five tries; a wrong one gives `invalid` on `code`. */
export const Prove = z.object({ loginId: Id, code: Code })
export type Prove = z.output<typeof Prove>

/** Opaque secrets of one session. Both are replaced by each `auth.refresh`; presenting an old refresh token ends the session. */
export const Tokens = z.object({
  access: z.string(),
  /** 10 minutes from now. */
  accessExpiresAt: Instant,
  refresh: z.string(),
  /** 30 days from now, and never past 90 days after signing in; for the desk, 30 minutes and 12 hours. */
  refreshExpiresAt: Instant,
  /** Opened by a partner's site, and no code confirmed it in the last 30 days: what is restricted stays closed until `auth.prove`. */
  limited: z.literal(true).optional(),
})
export type Tokens = z.output<typeof Tokens>

/** `auth.refresh` */
export const Refresh = z.object({ refresh: z.string().max(100) })
export type Refresh = z.output<typeof Refresh>
/** A race of tabs within 10 s gives no new tokens and ends nothing: read the store again. */
export const Refreshed = z.union([z.object({ raced: z.literal(false), tokens: Tokens }), z.object({ raced: z.literal(true) })])
export type Refreshed = z.output<typeof Refreshed>

/** `auth.signOut`: this session, at once. Also with an access token that is over, if the refresh token is given. */
export const SignOut = z.object({ refresh: z.string().max(100).optional() })
export type SignOut = z.output<typeof SignOut>

/** One of the viewer's own sessions. */
export const DeviceView = z.object({
  id: Id,
  site: z.string().nullable(),
  signedInAt: Instant,
  lastUsedAt: Instant,
  current: z.boolean(),
})
export type DeviceView = z.output<typeof DeviceView>
export const DeviceList = z.object({ items: z.array(DeviceView) })
export type DeviceList = z.output<typeof DeviceList>
/** `auth.revoke`: one device, or all but this one when `id` is absent. */
export const RevokeDevice = z.object({ id: Id.optional() })
export type RevokeDevice = z.output<typeof RevokeDevice>
export { Done } from '../wire.schema.ts'

/**
 * `auth.signIns`: how coming in by a code went on the last seven days that are over, for the whole community. A try is all that was asked for one
 * address on one day. No name, no address, nobody to be found again.
 */
export const SignIns = z.object({
  /** Codes that were asked for, to come in. */
  asked: z.int(),
  /** Tries that ended well. */
  entered: z.int(),
  /** Tries in which a code was given, and never a right one. */
  wrong: z.int(),
  /** Tries in which no code was given in time. */
  silent: z.int(),
  /** Tries with an address that opens nothing here. */
  unknown: z.int(),
  /** Tries to confirm something with a code, by who is in, and those that ended well. */
  proofs: z.int(),
  proved: z.int(),
})
export type SignIns = z.output<typeof SignIns>

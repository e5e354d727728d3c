import type { CodeRequested, DeviceView, Refreshed, Tokens } from '@cercle/server'
import type { Call, CallOptions } from '../transport.ts'

export interface SignInAttempt {
  /** From `requestCode`. */
  loginId: string
  /** Eight digits; spaces anywhere are forgiven. */
  code: string
  /** The person said that the device is hers: the session outlives the browser. */
  keep?: boolean | undefined
  /** For the desk: the session ends after 30 minutes unused, and 12 hours after signing in. */
  desk?: boolean | undefined
}

export interface AuthClient {
  /**
   * Mails a code of eight digits. The answer is the same whether the address is known or not. Never repeated by the SDK.
   * `rate_limited` with `retryAfter`: too many codes asked for.
   */
  requestCode(request: { email: string }, options?: CallOptions): Promise<CodeRequested>
  /** Exchanges a code for tokens: five tries. `invalid` with the field `code`: wrong, used or expired. Never repeated by the SDK. */
  signIn(attempt: SignInAttempt, options?: CallOptions): Promise<Tokens>
  /** New tokens for a refresh token. Left to `createSession`, which does it once at a time. `unauthorized`: the session is over. Never repeated by the SDK. */
  refresh(request: { refresh: string }, options?: CallOptions): Promise<Refreshed>
  /** Ends this session at once. Give `refresh` so that it works even when the access token is over. */
  signOut(request?: { refresh?: string | undefined }, options?: CallOptions): Promise<{ done: true }>
  /** The viewer's own sessions. */
  devices(options?: CallOptions): Promise<{ items: DeviceView[] }>
  /** Ends one of them, or all but this one when `id` is absent. */
  revoke(device?: { id?: string | undefined }, options?: CallOptions): Promise<{ done: true }>
}

export const authClient = (call: Call): AuthClient => ({
  requestCode: (request, options) => call('auth.requestCode', request, options, 'once'),
  signIn: (attempt, options) => call('auth.signIn', attempt, options, 'once'),
  refresh: (request, options) => call('auth.refresh', request, options, 'once'),
  signOut: (request = {}, options) => call('auth.signOut', request, options, 'write'),
  devices: (options) => call('auth.devices', undefined, options),
  revoke: (device = {}, options) => call('auth.revoke', device, options, 'write'),
})

import type { CodeRequested, DeviceView, Refreshed, SignIns, SiteAsked, SiteEntered, Tokens } from '@cercle/server'
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
  /** From `enterBySite`: from now on the partner's site knows whose account this is. */
  link?: string | undefined
}

export interface AuthClient {
  /**
   * Mails a code of eight digits. The answer is the same whether the address is known or not. Never repeated by the SDK.
   * `rate_limited` with `retryAfter`: too many codes asked for.
   */
  requestCode(request: { email: string }, options?: CallOptions): Promise<CodeRequested>
  /** Exchanges a code for tokens: five tries. `invalid` with the field `code`: wrong, used or expired. Never repeated by the SDK. */
  signIn(attempt: SignInAttempt, options?: CallOptions): Promise<Tokens>
  /** Mails a code to the viewer's own address: what answered `proof_needed` wants one. Never repeated by the SDK. */
  requestProof(options?: CallOptions): Promise<CodeRequested>
  /** The session goes on; what answered `proof_needed` works for 10 minutes. One that a partner's site opened is confirmed for 30 days: what is restricted opens. `invalid` with the field `code`: wrong, used or expired. Never repeated by the SDK. */
  prove(attempt: { loginId: string; code: string }, options?: CallOptions): Promise<{ done: true }>
  /** A nonce for the partner's site to sign, and the ticket that goes with its answer. `invalid`: its word is not taken. Never repeated by the SDK. */
  askSite(page: { origin: string }, options?: CallOptions): Promise<SiteAsked>
  /** Enters on the word of the partner's site. `invalid` with `assertion`: refused, for whatever reason. Never repeated by the SDK. */
  enterBySite(word: { ticket: string; assertion: string }, options?: CallOptions): Promise<SiteEntered>
  /** New tokens for a refresh token. Left to `createSession`, which does it once at a time. `unauthorized`: the session is over. Never repeated by the SDK. */
  refresh(request: { refresh: string }, options?: CallOptions): Promise<Refreshed>
  /** Ends this session at once. Give `refresh` so that it works even when the access token is over. */
  signOut(request?: { refresh?: string | undefined }, options?: CallOptions): Promise<{ done: true }>
  /** The viewer's own sessions. */
  devices(options?: CallOptions): Promise<{ items: DeviceView[] }>
  /** Ends one of them, or all but this one when `id` is absent. */
  revoke(device?: { id?: string | undefined }, options?: CallOptions): Promise<{ done: true }>
  /** For who facilitates: how coming in by a code went on the last seven days that are over. */
  signIns(options?: CallOptions): Promise<SignIns>
}

export const authClient = (call: Call): AuthClient => ({
  requestCode: (request, options) => call('auth.requestCode', request, options, 'once'),
  signIn: (attempt, options) => call('auth.signIn', attempt, options, 'once'),
  requestProof: (options) => call('auth.requestProof', undefined, options, 'once signed'),
  prove: (attempt, options) => call('auth.prove', attempt, options, 'once signed'),
  askSite: (page, options) => call('auth.askSite', page, options, 'once'),
  enterBySite: (word, options) => call('auth.enterBySite', word, options, 'once'),
  refresh: (request, options) => call('auth.refresh', request, options, 'once'),
  signOut: (request = {}, options) => call('auth.signOut', request, options, 'write'),
  devices: (options) => call('auth.devices', undefined, options),
  revoke: (device = {}, options) => call('auth.revoke', device, options, 'write'),
  signIns: (options) => call('auth.signIns', undefined, options),
})

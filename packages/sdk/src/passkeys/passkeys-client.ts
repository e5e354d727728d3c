import type { PasskeyCreation, PasskeyList, PasskeyRequest, PasskeyView, Tokens } from '@cercle/server'
import type { Call, CallOptions } from '../transport.ts'

/** What a browser made, as `RegistrationResponseJSON` has it; more than this is not read. */
export interface NewPasskeyAnswer {
  id: string
  response: { clientDataJSON: string; attestationObject: string; transports?: string[] | undefined }
}

/** What a key signed, as `AuthenticationResponseJSON` has it; more than this is not read. */
export interface PasskeyAnswer {
  id: string
  response: { clientDataJSON: string; authenticatorData: string; signature: string; userHandle?: string | null | undefined }
}

/**
 * Passkeys of who facilitates, on Cercle's own pages only. What is asked goes to `navigator.credentials`, and its answer serves once, within
 * 5 minutes. `invalid` with the field `answer`: refused, for whatever reason. No answer is ever repeated by the SDK.
 */
export interface PasskeysClient {
  /** The viewer's own, oldest first. */
  list(options?: CallOptions): Promise<PasskeyList>
  /** For `navigator.credentials.create`. `proof_needed`; `conflict`: she has 20. */
  askToAdd(options?: CallOptions): Promise<PasskeyCreation>
  /** `conflict`: the community has this key already. */
  add(key: { name: string; answer: NewPasskeyAnswer }, options?: CallOptions): Promise<PasskeyView>
  /** It opens nothing from now on. `not_found` for any but the viewer's own. */
  remove(key: { id: string }, options?: CallOptions): Promise<{ done: true }>
  /** For `navigator.credentials.get`. `not_found`: she has none. */
  askToProve(options?: CallOptions): Promise<PasskeyRequest>
  /** What answered `proof_needed` works for 10 minutes, as after `auth.prove`. */
  prove(answer: { answer: PasskeyAnswer }, options?: CallOptions): Promise<{ done: true }>
  /** For `navigator.credentials.get`: no address is needed. */
  askToSignIn(options?: CallOptions): Promise<PasskeyRequest>
  /** A session of the desk: it ends after 30 minutes unused, and 12 hours after signing in. */
  signIn(answer: { answer: PasskeyAnswer }, options?: CallOptions): Promise<Tokens>
}

export const passkeysClient = (call: Call): PasskeysClient => ({
  list: (options) => call('passkeys.list', undefined, options),
  askToAdd: (options) => call('passkeys.askToAdd', undefined, options, 'once signed'),
  add: (key, options) => call('passkeys.add', key, options, 'once signed'),
  remove: (key, options) => call('passkeys.remove', key, options, 'write'),
  askToProve: (options) => call('passkeys.askToProve', undefined, options, 'once signed'),
  prove: (answer, options) => call('passkeys.prove', answer, options, 'once signed'),
  askToSignIn: (options) => call('passkeys.askToSignIn', undefined, options, 'once'),
  signIn: (answer, options) => call('passkeys.signIn', answer, options, 'once'),
})

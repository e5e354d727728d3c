import type { CharterList, CharterProof, CharterView } from '@cercle/server'
import { newId } from '../ids.ts'
import type { Call, CallOptions } from '../transport.ts'

export interface CharterRef {
  /** Of a version; for `proof`, of a signature. */
  id: string
}

export interface CharterSigning {
  /** Of the version that was read. */
  id: string
  /** Its `hash`: nobody signs a text that she did not read. */
  hash: string
}

export interface NewCharter {
  /** Slug of the space that it opens; absent: the charter of the community. */
  space?: string | undefined
  language: 'fr-CA' | 'en-CA'
  /** Markdown, 1 to 20,000 code points. */
  text: string
  /** Id of the version that it takes the place of; `null`: there is none. */
  replaces: string | null
  /** From `newId()`: sending it again publishes once. Absent: one is made for this call. */
  id?: string | undefined
}

/**
 * What members commit themselves to. For members, signed or not; may reject with `unauthorized`, `forbidden` (no member) and `not_found`. Each
 * call is safe to send again.
 */
export interface CharterClient {
  /** The charters that concern the viewer, that of the community first, and her signatures. */
  list(options?: CallOptions): Promise<CharterList>
  /** One version with its text. */
  read(charter: CharterRef, options?: CallOptions): Promise<CharterView>
  /** Signs. `conflict`: another text is asked for by now; read it first. */
  sign(charter: CharterSigning, options?: CallOptions): Promise<CharterView>
  /** Takes the signature of a version back. What it opened is closed at once, everywhere. */
  withdraw(charter: CharterRef, options?: CallOptions): Promise<CharterView>
  /** All that a printed proof of one signature says; also of one that was taken back. */
  proof(signature: CharterRef, options?: CallOptions): Promise<CharterProof>
  /** A new text, which everybody concerned has to sign. For facilitators. `conflict`: another version came in between. */
  publish(charter: NewCharter, options?: CallOptions): Promise<CharterView>
}

export const charterClient = (call: Call): CharterClient => ({
  list: (options) => call('charter.list', undefined, options),
  read: ({ id }, options) => call('charter.read', { id }, options),
  sign: ({ id, hash }, options) => call('charter.sign', { id, hash }, options, 'write'),
  withdraw: ({ id }, options) => call('charter.withdraw', { id }, options, 'write'),
  proof: ({ id }, options) => call('charter.proof', { id }, options),
  publish: (charter, options) => call('charter.publish', { ...charter, id: charter.id ?? newId() }, options, 'write'),
})

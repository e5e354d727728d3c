import type { ErrorCode, FieldError } from '@cercle/server'

/** The server's codes, and two that only a client can know: the server was not reached, or the caller gave up. */
export type ClientErrorCode = ErrorCode | 'offline' | 'aborted'

export interface ClientErrorDetails {
  fields?: FieldError[] | undefined
  retryAfter?: number | undefined
  status?: number | undefined
  cause?: unknown
}

/**
 * The only error a call rejects with. Decide by `code`, never by `message`, which is not meant to be read by people.
 *
 * `offline`: no answer came (no network, server down, address wrong, answer cut). `aborted`: the caller's signal fired; its reason is the `cause`.
 * `internal` with a `status`: something that is not Cercle answered, such as a proxy's own page.
 */
export class CercleClientError extends Error {
  declare readonly code: ClientErrorCode
  /** What to mend, when `code` is `invalid`; else empty. */
  declare readonly fields: FieldError[]
  /** Seconds to wait before trying again, when the server says so. */
  declare readonly retryAfter?: number | undefined
  /** HTTP status of this call's answer (in a batch: its own, not that of the whole); absent when none came. */
  declare readonly status?: number | undefined

  constructor(code: ClientErrorCode, { fields = [], retryAfter, status, cause }: ClientErrorDetails = {}) {
    super(code, cause === undefined ? undefined : { cause })
    Object.assign(this, { name: 'CercleClientError', code, fields, retryAfter, status })
  }
}

import type { ErrorCode, FieldError } from './error-codes.ts'

/** What services throw. `not_found` is for all that the viewer may not see, absent or not; `forbidden` only for what she sees. */
export class CercleError extends Error {
  readonly code: ErrorCode
  readonly fields: FieldError[]
  /** Seconds. */
  readonly retryAfter: number | undefined
  /** What was written before the refusal is a fact to keep: a counted try, an ended session. */
  readonly commits: boolean

  constructor(code: ErrorCode, details: { fields?: FieldError[]; retryAfter?: number; commits?: boolean; cause?: unknown } = {}) {
    super(code, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'CercleError'
    this.code = code
    this.fields = details.fields ?? []
    this.retryAfter = details.retryAfter
    this.commits = details.commits ?? false
  }
}

/** Every way a call can fail, as a caller sees it. The union is closed: adding one is a change of the published types. */
export const errorCodes = [
  /** 400: the input does not fit; `fields` names what to mend. */
  'invalid',
  /** 401: no session, or one that is over. Sign in again. */
  'unauthorized',
  /** 403: visible to this person, who may not do this with it. Never said of something she may not see. */
  'forbidden',
  /** 403: she may, once this session has given a code again: `auth.requestProof`, `auth.prove`, then the same call. */
  'proof_needed',
  /** 404: does not exist for this person. Absent and hidden give the same answer, byte for byte. */
  'not_found',
  /** 409: the id given for a new thing is already taken by something else, or the thing changed meanwhile. */
  'conflict',
  /** 429: too many tries; `retryAfter` says how many seconds to wait. */
  'rate_limited',
  /** 413: larger than the limit of this call. */
  'too_large',
  /** 503: the server is starting, stopping or has too much to do; `retryAfter` says when to try again. */
  'unavailable',
  /** 500: our fault. Nothing was written. */
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** One thing to mend in an input: the path in the input (`title`, `audience.groupId`) and why, as a key for the catalogue of texts. */
export interface FieldError {
  path: string
  /** `required` · `too_long` · `too_short` · `format` · `not_allowed` */
  reason: string
}

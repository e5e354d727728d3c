import type { TRPCError } from '@trpc/server'
import { z } from 'zod'
import type { ErrorCode, FieldError } from '../error-codes.ts'
import { CercleError } from '../errors.ts'

/** The one map from anything thrown to what a caller is told. */
export interface ToldError {
  code: ErrorCode
  httpStatus: number
  fields?: FieldError[]
  /** Seconds. */
  retryAfter?: number
}

export const httpStatuses: Record<ErrorCode, number> = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  proof_needed: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
}

const told = (code: ErrorCode, more: Partial<ToldError> = {}): ToldError => ({ code, httpStatus: httpStatuses[code], ...more })

const zodReasons: Record<string, string> = {
  too_big: 'too_long',
  too_small: 'too_short',
  invalid_type: 'required',
  invalid_value: 'not_allowed',
  unrecognized_keys: 'not_allowed',
}

/** What is to be mended, by the path in the input. */
export function fieldsOf(error: z.ZodError): FieldError[] {
  return error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.join('.'),
    reason: (issue as { params?: { reason?: string } }).params?.reason ?? zodReasons[issue.code ?? ''] ?? 'format',
  }))
}

/** A database that is slow, full, stopping, starting or out of reach, as SQLSTATEs and faults of the network. */
const passing = new Set(
  '57014 53100 53200 53300 57P01 57P02 57P03 08000 08001 08003 08006 ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN'.split(
    ' ',
  ),
)
/** What the driver says without a code when a connection ends, stays silent or is not to be had. */
const lostConnection =
  /^(timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client (was closed|has encountered a connection error) and is not queryable)/u

/** SQLSTATEs and network faults that have a meaning for the caller; everything else is our fault. */
function fromDatabase(code: unknown): ToldError | undefined {
  // The second line of rights refused what the first let through: for this person it does not exist.
  if (code === '42501') return told('not_found')
  // Two who waited for each other: one was sent away with nothing written.
  if (code === '40P01' || code === '40001') return told('unavailable', { retryAfter: 1 })
  if (typeof code === 'string' && passing.has(code)) {
    return told('unavailable', { retryAfter: 5 })
  }
  return undefined
}

export function tell(error: unknown): ToldError {
  const cause = (error as Error | undefined)?.cause ?? error
  for (const one of [error, cause]) {
    if (one instanceof CercleError) {
      return told(one.code, {
        ...(one.fields.length > 0 ? { fields: one.fields } : {}),
        ...(one.retryAfter === undefined ? {} : { retryAfter: one.retryAfter }),
      })
    }
  }
  const trpcCode = (error as Partial<TRPCError> | undefined)?.code
  if (trpcCode === 'BAD_REQUEST') return told('invalid', cause instanceof z.ZodError ? { fields: fieldsOf(cause) } : {})
  if (trpcCode === 'NOT_FOUND') return told('not_found')
  if (trpcCode === 'METHOD_NOT_SUPPORTED') return told('invalid')
  const state = (cause as { code?: unknown } | undefined)?.code
  return (
    fromDatabase(state) ??
    (lostConnection.test(String((cause as Error)?.message)) ? told('unavailable', { retryAfter: 2 }) : told('internal'))
  )
}

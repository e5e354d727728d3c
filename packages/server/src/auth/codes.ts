import { randomInt, timingSafeEqual } from 'node:crypto'
import { hashOf } from './tokens.ts'

const DIGITS = 8

export const newCode = (): string => String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')

/** Bound to its attempt: the code of another one opens nothing. */
export const hashOfCode = (loginId: string, code: string): Buffer => hashOf(loginId.toLowerCase() + code)

/** An address counts as one however it is written. */
export const hashOfEmail = (email: string): Buffer => hashOf(email.toLowerCase())

const nothing = Buffer.alloc(32)

/** In constant time; never equal to an absent one. */
export function isSameHash(presented: Buffer, stored: Buffer | null | undefined): boolean {
  const same = timingSafeEqual(presented, stored ?? nothing)
  return same && stored != null
}

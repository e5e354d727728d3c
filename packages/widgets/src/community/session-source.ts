import type { CercleReader } from '@cercle/sdk'
import { loadSession, type Session, type SessionSource } from '../context/session.ts'

/** Asks once, and again after a failure. */
export function sessionSource(client: CercleReader): SessionSource {
  let asked: Promise<Session> | undefined
  return () => {
    asked ??= loadSession(client).catch((error: unknown) => {
      asked = undefined
      throw error
    })
    return asked
  }
}

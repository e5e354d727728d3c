import type { CercleReader } from '@cercle/sdk'
import { loadSession, type Session, type SessionSource } from '../context/session.ts'

/** Asks once for all who share it, and again after a failure; `arrived` is told when the answer is there. */
export function sessionSource(client: CercleReader, arrived: (session: Session) => void): SessionSource {
  let asked: Promise<Session> | undefined
  return () => {
    asked ??= loadSession(client).then(
      (session) => {
        arrived(session)
        return session
      },
      (error: unknown) => {
        asked = undefined
        throw error
      },
    )
    return asked
  }
}

import { CercleClientError } from '@cercle/sdk'
import type { Outbox, OutboxChange, OutboxEntry, OutboxResult, Unsent } from '@cercle/sdk/outbox'

/** After how long a message that was not even tried is pushed, in ms. */
const STILL = 50

/** Instead of an answer: it waits in the outbox. */
export const queued = Symbol('queued')

/** What was written, or the entry that waits. */
export type Handed = OutboxResult | { cut: true; id: string }

export const isCut = (handed: Handed): handed is { cut: true; id: string } => 'cut' in handed

/**
 * Gives a message to the outbox and waits for what comes of it: the answer, or that it waits (no line, a busy server, or `signal` fired).
 * Rejects with why it was refused; it is out of the outbox then, for the person has it in her hands.
 */
export async function handOver(outbox: Outbox, message: Unsent, signal: AbortSignal): Promise<Handed> {
  const seen: OutboxChange[] = []
  let look = (): void => undefined
  let hasMoved = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = outbox.on('change', (change) => {
    hasMoved ||= change.entry.state !== 'waiting' || change.entry.code !== undefined
    seen.push(change)
    look()
  })
  try {
    const { id } = await outbox.add(message)
    timer = setTimeout(() => {
      // Nothing moves: it waits for a better moment. Somebody looks on, so that is now.
      if (!hasMoved) outbox.flush()
    }, STILL)
    return await new Promise<Handed>((resolve, reject) => {
      look = () => {
        for (const change of seen.splice(0)) {
          const outcome = outcomeOf(change, id)
          if (outcome instanceof CercleClientError) void outbox.cancel(id).then(() => reject(outcome), reject)
          else if (outcome) resolve(outcome)
        }
        if (signal.aborted || !navigator.onLine) resolve({ cut: true, id })
      }
      signal.addEventListener('abort', look)
      look()
    })
  } finally {
    clearTimeout(timer)
    stop()
  }
}

function outcomeOf({ entry, result }: OutboxChange, id: string): Handed | CercleClientError | undefined {
  const { state, code, fields } = entry
  const cut = { cut: true as const, id }
  // Strictly in order: what stops another before it stops it too.
  if (entry.id !== id) return isStopped(entry) ? cut : undefined
  if (state === 'sent') return result ?? cut
  if (code && (state === 'refused' || code === 'unauthorized')) return new CercleClientError(code, { fields })
  return isStopped(entry) ? cut : undefined
}

const isStopped = ({ state, code }: OutboxEntry): boolean => state === 'waiting' && code !== undefined

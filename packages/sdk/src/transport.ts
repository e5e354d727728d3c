import { CercleClientError } from './errors.ts'
import type { Exchange, Mode, Outcome, Question } from './exchange.ts'

export interface CallOptions {
  /** Gives up this call alone, with the code `aborted`; others of the same request go on. `AbortSignal.timeout(ms)` sets a limit in time. */
  signal?: AbortSignal | undefined
}

/** Calls a procedure. Rejects with `CercleClientError` only. */
export type Call = <Out>(path: string, input?: unknown, options?: CallOptions, mode?: Mode) => Promise<Out>

/** Waits, in ms. */
export type Sleep = (ms: number) => Promise<unknown>

interface Pending extends Question {
  signal: AbortSignal | undefined
  settle(outcome: Outcome): void
  /** Tells the request under way that this call no longer waits for it. */
  leave?: () => void
}

const BATCH_MAX = 10
const REPEATS_MAX = 2
/** In seconds. A longer wait is for the person to decide. */
const WAIT_MAX = 5

export const pause: Sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** How long to wait before a repetition, in ms; 0: do not repeat. Spread at random, so that a crowd does not come back as one. */
function waitAfter({ code, retryAfter }: CercleClientError, repeats: number): number {
  const seconds = retryAfter ?? (code === 'rate_limited' ? Infinity : 0)
  const passes =
    (code === 'offline' || code === 'unavailable' || code === 'rate_limited') && repeats < REPEATS_MAX && seconds <= WAIT_MAX
  return passes ? seconds * 1000 + 250 * 2 ** repeats * (1 + Math.random()) : 0
}

/** Gathers the reads of a tick into requests, sends writes alone, repeats what may pass. The feature clients only name procedures on it. */
export function connect(exchange: Exchange, sleep: Sleep = pause): Call {
  let queue: Pending[] = []

  async function send(pending: Pending[], repeats = 0): Promise<void> {
    const calls = pending.filter(({ signal }) => !signal?.aborted)
    if (!calls[0]) return
    const controller = new AbortController()
    for (const call of calls) call.leave = () => calls.every(({ signal }) => signal?.aborted) && controller.abort()
    const outcomes = await exchange(calls, controller.signal).catch((cause: unknown): Outcome[] => {
      const error = cause instanceof CercleClientError ? cause : new CercleClientError('internal', { cause })
      return calls.map(() => ({ error }))
    })
    const later: Pending[] = []
    let wait = 0
    calls.forEach((call, index) => {
      const { error, spoiled } = outcomes[index]!
      const ms = error && !call.mode.startsWith('once') && waitAfter(error, repeats)
      // Reads share a transaction, which one failing read spoils for its neighbours: alone, each gets its own answer.
      if (spoiled && calls.length > 1) void send([call], repeats)
      else if (ms) {
        later.push(call)
        wait = Math.max(wait, ms)
      } else call.settle(outcomes[index]!)
    })
    if (!later.length) return
    await sleep(wait)
    await send(later, repeats + 1)
  }

  function flush(): void {
    const calls = queue
    queue = []
    while (calls.length) void send(calls.splice(0, BATCH_MAX))
  }

  return <Out>(path: string, input?: unknown, { signal }: CallOptions = {}, mode: Mode = 'read') =>
    new Promise<Out>((resolve, reject) => {
      const settle = ({ error, data }: Outcome): void => {
        signal?.removeEventListener('abort', abort)
        if (error) reject(error)
        else resolve(data as Out)
      }
      const call: Pending = { path, input, mode, signal, settle }
      const abort = (): void => {
        settle({ error: new CercleClientError('aborted', { cause: signal!.reason }) })
        call.leave?.()
      }
      if (signal?.aborted) return abort()
      signal?.addEventListener('abort', abort)
      if (mode !== 'read') void send([call])
      else if (queue.push(call) === 1) queueMicrotask(flush)
    })
}

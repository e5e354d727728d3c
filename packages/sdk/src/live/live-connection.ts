import type { LiveEvent } from '@cercle/server'
import { CercleClientError } from '../errors.ts'
import type { Target } from '../exchange.ts'
import type { Credentials } from '../signed-exchange.ts'
import { readStream } from './event-stream.ts'
import type { LiveState } from './live-client.ts'

/** Calls `act` in `ms`, unless what it returns is called before. */
export type Timer = (ms: number, act: () => void) => () => void

export const timer: Timer = (ms, act) => {
  const id = setTimeout(act, ms)
  return () => clearTimeout(id)
}

export interface ConnectionOptions {
  of: Target & Credentials
  /** Where to go on from. */
  after(): number | undefined
  heard(event: LiveEvent): void
  changed(state: LiveState): void
  timer: Timer
  random(): number
}

/** The server says something every 25 s; a line that is silent for this long is cut, in ms. */
const SILENCE = 60_000
/** Between two tries, give or take a half: from this, doubled each time, to that. In ms. */
const WAIT_MIN = 500
const WAIT_MAX = 30_000

/** Keeps one stream open, through cuts, until it is closed or the server says that it is over. */
export class LiveConnection {
  readonly #options: ConnectionOptions
  #closed = false
  #cut: (() => void) | undefined
  #wake: (() => void) | undefined

  constructor(options: ConnectionOptions) {
    this.#options = options
    void this.#run()
  }

  /** Tries now, if it is waiting. */
  wake(): void {
    this.#wake?.()
  }

  close(): void {
    this.#closed = true
    this.#cut?.()
    this.wake()
  }

  async #run(): Promise<void> {
    const { changed } = this.#options
    let tries = 0
    changed('connecting')
    for (;;) {
      const error = await this.#once(() => {
        tries = 0
        changed('open')
      })
      if (this.#closed) return
      const over = endOf(error)
      if (over) return changed(over)
      changed('waiting')
      await this.#pause(tries++, error?.retryAfter)
      if (this.#closed) return
    }
  }

  /** One stream from its opening to its end. */
  async #once(opened: () => void): Promise<CercleClientError | undefined> {
    const { of, after, heard, timer: later } = this.#options
    const controller = new AbortController()
    const { signal } = controller
    let endSilence = (): void => {}
    let ended = false
    const alive = (): void => {
      endSilence()
      endSilence = later(SILENCE, () => controller.abort())
    }
    const take = (event: LiveEvent): void => {
      if (signal.aborted) return
      if (event.type !== 'ended') opened()
      heard(event)
      if (event.type !== 'ended') return
      ended = true
      controller.abort()
    }
    this.#cut = () => controller.abort()
    alive()
    try {
      // The token's source is not told of the signal: a stuck one must not hold a closed stream.
      const cut = new Promise<never>((_, reject) =>
        signal.addEventListener('abort', () => reject(new CercleClientError('offline'))),
      )
      await Promise.race([readStream({ ...of, after: after(), signal, alive, heard: take }), cut])
      return undefined
    } catch (error) {
      return ended ? new CercleClientError('unauthorized') : (error as CercleClientError)
    } finally {
      endSilence()
      controller.abort()
    }
  }

  /** Spread at random, so that a crowd does not come back as one after a restart of the server. */
  #pause(tries: number, retryAfter = 0): Promise<void> {
    const ms = retryAfter * 1000 + Math.min(WAIT_MAX, WAIT_MIN * 2 ** tries) * (0.5 + this.#options.random())
    return new Promise((resolve) => {
      const cancel = this.#options.timer(ms, resolve)
      this.#wake = () => {
        cancel()
        resolve()
      }
    })
  }
}

function endOf(error: CercleClientError | undefined): 'ended' | 'refused' | undefined {
  if (error?.code === 'unauthorized') return 'ended'
  return error && ['forbidden', 'not_found', 'invalid'].includes(error.code) ? 'refused' : undefined
}

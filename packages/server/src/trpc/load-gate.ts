import type { RequestHandler } from 'express'
import { CercleError } from '../errors.ts'

const PATIENCE = 400
/** So many may stand in line. */
const LINE = 2_000

interface Waiting {
  since: number
  letIn: () => void
  refuse: (error: CercleError) => void
}

/**
 * Lets work in a little at a time, first come, first served, and refuses what stood in line for too long: what is let in stays quick, whatever
 * is asked. Each turn of the event loop lets in one of those who wait, because the loop takes in one new connection a turn: long turns
 * would leave people at the door for seconds, unseen.
 */
export class LoadGate {
  readonly #atOnce: number
  readonly #patience: number
  readonly #line: Waiting[] = []
  /** Between one let in and the next, of late, while others waited. Milliseconds. */
  #pace = 0
  #lastIn = 0
  #inside = 0
  #isTurning = false
  #sweep: NodeJS.Timeout | undefined

  /** `atOnce` of them at a time: enough to keep the database at work. Who stood in line for `patience` milliseconds is refused. */
  constructor(atOnce: number, patience = PATIENCE) {
    this.#atOnce = atOnce
    this.#patience = patience
  }

  get inside(): number {
    return this.#inside
  }
  get waiting(): number {
    return this.#line.length
  }

  /** The line is so long that who joins it now would be refused in the end. To be asked before anything is done for a request. */
  get isHopeless(): boolean {
    return this.#line.length > this.#atOnce && this.#line.length * this.#pace > this.#patience
  }

  /** Resolves when the work may begin; it ends with the disposal of what is given. `unavailable` when there is too much to do. */
  async enter(): Promise<Disposable> {
    if (this.#isTurning || this.#inside >= this.#atOnce) await this.#stand()
    else this.#take()
    return { [Symbol.dispose]: () => this.#leave() }
  }

  #take(): void {
    this.#inside++
    const now = performance.now()
    if (this.#line.length > 0) this.#pace += (Math.min(now - this.#lastIn, this.#patience) - this.#pace) / 16
    this.#lastIn = now
    this.#turn()
  }

  #stand(): Promise<void> {
    if (this.#line.length >= LINE) return Promise.reject(tooMuch())
    return new Promise((letIn, refuse) => {
      this.#line.push({ since: performance.now(), letIn, refuse })
      this.#turn()
      // While nothing ends there is no turn to look at the line.
      this.#sweep ??= setTimeout(() => this.#refuseLate(), this.#patience)
    })
  }

  #leave(): void {
    this.#inside--
    this.#turn()
  }

  #turn(): void {
    if (this.#isTurning) return
    this.#isTurning = true
    setImmediate(() => {
      this.#isTurning = false
      this.#refuseLate()
      const first = this.#inside < this.#atOnce ? this.#line.shift() : undefined
      if (!first) return
      this.#take()
      first.letIn()
    })
  }

  #refuseLate(): void {
    const now = performance.now()
    const stays = this.#line.findIndex(({ since }) => now - since < this.#patience)
    for (const { refuse } of this.#line.splice(0, stays === -1 ? this.#line.length : stays)) refuse(tooMuch())
    clearTimeout(this.#sweep)
    const [first] = this.#line
    this.#sweep = first && setTimeout(() => this.#refuseLate(), first.since + this.#patience - now)
  }
}

/** Refuses a call before anything is done for it, when it would be refused in the end. */
export const refuseHopeless = (gate: LoadGate): RequestHandler =>
  function refusingHopeless(req, res, next) {
    if (req.method !== 'POST' || !gate.isHopeless) return next()
    res.writeHead(503, { 'retry-after': '1', 'cache-control': 'no-store', 'content-type': 'application/json' })
    res.end(hopeless)
  }

const hopeless = JSON.stringify({
  error: { message: 'unavailable', code: -32600, data: { code: 'unavailable', httpStatus: 503, retryAfter: 1 } },
})

const tooMuch = () => new CercleError('unavailable', { retryAfter: 1 })

import type { RequestHandler, Response } from 'express'

/** How long a request may take before too many are under way. Milliseconds. */
const PATIENCE = 400
/** So many at once are never refused while answers are quick: a server that just woke has no pace yet. */
const QUICK = 64
/** So many at once are never refused at all: enough to keep the database at work. */
const SLOW = 8
const WINDOW = 500
/** How much the limit may grow from one window to the next, when answers became quick again. */
const GROWTH = 1.5

/**
 * Sheds load before it queues. By Little's law, as many requests may be under way as end within the patience at the pace of the last
 * half second; the others hear 503 with Retry-After at once, and those accepted stay quick.
 */
export class LoadGate {
  #underWay = 0
  #ended = 0
  #took = 0
  #limit = QUICK
  #windowStart = performance.now()

  get underWay(): number {
    return this.#underWay
  }

  #allowed(now: number): number {
    const span = now - this.#windowStart
    if (span < WINDOW) return this.#limit
    const within = (this.#ended / span) * PATIENCE
    const isSlow = this.#ended === 0 ? this.#underWay > 0 : this.#took / this.#ended > PATIENCE
    this.#limit = isSlow ? Math.max(SLOW, within) : Math.min(Math.max(QUICK, within), this.#limit * GROWTH)
    this.#ended = 0
    this.#took = 0
    this.#windowStart = now
    return this.#limit
  }

  #enter(res: Response, now: number): void {
    this.#underWay++
    res.on('close', () => {
      this.#underWay--
      this.#ended++
      this.#took += performance.now() - now
    })
  }

  /** One gate for all; `refuse` says it in the form that is asked for. */
  refusing(refuse: (res: Response) => void): RequestHandler {
    return (_req, res, next) => {
      const now = performance.now()
      if (this.#underWay >= this.#allowed(now)) {
        refuse(res)
        return
      }
      this.#enter(res, now)
      next()
    }
  }

  readonly handler: RequestHandler = this.refusing((res) => {
    res.set({ 'retry-after': '1', 'cache-control': 'no-store' }).status(503)
    res.json({ error: { message: 'unavailable', code: -32600, data: { code: 'unavailable', httpStatus: 503, retryAfter: 1 } } })
  })
}

import type { RequestHandler } from 'express'

/** How long a request may wait for its turn, by the pace of the last second. Milliseconds. */
const PATIENCE = 400
/** Below this many at once nothing is refused: a server that just woke has no pace yet. */
const ALWAYS = 64
const WINDOW = 1_000

/**
 * Sheds load before it queues. By Little's law, as many requests may be under way as end within the patience at the pace of the last
 * second; the others hear 503 with Retry-After at once, and those accepted stay quick.
 */
export class LoadGate {
  #underWay = 0
  #ended = 0
  #pace = 0
  #windowStart = performance.now()

  get underWay(): number {
    return this.#underWay
  }

  #allowed(now: number): number {
    if (now - this.#windowStart >= WINDOW) {
      this.#pace = (this.#ended * 1000) / (now - this.#windowStart)
      this.#ended = 0
      this.#windowStart = now
    }
    return Math.max(ALWAYS, (this.#pace * PATIENCE) / 1000)
  }

  readonly handler: RequestHandler = (_req, res, next) => {
    if (this.#underWay >= this.#allowed(performance.now())) {
      res.set({ 'retry-after': '1', 'cache-control': 'no-store' }).status(503)
      res.json({ error: { message: 'unavailable', code: -32600, data: { code: 'unavailable', httpStatus: 503, retryAfter: 1 } } })
      return
    }
    this.#underWay++
    res.on('close', () => {
      this.#underWay--
      this.#ended++
    })
    next()
  }
}

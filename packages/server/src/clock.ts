/** The one source of time, so that tests and the demo can move it. */
export interface Clock {
  /** Milliseconds since 1970, as `Date.now()`. */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that can be moved forward, never back. */
export class MovableClock implements Clock {
  #offset = 0
  #base: Clock
  constructor(base: Clock = systemClock) {
    this.#base = base
  }
  now(): number {
    return this.#base.now() + this.#offset
  }
  advance(milliseconds: number): void {
    if (!(milliseconds >= 0)) throw new RangeError('a clock moves forward only')
    this.#offset += milliseconds
  }
}

import { setImmediate } from 'node:timers/promises'
import { errorFields, type Logger } from '../logger.ts'

/** Work that goes on after an answer has left. Disposing waits for what is under way. */
export class LaterWork implements AsyncDisposable {
  readonly #running = new Set<Promise<void>>()
  readonly #log: Logger
  constructor(log: Logger) {
    this.#log = log
  }

  run(work: () => Promise<void>): void {
    // Not in this turn: the answer is on its way only when the turn ends.
    const running = setImmediate()
      .then(work)
      .catch((error: unknown) => this.#log.error('work after an answer failed', errorFields(error)))
      .finally(() => this.#running.delete(running))
    this.#running.add(running)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }
}

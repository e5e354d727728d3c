import { setImmediate } from 'node:timers/promises'
import type { Pool } from 'pg'
import { becomeWorker } from '../db/openings.ts'
import { OpeningTransaction } from '../db/viewer-transaction.ts'
import { errorFields, type Logger } from '../logger.ts'
import { stampActivity } from './activity.repository.ts'

/** Rows stamped in one transaction. */
const BATCH = 500
/** A commit wakes the dispatcher this much later, so that a burst is stamped together. Milliseconds. */
const WAKE_AFTER = 2
/** Locked out by another process: try again after this. */
const RETRY_AFTER = 4

export interface DispatcherOptions {
  pool: Pool
  log: Logger
  /** Told the last `seq` of each stamped batch. */
  onStamped(lastSeq: number): void
  /** The net under the wakes, for a process that died between its commit and its wake. Milliseconds. */
  tick: number
}

/** Stamps what was committed: one at a time over all processes, woken by this process's own commits. */
export class Dispatcher implements AsyncDisposable {
  readonly #options: DispatcherOptions
  #timer: NodeJS.Timeout | undefined
  #due = Infinity
  #running: Promise<void> | undefined
  #again = false
  #stopped = false

  constructor(options: DispatcherOptions) {
    this.#options = options
    this.#schedule(0)
  }

  /** Something was committed by this process. */
  wake(): void {
    if (this.#running) this.#again = true
    else this.#schedule(WAKE_AFTER)
  }

  #schedule(delay: number): void {
    const due = performance.now() + delay
    if (this.#stopped || due >= this.#due) return
    clearTimeout(this.#timer)
    this.#due = due
    this.#timer = setTimeout(() => {
      this.#due = Infinity
      this.#running = this.#run().finally(() => {
        this.#running = undefined
        if (this.#again) this.#schedule(WAKE_AFTER)
      })
    }, delay)
    this.#timer.unref()
  }

  async #run(): Promise<void> {
    let next = this.#options.tick
    try {
      this.#again = false
      const result = await this.#stamp()
      if (result === undefined) next = RETRY_AFTER
      else if (result.stamped > 0) this.#options.onStamped(result.lastSeq)
      if (this.#again || result?.stamped === BATCH) next = 0
    } catch (error) {
      this.#options.log.error('stamping failed', errorFields(error))
    }
    await setImmediate() // PGlite answers in microtasks: let timers and sockets in
    this.#schedule(next)
  }

  async #stamp() {
    const transaction = new OpeningTransaction(this.#options.pool, 'begin', becomeWorker())
    try {
      const result = await stampActivity(transaction.db, BATCH)
      await transaction.end('commit')
      return result
    } catch (error) {
      await transaction.end('rollback').catch(() => {})
      throw error
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#running
  }
}

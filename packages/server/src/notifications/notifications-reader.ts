import { setImmediate } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Clock } from '../clock.ts'
import { becomeWorker } from '../db/openings.ts'
import { OpeningTransaction } from '../db/viewer-transaction.ts'
import { errorFields, type Logger } from '../logger.ts'
import { readOn } from './notices.service.ts'

export interface ReaderParts {
  pool: Pool
  clock: Clock
  log: Logger
  /** The net under the wakes. Milliseconds. */
  tick: number
  /** Told whose news changed, as `parseChanged` takes it, once it is committed; other processes hear it from the database. */
  onChanged?: ((payload: string) => void) | undefined
}

/** Follows the one order of things behind its dispatcher, one process at a time, and tells members of what concerns them. */
export class NotificationsReader implements AsyncDisposable {
  readonly #parts: ReaderParts
  readonly #timer: NodeJS.Timeout
  #running: Promise<void> | undefined
  #again = false
  #stopped = false

  constructor(parts: ReaderParts) {
    this.#parts = parts
    this.#timer = setInterval(() => this.wake(), parts.tick)
    this.#timer.unref()
  }

  /** Something was stamped. */
  wake(): void {
    if (this.#stopped) return
    if (this.#running) {
      this.#again = true
      return
    }
    this.#running = this.#run().finally(() => {
      this.#running = undefined
      if (this.#again) {
        this.#again = false
        this.wake()
      }
    })
  }

  async #run(): Promise<void> {
    try {
      while (!this.#stopped && (await this.#batch())) await setImmediate() // PGlite answers in microtasks: let timers and sockets in
    } catch (error) {
      this.#parts.log.error('noting what concerns whom failed', errorFields(error))
    }
  }

  async #batch(): Promise<boolean> {
    const { pool, clock, onChanged } = this.#parts
    const transaction = new OpeningTransaction(pool, 'begin', becomeWorker())
    try {
      const read = await readOn(transaction.db, new Date(clock.now()))
      await transaction.end('commit')
      if (onChanged) read?.changed.forEach(onChanged)
      return read?.hasMore ?? false
    } catch (error) {
      await transaction.end('rollback').catch(() => {})
      throw error
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true
    clearInterval(this.#timer)
    await this.#running
  }
}

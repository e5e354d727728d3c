import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { ownerDb } from '../db/migrate.ts'
import type { Db } from '../db/tables.ts'
import { ERASURES_KEPT } from '../jobs/sweep.ts'
import { errorFields, type Logger } from '../logger.ts'
import { appendErasures, readErasures, uniteErasures, writeErasures, type ErasureList } from './erasure-list.ts'
import { erasuresAfter, replayErasures, type Erasure } from './erasures.service.ts'

/** Beside the database, so that it outlives it: a database that comes back from before is then cleared again. */
export const ERASURES_FILE = 'erasures.jsonl'
/** File and database are compared whole at the start, and again this often: a file that was moved away comes back. Milliseconds. */
const COMPARED_EVERY = 24 * 60 * 60 * 1000

export interface ErasureKeeperParts {
  database: Database
  clock: Clock
  log: Logger
  /** Milliseconds from one look at the database to the next. */
  every: number
}

class ErasureKeeper {
  readonly #file: string
  readonly #folder: string
  readonly #db: Db
  readonly #clock: Clock
  readonly #log: Logger
  /** The newest in the database that the file holds as well. */
  #cursor = '0'
  #compareAt = -Infinity

  constructor(folder: string, { database, clock, log }: ErasureKeeperParts) {
    this.#folder = folder
    this.#file = join(folder, ERASURES_FILE)
    this.#db = ownerDb(database)
    this.#clock = clock
    this.#log = log
  }

  /** What the file knows and the database does not is erased from it: it was put back from an older time. Throws BackupError. */
  async clear(): Promise<ErasureList | undefined> {
    const list = await readErasures(this.#file)
    const count = await replayErasures(this.#db, this.#standing(list))
    if (count > 0) this.#log.warn('erased again what an older database brought back', { count })
    if (list && list.unread > 0) this.#log.error('the list of erasures is damaged', { count: list.unread })
    return list
  }

  /** Then the file holds what either knows. */
  async compare(list: ErasureList | undefined): Promise<void> {
    const { erasures, last } = await erasuresAfter(this.#db, '0')
    const kept = uniteErasures(this.#standing(list))
    const whole = uniteErasures(kept, erasures)
    const isSame = list ? whole.length === kept.length && kept.length === list.erasures.length + list.unread : whole.length === 0
    if (!isSame) {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 })
      await writeErasures(this.#file, whole)
    }
    this.#cursor = last
    this.#compareAt = this.#clock.now() + COMPARED_EVERY
  }

  /** What a backup can still hold. */
  #standing(list: ErasureList | undefined): Erasure[] {
    const since = this.#clock.now() - ERASURES_KEPT
    return list?.erasures.filter(({ at }) => at.getTime() >= since) ?? []
  }

  /** Adds what was erased since the last time. */
  async follow(): Promise<void> {
    if (this.#clock.now() >= this.#compareAt) return this.compare(await this.clear())
    const { erasures, last } = await erasuresAfter(this.#db, this.#cursor)
    if (erasures.length === 0) return
    const next = this.#compareAt
    this.#compareAt = -Infinity // half a line, where this fails, is found by comparing
    if (!(await appendErasures(this.#file, erasures))) return this.compare(await this.clear())
    this.#compareAt = next
    this.#cursor = last
  }
}

/**
 * Clears the database of what was erased from it in a later life, then keeps the list beside it again and again until disposed, and once more
 * then. Does nothing for a database without a folder. Throws BackupError when there is a list that cannot be read.
 */
export async function startErasures(parts: ErasureKeeperParts): Promise<AsyncDisposable> {
  const { database, log, every } = parts
  if (database.folder === undefined) return { async [Symbol.asyncDispose]() {} }
  const keeper = new ErasureKeeper(database.folder, parts)
  const list = await keeper.clear()
  let running: Promise<void> | undefined
  const keep = (work: () => Promise<void>) =>
    (running ??= work()
      .catch((error: unknown) => log.error('keeping the list of erasures failed', errorFields(error)))
      .finally(() => {
        running = undefined
      }))
  await keep(() => keeper.compare(list))
  const follow = () => keep(() => keeper.follow())
  const timer = setInterval(() => void follow(), every)
  timer.unref()
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await running
      await follow()
    },
  }
}

import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { removeOldDumps } from '../db/dump.ts'
import { errorFields, type Logger } from '../logger.ts'

export interface DumpParts {
  database: Pick<Database, 'dump' | 'folder'>
  clock: Clock
  log: Logger
  /** Milliseconds from one archive to the next. */
  every: number
}

/**
 * Keeps archives of a database in a folder, again and again and once more when disposed, and first of all removes those that are too old; does
 * nothing where there is no folder.
 */
export function startDumps({ database, clock, log, every }: DumpParts): AsyncDisposable {
  const { dump, folder } = database
  if (!dump || folder === undefined) return { async [Symbol.asyncDispose]() {} }
  let running: Promise<void> | undefined
  const alone = (work: () => Promise<void>) =>
    (running ??= work()
      .catch((error: unknown) => log.error('archiving the database failed', errorFields(error)))
      .finally(() => {
        running = undefined
      }))
  const archive = () => alone(() => dump(clock.now()).then(() => log.info('archived', {})))
  void alone(() => removeOldDumps(folder, clock.now()))
  const timer = setInterval(() => void archive(), every)
  timer.unref()
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await running
      await archive()
    },
  }
}

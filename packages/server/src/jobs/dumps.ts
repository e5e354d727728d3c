import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { errorFields, type Logger } from '../logger.ts'

export interface DumpParts {
  database: Pick<Database, 'dump'>
  clock: Clock
  log: Logger
  /** Milliseconds from one archive to the next. */
  every: number
}

/** Keeps archives of a database in a folder, again and again and once more when disposed; does nothing where there is no folder. */
export function startDumps({ database, clock, log, every }: DumpParts): AsyncDisposable {
  let running: Promise<void> | undefined
  const dump = () =>
    (running ??= Promise.resolve(database.dump?.(clock.now()))
      .then(
        () => log.info('archived', {}),
        (error: unknown) => log.error('archiving the database failed', errorFields(error)),
      )
      .finally(() => {
        running = undefined
      }))
  if (!database.dump) return { async [Symbol.asyncDispose]() {} }
  const timer = setInterval(() => void dump(), every)
  timer.unref()
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await running
      await dump()
    },
  }
}

import type { Place, Running } from './place.ts'
import { startServer } from './place.ts'
import { whatIsKept, Writers, type Kept } from './writers.ts'

export interface CrashFigures extends Kept {
  acknowledged: number
  crashes: number
  /** The slowest start after a crash. Milliseconds. */
  ready: number
  wrong: number
  /** Answers 500. */
  faults: number
}

const between = (low: number, high: number) => low + Math.floor(Math.random() * (high - low))

/** The server is killed at any moment while people write, and started again. */
export async function killUnderLoad(
  place: Place,
  { crashes, acknowledged }: { crashes: number; acknowledged: number },
): Promise<CrashFigures> {
  let running: Running | undefined = await startServer(place)
  const writers = new Writers(() => running?.url, place, 8)
  const ready: number[] = []
  try {
    for (let crash = 0; crash < crashes; crash++) {
      await writers.more(between(1, Math.ceil((2 * acknowledged) / crashes)))
      const { child, exited }: Running = running!
      child.kill('SIGKILL')
      await exited
      running = undefined
      running = await startServer(place)
      ready.push(running.ready)
    }
    await writers.more(Math.max(1, acknowledged - writers.acknowledged.size))
  } finally {
    await writers[Symbol.asyncDispose]()
    await running?.[Symbol.asyncDispose]()
  }
  return { ...(await settle(place, writers)), crashes, ready: Math.max(...ready) }
}

/** PostgreSQL ends, in turn without a word and after telling its clients, and comes back; the server stays. */
export async function restartPostgres(place: Place, { crashes, each }: { crashes: number; each: number }): Promise<CrashFigures> {
  const running = await startServer(place)
  const writers = new Writers(() => running.url, place, 8)
  const back: number[] = []
  try {
    for (let crash = 0; crash < crashes; crash++) {
      await writers.more(between(1, each))
      await place.cluster!.again!(crash % 2 === 0 ? 'crash' : 'restart')
      const started = performance.now()
      await writers.more(1)
      back.push(performance.now() - started)
    }
    await writers.more(each)
  } finally {
    await writers[Symbol.asyncDispose]()
    await running[Symbol.asyncDispose]()
  }
  return { ...(await settle(place, writers)), crashes, ready: Math.max(...back) }
}

async function settle(place: Place, { acknowledged, wrong, statuses }: Writers) {
  return { ...(await whatIsKept(place, acknowledged)), acknowledged: acknowledged.size, wrong, faults: statuses.get(500) ?? 0 }
}

export interface StopFigures {
  /** Written, but not acknowledged to who sent it. */
  unanswered: number
  answered: number
  lost: number
  code: number | null
  /** Milliseconds. */
  took: number
}

/** The system asks the server to stop while people write: what was begun is answered. */
export async function stopUnderLoad(place: Place, { acknowledged }: { acknowledged: number }): Promise<StopFigures> {
  const running = await startServer(place)
  const writers = new Writers(() => (running.child.killed ? undefined : running.url), place, 16)
  await writers.more(acknowledged)
  const started = performance.now()
  running.child.kill('SIGTERM')
  const code = await running.exited
  const took = performance.now() - started
  await writers[Symbol.asyncDispose]()
  await using database = await place.open()
  const { rows } = await database.ownerPool.query<{ id: string }>('select id from thread')
  const written = new Set(rows.map(({ id }) => id))
  return {
    unanswered: [...written].filter((id) => !writers.acknowledged.has(id)).length,
    answered: writers.acknowledged.size,
    lost: [...writers.acknowledged].filter((id) => !written.has(id)).length,
    code,
    took,
  }
}

import { Agent } from 'node:http'
import type { Pool } from 'pg'
import { readConfig } from '../../src/config.ts'
import { openDatabase } from '../../src/db/database.ts'
import { createLogger } from '../../src/logger.ts'
import { createCercleServer } from '../../src/server.ts'
import { makeCuttable } from './cuttable.ts'
import type { Place } from './place.ts'
import { call, whatIsKept, Writers, type Kept } from './writers.ts'

export interface CutFigures extends Kept {
  acknowledged: number
  cuts: number
  read: number
  /** Answers that speak of something else than was asked. */
  wrong: number
  faults: number
  /** Connections that are not back at rest at the end. */
  leaked: number
  /** The longest from the end of a fault to the next acknowledged text. Milliseconds. */
  back: number
}

const isAtRest = ({ totalCount, idleCount, waitingCount }: Pool) => totalCount === idleCount && waitingCount === 0

/** Connections between the server and PostgreSQL are cut, slowed down and silenced while people read and write. */
export async function cutConnections(place: Place, { rounds, each }: { rounds: number; each: number }): Promise<CutFigures> {
  const { databaseUrl, migrateUrl, dataDir } = place.options
  await using wire = await makeCuttable(databaseUrl!)
  await using database = await openDatabase({ databaseUrl: wire.through(databaseUrl!), migrateUrl, dataDir })
  const config = readConfig({ PORT: '0', CERCLE_DEMO: '1', CERCLE_RATE_LIMITS: 'off' })
  await using server = await createCercleServer(config, {
    database,
    log: createLogger('silent'),
    mail: { send: async () => {}, async [Symbol.asyncDispose]() {} },
    widgets: { handler: (_req, _res, next) => next(), frame: { script: '', preloads: () => [] } },
  })
  await server.start()
  const writers = new Writers(() => server.url, place, 6)
  const readers = new Readers(server.url, place, writers.acknowledged, 6)
  const backs: number[] = []
  const recovered = async () => {
    const from = performance.now()
    await writers.more(1)
    backs.push(performance.now() - from)
  }
  for (let round = 0; round < rounds; round++) {
    await writers.more(each)
    wire.cut()
    await recovered()
    await writers.more(each)
    wire.delay = 150
    await writers.more(6)
    wire.cut()
    wire.delay = 0
    await recovered()
  }
  wire.silent = true
  await readers.failure() // given up after the silence that the pool bears
  wire.silent = false
  await recovered()
  await writers.more(each)
  await writers[Symbol.asyncDispose]()
  await readers[Symbol.asyncDispose]()
  const leaked = await untilAtRest(database.pool)
  const kept = await whatIsKept(place, writers.acknowledged)
  return {
    ...kept,
    acknowledged: writers.acknowledged.size,
    cuts: 2 * rounds + 1,
    read: readers.read,
    wrong: writers.wrong + readers.wrong,
    faults: (writers.statuses.get(500) ?? 0) + readers.faults,
    leaked,
    back: Math.max(...backs),
  }
}

/** Housekeeping goes on, so the pool is looked at until everything is back, for as long as a silent connection may take. */
async function untilAtRest(pool: Pool): Promise<number> {
  const until = performance.now() + 25_000
  while (!isAtRest(pool) && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 5))
  return isAtRest(pool) ? 0 : Math.max(pool.totalCount - pool.idleCount, pool.waitingCount)
}

/** People who read what was written, one thread after the other. */
class Readers implements AsyncDisposable {
  read = 0
  wrong = 0
  faults = 0
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 })
  readonly #running: Promise<void[]>
  readonly #waiting = new Set<() => void>()
  #stopped = false

  constructor(url: string, place: Place, ids: Set<string>, count: number) {
    this.#running = Promise.all(Array.from({ length: count }, () => this.#go(url, place, ids)))
  }

  /** Resolves at the next answer that is none. */
  failure(): Promise<void> {
    return new Promise((resolve) => this.#waiting.add(resolve))
  }

  async #go(url: string, place: Place, ids: Set<string>): Promise<void> {
    while (!this.#stopped) {
      const all = [...ids]
      const id = all[Math.floor(Math.random() * all.length)]
      const input: [string, unknown] = id === undefined ? ['spaces.list', undefined] : ['discussions.thread', { id }]
      const { status, text } = await call(url, place, input, { agent: this.#agent })
      if (status === 200) {
        this.read++
        if (id !== undefined && !text.includes(`"title":"Question ${id}"`)) this.wrong++
      } else if (status === 503) {
        for (const tell of this.#waiting) tell()
        this.#waiting.clear()
      } else if (status === 500) this.faults++
      else this.wrong++
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true
    await this.#running
    this.#agent.destroy()
  }
}

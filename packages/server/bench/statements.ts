import type { Pool, PoolClient, QueryConfig } from 'pg'
import { appRouter } from '../src/app-router.ts'
import { keyFetcher } from '../src/auth/fetch-keys.ts'
import { KeyRing } from '../src/auth/key-ring.ts'
import { noAuthLimits } from '../src/auth/auth-limits.ts'
import { systemClock } from '../src/clock.ts'
import { rights } from '../src/db/rights.ts'
import { createLogger } from '../src/logger.ts'
import { CallContext, type CallParts } from '../src/trpc/context.ts'
import { hashSecret } from '../src/trpc/request-facts.ts'

/** One statement as it went to PostgreSQL. */
export interface Statement {
  name?: string | undefined
  text: string
  values: unknown[]
}

/** Statements that travelled together, without waiting for one another's answers. */
export type Flight = Statement[]

/** The parts of a call over any pool; nothing is mailed and nobody is told. */
export const partsOver = (pool: Pool): CallParts => ({
  pool,
  clock: systemClock,
  log: createLogger('error'),
  rights,
  auth: {
    mail: { send: async () => {}, async [Symbol.asyncDispose]() {} },
    limits: noAuthLimits,
    later: () => {},
    publicUrl: () => 'http://localhost',
    keyRing: new KeyRing({ clock: systemClock, log: createLogger('error'), fetchKeys: keyFetcher({ isOpen: false }) }),
  },
  onCommitted: () => {},
})

/** Calls procedures as the face does, in one transaction, without HTTP. */
export async function call<Result>(
  pool: Pool,
  who: { community: string; token?: string },
  kind: 'query' | 'mutation',
  use: (caller: ReturnType<typeof appRouter.createCaller>) => Promise<Result>,
): Promise<Result> {
  const accessHash = who.token === undefined ? null : hashSecret(who.token)
  const context = new CallContext(partsOver(pool), { community: who.community, accessHash, siteId: null, network: 'bench' }, kind)
  try {
    const result = await use(appRouter.createCaller(context))
    await context.end('commit')
    return result
  } catch (error) {
    await context.end('rollback')
    throw error
  }
}

/** A pool that writes down what passes through it, so that a floor does exactly what the product does. */
export function recording(pool: Pool): { pool: Pool; flights: Flight[] } {
  const flights: Flight[] = []
  let underWay = 0
  const record = (client: PoolClient, query: string | QueryConfig) => {
    const statement: Statement =
      typeof query === 'string' ? { text: query, values: [] } : { name: query.name, text: query.text, values: query.values ?? [] }
    if (underWay === 0) flights.push([])
    flights.at(-1)!.push(statement)
    underWay++
    return client.query(query).finally(() => underWay--)
  }
  return {
    flights,
    pool: {
      connect: async () => {
        const client = await pool.connect()
        return {
          query: (query: string | QueryConfig) => record(client, query),
          release: (error?: Error) => client.release(error),
        }
      },
    } as unknown as Pool,
  }
}

import type { Pool, PoolClient } from 'pg'

/** Counts the requests that reach the database from now on, whatever else ticks beside them. */
export function countOpenings(pool: Pool): { readonly count: number } & Disposable {
  const connect = pool.connect.bind(pool) as () => Promise<PoolClient>
  const heard = new Map<PoolClient, PoolClient['query']>()
  let count = 0
  pool.connect = (async () => {
    const client = await connect()
    if (heard.has(client)) return client
    const query = client.query
    heard.set(client, query)
    client.query = ((...given: unknown[]) => {
      if ((given[0] as { name?: string } | undefined)?.name === 'become') count++
      return (query as (...given: unknown[]) => unknown).apply(client, given)
    }) as PoolClient['query']
    return client
  }) as typeof pool.connect
  return {
    get count() {
      return count
    },
    [Symbol.dispose]() {
      pool.connect = connect as typeof pool.connect
      for (const [client, query] of heard) client.query = query
    },
  }
}

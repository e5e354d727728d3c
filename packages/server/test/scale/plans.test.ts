import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { engine, testDatabase } from '../database.ts'
import { explain } from './explained.ts'
import { call, recording } from './statements.ts'
import { makeWorld, type World } from './world.ts'

/** As many spaces as each kind of viewer reads: two are public. */
const viewers = { stranger: 2, quiet: 5, wide: 200 }
/** A page and the row that tells whether there is another. */
const ROWS = 21
/** Small tables, read whole by right: the audience and the spaces of one community, its groups. */
const small = new Set(['space', 'audience', 'group_member', 'group', 'organisation', 'member'])

// PGlite plans as PostgreSQL does, being the same planner; a hundred thousand threads take it minutes to write.
describe.skipIf(engine !== 'postgres').each([1_000, 100_000])('at %d threads', (threads) => {
  let database: Database
  let world: World
  beforeAll(async () => {
    database = await testDatabase()
    const ownerUrl = database.ownerPool.options.connectionString!
    const spaces = { public: 2, members: 0, wide: 198, quiet: 3, other: 97 }
    world = await makeWorld({ ownerUrl, threads, spaces, people: 20 })
  }, 120_000)
  afterAll(() => database?.[Symbol.asyncDispose]())

  test.each(Object.entries(viewers))(
    'feed and thread of %s read no more pages than 200, 7 a space and 6 a row',
    async (name, spaces) => {
      const who = { community: world.community, ...(name === 'stranger' ? {} : { token: world.tokenOf(name) }) }
      const feed = recording(database.pool)
      const { items } = await call(feed.pool, who, 'query', (caller) => caller.discussions.threads({ limit: 20 }))
      const thread = recording(database.pool)
      const busiest = items.find(({ replyCount }) => replyCount > 0) ?? items[0]!
      await call(thread.pool, who, 'query', (caller) => caller.discussions.thread({ id: busiest.id, limit: 20 }))
      const client = new pg.Client(database.pool.options.connectionString)
      await client.connect()
      try {
        for (const { text, buffers, wholeScans } of [
          ...(await explain(client, feed.flights)),
          ...(await explain(client, thread.flights)),
        ]) {
          // the 6: who wrote it, in which organisation, and whether it was read, two or three pages of an index each
          expect(buffers, text).toBeLessThanOrEqual(200 + 7 * spaces + (name === 'stranger' ? 0 : 6 * ROWS))
          if (threads > 1_000)
            expect(
              wholeScans.filter((table) => !small.has(table)),
              text,
            ).toEqual([])
        }
      } finally {
        await client.end()
      }
    },
  )
})

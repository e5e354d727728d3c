import pg from 'pg'
import { openDatabase, type Database } from '../src/db/database.ts'
import { explain } from './explained.ts'
import { call, recording, type Flight } from './statements.ts'
import { COMMUNITY, makeWorld, type World } from './world.ts'
import { startCluster, type BenchDatabase } from './cluster.ts'
import { atMost, budgets, fixed, loadLine, quantile, table, type Budget } from './figures.ts'

/*
 * Feed and thread as a community grows a thousandfold, for three kinds of viewer. Called as the face calls them, without HTTP, whose constant cost would
 * hide growth; sizes in turn, so that what else the machine does falls on all alike. BENCH_FULL=1 adds a million threads.
 */
const SIZES = process.env.BENCH_FULL === '1' ? [1_000, 100_000, 1_000_000] : [1_000, 100_000]
const CALLS = Number(process.env.BENCH_CALLS ?? 200)
const WARM = 20
const viewers = { stranger: 2, quiet: 5, wide: 200 }
type Viewer = keyof typeof viewers

interface Grown {
  threads: number
  at: BenchDatabase
  database: Database
  world: World
}
interface Task {
  viewer: Viewer
  what: 'feed' | 'thread'
  threads: number
  run(pool?: pg.Pool): Promise<unknown>
  grown: Grown
  times: number[]
}

await using cluster = await startCluster()
const sizes: Grown[] = []
for (const threads of SIZES) {
  const at = await cluster.create(`bench_${threads}`)
  const spaces = { public: 2, members: 0, wide: 198, quiet: 3, other: 97 }
  const world = await makeWorld({ ownerUrl: at.ownerUrl, threads, spaces, people: 200 })
  sizes.push({
    threads,
    at,
    world,
    database: await openDatabase({ databaseUrl: at.url, migrateUrl: at.ownerUrl, dataDir: '', connections: 1 }),
  })
}
console.log(
  `300 spaces; stranger reads 2, quiet 5 (3 with three old threads each), wide 200; ${CALLS} calls each, one at a time. ${loadLine()}\n`,
)

const tasks = (
  await Promise.all(sizes.flatMap((grown) => (Object.keys(viewers) as Viewer[]).map((viewer) => tasksOf(grown, viewer))))
).flat()
for (let count = 0; count < CALLS + WARM; count++)
  for (const task of tasks) {
    const start = performance.now()
    await task.run()
    if (count >= WARM) task.times.push(performance.now() - start)
  }
await report()
await Promise.all(sizes.map(({ database }) => database[Symbol.asyncDispose]()))

async function tasksOf(grown: Grown, viewer: Viewer): Promise<Task[]> {
  const who = { community: COMMUNITY, ...(viewer === 'stranger' ? {} : { token: grown.world.tokenOf(viewer) }) }
  const feed = (pool: pg.Pool = grown.database.pool) =>
    call(pool, who, 'query', (caller) => caller.discussions.threads({ limit: 20 }))
  const { items } = await feed()
  const { id } = items.find(({ replyCount }) => replyCount > 0) ?? items[0]!
  const thread = (pool: pg.Pool = grown.database.pool) =>
    call(pool, who, 'query', (caller) => caller.discussions.thread({ id, limit: 20 }))
  const common = { viewer, threads: grown.threads, grown }
  return [
    { ...common, what: 'feed', run: feed, times: [] },
    { ...common, what: 'thread', run: thread, times: [] },
  ]
}

/** Pages touched by the statements of one call, together. */
async function buffersOf({ run, grown }: Task): Promise<number> {
  const { pool, flights } = recording(grown.database.pool)
  await run(pool)
  const client = new pg.Client(grown.at.url)
  await client.connect()
  try {
    return Math.max(...(await explain(client, flights as Flight[])).map(({ buffers }) => buffers))
  } finally {
    await client.end()
  }
}

async function report(): Promise<void> {
  const rows: string[][] = []
  const promises: Budget[] = []
  for (const viewer of Object.keys(viewers) as Viewer[])
    for (const what of ['feed', 'thread'] as const) {
      const own = SIZES.map((threads) =>
        tasks.find((task) => task.viewer === viewer && task.what === what && task.threads === threads)!,
      )
      const middle = own.map(({ times }) => quantile(times, 0.5))
      const buffers: number[] = []
      for (const task of own) buffers.push(await buffersOf(task))
      const growth = middle.at(-1)! / middle[0]!
      rows.push([
        `${what}, ${viewer}`,
        ...middle.map((ms) => fixed(ms, 2)),
        ...own.map(({ times }) => fixed(quantile(times, 0.1), 2)),
        fixed(growth, 2),
        ...buffers.map(String),
      ])
      promises.push(atMost(`${what}, ${viewer}: growth of p50`, 1.5, growth))
      promises.push(
        atMost(`${what}, ${viewer}: pages of its dearest statement`, 200 + 7 * viewers[viewer], buffers.at(-1)!, '', 0),
      )
    }
  const named = (word: string) => SIZES.map((threads) => `${word} at ${threads}`)
  table(['', ...named('p50 ms'), ...named('p10 ms'), 'growth', ...named('pages')], rows)
  budgets(promises)
  console.log(loadLine())
}

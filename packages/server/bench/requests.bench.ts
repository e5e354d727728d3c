import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serialize } from 'node:v8'
import pg from 'pg'
import { openDatabase } from '../src/db/database.ts'
import { uuidv7 } from '../src/ids.ts'
import { startServing, type Serving } from '../test/order/serving.ts'
import { startCluster, type BenchDatabase } from './cluster.ts'
import { atLeast, atMost, budgets, databaseCpu, fixed, loadLine, median, megabytes, quantile, table } from './figures.ts'
import type { FloorPlan } from './floor.process.ts'
import type { Load, LoadResult } from './load.process.ts'
import { printProfile } from './profile.ts'
import { call, recording, type Flight } from './statements.ts'
import { COMMUNITY, makeWorld, type World } from './world.ts'

/*
 * A member's read, a stranger's read and a post, each beside its floor in the same run. Floor of the first and the last: node:http and pg with the very
 * statements of the product, recorded from it. Floor of the public read: node:http answering the same bytes from memory.
 */
const THREADS = Number(process.env.BENCH_THREADS ?? 100_000)
const CONNECTIONS = 32
/** Only a member's read, and then where the server spent its time. */
const isProfiled = process.env.BENCH_PROFILE === '1'
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3)
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3)
const node = ['--max-semi-space-size=8']
const script = (name: string) => fileURLToPath(new URL(`./${name}.process.ts`, import.meta.url))

interface Measured extends LoadResult {
  cpuNode: number
  cpuDatabase: number
}
interface Subject {
  name: string
  serving: Serving
  load: Load
}

await using cluster = await startCluster()
const main = await cluster.create('bench')
const world = await makeWorld({
  ownerUrl: main.ownerUrl,
  threads: THREADS,
  spaces: { public: 3, members: 10, wide: 10, quiet: 3, other: 74 },
  people: 500,
})
const copy = await cluster.create('bench_floor', 'bench')
console.log(
  `${THREADS} threads in 100 spaces, the member reads 23; ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s, fsync on. ${loadLine()}\n`,
)

const feed = { limit: 20 }
const token = world.tokenOf('wide')
const plan = await makePlan(main, world)
const folder = mkdtempSync(join(tmpdir(), 'cercle-bench-'))
// as `main.ts` turns it on; the first start fills it
const env = { DATABASE_URL: main.url, DATABASE_MIGRATE_URL: main.ownerUrl, NODE_COMPILE_CACHE: join(folder, 'cache') }
const starts = await measureStarts()
const profile = join(folder, 'profile')
const profiling = isProfiled ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
await using product = await startServing({ env, node: [...node, ...profiling] })
const idle = await product.usage()
writeFileSync(join(folder, 'plan'), serialize(plan))
await using floor = await startServing({
  script: script('floor'),
  node,
  env: { DATABASE_URL: main.url, POST_DATABASE_URL: copy.url, FLOOR_PLAN: join(folder, 'plan') },
})
process.once('exit', () => {
  if (isProfiled) printProfile(profile)
  rmSync(folder, { recursive: true, force: true })
})
await using load = await startServing({ script: script('load'), env: {} })

const json = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
const address = (path: string) => `${product.url.replace('localhost', '127.0.0.1')}/c/${COMMUNITY}/trpc/${path}`
const subject = (name: string, serving: Serving, url: string, more: Partial<Load>): Subject => ({
  name,
  serving,
  load: { url, method: 'POST', headers: json, connections: CONNECTIONS, seconds: SECONDS, ...more },
})
const batch = (input: unknown) => JSON.stringify({ 0: input })
const posted = { id: '$ID', space: 'members-0', kind: 'question', title: 'Titre', body: 'Un **mot** de plus.' }
const publicUrl = address(`discussions.threads?batch=1&input=${encodeURIComponent(batch(feed))}`)
const get = { method: 'GET' as const, headers: {} }

const results = new Map<string, Measured[]>()
for (const group of [
  [
    subject('member’s feed', product, address('discussions.threads?batch=1'), { body: batch(feed) }),
    subject('floor: node:http + pg, same SQL', floor, `${floor.url}/read`, { body: batch(feed) }),
    subject('member’s feed, asked with brotli', product, address('discussions.threads?batch=1'), {
      body: batch(feed),
      headers: { ...json, 'accept-encoding': 'gzip, deflate, br' },
    }),
  ],
  [subject('public feed', product, publicUrl, get), subject('floor: node:http from memory', floor, `${floor.url}/memory`, get)],
  [
    subject('post, durable', product, address('discussions.createThread?batch=1'), { body: batch(posted) }),
    subject('floor: node:http + pg, same SQL, posting', floor, `${floor.url}/post`, { body: JSON.stringify(posted) }),
  ],
].slice(0, isProfiled ? 1 : undefined))
  await measureGroup(group)

if (!isProfiled) report(await product.usage(), await floor.usage(), await rightsCost(main))

/** A/B/A/B: what else the machine does falls on all of them alike. */
async function measureGroup(group: Subject[]): Promise<void> {
  for (const one of group) await sendLoad({ ...one.load, seconds: 1 })
  for (let round = 0; round < ROUNDS; round++)
    for (const one of group) {
      const before = [(await one.serving.usage()).cpu, await databaseCpu(cluster.admin)] as const
      const result = await sendLoad(one.load)
      const after = [(await one.serving.usage()).cpu, await databaseCpu(cluster.admin)] as const
      if (result.failed > 0) console.error(`${one.name}: ${result.failed} of ${result.requests} failed: ${result.failure}`)
      const [cpuNode, cpuDatabase] = [0, 1].map((index) => (after[index]! - before[index]!) / result.requests) as [number, number]
      results.set(one.name, [...(results.get(one.name) ?? []), { ...result, cpuNode, cpuDatabase }])
    }
}

async function sendLoad(one: Load): Promise<LoadResult> {
  const answer = once(load.child, 'message')
  load.child.send(one)
  return ((await answer) as [LoadResult])[0]
}

/** Records what the product says to PostgreSQL for one read and one post, and the bytes of one public answer. */
async function makePlan(database: BenchDatabase, { community, tokenOf }: World): Promise<FloorPlan> {
  const opened = await openDatabase({ databaseUrl: database.url, migrateUrl: database.ownerUrl, dataDir: '' })
  try {
    const wide = { community, token: tokenOf('wide') }
    const read = recording(opened.pool)
    await call(read.pool, wide, 'query', (caller) => caller.discussions.threads(feed))
    const memory = await call(opened.pool, { community }, 'query', (caller) => caller.discussions.threads(feed))
    const post = recording(opened.pool)
    const postId = uuidv7(Date.now())
    await call(post.pool, wide, 'mutation', (caller) =>
      caller.discussions.createThread({
        id: postId,
        space: 'members-0',
        kind: 'question',
        title: 'Titre',
        body: 'Un **mot** de plus.',
      }),
    )
    return { memory: Buffer.from(JSON.stringify([{ result: { data: memory } }])), read: read.flights, post: post.flights, postId }
  } finally {
    await opened[Symbol.asyncDispose]()
  }
}

/** From the start of the process to its first answer, migrations looked at and widgets read. Milliseconds. */
async function measureStarts(): Promise<number[]> {
  const times: number[] = []
  for (let count = 0; count < 3; count++) {
    const start = performance.now()
    await using serving = await startServing({ env: { ...env, SERVE_WIDGETS: '1' }, node })
    await (await fetch(`${serving.url}/c/${COMMUNITY}/trpc/discussions.threads`)).arrayBuffer()
    times.push(performance.now() - start)
  }
  return times
}

/** The member's read with and without its rights, alone on one connection: median of each, in milliseconds. */
async function rightsCost(database: BenchDatabase): Promise<{ under: number; bare: number }> {
  const bare: Flight[] = plan.read
    .slice(1, -1)
    .map((flight) => flight.map(({ text, values }, index) => ({ name: `bare${index}${text.length}`, text, values })))
  const clients = await Promise.all(
    [database.url, database.ownerUrl].map(async (connectionString) => {
      const client = new pg.Client({
        connectionString,
        options: '-c plan_cache_mode=force_generic_plan',
        pipeline: true,
      } as pg.ClientConfig)
      await client.connect()
      return client
    }),
  )
  const times: [number[], number[]] = [[], []]
  for (let count = 0; count < 400; count++)
    for (const [index, flights] of [plan.read, bare].entries()) {
      const start = performance.now()
      for (const flight of flights) await Promise.all(flight.map((statement) => clients[index]!.query(statement)))
      if (count >= 50) times[index]!.push(performance.now() - start)
    }
  await Promise.all(clients.map((client) => client.end()))
  return { under: median(times[0]), bare: median(times[1]) }
}

function report(
  productAfter: Awaited<ReturnType<Serving['usage']>>,
  floorAfter: typeof productAfter,
  cost: { under: number; bare: number },
): void {
  const all = [...results]
  const of = (name: string) => results.get(name)!
  const middle = (name: string, pick: (one: Measured) => number) => median(of(name).map(pick))
  const rate = ({ requests, seconds }: Measured) => requests / seconds
  const cpu = ({ cpuNode, cpuDatabase }: Measured) => cpuNode + cpuDatabase
  table(
    ['median of the rounds', 'req/s', 'p50 ms', 'p99 ms', 'CPU ms: node', 'database', 'kB'],
    all.map(([name]) => [
      name,
      fixed(middle(name, rate), 0),
      fixed(
        middle(name, (one) => one.p50),
        1,
      ),
      fixed(
        middle(name, (one) => one.p99),
        1,
      ),
      fixed(
        middle(name, (one) => one.cpuNode),
        3,
      ),
      fixed(
        middle(name, (one) => one.cpuDatabase),
        3,
      ),
      fixed(
        middle(name, (one) => one.bytes / one.requests / 1000),
        1,
      ),
    ]),
  )
  /** Each round by its own floor, then the median. */
  const ratio = (name: string, base: string, pick: (one: Measured) => number) =>
    median(of(name).map((one, round) => pick(one) / pick(of(base)[round]!)))
  const [read, readFloor] = ['member’s feed', 'floor: node:http + pg, same SQL'] as const
  const [open, openFloor] = ['public feed', 'floor: node:http from memory'] as const
  const [post, postFloor] = ['post, durable', 'floor: node:http + pg, same SQL, posting'] as const
  budgets([
    atLeast('member’s feed ÷ floor, req/s', 0.65, ratio(read, readFloor, rate)),
    atMost('member’s feed ÷ floor, CPU of node and database', 1.4, ratio(read, readFloor, cpu)),
    atMost(
      'member’s feed ÷ floor, p99',
      2,
      ratio(read, readFloor, (one) => one.p99),
    ),
    atLeast('public feed ÷ floor, req/s', 0.5, ratio(open, openFloor, rate)),
    atLeast('post ÷ floor, req/s', 0.5, ratio(post, postFloor, rate)),
    atMost('rights and transaction over the same queries without, p50', 1, cost.under - cost.bare, ' ms'),
    atMost('start to first answer', 500, quantile(starts, 0), ' ms', 0),
    atMost('RSS idle', 110, idle.rss / 1024 / 1024, ' MB', 0),
    atMost('RSS peak', 190, productAfter.rssPeak / 1024 / 1024, ' MB', 0),
  ])
  console.log(
    `Not of a floor: public feed ÷ floor in CPU ${fixed(ratio(open, openFloor, cpu), 2)}, post ÷ floor in CPU ${fixed(ratio(post, postFloor, cpu), 2)}; `,
  )
  console.log(
    `alone, the read takes ${fixed(cost.under, 2)} ms under rights and ${fixed(cost.bare, 2)} ms without; starts ${starts.map((one) => one.toFixed(0)).join(', ')} ms; floor’s RSS peak ${megabytes(floorAfter.rssPeak)}. ${loadLine()}`,
  )
}

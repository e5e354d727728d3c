import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { openDatabase } from '../src/db/database.ts'
import { uuidv7 } from '../src/ids.ts'
import { startServing, type Serving } from '../test/order/serving.ts'
import { holdingWriters, runTrial, type Place } from '../test/order/trial.ts'
import { call } from './statements.ts'
import { COMMUNITY, makeWorld } from './world.ts'
import { startCluster } from './cluster.ts'
import { atMost, budgets, fixed, loadLine, quantile, table } from './figures.ts'

/*
 * What an idle stream costs, how soon a reader hears of a post in the same process and in another, and the whole trial of one order of things:
 * two processes, cuts, and writers who commit in another order than they began. BENCH_FULL=1 opens 10,000 streams instead of 2,000.
 */
const STREAMS = process.env.BENCH_FULL === '1' ? 10_000 : 2_000
const PER_MEMBER = 10
const POSTS = Number(process.env.BENCH_POSTS ?? 300)
/** Those of the trial are others than those of the idle streams: the limit for each member holds here too. */
const IN_TRIAL = 20
const trial = { streamsEach: 50, events: 2_000, cuts: 20 }

await using cluster = await startCluster()
const main = await cluster.create('bench')
const world = await makeWorld({
  ownerUrl: main.ownerUrl,
  threads: 1_000,
  spaces: { public: 2, members: 3, wide: 5, quiet: 3, other: 5 },
  people: IN_TRIAL + STREAMS / PER_MEMBER,
})
const env = { DATABASE_URL: main.url, DATABASE_MIGRATE_URL: main.ownerUrl }
const node = ['--expose-gc', '--max-semi-space-size=8']
await using first = await startServing({ env, node })
await using second = await startServing({ env, node })
const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
console.log(`Two processes on one PostgreSQL. ${loadLine()}\n`)

const place = await findPlace()
const delays = await measureDelays()
const busyBefore = await busy()
const order = await runTrial({
  urls: [first.url, second.url],
  community: COMMUNITY,
  tokens: Array.from({ length: IN_TRIAL }, (_, index) => world.tokenOf(`person${index}`)),
  ...trial,
  write: (last, committed) =>
    holdingWriters({ ownerUrl: main.ownerUrl, place, writers: 8, events: trial.events, holdMax: 50 }, last, committed),
})
const spent = (await busy()) - busyBefore
await using alone = await startServing({ env, node })
const idle = await measureIdle(alone)
report()
agent.destroy()

/** Of both processes, in milliseconds. */
async function busy(): Promise<number> {
  const both = await Promise.all([first, second].map((serving) => serving.usage()))
  return both.reduce((sum, { cpu }) => sum + cpu, 0)
}

async function findPlace(): Promise<Place> {
  const database = await openDatabase({ databaseUrl: main.url, migrateUrl: main.ownerUrl, dataDir: '' })
  const who = { community: COMMUNITY, token: world.tokenOf('person0') }
  const { items } = await call(database.pool, who, 'query', (caller) => caller.discussions.threads({ space: 'members-0' }))
  await database[Symbol.asyncDispose]()
  return { communityId: world.communityId, community: COMMUNITY, spaceId: items[0]!.space.id, threadId: items[0]!.id }
}

async function openStream(serving: Serving, person: number): Promise<IncomingMessage> {
  const asked = request(`${serving.url.replace('localhost', '127.0.0.1')}/c/${COMMUNITY}/live`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.tokenOf(`person${person}`)}`, 'content-type': 'application/json' },
    agent,
  })
  asked.end('{}')
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  if (response.statusCode !== 200) throw new Error(`no stream: ${response.statusCode}`)
  return response
}

/** From the answer to a post, so from its commit, to a reader in the process that took it and to one in the other. Milliseconds. */
async function measureDelays(): Promise<{ same: number[]; other: number[] }> {
  const heard = [new Map<string, number>(), new Map<string, number>()]
  const streams = await Promise.all([first, second].map((serving) => openStream(serving, 0)))
  const waiting = new Set<() => void>()
  for (const [index, stream] of streams.entries())
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      for (const [, post] of chunk.matchAll(/"post":"([^"]+)"/g)) heard[index]!.set(post!, performance.now())
      waiting.forEach((wake) => wake())
    })
  const [same, other]: [number[], number[]] = [[], []]
  for (let count = 0; count < POSTS; count++) {
    const id = uuidv7(Date.now())
    const input = { id, threadId: place.threadId, body: 'Un mot de plus.' }
    const response = await fetch(`${first.url}/c/${COMMUNITY}/trpc/discussions.reply`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.tokenOf('person1')}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    const committed = performance.now()
    if (response.status !== 200) throw new Error(`no post: ${await response.text()}`)
    await response.arrayBuffer()
    while (!heard.every((one) => one.has(id))) await new Promise<void>((resolve) => waiting.add(resolve))
    waiting.clear()
    same.push(heard[0]!.get(id)! - committed)
    other.push(heard[1]!.get(id)! - committed)
  }
  for (const stream of streams) stream.destroy()
  return { same, other }
}

/** What each open and silent stream adds to the memory of its process, after a garbage collection. KiB, and milliseconds of CPU a second for all of them. */
async function measureIdle(serving: Serving): Promise<{ kib: number; cpu: number }> {
  const before = await serving.collected()
  const open: IncomingMessage[] = []
  const wave = 50
  for (let start = 0; start < STREAMS; start += wave)
    open.push(
      ...(await Promise.all(
        Array.from({ length: wave }, (_, index) => openStream(serving, IN_TRIAL + Math.floor((start + index) / PER_MEMBER))),
      )),
    )
  for (const stream of open) stream.resume()
  await serving.collected()
  const after = await serving.collected()
  const start = performance.now()
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  const later = await serving.usage()
  const cpu = ((later.cpu - after.cpu) * 1000) / (performance.now() - start)
  for (const stream of open) stream.destroy()
  return { kib: (after.rss - before.rss) / 1024 / STREAMS, cpu }
}

function report(): void {
  const row = (what: string, times: number[]) => [
    what,
    ...[0.5, 0.95, 0.99].map((share) => fixed(quantile(times, share), 1)),
    String(times.length),
  ]
  const [here, there] = order.delays
  table(
    ['from commit to a listening reader', 'p50 ms', 'p95 ms', 'p99 ms', 'heard'],
    [
      row('one post at a time, reader in the same process', delays.same),
      row('the same, reader in the other process', delays.other),
      row('8 writers who hold their transactions ≤ 50 ms, first process', here!),
      row('the same, second process', there!),
    ],
  )
  console.log(
    `Order of things: ${order.streams} streams on 2 processes, ${trial.events} events, ${order.cuts} cuts and ${order.cutsByServer} by the server: ${order.missed} missed, ${order.doubled} doubled, ${order.outOfOrder} out of order, ${order.unknown} never written, ${order.resyncs} resyncs.`,
  )
  console.log(
    `${STREAMS} idle streams take ${fixed(idle.cpu, 1)} ms of CPU a second; the trial took ${fixed(spent / 1000, 1)} s of CPU of both processes, ${fixed((1000 * spent) / trial.events / order.streams, 0)} µs for each event told.\n`,
  )
  budgets([
    atMost('live p99 across processes, one at a time', 500, quantile(delays.other, 0.99), ' ms', 0),
    atMost('live p99 of the whole trial, cuts included', 500, quantile(order.delays.flat(), 0.99), ' ms', 0),
    atMost('missed and doubled', 0, order.missed + order.doubled + order.outOfOrder + order.unknown, '', 0),
    atMost(`idle stream (of ${STREAMS})`, 28, idle.kib, ' KiB', 1),
  ])
  console.log(loadLine())
}

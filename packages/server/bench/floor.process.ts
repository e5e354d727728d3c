import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cpuUsage, memoryUsage, resourceUsage } from 'node:process'
import { deserialize } from 'node:v8'
import pg from 'pg'
import type { Usage } from '../test/order/serving.ts'
import type { Flight } from './statements.ts'

/** What a floor does: the statements of the product, replayed in flights as they went. */
export interface FloorPlan {
  memory: Buffer
  read: Flight[]
  post: Flight[]
  /** The id in `post` that each request replaces by its own. */
  postId: string
}

const plan = deserialize(readFileSync(process.env.FLOOR_PLAN!)) as FloorPlan
const poolOf = (connectionString: string) =>
  new pg.Pool({ connectionString, max: 16, options: '-c plan_cache_mode=force_generic_plan', pipeline: true } as pg.PoolConfig)
const readPool = poolOf(process.env.DATABASE_URL!)
const postPool = poolOf(process.env.POST_DATABASE_URL!)

/** The longest list of rows is the answer. */
async function replay(pool: pg.Pool, flights: Flight[], swap: (value: unknown) => unknown): Promise<unknown[]> {
  let answer: unknown[] = []
  const client = await pool.connect()
  try {
    for (const flight of flights) {
      const sent = flight.map(({ name, text, values }) =>
        client.query({ ...(name === undefined ? {} : { name }), text, values: values.map(swap) }),
      )
      for (const { rows } of await Promise.all(sent)) if (rows.length >= answer.length) answer = rows
    }
  } finally {
    client.release()
  }
  return answer
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function send(res: ServerResponse, body: Buffer): void {
  res.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length })
  res.end(body)
}

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (req.url === '/memory') return send(res, plan.memory)
  const body = await bodyOf(req)
  if (req.url === '/read') return send(res, Buffer.from(JSON.stringify(await replay(readPool, plan.read, (value) => value))))
  const { id } = JSON.parse(body) as { id: string }
  const swap = (value: unknown): unknown => {
    if (value === plan.postId) return id
    return Array.isArray(value) ? value.map(swap) : value
  }
  send(res, Buffer.from(JSON.stringify(await replay(postPool, plan.post, swap))))
}

const server = createServer((req, res) => {
  answer(req, res).catch((error: unknown) => {
    console.error(error)
    res.writeHead(500).end()
  })
})
server.listen(0, '127.0.0.1', () => process.send!({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }))
process.on('message', () => {
  const { user, system } = cpuUsage()
  const usage: Usage = { cpu: (user + system) / 1000, rss: memoryUsage.rss(), rssPeak: resourceUsage().maxRSS * 1024 }
  process.send!(usage)
})
process.once('disconnect', () => process.exit())

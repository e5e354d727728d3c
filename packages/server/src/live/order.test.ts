import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caller } from '../../test/caller.ts'
import { engine } from '../../test/database.ts'
import { openStream } from '../../test/live-reader.ts'
import { startServing } from '../../test/order/serving.ts'
import { grantSession } from '../../test/order/sessions.ts'
import { append, holdingWriters, runTrial, type Place } from '../../test/order/trial.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'

let server: TestServer
let place: Place
let tokens: string[]
const seed = communitySeed()
const community = seed.slug
/** Both pools of the test's database; where there is no second process, there is nothing to open. */
const addresses = () => ({
  databaseUrl: server.database.pool.options.connectionString!,
  ownerUrl: server.database.ownerPool.options.connectionString!,
})

beforeAll(async () => {
  server = await testServer()
  await server.server.seed(seed)
  const space = await server.owner
    .selectFrom('space')
    .select(['id', 'community_id as communityId'])
    .where('slug', '=', 'entraide')
    .executeTakeFirstOrThrow()
  place = { communityId: space.communityId, community, spaceId: space.id, threadId: randomUUID() }
  const members = await server.owner
    .selectFrom('member')
    .select('id')
    .where('status', '=', 'active')
    .where('name', 'in', ['Fatou', 'Kim', 'Josée'])
    .execute()
  tokens = await Promise.all(members.map(({ id }) => grantSession(server.owner, place.communityId, id)))
})
afterAll(() => server?.[Symbol.asyncDispose]())

const whole = { missed: 0, unknown: 0, doubled: 0, outOfOrder: 0, resyncs: 0 }

describe('one order of things', () => {
  test('nothing is missed and nothing is told twice through cuts', { timeout: 120_000 }, async () => {
    const [streamsEach, events, cuts] = [10, 60, 5]
    const { data: thread } = await caller(server.url, community, { tokens: { access: tokens[0]! } as never }).mutate(
      'discussions.createThread',
      { id: uuidv7(Date.now()), space: 'entraide', kind: 'question', title: 'T', body: 'B' },
    )
    // its word is told before the trial begins, not in it
    const unstamped = () => server.owner.selectFrom('activity').select('id').where('seq', 'is', null).execute()
    await expect.poll(async () => (await unstamped()).length).toBe(0)
    const result = await runTrial({
      urls: [server.url],
      community,
      tokens,
      streamsEach,
      events,
      cuts,
      async write(last, committed) {
        const reply = async (access: string, id: string) => {
          const writer = caller(server.url, community, { tokens: { access } as never })
          const { status } = await writer.mutate('discussions.reply', { id, threadId: thread.id, body: 'B' })
          expect(status).toBe(200)
          committed(id)
        }
        const each = async (access: string) => {
          for (let count = 0; count < events / tokens.length; count++) await reply(access, randomUUID())
        }
        await Promise.all(tokens.map(each))
        await reply(tokens[0]!, last)
      },
    })
    expect(result).toMatchObject({ ...whole, streams: streamsEach, cuts: streamsEach * cuts })
  })

  // PGlite has one connection: no two transactions are open at once there, and no second process can open its folder.
  test.skipIf(engine !== 'postgres')(
    'the same on two processes, under writers who commit in another order than they began',
    { timeout: 120_000 },
    async () => {
      const { databaseUrl, ownerUrl } = addresses()
      const env = { DATABASE_URL: databaseUrl, DATABASE_MIGRATE_URL: ownerUrl }
      await using first = await startServing({ env })
      await using second = await startServing({ env })
      const [streamsEach, events, cuts] = [10, 300, 5]
      const result = await runTrial({
        urls: [first.url, second.url],
        community,
        tokens,
        streamsEach,
        events,
        cuts,
        write: (last, committed) => holdingWriters({ ownerUrl, place, writers: 8, events, holdMax: 50 }, last, committed),
      })
      expect(result).toMatchObject({ ...whole, streams: 2 * streamsEach, cuts: 2 * streamsEach * cuts })
    },
  )

  // Needs two transactions open at once, which PGlite does not have.
  test.skipIf(engine !== 'postgres')('a reader whose cursor is a plain id would miss what commits late', async () => {
    const { ownerUrl } = addresses()
    await using stream = await openStream(server.url, community, tokens[0]!)
    await stream.next('ready')
    const naive = naiveReader()
    await naive.read()
    await using slow = await open(ownerUrl)
    await using quick = await open(ownerUrl)
    const [early, late] = [randomUUID(), randomUUID()]
    await append(slow.client, place, early) // takes the lower id, commits last
    await append(quick.client, place, late)
    await quick.client.query('commit')
    expect((await stream.next('post.created')).post).toBe(late)
    expect(await naive.read()).toEqual([late])
    await slow.client.query('commit')
    expect((await stream.next('post.created')).post).toBe(early)
    expect(await naive.read(), 'the plain id went by it for ever').toEqual([])
  })
})

/** What a reader would be who takes the journal's own ids for its order. */
function naiveReader() {
  let cursor = '0'
  return {
    async read(): Promise<(string | null)[]> {
      const rows = await server.owner
        .selectFrom('activity')
        .select(['id', 'subject_id as post'])
        .where('id', '>', cursor)
        .orderBy('id')
        .execute()
      cursor = rows.at(-1)?.id ?? cursor
      return rows.map(({ post }) => post)
    },
  }
}

async function open(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  await client.query('begin')
  return { client, [Symbol.asyncDispose]: () => client.end() }
}

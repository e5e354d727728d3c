import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { askCode, enter as signIn } from '../../test/asked-code.ts'
import { caller } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { sweepOnce } from '../jobs/sweep.ts'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

const sweep = () => sweepOnce(server.database.pool, server.clock)
/** To an hour of the day, counted from where days begin, of a day that has not begun yet. */
const tomorrowAt = (hours: number) => {
  const now = server.clock.now()
  server.clock.advance(Math.ceil((now - 8 * HOUR) / DAY) * DAY + 8 * HOUR + hours * HOUR - now)
}
const nothing = { asked: 0, entered: 0, wrong: 0, silent: 0, unknown: 0, proofs: 0, proved: 0 }

async function makeCommunity() {
  const seed = communitySeed()
  await server.server.seed(seed)
  const address = (key: string) => `${key}@${seed.slug}.example`
  const stranger = caller(server.url, seed.slug)
  const ask = (key: string) => askCode(server, seed.slug, address(key))
  const enter = (loginId: string, code: string) => stranger.mutate('auth.signIn', { loginId, code })
  const as = (key: string) => signIn(server, seed.slug, address(key))
  const facilitator = () => as('facilitator')
  const days = () =>
    server.owner
      .selectFrom('sign_in_day as d')
      .innerJoin('community as c', 'c.id', 'd.community_id')
      .selectAll('d')
      .where('c.slug', '=', seed.slug)
      .execute()
  return { seed, address, stranger, ask, enter, as, facilitator, days }
}
/** A code that is not the one that was mailed. */
const other = (code: string) => (code === '00000000' ? '11111111' : '00000000')

describe('R111: how coming in went', () => {
  test('is counted once the day is over: who came in, who typed a wrong code, who typed none, and addresses that open nothing', async () => {
    tomorrowAt(1)
    const { address, ask, enter, facilitator, days, stranger } = await makeCommunity()
    // asks twice, enters once: one try that ended well
    await ask('member')
    const { loginId, code } = await ask('member')
    expect((await enter(loginId, other(code))).error?.code).toBe('invalid')
    expect((await enter(loginId, code)).status).toBe(200)
    const mistaken = await ask('other')
    expect((await enter(mistaken.loginId, other(mistaken.code))).error?.code).toBe('invalid')
    await ask('restricted')
    for (const key of ['nobody', 'suspended'])
      expect((await stranger.mutate('auth.requestCode', { email: address(key) })).status).toBe(200)
    await sweep()
    // nothing of a day that goes on
    expect(await days()).toEqual([])
    tomorrowAt(1)
    await sweep()
    const person = await facilitator()
    const counted = { asked: 6, entered: 1, wrong: 1, silent: 1, unknown: 2, proofs: 0, proved: 0 }
    expect((await person.query('auth.signIns')).data).toEqual(counted)
    // counted once, however often it is swept, and when the codes are gone
    server.clock.advance(12 * HOUR)
    await sweep()
    await sweep()
    const again = await facilitator()
    expect((await again.query('auth.signIns')).data).toEqual(counted)
  })

  test('holds codes that confirm something apart', async () => {
    tomorrowAt(2)
    const { facilitator } = await makeCommunity()
    const person = await facilitator()
    const before = server.mails.length
    const { loginId } = (await person.mutate('auth.requestProof')).data
    const code = await vi.waitFor(() => {
      expect(server.mails.length).toBeGreaterThan(before)
      return server.mails[0]!.code
    })
    expect((await person.mutate('auth.prove', { loginId, code })).status).toBe(200)
    tomorrowAt(1)
    await sweep()
    const { data } = await (await facilitator()).query('auth.signIns')
    expect(data).toEqual({ ...nothing, asked: 1, entered: 1, proofs: 1, proved: 1 })
  })

  test('holds no person: a row is a community, a day and numbers', async () => {
    const { rows } = await sql<{ name: string; type: string }>`select column_name as name, data_type as type
      from information_schema.columns where table_name = 'sign_in_day' order by ordinal_position`.execute(server.owner)
    expect(rows.slice(0, 2)).toEqual([
      { name: 'community_id', type: 'uuid' },
      { name: 'day', type: 'date' },
    ])
    expect(new Set(rows.slice(2).map(({ type }) => type))).toEqual(new Set(['integer']))
  })

  test('is told for seven days, kept for thirteen months, and forgotten then', async () => {
    tomorrowAt(1)
    const { ask, facilitator, days } = await makeCommunity()
    await ask('member')
    tomorrowAt(1)
    await sweep()
    const told = async () => (await (await facilitator()).query('auth.signIns')).data
    expect(await told()).toEqual({ ...nothing, asked: 1, silent: 1 })
    server.clock.advance(6 * DAY)
    expect(await told()).toEqual({ ...nothing, asked: 1, silent: 1 })
    server.clock.advance(DAY)
    expect(await told()).toEqual(nothing)
    server.clock.advance(387 * DAY)
    await sweep()
    const [first] = await days()
    expect(first).toMatchObject({ asked: 1, silent: 1 })
    server.clock.advance(3 * DAY)
    await sweep()
    expect((await days()).map(({ silent }) => silent)).not.toContain(1)
  })

  test('can not be read by a stranger, a member, who waits, or who facilitates elsewhere', async () => {
    tomorrowAt(1)
    const { seed, stranger, ask, as } = await makeCommunity()
    const elsewhere = await makeCommunity()
    await ask('restricted')
    tomorrowAt(1)
    await sweep()
    expect((await stranger.query('auth.signIns')).error?.code).toBe('unauthorized')
    for (const key of ['member', 'pending']) expect((await (await as(key)).query('auth.signIns')).error?.code).toBe('forbidden')
    const intruder = await elsewhere.facilitator()
    expect((await intruder.query('auth.signIns')).data).toEqual(nothing)
    const across = caller(server.url, seed.slug, { tokens: intruder.tokens })
    expect((await across.query('auth.signIns')).error?.code).toBe('unauthorized')
  })
})

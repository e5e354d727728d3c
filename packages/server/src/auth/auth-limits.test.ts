import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askCode } from '../../test/asked-code.ts'
import { asking } from '../../test/asking-to-join.ts'
import { caller } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { createAuthLimits } from './auth-limits.ts'

const HOUR = 60 * 60 * 1000

describe('limits', () => {
  const spent = async (
    limits: ReturnType<typeof createAuthLimits>,
    times: number,
    keys: (n: number) => { network: string; site: string; community: string },
  ) => {
    const outcomes = await Promise.allSettled(Array.from({ length: times }, (_, n) => limits.spend('requestCode', keys(n))))
    return outcomes.filter(({ status }) => status === 'fulfilled').length
  }

  test.each([
    [30, 'network', (n: number) => ({ network: '192.0.2.1', site: `${n}`, community: `${n}` })],
    [300, 'site', (n: number) => ({ network: `${n}`, site: 's', community: `${n}` })],
    [600, 'community', (n: number) => ({ network: `${n}`, site: `${n}`, community: 'c' })],
  ] as const)('%i codes an hour for one %s', async (most, _what, keys) => {
    expect(await spent(createAuthLimits(), most + 20, keys)).toBe(most)
  })

  test('say how long to wait, and count each kind of call by itself', async () => {
    const limits = createAuthLimits()
    const keys = { network: '192.0.2.1', site: 's', community: 'c' }
    await spent(limits, 30, () => keys)
    const refusal = await limits.spend('requestCode', keys).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'rate_limited' })
    expect((refusal as { retryAfter: number }).retryAfter).toBeGreaterThan(3500)
    await expect(limits.spend('signIn', keys)).resolves.toBeUndefined()
  })
})

describe('codes for one address', () => {
  let server: TestServer
  const shared = 'partout@maison.example'
  const member = { key: 'shared', name: 'Noor', email: shared }
  const seeds = [communitySeed(), communitySeed()].map((seed) => ({ ...seed, members: [...seed.members, member] }))
  const [first, second] = seeds.map(({ slug }) => slug) as [string, string]
  beforeAll(async () => {
    server = await testServer({ CERCLE_RATE_LIMITS: 'on' })
    for (const seed of seeds) await server.server.seed(seed)
  })
  afterAll(() => server?.[Symbol.asyncDispose]())
  const ask = (community: string, email: string) => caller(server.url, community).mutate('auth.requestCode', { email })

  test('are five an hour over all communities, known or not, however many ask at once', async () => {
    for (const email of [shared, 'personne@maison.example']) {
      const answers = await Promise.all([first, second, first, second, first, second, first].map((slug) => ask(slug, email)))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(5)
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(2)
      const refused = await ask(second, email.toUpperCase())
      expect(refused.error).toMatchObject({ code: 'rate_limited', httpStatus: 429 })
      expect(refused.error!.retryAfter).toBeGreaterThan(3500)
      expect(refused.error!.retryAfter).toBeLessThanOrEqual(3600)
      expect(refused.headers.get('retry-after')).toBe(String(refused.error!.retryAfter))
    }
    expect(server.mails).toHaveLength(5)
  })

  test('are given again after an hour, and the last ones given work', async () => {
    server.clock.advance(HOUR)
    const { loginId, code } = await askCode(server, second, shared)
    expect((await caller(server.url, second).mutate('auth.signIn', { loginId, code })).status).toBe(200)
  })

  test('are tried 60 times in a quarter of an hour from one network, over HTTP', async () => {
    const guess = { loginId: '0193a5c0-0000-7000-8000-000000000000', code: '00000000' }
    const answers = []
    for (let tries = 0; tries < 61; tries++) answers.push((await caller(server.url, first).mutate('auth.signIn', guess)).status)
    expect(answers.slice(0, 59)).toEqual(Array.from({ length: 59 }, () => 400))
    expect(answers.slice(59)).toEqual([429, 429])
  })

  test('of askings to come in are five an hour too, whether the address is a member’s or nobody’s', async () => {
    for (const email of [`member@${first}.example`, 'inconnue@maison.example']) {
      const statuses: number[] = []
      for (let time = 0; time < 6; time++) {
        const { status } = await caller(server.url, first).mutate('joining.ask', asking(email))
        statuses.push(status)
      }
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    }
  })
})

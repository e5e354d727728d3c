import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { enter } from '../../test/asked-code.ts'
import { caller, type Caller, type CallerOptions } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import type { Tokens } from './auth.schema.ts'
import { familyIn, hashOf } from './tokens.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE

let server: TestServer
const seed = communitySeed()
const twin = communitySeed()
const c = seed.slug
let siteA: string
let siteB: string

beforeAll(async () => {
  server = await testServer()
  await server.server.seed(seed)
  await server.server.seed(twin)
  const sites = await server.owner
    .selectFrom('site')
    .innerJoin('community', 'community.id', 'site.community_id')
    .where('community.slug', '=', c)
    .select(['site.id', 'site.name'])
    .execute()
  siteA = sites.find(({ name }) => name === 'Site A')!.id
  siteB = sites.find(({ name }) => name === 'Site B')!.id
})
afterAll(() => server?.[Symbol.asyncDispose]())

const person = (name: string, options?: CallerOptions) => enter(server, c, `${name}@${c}.example`, options)
const withTokens = (tokens: Tokens, options: CallerOptions = {}) => caller(server.url, c, { ...options, tokens })
const refresh = (token: string, options: CallerOptions = {}, community = c) =>
  caller(server.url, community, options).mutate('auth.refresh', { refresh: token })
/** What the next call of this access token gives: `200`, or the code of its refusal. */
const standing = async (who: Caller) => {
  const { status, error } = await who.query('communities.current')
  return error?.code ?? status
}
const sessionOf = ({ refresh: token }: Tokens) =>
  server.owner
    .selectFrom('session')
    .where('family_hash', '=', hashOf(familyIn(token)!))
    .selectAll()
    .executeTakeFirstOrThrow()

describe('a session', () => {
  test('is worth nothing on another site, outside sites, or in another community', async () => {
    const { tokens } = await person('member', { site: siteA })
    expect(await standing(withTokens(tokens!, { site: siteA }))).toBe(200)
    expect(await standing(withTokens(tokens!, { site: siteB }))).toBe('unauthorized')
    expect(await standing(withTokens(tokens!))).toBe('unauthorized')
    expect(await standing(caller(server.url, twin.slug, { tokens: tokens!, site: siteA }))).toBe('unauthorized')
    const refused = [
      await refresh(tokens!.refresh, { site: siteB }),
      await refresh(tokens!.refresh),
      await refresh(tokens!.refresh, { site: siteA }, twin.slug),
    ]
    expect(refused.map(({ error }) => error?.code)).toEqual(['unauthorized', 'unauthorized', 'unauthorized'])
    expect((await refresh(tokens!.refresh, { site: siteA })).data).toMatchObject({ raced: false })
    expect((await refresh(tokens!.refresh, { site: siteB })).error?.code).toBe('unauthorized')
    expect((await refresh(tokens!.refresh, { site: siteA })).data).toEqual({ raced: true })
  })

  test('shows, ends and signs out nothing from another site', async () => {
    const { tokens } = await person('member', { site: siteA })
    const elsewhere = withTokens(tokens!, { site: siteB })
    const answers = [
      await elsewhere.query('auth.devices'),
      await elsewhere.mutate('auth.revoke', {}),
      await elsewhere.mutate('auth.signOut', { refresh: tokens!.refresh }),
    ]
    expect(answers.map(({ error }) => error?.code)).toEqual(['unauthorized', 'unauthorized', 'unauthorized'])
    expect(await standing(withTokens(tokens!, { site: siteA }))).toBe(200)
  })

  test('on a site is refused to a page of another origin', async () => {
    const { tokens } = await person('member', { site: siteA })
    for (const origin of ['https://a.example', 'null', null]) {
      expect((await refresh(tokens!.refresh, { site: siteA, origin })).error?.code).toBe('unauthorized')
    }
  })

  test('gives the frame of another site, a page without origin or none of ours a refusal everywhere, and not a byte of what it asks', async () => {
    const { tokens } = await person('member', { site: siteA })
    const own = withTokens(tokens!, { site: siteA })
    const thread = await own.mutate('discussions.createThread', {
      id: randomUUID(),
      space: 'accueil',
      kind: 'news',
      title: 'canarisite',
      body: 'canarisite',
    })
    const asked: [string, unknown?][] = [
      ['communities.current'],
      ['spaces.list'],
      ['discussions.threads', {}],
      ['discussions.thread', { id: thread.data.id }],
      ['discussions.source', { id: thread.data.id }],
      ['auth.devices'],
      ['discussions.markRead', { id: thread.data.id }],
    ]
    const from: CallerOptions[] = [
      { site: siteB },
      { site: siteA, origin: 'null' },
      { site: siteA, origin: null },
      { site: siteA, origin: 'https://a.example' },
      { site: siteA, origin: 'https://b.example' },
      { site: siteA, origin: server.url.replace('localhost', '127.0.0.1') },
    ]
    for (const [path, input] of asked) {
      expect((await own.query(path, input)).error, path).toBeUndefined()
      const refused = await Promise.all(from.map((options) => withTokens(tokens!, options).query(path, input)))
      expect(refused.map(({ status }) => status)).toEqual(from.map(() => 401))
      expect(new Set(refused.map(({ text }) => text)).size, path).toBe(1)
      for (const { data, error, text } of refused) {
        expect([data, error?.code], path).toEqual([undefined, 'unauthorized'])
        expect(text).not.toMatch(/canari|member@|Accueil/)
      }
    }
  })

  test('needs new tokens after 10 minutes; the old access token ends at once', async () => {
    const who = await person('member')
    const { data } = await refresh(who.tokens!.refresh)
    expect(await standing(who)).toBe('unauthorized')
    const again = withTokens(data.tokens)
    expect(await standing(again)).toBe(200)
    server.clock.advance(10 * MINUTE)
    expect(await standing(again)).toBe('unauthorized')
    expect((await refresh(data.tokens.refresh)).data.raced).toBe(false)
  })

  test('ends after 30 days without use', async () => {
    const { tokens } = await person('member')
    server.clock.advance(30 * DAY)
    expect((await refresh(tokens!.refresh)).error?.code).toBe('unauthorized')
  })

  test('ends 90 days after signing in, however much it is used', async () => {
    let { tokens } = await person('member')
    const end = (await sessionOf(tokens!)).absolute_expires_at
    for (const days of [29, 29, 29]) {
      server.clock.advance(days * DAY)
      tokens = (await refresh(tokens!.refresh)).data.tokens
    }
    expect(tokens!.refreshExpiresAt).toBe(end.toISOString())
    server.clock.advance(3 * DAY)
    expect((await refresh(tokens!.refresh)).error?.code).toBe('unauthorized')
  })
})

describe('a refresh token that was replaced', () => {
  test('within 10 seconds is a race: nothing is minted and nothing ends', async () => {
    const { tokens } = await person('member')
    const { data } = await refresh(tokens!.refresh)
    const raced = await refresh(tokens!.refresh)
    expect(raced.data).toEqual({ raced: true })
    expect(await standing(withTokens(data.tokens))).toBe(200)
    expect((await refresh(data.tokens.refresh)).data.raced).toBe(false)
  })

  test('later is a reuse: the session ends for whoever holds it', async () => {
    const { tokens } = await person('member')
    const { data } = await refresh(tokens!.refresh)
    server.clock.advance(11 * SECOND)
    expect((await refresh(tokens!.refresh)).error?.code).toBe('unauthorized')
    expect(await standing(withTokens(data.tokens))).toBe('unauthorized')
    expect((await refresh(data.tokens.refresh)).error?.code).toBe('unauthorized')
  })

  test('several rotations ago ends the session too', async () => {
    const { tokens } = await person('member')
    let newest = tokens!
    for (let rotations = 0; rotations < 3; rotations++) newest = (await refresh(newest.refresh)).data.tokens
    expect((await refresh(tokens!.refresh)).error?.code).toBe('unauthorized')
    expect((await refresh(newest.refresh)).error?.code).toBe('unauthorized')
    expect((await sessionOf(newest)).revoked_at).not.toBeNull()
  })

  test('presented 50 times at once: one success, 49 races, no session ended', async () => {
    const { tokens } = await person('member')
    const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(tokens!.refresh)))
    const won = answers.filter(({ data }) => data?.raced === false)
    expect(won).toHaveLength(1)
    expect(answers.filter(({ data }) => data?.raced === true)).toHaveLength(49)
    expect(await standing(withTokens(won[0]!.data.tokens))).toBe(200)
    expect((await sessionOf(tokens!)).revoked_at).toBeNull()
  })

  test('never minted here is refused without a trace', async () => {
    const forged = [randomBytes(48).toString('base64url'), randomBytes(32).toString('base64url'), '', 'é'.repeat(64)]
    for (const token of forged) expect((await refresh(token)).error?.code).toBe('unauthorized')
    expect((await refresh('a'.repeat(101))).error).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'refresh', reason: 'too_long' }],
    })
  })
})

describe('what others may learn of a session', () => {
  test('its id, and its hashes, in the place of its secret, neither refresh nor end it', async () => {
    const who = await person('member')
    const { id, family_hash, refresh_hash } = await sessionOf(who.tokens!)
    const beginnings = [Buffer.from(id.replaceAll('-', ''), 'hex'), family_hash.subarray(0, 16), refresh_hash.subarray(0, 16)]
    for (const beginning of beginnings) {
      const forged = Buffer.concat([beginning, randomBytes(32)]).toString('base64url')
      expect((await refresh(forged)).error?.code).toBe('unauthorized')
      expect((await caller(server.url, c).mutate('auth.signOut', { refresh: forged })).error?.code).toBe('unauthorized')
    }
    expect(await standing(who)).toBe(200)
    expect((await refresh(who.tokens!.refresh)).data.raced).toBe(false)
  })
})

describe('a person who may not come in any more', () => {
  const setStatus = (status: 'suspended' | 'removed' | 'active') =>
    server.owner.updateTable('member').set({ status }).where('name', '=', 'Kim').execute()
  const setOrganisation = (removed_at: Date | null) =>
    server.owner.updateTable('organisation').set({ removed_at }).where('name', '=', 'Maison Lumen').execute()

  test.each(['suspended', 'removed'] as const)(
    'is out at the next call once %s, and her session is over for good',
    async (status) => {
      const who = await person('other')
      await setStatus(status)
      const answers = [
        await standing(who),
        (await who.query('auth.devices')).error?.code,
        (await refresh(who.tokens!.refresh)).error?.code,
      ]
      await setStatus('active')
      expect(answers).toEqual(['unauthorized', 'unauthorized', 'unauthorized'])
      expect((await sessionOf(who.tokens!)).revoked_at).not.toBeNull()
      expect((await refresh(who.tokens!.refresh)).error?.code).toBe('unauthorized')
    },
  )

  test('is out with her organisation', async () => {
    const who = await person('member')
    await setOrganisation(new Date())
    const answers = [await standing(who), (await refresh(who.tokens!.refresh)).error?.code]
    await setOrganisation(null)
    expect(answers).toEqual(['unauthorized', 'unauthorized'])
    expect(await standing(who)).toBe('unauthorized')
  })
})

describe('signing out', () => {
  test('ends this session at the next call, by its access token', async () => {
    const [here, there] = [await person('member'), await person('member')]
    expect((await here.mutate('auth.signOut', {})).data).toEqual({ done: true })
    expect(await standing(here)).toBe('unauthorized')
    expect((await refresh(here.tokens!.refresh)).error?.code).toBe('unauthorized')
    expect(await standing(there)).toBe(200)
  })

  test('also when the access token is over, by the refresh token; twice is once', async () => {
    const { tokens } = await person('member')
    server.clock.advance(11 * MINUTE)
    const out = (more: object) => withTokens(tokens!).mutate('auth.signOut', more)
    expect((await out({})).error?.code).toBe('unauthorized')
    expect((await out({ refresh: tokens!.refresh })).data).toEqual({ done: true })
    expect((await out({ refresh: tokens!.refresh })).data).toEqual({ done: true })
    expect((await refresh(tokens!.refresh)).error?.code).toBe('unauthorized')
  })

  test('is refused to whoever holds no token of a session here', async () => {
    const { tokens } = await person('member', { site: siteA })
    const stranger = caller(server.url, c)
    for (const input of [{}, { refresh: randomBytes(48).toString('base64url') }, { refresh: tokens!.refresh }]) {
      expect((await stranger.mutate('auth.signOut', input)).error?.code).toBe('unauthorized')
    }
    expect(await standing(withTokens(tokens!, { site: siteA }))).toBe(200)
  })
})

describe('devices', () => {
  beforeEach(() => server.owner.deleteFrom('session').execute())

  test('are the viewer’s own sessions that are not over, on every site, last used first', async () => {
    await person('member')
    server.clock.advance(31 * DAY)
    const onA = await person('member', { site: siteA })
    await person('other')
    server.clock.advance(MINUTE)
    const here = await person('member')
    const gone = await person('member', { site: siteB })
    await gone.mutate('auth.signOut', {})
    const { data } = await here.query('auth.devices')
    expect(data.items).toEqual([
      {
        id: (await sessionOf(here.tokens!)).id,
        site: null,
        signedInAt: expect.any(String),
        lastUsedAt: expect.any(String),
        current: true,
      },
      {
        id: (await sessionOf(onA.tokens!)).id,
        site: 'Site A',
        signedInAt: expect.any(String),
        lastUsedAt: expect.any(String),
        current: false,
      },
    ])
  })

  test('are refused without a session', async () => {
    expect((await caller(server.url, c).query('auth.devices')).error?.code).toBe('unauthorized')
    expect((await caller(server.url, c).mutate('auth.revoke', {})).error?.code).toBe('unauthorized')
  })

  test('are ended one by one, from the next call on', async () => {
    const [here, there] = [await person('member', { site: siteA }), await person('member')]
    const { id } = await sessionOf(there.tokens!)
    expect((await here.mutate('auth.revoke', { id })).data).toEqual({ done: true })
    expect([await standing(there), await standing(here)]).toEqual(['unauthorized', 200])
    expect((await here.query('auth.devices')).data.items).toHaveLength(1)
  })

  test('are ended all but this one', async () => {
    const [here, there, kim] = [await person('member'), await person('member', { site: siteA }), await person('other')]
    expect((await here.mutate('auth.revoke', {})).data).toEqual({ done: true })
    expect([await standing(here), await standing(there), await standing(kim)]).toEqual([200, 'unauthorized', 200])
  })

  test('of somebody else do not exist, to the byte, and stay', async () => {
    const [here, kim] = [await person('member'), await person('other')]
    const elsewhere = await enter(server, twin.slug, `member@${twin.slug}.example`)
    const answers = []
    const theirs = [await sessionOf(kim.tokens!), await sessionOf(elsewhere.tokens!)]
    for (const id of [...theirs.map((session) => session.id), randomUUID()]) {
      answers.push((await here.mutate('auth.revoke', { id })).text)
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('not_found')
    expect([await standing(kim), await standing(elsewhere)]).toEqual([200, 200])
  })
})

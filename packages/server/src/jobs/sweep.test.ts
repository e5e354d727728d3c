import { randomBytes, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { MovableClock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { ownerDb } from '../db/migrate.ts'
import type { Tables } from '../db/tables.ts'
import type { Logger } from '../logger.ts'
import { startSweep, sweepOnce } from './sweep.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Time stands still unless a test moves it. */
const startedAt = Date.now()

let database: Database
let db: Kysely<Tables>
beforeAll(async () => {
  database = await testDatabase()
  db = ownerDb(database)
})
afterAll(() => database[Symbol.asyncDispose]())

/** A community of its own, with a member and a space, for each test; each sweeps what the one before left. */
let communityId: string
let memberId: string
let spaceId: string
let clock: MovableClock
beforeEach(async () => {
  ;[communityId, memberId, spaceId] = [randomUUID(), randomUUID(), randomUUID()]
  clock = new MovableClock({ now: () => startedAt })
  const personId = randomUUID()
  const created_at = new Date(clock.now())
  const community = { id: communityId, slug: communityId, name: 'C', language: 'fr-CA', time_zone: 'America/Toronto' } as const
  await db.deleteFrom('thread').execute()
  await db
    .insertInto('community')
    .values({ ...community, reactions: '[]', created_at })
    .execute()
  await db
    .insertInto('person')
    .values({ id: personId, email: `${personId}@maison.example`, created_at })
    .execute()
  const member = { community_id: communityId, id: memberId, person_id: personId, organisation_id: null, name: 'Léa', created_at }
  await db
    .insertInto('member')
    .values({ ...member, status: 'active' })
    .execute()
  const space = { community_id: communityId, id: spaceId, slug: 's', name: 'S', position: 0, retention_days: null }
  await db
    .insertInto('space')
    .values({ ...space, level: 'members' })
    .execute()
})

const later = (milliseconds: number) => new Date(clock.now() + milliseconds)
type Swept = 'login' | 'session' | 'thread' | 'post' | 'revision' | 'reaction' | 'withdrawal' | 'mail_queue' | 'mail_stop'
const count = async (table: Swept) => {
  const { n } = await db
    .selectFrom(table)
    .where('community_id', '=', communityId)
    .select((q) => q.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

async function insertLogin(expires_at: Date) {
  const hashes = { email_hash: randomBytes(32), code_hash: randomBytes(32) }
  const times = { created_at: later(0), expires_at, used_at: null }
  await db
    .insertInto('login')
    .values({ community_id: communityId, id: randomUUID(), site_id: null, person_id: null, ...hashes, ...times })
    .execute()
}

async function insertSession(absolute_expires_at: Date, revoked_at: Date | null) {
  const hashes = {
    access_hash: randomBytes(32),
    family_hash: randomBytes(32),
    refresh_hash: randomBytes(32),
    previous_refresh_hash: null,
  }
  const times = { access_expires_at: later(0), rotated_at: later(0), idle_expires_at: absolute_expires_at, created_at: later(0) }
  await db
    .insertInto('session')
    .values({
      community_id: communityId,
      id: randomUUID(),
      member_id: memberId,
      site_id: null,
      absolute_expires_at,
      revoked_at,
      ...hashes,
      ...times,
    })
    .execute()
}

/** A post with a revision and a reaction; withdrawn when it says until when it can be put back. */
async function insertPost(threadId: string, id: string, { until, gone = false }: { until?: Date; gone?: boolean } = {}) {
  const at = later(0)
  const place = { community_id: communityId, space_id: spaceId }
  const post = {
    ...place,
    id,
    thread_id: threadId,
    author_id: memberId,
    source: until ? '' : 'texte',
    body: '[]',
    input_hash: randomBytes(32),
  }
  await db
    .insertInto('post')
    .values({ ...post, created_at: at, edited_at: null, withdrawn_at: until ? at : null, gone })
    .execute()
  await db
    .insertInto('revision')
    .values({ ...place, id: randomUUID(), post_id: id, title: null, body: '["secret"]', replaced_at: at })
    .execute()
  await db
    .insertInto('reaction')
    .values({ ...place, post_id: id, key: 'merci', member_id: memberId, created_at: at })
    .execute()
  if (until) {
    const text = { title: 'secret', excerpt: 'secret', source: 'secret', body: '["secret"]' }
    await db
      .insertInto('withdrawal')
      .values({ community_id: communityId, post_id: id, author_id: memberId, ...text, restorable_until: until })
      .execute()
  }
}

async function insertThread(opening: Parameters<typeof insertPost>[2] = {}) {
  const id = randomUUID()
  const at = later(0)
  const thread = { community_id: communityId, id, space_id: spaceId, author_id: memberId, title: 't', excerpt: 'e' }
  await db
    .insertInto('thread')
    .values({ ...thread, kind: 'question', created_at: at, last_activity_at: at, pinned_at: null, gone: opening.gone ?? false })
    .execute()
  await insertPost(id, id, opening)
  return id
}

describe('a sweep', () => {
  test('erases codes a day after their end, no sooner', async () => {
    await insertLogin(later(0))
    clock.advance(DAY)
    expect(await sweepOnce(database.pool, clock)).toMatchObject({ logins: 0 })
    clock.advance(1)
    await insertLogin(later(0))
    expect(await sweepOnce(database.pool, clock)).toMatchObject({ logins: 1 })
    expect(await count('login')).toBe(1)
  })

  test('erases sessions at their absolute end, and 30 days after they were revoked', async () => {
    await insertSession(later(90 * DAY), null)
    await insertSession(later(90 * DAY), later(0))
    clock.advance(30 * DAY)
    expect(await sweepOnce(database.pool, clock)).toMatchObject({ sessions: 0 })
    clock.advance(1)
    expect(await sweepOnce(database.pool, clock)).toMatchObject({ sessions: 1 })
    clock.advance(60 * DAY)
    expect(await sweepOnce(database.pool, clock)).toMatchObject({ sessions: 1 })
    expect(await count('session')).toBe(0)
  })

  test('forgets mails 90 days after they left, and addresses that did not exist; never those that asked to be left alone', async () => {
    const at = later(0)
    const mail = { community_id: communityId, kind: 'news', member_id: null, space_id: null, topic: null, facts: '{}' }
    const times = { created_at: at, due_at: at }
    const waiting = { ...mail, ...times, language: 'fr-CA' as const, address: 'x@ailleurs.example' }
    const left = { id: randomUUID(), settled_at: at, outcome: 'sent' as const }
    for (const one of [{ id: randomUUID() }, left])
      await db
        .insertInto('mail_queue')
        .values({ ...waiting, ...one })
        .execute()
    for (const reason of ['asked', 'bounced'] as const)
      await db
        .insertInto('mail_stop')
        .values({ community_id: communityId, address_hash: randomBytes(32), topic: 'all', reason, at })
        .execute()
    clock.advance(90 * DAY)
    await sweepOnce(database.pool, clock)
    expect([await count('mail_queue'), await count('mail_stop')]).toEqual([2, 2])
    clock.advance(1)
    await sweepOnce(database.pool, clock)
    expect([await count('mail_queue'), await count('mail_stop')]).toEqual([1, 1])
  })

  test('leaves a withdrawn text alone as long as its author can put it back', async () => {
    const thread = await insertThread()
    await insertPost(thread, randomUUID(), { until: later(10 * MINUTE) })
    clock.advance(10 * MINUTE)
    expect(await sweepOnce(database.pool, clock)).toMatchObject({ withdrawals: 0 })
    expect(await count('withdrawal')).toBe(1)
  })

  test('then erases all that the trace held, and keeps the trace and the others’ texts', async () => {
    const thread = await insertThread()
    await insertPost(thread, randomUUID(), { until: later(10 * MINUTE) })
    clock.advance(12 * MINUTE)
    expect(await sweepOnce(database.pool, clock)).toMatchObject({ withdrawals: 1 })
    expect([await count('withdrawal'), await count('post'), await count('revision'), await count('reaction')]).toEqual([
      0, 2, 1, 1,
    ])
  })

  test('erases a reply that left no trace', async () => {
    const thread = await insertThread()
    await insertPost(thread, randomUUID(), { until: later(10 * MINUTE), gone: true })
    clock.advance(12 * MINUTE)
    await sweepOnce(database.pool, clock)
    expect([await count('thread'), await count('post'), await count('revision')]).toEqual([1, 1, 1])
  })

  test('erases a thread with its opening, when that left no trace', async () => {
    await insertThread()
    await insertThread({ until: later(10 * MINUTE), gone: true })
    clock.advance(12 * MINUTE)
    await sweepOnce(database.pool, clock)
    expect([await count('thread'), await count('post'), await count('withdrawal'), await count('reaction')]).toEqual([1, 1, 0, 1])
  })

  test('never erases a thread in which somebody else’s words stand', async () => {
    const thread = await insertThread({ until: later(10 * MINUTE), gone: true })
    await insertPost(thread, randomUUID())
    clock.advance(12 * MINUTE)
    await sweepOnce(database.pool, clock)
    expect([await count('thread'), await count('post'), await count('withdrawal')]).toEqual([1, 2, 0])
  })

  test('goes on after a batch until nothing is left', async () => {
    const thread = await insertThread()
    const at = later(0)
    const ids = Array.from({ length: 501 }, () => randomUUID())
    const place = { community_id: communityId, author_id: memberId, source: '', body: '[]' }
    const post = {
      ...place,
      thread_id: thread,
      space_id: spaceId,
      input_hash: randomBytes(32),
      created_at: at,
      edited_at: null,
      withdrawn_at: at,
    }
    await db
      .insertInto('post')
      .values(ids.map((id) => ({ ...post, id })))
      .execute()
    await db
      .insertInto('withdrawal')
      .values(ids.map((post_id) => ({ ...place, post_id, title: null, excerpt: null, restorable_until: at })))
      .execute()
    clock.advance(2 * MINUTE)
    expect(await sweepOnce(database.pool, clock)).toMatchObject({ withdrawals: 501 })
  })
})

describe('the sweeper', () => {
  const told: string[] = []
  const log: Logger = {
    info: (message) => told.push(message),
    warn: (message) => told.push(message),
    error: (message) => told.push(message),
  }
  beforeEach(() => void told.splice(0))

  test('sweeps by itself until it is disposed', async () => {
    await insertLogin(later(-2 * DAY))
    const sweeper = startSweep({ pool: database.pool, clock, log, every: 5 })
    await vi.waitFor(async () => expect(await count('login')).toBe(0))
    await sweeper[Symbol.asyncDispose]()
    expect(told).toEqual(['swept'])
    await insertLogin(later(-2 * DAY))
    expect(await count('login')).toBe(1)
  })

  test('goes on after a sweep that failed, and says so', async () => {
    let failures = 0
    const connect = () => {
      failures += 1
      return failures < 3 ? Promise.reject(new Error('down')) : database.pool.connect()
    }
    await insertLogin(later(-2 * DAY))
    const sweeper = startSweep({ pool: { connect } as unknown as Database['pool'], clock, log, every: 5 })
    await vi.waitFor(async () => expect(await count('login')).toBe(0))
    await sweeper[Symbol.asyncDispose]()
    expect(told).toEqual(['a sweep failed', 'a sweep failed', 'swept'])
  })

  test('runs one sweep at a time, and disposing waits for it', async () => {
    let connections = 0
    let open: (() => void) | undefined
    const gate = new Promise<void>((resolve) => (open = resolve))
    const connect = async () => {
      connections += 1
      await gate
      return database.pool.connect()
    }
    await insertLogin(later(-2 * DAY))
    const sweeper = startSweep({ pool: { connect } as unknown as Database['pool'], clock, log, every: 2 })
    await vi.waitFor(() => expect(connections).toBe(1))
    let ticks = 0
    const ticking = setInterval(() => (ticks += 1), 2)
    await vi.waitFor(() => expect(ticks).toBeGreaterThan(5))
    clearInterval(ticking)
    expect(connections).toBe(1)
    const disposed = sweeper[Symbol.asyncDispose]()
    open!()
    await disposed
    expect(await count('login')).toBe(0)
  })
})

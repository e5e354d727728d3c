import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { everyWord } from '../../test/every-word.ts'
import { communitySeed } from '../../test/server.ts'
import { MovableClock } from '../clock.ts'
import { seedCommunity } from '../communities/seed.service.ts'
import type { Database } from '../db/database.ts'
import { ownerDb } from '../db/migrate.ts'
import { move } from '../db/move.ts'
import type { Db } from '../db/tables.ts'
import { sweepOnce } from '../jobs/sweep.ts'
import type { Logger } from '../logger.ts'
import { ERASURES_FILE, startErasures } from './erasure-keeper.ts'
import { readErasures, uniteErasures } from './erasure-list.ts'
import { erasuresAfter, replayErasures } from './erasures.service.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** A database as it was before anything was erased, and the one that lived on. */
let before: Database
let database: Database
let db: Db
let clock: MovableClock
let communityId: string
beforeAll(async () => {
  clock = new MovableClock()
  database = await testDatabase()
  db = ownerDb(database)
  const thread = (word: string) => ({
    space: 'entraide',
    author: 'member',
    kind: 'question' as const,
    title: `Titre ${word}`,
    body: `Texte ${word}`,
    minutesAgo: 60,
    replies: [{ author: 'other', body: `Réponse ${word}`, minutesAgo: 50 }],
  })
  const words = ['mésange', 'sittelle', 'bruant', 'roselin', 'junco', 'tarin']
  await seedCommunity(db, clock, communitySeed({ threads: words.map(thread) }))
  communityId = (await db.selectFrom('community').select('id').executeTakeFirstOrThrow()).id
  const posts = await db.selectFrom('post').selectAll().execute()
  for (const { id, space_id } of posts) {
    const revision = {
      community_id: communityId,
      id,
      post_id: id,
      space_id,
      title: 'Ancien',
      body: '[]',
      replaced_at: new Date(),
    }
    await db.insertInto('revision').values(revision).execute()
  }
  before = await testDatabase()
  await move(database, before)
})
afterAll(async () => {
  await before?.[Symbol.asyncDispose]()
  await database?.[Symbol.asyncDispose]()
})

/** Where the list ends when a test begins. */
let start: string
beforeEach(async () => {
  start = (await erasuresAfter(db, '0')).last
})
const noted = async () => (await erasuresAfter(db, start)).erasures.map(({ kind, id }) => `${kind} ${id}`)

const threadOf = (word: string) =>
  db.selectFrom('thread').selectAll().where('title', '=', `Titre ${word}`).executeTakeFirstOrThrow()
const replyTo = (thread: { id: string }) =>
  db.selectFrom('post').selectAll().where('thread_id', '=', thread.id).where('id', '<>', thread.id).executeTakeFirstOrThrow()

/** As its author takes it back. */
async function withdraw(post: Awaited<ReturnType<typeof replyTo>>): Promise<void> {
  const { community_id, id: post_id, author_id, source } = post
  const restorable_until = new Date(clock.now() + 10 * MINUTE)
  const held = { community_id, post_id, author_id, title: null, excerpt: null, source, body: JSON.stringify(post.body) }
  await db
    .insertInto('withdrawal')
    .values({ ...held, restorable_until })
    .execute()
  const emptied = { source: '', body: '[]', withdrawn_at: new Date(clock.now()) }
  await db.updateTable('post').set(emptied).where('id', '=', post_id).execute()
}

describe('whoever erases, it is noted once, without a word', () => {
  test('a call for help, with all that was said in it', async () => {
    const { community_id, id: member_id } = await db.selectFrom('member').select(['community_id', 'id']).executeTakeFirstOrThrow()
    const [id, at] = [crypto.randomUUID(), new Date(clock.now())]
    const request = {
      community_id,
      id,
      member_id,
      text: 'x',
      place: null,
      wants_call: false,
      phone: null,
      asked_at: at,
      word_at: at,
    }
    await db.insertInto('help_request').values(request).execute()
    const turn = { community_id, id: crypto.randomUUID(), help_id: id, author_id: member_id, text: 'x', at }
    await db.insertInto('help_turn').values(turn).execute()
    await db.deleteFrom('help_request').where('id', '=', id).execute()
    expect(await noted()).toEqual([`help ${id}`])
    expect(await db.selectFrom('help_turn').selectAll().where('help_id', '=', id).execute()).toEqual([])
  })

  test('a discussion, with all that is in it', async () => {
    const { id } = await threadOf('mésange')
    await db.deleteFrom('thread').where('id', '=', id).execute()
    expect(await noted()).toEqual([`thread ${id}`])
  })

  test('a reply', async () => {
    const { id } = await replyTo(await threadOf('sittelle'))
    await db.deleteFrom('post').where('id', '=', id).execute()
    expect(await noted()).toEqual([`post ${id}`])
  })

  test('a text that its author took back, once she can no longer put it back', async () => {
    const post = await replyTo(await threadOf('bruant'))
    await withdraw(post)
    expect(await noted()).toEqual([])
    clock.advance(12 * MINUTE)
    await sweepOnce(database.pool, clock)
    expect(await noted()).toEqual([`text ${post.id}`])
    const { input_hash } = await db.selectFrom('post').select('input_hash').where('id', '=', post.id).executeTakeFirstOrThrow()
    expect(input_hash).toHaveLength(0)
    const [row] = (await erasuresAfter(db, start)).erasures
    expect(row!.at.getTime(), 'at the time of the clock').toBeGreaterThan(Date.now() + 10 * MINUTE)
  })

  test('not a text that she put back', async () => {
    const post = await replyTo(await threadOf('roselin'))
    await withdraw(post)
    const restored = { source: post.source, body: JSON.stringify(post.body), withdrawn_at: null }
    await db.updateTable('post').set(restored).where('id', '=', post.id).execute()
    await db.deleteFrom('withdrawal').where('post_id', '=', post.id).execute()
    expect(await noted()).toEqual([])
  })

  test('a text that is emptied and held nowhere, by hand', async () => {
    const { id } = await threadOf('roselin')
    await db.updateTable('post').set({ source: '', body: '[]' }).where('id', '=', id).execute()
    expect(await noted()).toEqual([`text ${id}`])
  })

  test('an earlier form of a text that stands', async () => {
    const { id } = await threadOf('junco')
    await db.deleteFrom('revision').where('post_id', '=', id).execute()
    expect(await noted()).toEqual([`revision ${id}`])
  })
})

describe('a database from before', () => {
  test('loses again what was erased since, and keeps the rest; a second time changes nothing', async () => {
    const { erasures } = await erasuresAfter(db, '0')
    const [kept, threads] = [await everyWord(before), before.ownerPool]
    expect(kept).toContain('mésange')
    expect(await replayErasures(ownerDb(before), uniteErasures(erasures, erasures))).toBe(erasures.length)
    const words = await everyWord(before)
    for (const gone of ['mésange', 'Réponse sittelle', 'Réponse bruant', 'roselin']) {
      if (gone === 'roselin') expect(words).not.toContain('Texte roselin')
      else expect(words, gone).not.toContain(gone)
    }
    for (const stays of ['Titre sittelle', 'Texte bruant', 'Réponse roselin', 'Texte junco', 'Texte tarin', 'Réponse tarin'])
      expect(words, stays).toContain(stays)
    const counts = await threads.query(`select title, reply_count from thread order by title`)
    expect(counts.rows).toEqual([
      { title: '', reply_count: 1 },
      { title: 'Titre bruant', reply_count: 0 },
      { title: 'Titre junco', reply_count: 1 },
      { title: 'Titre sittelle', reply_count: 0 },
      { title: 'Titre tarin', reply_count: 1 },
    ])
    expect(await replayErasures(ownerDb(before), erasures)).toBe(0)
    expect(await everyWord(before)).toBe(words)
    expect((await erasuresAfter(ownerDb(before), '0')).erasures).toEqual(erasures)
  })

  test('takes no note of communities that are not in it', async () => {
    const stranger = { communityId: crypto.randomUUID(), kind: 'thread' as const, id: crypto.randomUUID(), at: new Date() }
    expect(await replayErasures(ownerDb(before), [stranger])).toBe(0)
  })
})

describe('the list beside the database', () => {
  const told: [string, unknown][] = []
  const tell = (message: string, fields?: unknown) => void told.push([message, fields])
  const log: Logger = { info: tell, warn: tell, error: tell }
  let folder: string
  let file: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cercle-erasures-'))
    file = join(folder, ERASURES_FILE)
    told.splice(0)
  })
  const keep = (of: Database) => startErasures({ database: { ...of, folder }, clock, log, every: 3_600_000 })
  const listed = async () => (await readErasures(file))?.erasures ?? []

  test('holds all that was erased, and nothing else; it is for its owner alone', async () => {
    await (await keep(database))[Symbol.asyncDispose]()
    const { erasures } = await erasuresAfter(db, '0')
    expect(erasures.length).toBeGreaterThan(4)
    expect(await listed()).toEqual(erasures)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const words = await readFile(file, 'utf8')
    expect(
      words
        .replaceAll(/"(thread|post|text|revision|passkey|help|consent|[0-9a-f-]{36}|[0-9T:.-]{23}Z)"/gu, '')
        .replaceAll(/[[\],\n]/gu, ''),
    ).toBe('{"cercle":1"list":"erasures"}')
  })

  test('grows by what is erased while the server runs, and mends itself', async () => {
    const keeper = await keep(database)
    const text = await readFile(file, 'utf8')
    const { id } = await replyTo(await threadOf('junco'))
    await db.deleteFrom('post').where('id', '=', id).execute()
    await keeper[Symbol.asyncDispose]()
    expect((await readFile(file, 'utf8')).startsWith(text)).toBe(true)
    const whole = await listed()
    expect(whole.at(-1)).toMatchObject({ kind: 'post', id })
    // cut by a crash in the middle of a line
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, -20))
    await (await keep(database))[Symbol.asyncDispose]()
    expect(told).toEqual([['the list of erasures is damaged', { count: 1 }]])
    expect(await listed()).toEqual(whole)
    // moved away while the server ran
    const running = await keep(database)
    await rm(file)
    await db.deleteFrom('thread').where('title', '=', 'Titre junco').execute()
    await running[Symbol.asyncDispose]()
    expect(await listed()).toHaveLength(whole.length + 1)
  })

  test('clears a database that was put back from before, before it serves', async () => {
    await (await keep(database))[Symbol.asyncDispose]()
    expect(await everyWord(before)).toContain('junco')
    await using _keeper = await keep(before)
    expect(told).toEqual([['erased again what an older database brought back', { count: 2 }]])
    expect(await everyWord(before)).not.toContain('junco')
  })

  test('that is no list stops the start in plain words', async () => {
    await writeFile(file, 'autre chose\n')
    await expect(keep(database)).rejects.toThrow('is not a list of erasures')
  })

  test('forgets with the database what no backup can still hold', async () => {
    await (await keep(database))[Symbol.asyncDispose]()
    clock.advance(399 * DAY)
    await sweepOnce(database.pool, clock)
    expect((await erasuresAfter(db, '0')).erasures.length).toBeGreaterThan(4)
    clock.advance(2 * DAY)
    await sweepOnce(database.pool, clock)
    await (await keep(database))[Symbol.asyncDispose]()
    expect(await listed()).toEqual([])
    expect((await erasuresAfter(db, '0')).erasures).toEqual([])
  })
})

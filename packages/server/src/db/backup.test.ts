import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { signIn } from '../../test/caller.ts'
import { testDatabase } from '../../test/database.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'
import { findBrokenLink } from '../live/activity.repository.ts'
import { readBackupSecret } from './backup-cipher.ts'
import { readBackup, readShape } from './backup-lines.ts'
import { backup, restore } from './backup.ts'
import type { Database } from './database.ts'
import { ownerDb } from './migrate.ts'
import { move } from './move.ts'

const seed = communitySeed({
  threads: [
    {
      space: 'accueil',
      author: 'facilitator',
      kind: 'news',
      title: 'Bienvenue « ici » 👋🏽',
      body: 'Une \\ barre, une "citation", {accolades}, NULL.',
      minutesAgo: 600,
      replies: [{ author: 'member', body: 'Salut', minutesAgo: 500 }],
    },
  ],
})
const c = seed.slug
const phrase = { phrase: 'quatre mots bien choisis' }
// A second database is made in most of these; an embedded one takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

let server: TestServer
let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cercle-backup-'))
  file = join(folder, 'whole.cercle')
  server = await testServer()
  await server.server.seed(seed)
  const member = await signIn(server, c, `member@${c}.example`)
  const facilitator = await signIn(server, c, `facilitator@${c}.example`)
  const { data } = await member.mutate('discussions.createThread', {
    id: uuidv7(Date.now()),
    space: 'entraide',
    kind: 'question',
    title: 'Une question',
    body: 'Un **texte**\n\nl’autre',
  })
  const reply = { id: uuidv7(Date.now()), threadId: data.id, body: 'Une réponse' }
  await facilitator.mutate('discussions.reply', reply)
  await facilitator.mutate('discussions.edit', { id: reply.id, body: 'Une réponse, mieux' })
  await member.mutate('discussions.react', { postId: reply.id, key: 'thanks', on: true })
  await member.mutate('members.changeProfile', { organisationShown: false })
  await member.mutate('discussions.markRead', { id: data.id })
  const gone = { id: uuidv7(Date.now()), threadId: data.id, body: 'Retirée' }
  await member.mutate('discussions.reply', gone)
  await member.mutate('discussions.withdraw', { id: gone.id })
  await vi.waitFor(
    async () => expect(await server.owner.selectFrom('activity').select('id').where('seq', 'is', null).execute()).toEqual([]),
    20_000,
  )
  // Whoever notes what concerns whom has read on to the end: nothing changes any more.
  await vi.waitFor(async () => {
    const { last } = await server.owner
      .selectFrom('activity')
      .select(({ fn }) => fn.max('seq').as('last'))
      .executeTakeFirstOrThrow()
    const cursors = await server.owner.selectFrom('activity_cursor').select('seq').execute()
    expect(cursors).toEqual([{ seq: last }])
  }, 20_000)
  await backup(server.database, file, phrase)
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

/** Every row of every table, as the database itself writes it down. */
async function everything(database: Database): Promise<Record<string, string[]>> {
  const client = await database.ownerPool.connect()
  const shape = await readShape(client)
  client.release()
  const all: Record<string, string[]> = {}
  for (const { name } of shape) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(
      ownerDb(database),
    )
    all[name] = rows.map(({ row }) => row)
  }
  return all
}

async function countOf(database: Database): Promise<number> {
  return Object.values(await everything(database)).reduce((sum, rows) => sum + rows.length, 0)
}

describe('a backup', () => {
  test('brings back every row of every table, and the database goes on from there', async () => {
    await using elsewhere = await testDatabase()
    const { rows, tables } = await restore(elsewhere, file, phrase)
    const before = await everything(server.database)
    expect(await everything(elsewhere)).toEqual(before)
    expect(rows).toBe(await countOf(server.database))
    expect(tables).toBe(Object.keys(before).length)
    for (const table of ['thread', 'post', 'revision', 'reaction', 'reading', 'withdrawal', 'session', 'login', 'activity'])
      expect(before[table], table).not.toHaveLength(0)
    expect(await findBrokenLink(ownerDb(elsewhere))).toBeUndefined()
    // References are checked at once again, counters go on, replies are followed.
    const db = ownerDb(elsewhere)
    const post = await db
      .selectFrom('post')
      .selectAll()
      .whereRef('id', '<>', 'thread_id')
      .where('gone', '=', false)
      .executeTakeFirstOrThrow()
    const body = JSON.stringify(post.body)
    await expect(
      db
        .insertInto('post')
        .values({ ...post, body, id: uuidv7(1), thread_id: uuidv7(2) })
        .execute(),
    ).rejects.toMatchObject({ code: '23503' })
    const replies = () => db.selectFrom('thread').select('reply_count').where('id', '=', post.thread_id).executeTakeFirstOrThrow()
    const { reply_count } = await replies()
    await db
      .insertInto('post')
      .values({ ...post, body, id: uuidv7(3) })
      .execute()
    expect((await replies()).reply_count).toBe(reply_count + 1)
    const newest = await sql<{
      id: string
    }>`insert into activity (community_id, at, kind) select id, now(), 'thread.created' from community
      returning id`.execute(db)
    const highest = await server.owner
      .selectFrom('activity')
      .select(({ fn }) => fn.max('id').as('id'))
      .executeTakeFirstOrThrow()
    expect(Number(newest.rows[0]!.id)).toBe(Number(highest.id) + 1)
  })

  test('keeps values to the last bit: none, empty, odd signs, bytes, moments, trees', async () => {
    await using source = await testDatabase()
    const values = {
      language: 'fr-CA',
      time_zone: 'é\t\n\\"{},NULL\u2028👋🏽',
      reactions: '[{"a": 1e3, "b": "\\u00e9 \\\\"}]',
    } as const
    const odd = { ...values, id: uuidv7(1), slug: 'odd', name: '', created_at: new Date('2026-11-01T05:59:59.999Z') }
    await ownerDb(source)
      .insertInto('community')
      .values(odd as never)
      .execute()
    const bytes = randomBytes(300)
    const login = {
      community_id: odd.id,
      id: uuidv7(2),
      site_id: null,
      person_id: null,
      email_hash: bytes,
      code_hash: Buffer.alloc(0),
    }
    await ownerDb(source)
      .insertInto('login')
      .values({ ...login, created_at: odd.created_at, expires_at: odd.created_at, used_at: null })
      .execute()
    await using elsewhere = await testDatabase()
    await move(source, elsewhere)
    expect(await everything(elsewhere)).toEqual(await everything(source))
    const kept = await ownerDb(elsewhere).selectFrom('login').selectAll().executeTakeFirstOrThrow()
    expect([kept.email_hash.equals(bytes), kept.code_hash.length, kept.used_at]).toEqual([true, 0, null])
  })

  test('is of one moment, whatever is written meanwhile', { skip: process.env.CERCLE_TEST_ENGINE !== 'postgres' }, async () => {
    const posts = async () => Number((await sql<{ n: string }>`select count(*) as n from post`.execute(server.owner)).rows[0]!.n)
    const before = await posts()
    const member = await signIn(server, c, `member@${c}.example`)
    let told = -1
    for await (const line of readBackup(server.database)) {
      if ('cercle' in line)
        await member.mutate('discussions.createThread', {
          id: uuidv7(Date.now()),
          space: 'entraide',
          kind: 'tool',
          title: 'T',
          body: 'B',
        })
      if ('end' in line) told = line.rows.post!
    }
    expect([told, await posts()]).toEqual([before, before + 1])
  })

  test('is the owner’s alone to read, never takes the place of a file, and says nothing without its key', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['whole.cercle'])
    const bytes = await readFile(file)
    await expect(backup(server.database, file)).rejects.toThrow('is there already')
    expect((await readFile(file)).equals(bytes)).toBe(true)
    await expect(backup(server.database, join(folder, 'none', 'x'))).rejects.toThrow('cannot be used')
  })

  test(
    'of an account that is not the owner is refused, never partial',
    { skip: process.env.CERCLE_TEST_ENGINE !== 'postgres' },
    async () => {
      const stranger: Database = { ...server.database, ownerPool: server.database.pool }
      await expect(backup(stranger, join(folder, 'partial'))).rejects.toThrow('DATABASE_MIGRATE_URL')
      expect(await readdir(folder)).toEqual(['whole.cercle'])
    },
  )
})

describe('restoring', () => {
  let empty: Database
  let nothing: number
  beforeAll(async () => {
    empty = await testDatabase()
    nothing = await countOf(empty)
  })
  afterAll(() => empty?.[Symbol.asyncDispose]())

  test('into a database that is not empty is refused', async () => {
    const before = await everything(server.database)
    await expect(restore(server.database, file, phrase)).rejects.toThrow('is not empty')
    await expect(move(empty, server.database)).rejects.toThrow('is not empty')
    expect(await everything(server.database)).toEqual(before)
  })

  test('a file with the wrong key, none, or that never was a backup says so and writes nothing', async () => {
    await expect(restore(empty, file, { phrase: 'quatre mots mal choisis' })).rejects.toThrow('is not the key of this backup')
    await expect(restore(empty, file)).rejects.toThrow('is encrypted')
    await writeFile(join(folder, 'other'), 'autre chose')
    await expect(restore(empty, join(folder, 'other'))).rejects.toThrow('not a backup of Cercle')
    await expect(restore(empty, join(folder, 'absent'))).rejects.toThrow('cannot be used')
    expect(await countOf(empty)).toBe(nothing)
  })

  test('a file that is cut or altered anywhere says so and writes nothing', async () => {
    const plain = join(folder, 'plain.cercle')
    await backup(server.database, plain)
    const key = { key: randomBytes(32) }
    const keyed = join(folder, 'keyed.cercle')
    await backup(server.database, keyed, key)
    const bad = join(folder, 'bad.cercle')
    for (const [source, secret] of [
      [plain, undefined],
      [keyed, key],
    ] as const) {
      const bytes = await readFile(source)
      for (const share of [0.1, 0.5, 0.99]) {
        const place = Math.floor(bytes.length * share)
        await writeFile(bad, bytes.subarray(0, place))
        await expect(restore(empty, bad, secret), `cut at ${share}`).rejects.toThrow('Nothing was written.')
        const changed = Buffer.from(bytes)
        changed[place]! ^= 1
        await writeFile(bad, changed)
        await expect(restore(empty, bad, secret), `altered at ${share}`).rejects.toThrow('Nothing was written.')
      }
    }
    // readable to the end, and no value of its column: only the database can tell
    const lines = gunzipSync(await readFile(plain)).toString()
    await writeFile(bad, gzipSync(lines.replace(/(?<=^\["[0-9a-f]{8})-/mu, '9')))
    await expect(restore(empty, bad), 'no uuid').rejects.toThrow('Nothing was written.')
    expect(await countOf(empty)).toBe(nothing)
    await restore(empty, keyed, key)
    expect((await everything(empty)).post).toEqual((await everything(server.database)).post)
  })

  test('a key is 32 bytes or a phrase that is long enough', async () => {
    const key = randomBytes(32)
    expect(readBackupSecret(key.toString('base64'))).toEqual({ key })
    expect(readBackupSecret('')).toBeUndefined()
    expect(() => readBackupSecret('court')).toThrow('CERCLE_BACKUP_KEY')
  })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { engine, testDatabase } from '../test/database.ts'
import { everyWord } from '../test/every-word.ts'
import { communitySeed } from '../test/server.ts'
import { runCli } from './cli.ts'
import { MovableClock } from './clock.ts'
import { seedCommunity } from './communities/seed.service.ts'
import { openDatabase, pgliteDatabase, type Database } from './db/database.ts'
import { migrateToLatest, ownerDb } from './db/migrate.ts'
import { startDumps } from './jobs/dumps.ts'
import { appendActivity } from './live/live.service.ts'
import { stampActivity } from './live/activity.repository.ts'
import { createLogger } from './logger.ts'
import { ERASURES_FILE, startErasures } from './privacy/erasure-keeper.ts'
import { readErasures, writeErasures } from './privacy/erasure-list.ts'
import { besideBackup } from './privacy/erasures-at-hand.ts'

// Several embedded databases are made; each takes its time on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const seed = communitySeed({
  threads: ['pygargue', 'roselin'].map((word) => ({
    space: 'laval',
    author: 'restricted',
    kind: 'question',
    title: `Titre ${word}`,
    body: `Texte ${word}`,
    minutesAgo: 9,
  })),
})
const quiet = createLogger('silent')
let folder: string
let source: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cercle-data-'))
  source = join(folder, 'source')
  await using database = await openDatabase({ dataDir: source })
  await migrateToLatest(database)
  await seedCommunity(ownerDb(database), new MovableClock(), seed)
  await ownerDb(database)
    .transaction()
    .execute(async (db) => {
      const { id } = await db.selectFrom('community').select('id').executeTakeFirstOrThrow()
      for (let i = 0; i < 3; i++)
        await appendActivity(db, id, { kind: 'thread.created', actorId: null, subjectId: id, at: new Date(i) })
    })
  await stampActivity(ownerDb(database), 10)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(args: string[], env: Record<string, string> = {}) {
  const said: string[] = []
  const told: string[] = []
  const terminal = {
    out: (line: string) => void said.push(line),
    err: (line: string) => void told.push(line),
    untilStopped: async () => {},
  }
  const code = await runCli(['node', 'cercle', ...args], env, terminal)
  return { code, out: said.join('\n'), err: told.join('\n') }
}
const dumpStamp = (at: number) => new Date(at).toISOString().replaceAll(/[-:.]/gu, '')
const namesIn = async (database: Database) =>
  (await ownerDb(database).selectFrom('member').select('name').orderBy('name').execute()).map(({ name }) => name)

describe('the commands', () => {
  test('backup, restore elsewhere, verify', { skip: engine !== 'pglite' }, async () => {
    const [file, elsewhere] = [join(folder, 'one.cercle'), join(folder, 'elsewhere')]
    const plain = await run(['backup', join(folder, 'plain.cercle')], { CERCLE_DATA: source })
    expect(plain).toMatchObject({
      code: 0,
      out: expect.stringContaining('rows of'),
      err: expect.stringContaining('not encrypted'),
    })
    const key = { CERCLE_BACKUP_KEY: 'quatre mots bien choisis' }
    expect(await run(['backup', file], { CERCLE_DATA: source, ...key })).toMatchObject({ code: 0, err: '' })
    expect(await readErasures(besideBackup(file))).toEqual({ erasures: [], unread: 0 })
    const refused = await run(['restore', file], { CERCLE_DATA: elsewhere })
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('is encrypted') })
    expect(await run(['restore', file], { CERCLE_DATA: elsewhere, ...key })).toMatchObject({
      code: 0,
      out: expect.stringContaining('The journal is whole: 3 entries.'),
      err: expect.stringMatching(/^No list of erasures was at hand.+ put the erasures\.jsonl .+ --erasures <list>\.$/u),
    })
    expect(await run(['restore', file], { CERCLE_DATA: elsewhere, ...key })).toMatchObject({
      code: 1,
      err: expect.stringContaining('not empty'),
    })
    {
      await using database = await openDatabase({ dataDir: elsewhere })
      expect(await namesIn(database)).toEqual(seed.members.map(({ name }) => name).toSorted())
      await ownerDb(database).deleteFrom('thread').execute()
      await ownerDb(database).updateTable('activity').set({ kind: 'post.edited' }).where('seq', '=', '2').execute()
      expect(await run(['backup', join(folder, 'busy')], { CERCLE_DATA: elsewhere })).toMatchObject({
        code: 1,
        err: expect.stringContaining('in use by another Cercle'),
      })
    }
    const broken = await run(['audit', 'verify'], { CERCLE_DATA: elsewhere })
    expect(broken).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^The journal is broken: entry 2 \(id \d+\) was changed/u),
    })
    expect(await run(['audit', 'verify'], { CERCLE_DATA: source })).toMatchObject({
      code: 0,
      out: 'The journal is whole: 3 entries.',
    })
  })

  test('what was erased after a backup does not come back with it', { skip: engine !== 'pglite' }, async () => {
    const [far, list] = [await mkdtemp(join(folder, 'far-')), join(folder, 'list')]
    const file = join(far, 'old.cercle')
    await copyFile(join(folder, 'plain.cercle'), file)
    // where the test before erased
    expect(await run(['erasures', list], { CERCLE_DATA: join(folder, 'elsewhere') })).toMatchObject({
      code: 0,
      out: `${list} lists 2 erasures.`,
    })
    const restored = { CERCLE_DATA: join(folder, 'restored') }
    expect(await run(['restore', file, '--erasures', join(folder, 'none')], restored)).toMatchObject({
      code: 1,
      err: expect.stringContaining('there is no such file'),
    })
    expect(await run(['restore', file, '--erasures', list], restored)).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('is erased again: 2.'),
    })
    await using database = await openDatabase({ dataDir: restored.CERCLE_DATA })
    expect(await everyWord(database)).not.toContain('pygargue')
    expect((await readErasures(join(restored.CERCLE_DATA, ERASURES_FILE)))!.erasures).toHaveLength(2)
  })

  test('reading makes no database where there is none', async () => {
    const nowhere = join(folder, 'nowhere')
    for (const args of [
      ['backup', join(folder, 'x')],
      ['erasures', join(folder, 'x')],
      ['audit', 'verify'],
    ])
      expect(await run(args, { CERCLE_DATA: nowhere })).toMatchObject({
        code: 1,
        err: expect.stringContaining('There is no database in'),
      })
    expect(await run(['move'], { CERCLE_DATA: source })).toMatchObject({
      code: 1,
      err: expect.stringContaining('DATABASE_URL is missing'),
    })
    expect(await readdir(folder)).not.toContain('nowhere')
  })

  test('move to PostgreSQL, once', { skip: engine !== 'postgres' }, async () => {
    await using target = await testDatabase()
    const { host, port, user, database } = target.ownerPool.options as unknown as Record<string, string>
    const url = target.ownerPool.options.connectionString ?? `postgres://${user}:test@${host}:${port}/${database}`
    const env = { CERCLE_DATA: source, DATABASE_URL: url }
    expect(await run(['move'], env)).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('The journal is whole: 3 entries.'),
    })
    expect(await namesIn(target)).toEqual(seed.members.map(({ name }) => name).toSorted())
    expect(await run(['move'], env)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('not empty') })
    await using untouched = await openDatabase({ dataDir: source })
    expect(await namesIn(untouched)).toEqual(await namesIn(target))
  })
})

describe('the embedded database', { skip: engine !== 'pglite' }, () => {
  test('starts over after a first start that was killed half-way', async () => {
    const killed = join(folder, 'killed')
    const open = `(await import(${JSON.stringify(new URL('./db/database.ts', import.meta.url).href)})).openDatabase({ dataDir: ${JSON.stringify(killed)} })`
    const child = spawn(process.execPath, ['--input-type=module', '-e', open], { stdio: 'ignore' })
    await vi.waitFor(async () => expect((await readdir(killed, { recursive: true })).length).toBeGreaterThan(50), {
      timeout: 60_000,
      interval: 5,
    })
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await readdir(killed)).toContainEqual(expect.stringMatching(/^pglite\.unfinished-/u))
    await using database = await openDatabase({ dataDir: killed })
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    expect((await readdir(killed)).toSorted()).toEqual(['cercle.lock', 'pglite'])
  })

  test('keeps its three newest archives, the last of its end, and each opens', async () => {
    const clock = new MovableClock()
    const database = await openDatabase({ dataDir: source })
    const dumps = startDumps({ database, clock, log: quiet, every: 3_600_000 })
    const first = await database.dump!(clock.now())
    const held = gunzipSync(await readFile(first)).includes('Texte roselin')
    for (let i = 0; i < 2; i++) {
      clock.advance(1_000)
      await database.dump!(clock.now())
    }
    clock.advance(1_000)
    await ownerDb(database).updateTable('member').set({ name: 'Dernière' }).where('name', '=', 'Kim').execute()
    await ownerDb(database).deleteFrom('thread').where('title', '=', 'Titre roselin').execute()
    await dumps[Symbol.asyncDispose]()
    await database[Symbol.asyncDispose]()
    const archives = (await readdir(source)).filter((name) => name.startsWith('pglite-dump')).toSorted()
    expect(archives).toHaveLength(3)
    expect(archives).not.toContain(first.split('/').at(-1))
    const newest = new Blob([await readFile(join(source, archives.at(-1)!))], { type: 'application/gzip' })
    const lite = await PGlite.create({ loadDataDir: newest })
    const restored = await pgliteDatabase(lite)
    expect(await namesIn(restored)).toContain('Dernière')
    expect(await everyWord(restored)).toContain('pygargue')
    const bytes = gunzipSync(await readFile(join(source, archives.at(-1)!)))
    expect([held, bytes.includes('Texte roselin')], 'not a byte stays of what was erased').toEqual([true, false])
    // put back by hand into the folder of a server that has erased since
    const { id, community_id } = await ownerDb(restored).selectFrom('thread').selectAll().executeTakeFirstOrThrow()
    const erasure = { communityId: community_id, kind: 'thread' as const, id, at: new Date(clock.now()) }
    await writeErasures(join(source, ERASURES_FILE), [erasure])
    const keeper = await startErasures({ database: { ...restored, folder: source }, clock, log: quiet, every: 3_600_000 })
    expect(await everyWord(restored)).not.toContain('pygargue')
    await keeper[Symbol.asyncDispose]()
    await restored[Symbol.asyncDispose]()
    await lite.close()
  })

  test('keeps no archive for a month, also where none follows', async () => {
    const clock = new MovableClock()
    const still = await mkdtemp(join(folder, 'still-'))
    const [old, recent] = [
      'pglite-dump-20200101T000000000Z.tar.gz',
      `pglite-dump-${dumpStamp(clock.now() - 29 * 86_400_000)}.tar.gz`,
    ]
    for (const name of [old, recent, 'other']) await writeFile(join(still, name), '')
    const dumps = startDumps({ database: { folder: still, dump: async () => '' }, clock, log: quiet, every: 3_600_000 })
    await dumps[Symbol.asyncDispose]()
    expect((await readdir(still)).toSorted()).toEqual(['other', recent])
  })
})

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { signIn, type Caller } from '../../test/caller.ts'
import { testDatabase } from '../../test/database.ts'
import { everySample, everyWord } from '../../test/every-word.ts'
import { openStream } from '../../test/live-reader.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { backup, restore } from '../db/backup.ts'
import { ownerDb } from '../db/migrate.ts'
import { uuidv7 } from '../ids.ts'
import { findBrokenLink } from '../live/activity.repository.ts'
import { createLogger } from '../logger.ts'
import { startErasures } from '../privacy/erasure-keeper.ts'
import { erasuresAfter, replayErasures } from '../privacy/erasures.service.ts'
import { sweepOnce } from './sweep.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Of the space `laval`. */
const KEPT = 30 * DAY

let server: TestServer
let logged = ''
beforeAll(async () => {
  server = await testServer({}, { log: createLogger('trace', { write: (line) => void (logged += line) }) })
})
afterAll(() => server?.[Symbol.asyncDispose]())

/** A community of its own for each test; each erases what the one before left. */
let seed: ReturnType<typeof communitySeed>
let author: Caller
beforeEach(async () => {
  seed = communitySeed()
  await server.server.seed(seed)
  author = await as('restricted')
})

const as = (name: string): Promise<Caller> => signIn(server, seed.slug, `${name}@${seed.slug}.example`)
const sweep = () => sweepOnce(server.database.pool, server.clock)
const quiet = createLogger('silent')
const newId = () => uuidv7(server.clock.now())

async function begin(space: string, word: string): Promise<string> {
  const id = newId()
  const made = await author.mutate('discussions.createThread', {
    id,
    space,
    kind: 'question',
    title: `Titre ${word}`,
    body: `Texte ${word}`,
  })
  expect(made.error).toBeUndefined()
  return id
}

const everything = () => everyWord(server.database)

test('a space keeps a discussion for the days that it says, and not an hour longer', async () => {
  const id = await begin('laval', 'mésange')
  server.clock.advance(KEPT - HOUR)
  expect(await sweep()).toMatchObject({ expired: 0 })
  author = await as('restricted')
  expect((await author.query('discussions.thread', { id })).data).toMatchObject({ title: 'Titre mésange' })
  server.clock.advance(2 * HOUR)
  expect(await sweep()).toMatchObject({ expired: 1 })
  author = await as('restricted')
  expect((await author.query('discussions.thread', { id })).error).toMatchObject({ code: 'not_found' })
  expect(await everything()).not.toContain('mésange')
})

test('a word goes from everywhere, and does not come back with a backup', { timeout: 60_000 }, async () => {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'cercle-retention-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const stream = stack.use(await openStream(server.url, seed.slug, author.tokens!.access))
  const id = await begin('laval', 'pygargue')
  await author.mutate('discussions.edit', { id, title: 'Titre pygargue, mieux', body: 'Autre pygargue' })
  const reply = newId()
  await author.mutate('discussions.reply', { id: reply, threadId: id, body: 'Réponse pygargue' })
  server.clock.advance(HOUR)
  author = await as('restricted')
  expect((await author.mutate('discussions.withdraw', { id: reply })).data).toMatchObject({ gone: false })
  await stream.next('post.withdrawn')
  const file = join(folder, 'before')
  await backup(server.database, file)
  const beside = join(folder, 'data')
  const keeper = await startErasures({
    database: { ...server.database, folder: beside },
    clock: server.clock,
    log: quiet,
    every: DAY,
  })
  expect((await everything()).match(/pygargue/gu)!.length).toBeGreaterThan(5)
  expect(await everySample(server.database), 'the planner takes no copy').not.toContain('pygargue')

  server.clock.advance(12 * 60_000)
  await sweep()
  expect(await everything()).not.toContain('Réponse pygargue')
  server.clock.advance(KEPT)
  await sweep()
  await keeper[Symbol.asyncDispose]()
  expect(await everything()).not.toContain('pygargue')
  expect([logged, stream.text()].join()).not.toContain('pygargue')
  for (const name of await readdir(beside)) expect(await readFile(join(beside, name), 'utf8')).not.toContain('pygargue')
  expect(await findBrokenLink(server.owner), 'the journal is whole').toBeUndefined()

  const elsewhere = stack.use(await testDatabase())
  await restore(elsewhere, file)
  expect(await everyWord(elsewhere)).toContain('Réponse pygargue')
  await replayErasures(ownerDb(elsewhere), (await erasuresAfter(server.owner, '0')).erasures)
  expect(await everyWord(elsewhere)).not.toContain('pygargue')
  expect(await findBrokenLink(ownerDb(elsewhere))).toBeUndefined()
})

test('what a person read is forgotten with the days of the space, and after a year where it has none', async () => {
  const isNew = async (id: string) => (await author.query('discussions.thread', { id })).data.unread
  const [short, long] = [await begin('laval', 'harfang'), await begin('entraide', 'harfang')]
  for (const id of [short, long]) await author.mutate('discussions.markRead', { id })
  /** What remains, once swept, of what the author read. */
  const remembered = async () => {
    await sweep()
    const own = server.owner
      .selectFrom('reading as r')
      .innerJoin('member as m', 'm.id', 'r.member_id')
      .where('m.name', '=', 'Josée')
    const rows = await own.select('thread_id').where('thread_id', 'in', [short, long]).execute()
    return rows.map(({ thread_id }) => (thread_id === short ? 'short' : 'long')).toSorted()
  }
  server.clock.advance(20 * DAY)
  await (await as('facilitator')).mutate('discussions.reply', { id: newId(), threadId: short, body: 'Suite' })
  server.clock.advance(10 * DAY - HOUR)
  expect(await remembered()).toEqual(['long', 'short'])
  author = await as('restricted')
  expect([await isNew(short), await isNew(long)]).toEqual([true, false])
  server.clock.advance(2 * HOUR)
  expect(await remembered()).toEqual(['long'])
  author = await as('restricted')
  expect([await isNew(short), await isNew(long)], 'nothing looks otherwise').toEqual([true, false])
  server.clock.advance(335 * DAY - 2 * HOUR)
  expect(await remembered()).toEqual(['long'])
  server.clock.advance(2 * HOUR)
  expect(await remembered()).toEqual([])
  author = await as('restricted')
  expect(await isNew(long), 'what is a year old is new to nobody').toBe(false)
  await (await as('facilitator')).mutate('discussions.reply', { id: newId(), threadId: long, body: 'Suite' })
  expect(await isNew(long)).toBe(true)
})

test('a space that sets no time keeps what it has', async () => {
  const id = await begin('entraide', 'sittelle')
  server.clock.advance(400 * DAY)
  await sweep()
  author = await as('restricted')
  expect((await author.query('discussions.thread', { id })).data).toMatchObject({ title: 'Titre sittelle' })
})

test('a discussion that goes on loses its old replies without a trace, and of its beginning every word', async () => {
  const id = await begin('laval', 'bruant')
  await author.mutate('discussions.edit', { id, title: 'Nouveau titre bruant', body: 'Nouveau texte bruant' })
  const facilitator = await as('facilitator')
  await facilitator.mutate('discussions.react', { postId: id, key: 'thanks', on: true })
  await author.mutate('discussions.reply', { id: newId(), threadId: id, body: 'Vieille réponse bruant' })
  server.clock.advance(20 * DAY)
  author = await as('restricted')
  const reply = newId()
  await author.mutate('discussions.reply', { id: reply, threadId: id, body: 'Réponse fraîche' })
  server.clock.advance(11 * DAY)
  expect(await sweep()).toMatchObject({ expired: 2 })
  author = await as('restricted')
  const { data } = await author.query('discussions.thread', { id })
  expect(data).toMatchObject({ title: '', excerpt: '', replyCount: 1, reactions: [] })
  expect(data.replies.items.map((post: { id: string }) => post.id)).toEqual([reply])
  // it was not she who took it back: nothing can be put there again
  expect(data.opening).toMatchObject({ body: [], can: { edit: false, withdraw: false, restore: false, react: false } })
  expect((await author.mutate('discussions.restore', { id })).error).toMatchObject({ code: 'conflict' })
  expect(await everything()).not.toContain('bruant')
  expect(await sweep()).toMatchObject({ expired: 0 })
  server.clock.advance(20 * DAY)
  expect(await sweep()).toMatchObject({ expired: 1 })
  expect(await everything()).not.toContain('Réponse fraîche')
})

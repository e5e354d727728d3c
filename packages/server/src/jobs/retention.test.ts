import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { signIn, type Caller } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'
import { sweepOnce } from './sweep.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Of the space `laval`. */
const KEPT = 30 * DAY

let server: TestServer
beforeAll(async () => {
  server = await testServer()
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

/** Every table as its owner sees it, in one text. */
async function everything(): Promise<string> {
  const { rows } = await server.database.ownerPool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  )
  const all = await Promise.all(
    rows.map(({ name }) => server.database.ownerPool.query<{ row: string }>(`select t::text as row from "${name}" t`)),
  )
  return all.flatMap((table) => table.rows.map(({ row }) => row)).join('\n')
}

test('a space keeps a discussion for the days that it says, and not an hour longer', async () => {
  const id = await begin('laval', 'mésange')
  await author.mutate('discussions.edit', { id, body: 'Autre texte mésange' })
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

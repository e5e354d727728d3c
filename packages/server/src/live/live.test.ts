import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn, type Caller } from '../../test/caller.ts'
import { openStream, type OpenedStream } from '../../test/live-reader.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'
import { findBrokenLink } from './activity.repository.ts'

let server: TestServer
const seed = communitySeed()
const c = seed.slug
let member: Caller, other: Caller, restricted: Caller

beforeAll(async () => {
  server = await testServer()
  await server.server.seed(seed)
  member = await signIn(server, c, `member@${c}.example`)
  other = await signIn(server, c, `other@${c}.example`)
  restricted = await signIn(server, c, `restricted@${c}.example`)
})
afterAll(() => server?.[Symbol.asyncDispose]())

const listen = (who: Caller, after?: number): Promise<OpenedStream> => openStream(server.url, c, who.tokens!.access, after)
const write = async (who: Caller, space: string) =>
  (await who.mutate('discussions.createThread', { id: uuidv7(Date.now()), space, kind: 'question', title: 'T', body: 'B' }))
    .data as { id: string; space: { id: string } }

describe('the live stream', () => {
  test('tells ids only, to those who may read, and marks what one did oneself', async () => {
    await using mine = await listen(member)
    await using theirs = await listen(other)
    await using insider = await listen(restricted)
    const hidden = await write(restricted, 'laval')
    const open = await write(member, 'entraide')
    const expected = { type: 'thread.created', space: open.space.id, thread: open.id, post: open.id, seq: expect.any(Number) }
    expect(await theirs.next('thread.created')).toEqual({ ...expected, own: false })
    expect(await mine.next('thread.created')).toEqual({ ...expected, own: true })
    expect(await insider.next('thread.created')).toMatchObject({ thread: hidden.id, own: true })
    expect(await insider.next('thread.created')).toMatchObject({ thread: open.id })
    expect(theirs.text()).not.toContain(hidden.id)
    expect(theirs.text()).not.toContain(hidden.space.id)
  })

  test('resumes after a cut without a gap and without a double', async () => {
    const first = await listen(other)
    const { seq } = (await first.next('ready')) as { seq: number }
    await first[Symbol.asyncDispose]()
    const made = [await write(member, 'entraide'), await write(member, 'accueil'), await write(member, 'entraide')]
    await using again = await listen(other, seq)
    const told = [await again.next('thread.created'), await again.next('thread.created'), await again.next('thread.created')]
    expect(told.map((event) => event.thread)).toEqual(made.map(({ id }) => id))
    expect(told.map((event) => event.seq!)).toEqual(told.map((event) => event.seq!).toSorted((a, b) => a - b))
    expect(told[0]!.seq).toBeGreaterThan(seq)
  })

  test('sends who heard further than there is, before a backup was brought back, to read again', async () => {
    await using before = await listen(other)
    const { seq } = (await before.next('ready')) as { seq: number }
    await using ahead = await listen(other, seq + 1_000)
    expect(await ahead.next('resync')).toEqual({ type: 'resync', seq })
    const made = await write(member, 'entraide')
    expect(await ahead.next('thread.created')).toMatchObject({ thread: made.id })
  })

  test('ends at once when the session ends, and tells nothing that comes later', async () => {
    const leaving = await signIn(server, c, `other@${c}.example`)
    const started = performance.now()
    await using stream = await listen(leaving)
    await stream.next('ready')
    await leaving.mutate('auth.signOut', {})
    expect(await stream.next('ended')).toEqual({ type: 'ended' })
    await stream.closed
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test('a member who is removed hears nothing that is committed after', async () => {
    const leaving = await signIn(server, c, `restricted@${c}.example`)
    await using stream = await listen(leaving)
    await stream.next('ready')
    await server.owner.updateTable('member').set({ status: 'removed' }).where('name', '=', 'Josée').execute()
    const after = await write(member, 'entraide')
    await stream.closed
    expect(stream.text()).not.toContain(after.id)
    await server.owner.updateTable('member').set({ status: 'active' }).where('name', '=', 'Josée').execute()
  })

  test('strangers, pending people and foreign origins get no stream', async () => {
    const pending = await signIn(server, c, `pending@${c}.example`)
    const open = (headers: Record<string, string>, body = '{}') =>
      fetch(`${server.url}/c/${c}/live`, { method: 'POST', headers, body }).then((one) => one.status)
    expect(await open({})).toBe(401)
    expect(await open({ authorization: `Bearer ${pending.tokens!.access}` })).toBe(403)
    expect(await open({ authorization: `Bearer ${member.tokens!.access}`, origin: 'https://elsewhere.example' })).toBe(401)
    expect(await open({ authorization: `Bearer ${member.tokens!.access}` }, '{"after":"x"}')).toBe(400)
    expect(await fetch(`${server.url}/c/${c}/live`).then((one) => one.status)).toBe(404)
  })
})

describe('the journal', () => {
  test('has no gap, and its chain shows a change, a removal and a cut', async () => {
    await write(member, 'entraide')
    const stamped = async () =>
      server.owner.selectFrom('activity').select(['seq', 'id']).where('seq', 'is not', null).orderBy('seq').execute()
    await expect
      .poll(async () => (await server.owner.selectFrom('activity').select('id').where('seq', 'is', null).execute()).length)
      .toBe(0)
    const rows = await stamped()
    expect(rows.map((row) => Number(row.seq))).toEqual(rows.map((_, index) => index + 1))
    expect(await findBrokenLink(server.owner)).toBeUndefined()
    const [, second] = rows
    const last = rows.at(-1)!
    const { kind } = await server.owner
      .selectFrom('activity')
      .select('kind')
      .where('id', '=', second!.id)
      .executeTakeFirstOrThrow()
    await server.owner.updateTable('activity').set({ kind: 'post.edited' }).where('id', '=', second!.id).execute()
    expect(await findBrokenLink(server.owner)).toMatchObject({ seq: '2', reason: 'changed' })
    await server.owner.updateTable('activity').set({ kind }).where('id', '=', second!.id).execute()
    const held = await server.owner.deleteFrom('activity').where('id', '=', second!.id).returningAll().executeTakeFirstOrThrow()
    expect(await findBrokenLink(server.owner)).toMatchObject({ seq: '3', reason: 'missing' })
    expect(held.hash).not.toBeNull()
    await server.owner.deleteFrom('activity').where('id', '=', last.id).execute()
    expect(await findBrokenLink(server.owner)).toBeDefined()
  })

  test('no request can read, change or empty it', async () => {
    const { pool } = server.database
    for (const attempt of [
      'select * from activity',
      "update activity set kind = 'x'",
      'delete from activity',
      'select stamp_activity(1)',
    ]) {
      const client = await pool.connect()
      try {
        await client.query('begin')
        await client.query("select set_config('role', 'cercle_app', true)")
        await expect(client.query(attempt)).rejects.toMatchObject({ code: '42501' })
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
  })
})

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { communitySeed, testServer, type TestServer } from '../../../server/test/server.ts'
import { createCercle, createSession, memoryStore, newId, type LiveEvent, type Session } from '../../src/index.ts'
import { createOutbox, memoryOutboxStore } from '../../src/outbox.ts'
import { refusalOf } from '../recorded-sleep.ts'
import { transports, type Calls, type Transport } from './transports.ts'

const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 20 })

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server[Symbol.asyncDispose]())

/** A community of its own, with members who sign in over this transport. */
async function start({ connect }: Transport) {
  const seed = communitySeed()
  await server.server.seed(seed)
  const target = { server: server.url, community: seed.slug }
  const stranger = connect(target)

  async function enter(key: string): Promise<{ calls: Calls; session: Session }> {
    const email = `${key}@${seed.slug}.example`
    const session: Session = createSession({ store: memoryStore(), refresh: (refresh) => calls.auth.refresh({ refresh }) })
    const calls = connect({ ...target, token: session })
    const before = server.mails.length
    const { loginId } = await calls.auth.requestCode({ email })
    await eventually(() => expect(server.mails.length).toBeGreaterThan(before))
    await session.begin(await calls.auth.signIn({ loginId, code: server.mails[0]!.code! }))
    return { calls, session }
  }
  return { target, stranger, enter }
}

const question = { space: 'accueil', kind: 'question', title: 'Un interprète ?', body: '**Qui** connaît…' } as const

describe.each(transports)('over $name', (transport) => {
  test('a stranger reads what is public, and is told nothing of the rest', async () => {
    const { stranger, enter } = await start(transport)
    const { calls } = await enter('member')
    const open = await calls.discussions.createThread({ ...question, id: newId() })
    const closed = await calls.discussions.createThread({ ...question, id: newId(), space: 'entraide' })
    const [{ viewer, community }, { items }, page] = await Promise.all([
      stranger.communities.current(),
      stranger.spaces.list(),
      stranger.discussions.threads().page(),
    ])
    expect([viewer, community.language]).toEqual([null, 'fr-CA'])
    expect(items.map(({ slug }) => slug)).toEqual(['accueil'])
    expect(page.items.map(({ id }) => id)).toEqual([open.id])
    expect((await stranger.discussions.thread({ id: open.id })).opening.body).toEqual([['p', ['b', 'Qui'], ' connaît…']])
    for (const id of [closed.id, newId()])
      expect(await refusalOf(stranger.discussions.thread({ id }))).toMatchObject({ code: 'not_found', status: 404 })
  })

  test('a member enters with a code, reads her devices, and leaves', async () => {
    const { enter, stranger } = await start(transport)
    const { calls, session } = await enter('member')
    expect((await calls.communities.current()).viewer).toMatchObject({ name: 'Fatou', facilitates: false })
    expect((await calls.auth.devices()).items).toHaveLength(1)
    expect(await calls.auth.signOut()).toEqual({ done: true })
    expect(await refusalOf(calls.auth.devices())).toMatchObject({ code: 'unauthorized', status: 401 })
    expect(await session.get()).toBeUndefined()
    const { loginId } = await stranger.auth.requestCode({ email: 'personne@ailleurs.example' })
    expect(await refusalOf(stranger.auth.signIn({ loginId, code: '0000 0000' }))).toMatchObject({
      code: 'invalid',
      status: 400,
      fields: [{ path: 'code' }],
    })
  })

  test('a token that is over is renewed under way, for reads and for writes', async () => {
    const { enter } = await start(transport)
    const { calls, session } = await enter('member')
    const before = await session.get()
    server.clock.advance(11 * 60_000)
    expect((await calls.communities.current()).viewer).toMatchObject({ name: 'Fatou' })
    expect(await session.get()).not.toBe(before)
    server.clock.advance(11 * 60_000)
    expect(await calls.discussions.createThread({ ...question, id: newId() })).toMatchObject({ title: 'Un interprète ?' })
  })

  test('the same create is one row; another text under its id is a conflict', async () => {
    const { enter } = await start(transport)
    const { calls } = await enter('member')
    const { discussions } = calls
    const thread = { ...question, id: newId() }
    const answers = await Promise.all(Array.from({ length: 5 }, () => discussions.createThread(thread)))
    expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([thread.id]))
    expect((await discussions.threads().page()).items).toHaveLength(1)
    expect(await refusalOf(discussions.createThread({ ...thread, body: 'Autre' }))).toMatchObject({
      code: 'conflict',
      status: 409,
    })
  })

  test('reply, react, edit, withdraw and restore say the new state', async () => {
    const { enter } = await start(transport)
    const [{ calls: her }, { calls: other }] = [await enter('member'), await enter('other')]
    const thread = await her.discussions.createThread({ ...question, id: newId() })
    const reply = await other.discussions.reply({ threadId: thread.id, body: 'Oui', id: newId() })
    const pressed = await her.discussions.react({ postId: reply.id, key: 'thanks', on: true })
    expect(pressed).toEqual({ postId: reply.id, reactions: [{ key: 'thanks', count: 1, mine: true }] })
    expect(await other.discussions.edit({ id: reply.id, body: 'Oui, *moi*' })).toMatchObject({
      body: [['p', 'Oui, ', ['i', 'moi']]],
    })
    expect((await other.discussions.source({ id: reply.id })).body).toBe('Oui, *moi*')
    expect((await her.discussions.revisions({ id: reply.id })).items).toHaveLength(1)
    expect(await other.discussions.withdraw({ id: reply.id })).toMatchObject({ id: reply.id, gone: true })
    expect(await other.discussions.restore({ id: reply.id })).toMatchObject({ id: reply.id, withdrawnAt: null })
    expect(await her.discussions.markRead({ id: thread.id })).toEqual({ done: true })
    expect(await refusalOf(her.discussions.edit({ id: reply.id, body: 'à sa place' }))).toMatchObject({
      code: 'forbidden',
      status: 403,
    })
    expect(await refusalOf(her.discussions.pin({ id: thread.id, pinned: true }))).toMatchObject({ code: 'forbidden' })
  })

  test('what does not fit says which field', async () => {
    const { enter } = await start(transport)
    const { calls } = await enter('member')
    const empty = await refusalOf(calls.discussions.createThread({ ...question, title: ' ', id: newId() }))
    expect(empty).toMatchObject({ name: 'CercleClientError', code: 'invalid', fields: [{ path: 'title', reason: 'required' }] })
    const long = await refusalOf(calls.discussions.reply({ threadId: newId(), body: 'x'.repeat(20_001), id: newId() }))
    expect(long).toMatchObject({ code: 'invalid', fields: [{ path: 'body', reason: 'too_long' }] })
  })

  test('pages hold all, once, in order, iterated or one by one', async () => {
    const { enter, stranger } = await start(transport)
    const { calls } = await enter('member')
    const made: string[] = []
    for (let index = 0; index < 7; index++) {
      server.clock.advance(1000)
      made.unshift((await calls.discussions.createThread({ ...question, id: newId(), title: `Question ${index}` })).id)
    }
    const ids: string[] = []
    for await (const { id } of stranger.discussions.threads({ limit: 3 })) ids.push(id)
    expect(ids).toEqual(made)
    const list = stranger.discussions.threads({ limit: 4 })
    const first = await list.page()
    const second = await list.page(first.cursor)
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made)
    expect(second.cursor).toBeUndefined()
  })

  test('a call that is given up, and a server that is not there, are told apart', async () => {
    const { stranger } = await start(transport)
    expect(await refusalOf(stranger.spaces.list({ signal: AbortSignal.abort() }))).toMatchObject({ code: 'aborted' })
    const nowhere = transport.connect({ server: 'http://127.0.0.1:9', community: 'a' })
    expect(await refusalOf(nowhere.auth.requestCode({ email: 'lea@a.example' }))).toMatchObject({ code: 'offline' })
  })
})

test('what one sends from her outbox another hears live, whichever way it went', async () => {
  const { enter, target } = await start(transports[0]!)
  const [{ calls: her }, { session }] = [await enter('member'), await enter('other')]
  const live = createCercle({ ...target, token: session }).live
  const events: LiveEvent[] = []
  const stop = live.on('*', (event) => events.push(event))
  await eventually(() => expect(live.state).toBe('open'))
  const outbox = createOutbox({ ...target, cercle: her, member: 'm', store: memoryOutboxStore() })
  const { input } = await outbox.add({ type: 'createThread', input: question })
  const thread = (input as { id: string }).id
  await outbox.add({ type: 'reply', input: { threadId: thread, body: 'Pardon, déjà trouvé' } })
  await eventually(() =>
    expect(events.filter(({ type }) => type.endsWith('.created'))).toMatchObject([
      { type: 'thread.created', thread, own: false },
      { type: 'post.created', thread },
    ]),
  )
  // and that there is something new for her, which is noted a moment later
  await eventually(() => expect(events).toContainEqual({ type: 'notices.changed' }))
  await her.auth.signOut()
  outbox.close()
  await createCercle({ ...target, token: session }).auth.signOut()
  await eventually(() => expect(live.state).toBe('ended'))
  expect(events.at(-1)).toEqual({ type: 'ended' })
  stop()
  await eventually(() => expect(live.state).toBe('idle'))
})

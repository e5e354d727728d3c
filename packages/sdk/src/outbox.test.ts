import { expect, onTestFinished, test, vi } from 'vitest'
import { cut, cutAfterWork, EnvelopeServer, Refusal } from '../test/envelope-server.ts'
import { handTimer, Origin } from '../test/live-surroundings.ts'
import { refusalOf } from '../test/recorded-sleep.ts'
import { createCercle, newId } from './index.ts'
import { indexedStore } from './outbox/indexed-store.ts'
import { createOutbox, memoryOutboxStore, type OutboxChange, type OutboxOptions, type OutboxStore } from './outbox.ts'

type Write = { id: string; body: string; title?: string }

/** A server that keeps one row for an id, in the order they came, and refuses another text under the same. */
async function startServer() {
  const rows: Write[] = []
  const edits: Write[] = []
  const write = (input: Write) => {
    const row = rows.find(({ id }) => id === input.id)
    if (row && row.body !== input.body) throw new Refusal('conflict', 409)
    if (!row) rows.push(input)
    return input
  }
  const server = await EnvelopeServer.start({
    'discussions.createThread': write,
    'discussions.reply': write,
    'discussions.edit': (input: Write) => (edits.push(input), input),
    'discussions.react': (input: unknown) => input,
  })
  onTestFinished(() => server[Symbol.asyncDispose]())
  return { server, rows, edits, bodies: () => rows.map(({ body }) => body) }
}
type Server = Awaited<ReturnType<typeof startServer>>

function openOutbox({ server }: Server, store: OutboxStore, more: Partial<OutboxOptions> = {}) {
  const clock = handTimer()
  const target = { server: server.url, community: 'a', site: 'site-1' }
  const cercle = createCercle({ ...target, token: 'access-1', sleep: async () => {} })
  const outbox = createOutbox({ ...target, cercle, member: 'm', store, timer: clock.timer, random: () => 0.5, ...more })
  onTestFinished(() => outbox.close())
  const changes: OutboxChange[] = []
  outbox.on('change', (change) => changes.push(change))
  const reply = (body: string, id = newId()) => outbox.add({ type: 'reply', input: { id, threadId: 't', body } })
  const states = () => changes.map(({ entry }) => entry.state)
  return { outbox, clock, changes, reply, states, store }
}

const eventually = (check: () => unknown) => vi.waitFor(check, { interval: 5, timeout: 5000 })
const isEmpty = ({ outbox }: ReturnType<typeof openOutbox>) => eventually(async () => expect(await outbox.list()).toEqual([]))
const offline = (server: EnvelopeServer, tries = 1) => server.interceptors.push(...Array.from({ length: tries * 3 }, () => cut))
/** The wait before the next try, in ms; it is then over. */
const passWait = (clock: ReturnType<typeof handTimer>) =>
  eventually(() => {
    const wait = clock.pending.find(({ ms }) => ms !== 30_000)
    expect(wait).toBeDefined()
    clock.fire(wait!.ms, wait!.ms + 1)
    return wait!.ms
  }) as Promise<number>

test('the network is cut twenty times in the middle of a send: each is written once, in order', async () => {
  const it = await startServer()
  const box = openOutbox(it, memoryOutboxStore())
  // The client repeats twice by itself: three cuts are one failure of the outbox.
  for (let failures = 0; failures < 20; failures++)
    it.server.interceptors.push(cutAfterWork(it.server), cut, failures % 2 ? cutAfterWork(it.server) : cut)
  const wanted = Array.from({ length: 12 }, (_, index) => `réponse ${index}`)
  for (const body of wanted) await box.reply(body)
  for (let failures = 0; failures < 20; failures++) await passWait(box.clock)
  await isEmpty(box)
  expect(it.bodies()).toEqual(wanted)
  expect(new Set(it.rows.map(({ id }) => id)).size).toBe(12)
  expect(it.server.interceptors).toEqual([])
})

test('a new cut at each entry, before or after the write: once each, and in order', async () => {
  const it = await startServer()
  const box = openOutbox(it, memoryOutboxStore())
  for (let index = 0; index < 20; index++) {
    offline(it.server)
    if (index % 2) it.server.interceptors[it.server.interceptors.length - 1] = cutAfterWork(it.server)
    await box.reply(`${index}`)
    await passWait(box.clock)
    await isEmpty(box)
  }
  expect(it.bodies()).toEqual(Array.from({ length: 20 }, (_, index) => `${index}`))
})

test('twenty pages that vanish while the answer is under way: the next one sends again, written once', async () => {
  const it = await startServer()
  const store = memoryOutboxStore()
  const first = openOutbox(it, store)
  for (let index = 0; index < 20; index++) {
    const box = index ? openOutbox(it, store) : first
    // The write is done, and its answer never comes.
    it.server.interceptors.push(async (_, __, received) => {
      await it.server.procedures[received.paths[0]!]!(received.inputs[0] as never, received)
      box.outbox.close()
    })
    if (!index) for (let entry = 0; entry < 3; entry++) await box.reply(`${entry}`)
    await eventually(() => expect(it.server.interceptors).toEqual([]))
    expect(await box.outbox.list()).toMatchObject([
      { state: 'sending', tries: index + 1 },
      { state: 'waiting' },
      { state: 'waiting' },
    ])
  }
  await isEmpty(openOutbox(it, store))
  expect(it.bodies()).toEqual(['0', '1', '2'])
})

test('add resolves when it is stored, the answer comes with `sent`, and nothing stays', async () => {
  const it = await startServer()
  const box = openOutbox(it, memoryOutboxStore())
  const entry = await box.reply('Merci')
  expect(entry).toMatchObject({ type: 'reply', state: 'waiting', tries: 0, input: { body: 'Merci' } })
  await isEmpty(box)
  await eventually(() => expect(box.states()).toEqual(['waiting', 'sending', 'sent']))
  expect(box.changes.at(-1)).toMatchObject({ entry: { id: entry.id }, result: { id: (entry.input as Write).id, body: 'Merci' } })
})

test('the same draft added twice is one entry; another text under its id is refused', async () => {
  const it = await startServer()
  offline(it.server)
  const box = openOutbox(it, memoryOutboxStore())
  const id = newId()
  const entry = await box.reply('Merci', id)
  expect(await box.reply('Merci', id)).toMatchObject({ id: entry.id })
  expect(await refusalOf(box.reply('Autre', id))).toMatchObject({ code: 'conflict' })
  expect(await box.outbox.list()).toHaveLength(1)
})

test.each(['offline', 'unavailable', 'rate_limited', 'internal'] as const)(
  '%s keeps everything waiting, longer each time',
  async (code) => {
    const it = await startServer()
    const tell = vi.fn((): never => {
      throw new Refusal(code as 'internal', 500, code === 'rate_limited' ? { retryAfter: 90 } : {})
    })
    it.server.procedures['discussions.reply'] =
      code === 'offline'
        ? (): never => {
            throw new Refusal('internal', 500)
          }
        : tell
    if (code === 'offline') offline(it.server, 8)
    const box = openOutbox(it, memoryOutboxStore())
    await box.reply('un')
    await box.reply('deux')
    const waits = []
    for (let tries = 0; tries < 7; tries++) waits.push(await passWait(box.clock))
    const extra = code === 'rate_limited' ? 90_000 : 0
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000].map((ms) => ms + extra))
    await eventually(async () =>
      expect(await box.outbox.list()).toMatchObject([
        { state: 'waiting', code },
        { state: 'waiting', tries: 0 },
      ]),
    )
  },
)

test('what the server stumbles over again and again stands aside, kept, and the next ones go', async () => {
  const it = await startServer()
  const write = it.server.procedures['discussions.reply']!
  it.server.procedures['discussions.reply'] = (input, ...rest) => {
    if ((input as { body: string }).body === 'un') throw new Refusal('internal', 500)
    return write(input, ...rest)
  }
  const box = openOutbox(it, memoryOutboxStore())
  await box.reply('un')
  await box.reply('deux')
  for (let tries = 0; tries < 7; tries++) await passWait(box.clock)
  await eventually(async () =>
    expect(await box.outbox.list()).toMatchObject([{ state: 'refused', code: 'internal', input: { body: 'un' } }]),
  )
  expect(it.bodies()).toContain('deux')
})

test('without a session it waits for one, and nothing is asked for meanwhile', async () => {
  const it = await startServer()
  const write = it.server.procedures['discussions.reply']!
  it.server.procedures['discussions.reply'] = () => {
    throw new Refusal('unauthorized', 401)
  }
  const box = openOutbox(it, memoryOutboxStore())
  await box.reply('un')
  await eventually(async () => expect(await box.outbox.list()).toMatchObject([{ state: 'waiting', code: 'unauthorized' }]))
  expect(box.clock.pending).toEqual([])
  it.server.procedures['discussions.reply'] = write
  box.outbox.flush()
  await isEmpty(box)
  expect(it.bodies()).toEqual(['un'])
})

test('the network coming back is not waited for by the clock', async () => {
  const it = await startServer()
  let wake = (): void => {}
  const box = openOutbox(it, memoryOutboxStore(), { online: (act) => ((wake = act), () => {}) })
  offline(it.server)
  await box.reply('un')
  await eventually(() => expect(box.clock.pending.some(({ ms }) => ms < 30_000)).toBe(true))
  wake()
  await isEmpty(box)
})

test('tabs send one at a time, by a lock or by a lease, and a lease that is over is taken', async () => {
  for (const locks of [new Origin().locks, undefined]) {
    const it = await startServer()
    const store = memoryOutboxStore()
    let under = 0
    const write = it.server.procedures['discussions.reply']!
    it.server.procedures['discussions.reply'] = async (input, received) => {
      expect(++under).toBe(1)
      await new Promise((resolve) => setImmediate(resolve))
      under -= 1
      return write(input, received)
    }
    const boxes = Array.from({ length: 3 }, () => openOutbox(it, store, { locks }))
    for (let index = 0; index < 9; index++) await boxes[index % 3]!.reply(`${index}`)
    await isEmpty(boxes[0]!)
    expect(it.bodies()).toEqual(Array.from({ length: 9 }, (_, index) => `${index}`))
  }
  const it = await startServer()
  const store = memoryOutboxStore({ entries: [], lease: { owner: 'gone', until: 5000 } })
  const clock = { now: 4000 }
  const box = openOutbox(it, store, { locks: undefined, now: () => clock.now })
  await box.reply('un')
  expect(await passWait(box.clock)).toBe(2000)
  expect(it.rows).toEqual([])
  clock.now = 6000
  await passWait(box.clock)
  await isEmpty(box)
})

test('other tabs hear of it', async () => {
  const it = await startServer()
  const [store, { channel, locks }] = [memoryOutboxStore(), new Origin()]
  const [here, there] = [openOutbox(it, store, { channel, locks }), openOutbox(it, store, { channel, locks })]
  await here.reply('un')
  await eventually(() => expect(there.states()).toEqual(['waiting', 'sending', 'sent']))
})

test('a send that gets no answer is given up after half a minute, and repeated', async () => {
  const it = await startServer()
  it.server.interceptors.push(() => {})
  const box = openOutbox(it, memoryOutboxStore())
  await box.reply('un')
  await eventually(() => expect(it.server.requests).toHaveLength(1))
  expect(box.clock.fire(30_000, 30_001)).toBe(true)
  await eventually(async () => expect(await box.outbox.list()).toMatchObject([{ state: 'waiting', code: 'offline' }]))
  await passWait(box.clock)
  await isEmpty(box)
  expect(it.bodies()).toEqual(['un'])
})

test('what is cleared is not sent', async () => {
  const it = await startServer()
  offline(it.server)
  const box = openOutbox(it, memoryOutboxStore())
  await box.reply('un')
  await eventually(async () => expect(await box.outbox.list()).toMatchObject([{ code: 'offline' }]))
  await box.outbox.clear()
  await passWait(box.clock)
  await box.reply('deux')
  await isEmpty(box)
  expect(it.bodies()).toEqual(['deux'])
  expect(await box.outbox.isDurable()).toBe(false)
})

test('where storage is refused from the start nothing of what is added at once gets lost', async () => {
  const it = await startServer()
  const box = openOutbox(it, indexedStore('nowhere'))
  await Promise.all(['un', 'deux', 'trois'].map((body) => box.reply(body)))
  await isEmpty(box)
  expect(it.bodies().toSorted()).toEqual(['deux', 'trois', 'un'])
})

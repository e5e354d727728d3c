import { expect, test, vi } from 'vitest'
import type { LiveEvent } from '@cercle/server'
import { LiveServer } from '../../test/live-server.ts'
import { HandPage, handTimer, Origin } from '../../test/live-surroundings.ts'
import { createLive } from '../live.ts'
import type { TokenSource } from '../signed-exchange.ts'

/** What sessions share is their name; each document may hold another token of it. */
const holding = (access: string, session: string | undefined = 'session-1'): TokenSource => ({
  get: async () => access,
  renew: async () => undefined,
  session: async () => session,
})

/** One document: it listens from the start. */
function open(server: LiveServer, origin: Partial<Origin>, token: string | TokenSource = holding('access-1'), site = 'site-1') {
  const clock = handTimer()
  const page = new HandPage()
  const options = { server: server.url, community: 'a', site, token }
  const { locks, channel } = origin
  const live = createLive(options, { state: 'idle' }, { page, timer: clock.timer, random: () => 0.5, locks, channel })
  const events: LiveEvent[] = []
  const stop = live.on('*', (event) => events.push(event))
  const seqs = () => events.flatMap((event) => (event.type === 'post.created' ? [event.seq] : []))
  return { live, page, clock, events, seqs, stop }
}
type Doc = ReturnType<typeof open>

const eventually = (check: () => void) => vi.waitFor(check, { interval: 5, timeout: 5000 })
const allOpen = (docs: Doc[]) => eventually(() => expect(docs.map(({ live }) => live.state)).toEqual(docs.map(() => 'open')))
const allHeard = (docs: Doc[], wanted: number[]) =>
  eventually(() => expect(docs.map(({ seqs }) => seqs())).toEqual(docs.map(() => wanted)))
const seqsOf = (server: LiveServer) => server.log.map(({ seq }) => seq)

test('five documents have one stream, and all hear all', async () => {
  await using server = await LiveServer.start()
  const origin = new Origin()
  const docs = Array.from({ length: 5 }, (_, index) => open(server, origin, holding(`access-${index}`)))
  await allOpen(docs)
  server.happen(3)
  await allHeard(docs, [2, 4, 6])
  expect(server.requests).toHaveLength(1)
})

test('word that what concerns her changed has no place in the order, and all hear it', async () => {
  await using server = await LiveServer.start()
  const origin = new Origin()
  const docs = Array.from({ length: 3 }, () => open(server, origin))
  await allOpen(docs)
  server.happen(1)
  await allHeard(docs, [2])
  server.write('data: {"type":"notices.changed"}\n\n')
  await eventually(() => expect(docs.map(({ events }) => events.at(-1))).toEqual(docs.map(() => ({ type: 'notices.changed' }))))
  server.happen(1)
  await allHeard(docs, [2, 4])
})

test('when the leader goes the next goes on from what it heard: ten times, no loss, no double', async () => {
  await using server = await LiveServer.start()
  const origin = new Origin()
  const docs = Array.from({ length: 11 }, () => open(server, origin))
  const last = docs.at(-1)!
  await allOpen(docs)
  for (const leader of docs.slice(0, -1)) {
    await eventually(() => expect(server.streams.size).toBe(1))
    server.happen(2)
    leader.stop()
    server.happen(2, { send: false })
    await eventually(() => expect(last.seqs().at(-1)).toBe(server.seq))
  }
  expect(last.seqs()).toEqual(seqsOf(server))
  expect(server.requests).toHaveLength(11)
})

test('a message of the leader that a document never got is asked for', async () => {
  await using server = await LiveServer.start()
  const origin = new Origin()
  let lost = 0
  const channel = (name: string) => {
    const made = origin.channel(name)
    made.loses = (message) => JSON.stringify(message).includes('"seq":4,') && lost++ === 0
    return made
  }
  const docs = [open(server, origin), open(server, { locks: origin.locks, channel }), open(server, origin)]
  await allOpen(docs)
  server.happen(3)
  await allHeard(docs, [2, 4, 6])
  expect(lost).toBeGreaterThan(0)
  expect(server.requests).toHaveLength(1)
})

test('a document shown again is told by the leader what it missed, and the hidden leader gives up its place', async () => {
  await using server = await LiveServer.start()
  const origin = new Origin()
  const [first, second] = [open(server, origin), open(server, origin)] as const
  await allOpen([first, second])
  server.happen()
  await allHeard([first, second], [2])
  first.page.show(false)
  await eventually(() => expect(server.requests.map(({ after }) => after)).toEqual([undefined, 2]))
  await allOpen([second])
  server.happen(2)
  await allHeard([second], [2, 4, 6])
  first.page.show(true)
  await allHeard([first], [2, 4, 6])
  expect(server.requests).toHaveLength(2)
  second.page.show(false)
  await eventually(() => expect(server.requests.map(({ after }) => after)).toEqual([undefined, 2, 6]))
})

test('what a leader cannot know of the time before it is a resync, for the one who missed it', async () => {
  await using server = await LiveServer.start()
  const origin = new Origin()
  const old = open(server, origin)
  await allOpen([old])
  old.page.show(false)
  server.happen(2)
  const young = open(server, origin)
  await allOpen([young])
  old.page.show(true)
  await eventually(() => expect(old.events.at(-1)).toEqual({ type: 'resync', seq: 4 }))
  expect(young.events.map(({ type }) => type)).toEqual(['ready'])
  server.happen()
  await allHeard([old, young], [6])
})

test('a leader that waits says so, and all stop when the session is over', async () => {
  await using server = await LiveServer.start()
  const origin = new Origin()
  const docs = Array.from({ length: 3 }, () => open(server, origin))
  await allOpen(docs)
  server.cut()
  await eventually(() => expect(docs.map(({ live }) => live.state)).toEqual(['waiting', 'waiting', 'waiting']))
  docs[0]!.page.show(true)
  await allOpen(docs)
  server.write('data: {"type":"ended"}\n\n')
  await eventually(() => expect(docs.map(({ live }) => live.state)).toEqual(['ended', 'ended', 'ended']))
  for (const { events } of docs) expect(events.filter(({ type }) => type === 'ended')).toHaveLength(1)
  expect(server.requests).toHaveLength(2)
})

test('other sessions, sites and tokens without a session do not share; no name or message holds a token', async () => {
  await using server = await LiveServer.start()
  const origin = new Origin()
  const docs = [
    open(server, origin, holding('access-secret')),
    open(server, origin, holding('access-secret', 'session-2')),
    open(server, origin, holding('access-secret'), 'site-2'),
    open(server, origin, 'access-secret'),
    open(server, origin, 'access-other'),
  ]
  await allOpen(docs)
  expect(server.requests).toHaveLength(5)
  expect(origin.names.size).toBe(5)
  for (const text of [...origin.names, ...origin.sent]) expect(text).not.toMatch(/access|session-|site-/)
})

test.each<[string, Partial<Origin>]>([
  ['are missing', {}],
  [
    'throw',
    {
      channel: () => {
        throw new DOMException('', 'SecurityError')
      },
      locks: new Origin().locks,
    },
  ],
  [
    'reject',
    {
      channel: new Origin().channel,
      locks: { request: () => Promise.reject(new DOMException('', 'SecurityError')) },
    },
  ],
])('where locks or channels %s, each has its own stream', async (_, origin) => {
  await using server = await LiveServer.start()
  const docs = [open(server, origin), open(server, origin)]
  await allOpen(docs)
  server.happen(2)
  await allHeard(docs, [2, 4])
  expect(server.requests).toHaveLength(2)
})

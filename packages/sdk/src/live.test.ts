import { expect, test, vi } from 'vitest'
import type { LiveEvent } from '@cercle/server'
import { LiveServer, posted, refuse } from '../test/live-server.ts'
import { HandPage, handTimer } from '../test/live-surroundings.ts'
import { createCercle, type LiveState, type TokenSource } from './index.ts'
import { createLive } from './live.ts'

async function start({ token = 'access-1', listen = true }: { token?: string | TokenSource; listen?: boolean } = {}) {
  const server = await LiveServer.start()
  const clock = handTimer()
  const page = new HandPage()
  const options = { server: server.url, community: 'a', site: 'site-1', token }
  const live = createLive(options, { state: 'idle' }, { page, timer: clock.timer, random: () => 0.5 })
  const events: LiveEvent[] = []
  const states: LiveState[] = []
  if (listen) live.on('state', (state) => states.push(state))
  const stop = listen ? live.on('*', (event) => events.push(event)) : () => {}
  const seqs = () => events.flatMap((event) => (event.type === 'post.created' ? [event.seq] : []))
  const until = (state: LiveState) => vi.waitFor(() => expect(live.state).toBe(state), { interval: 5, timeout: 5000 })
  const heard = (...wanted: number[]) => vi.waitFor(() => expect(seqs()).toEqual(wanted), { interval: 5, timeout: 5000 })
  return {
    server,
    clock,
    page,
    live,
    events,
    states,
    stop,
    until,
    heard,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

/** The wait before the next try, in ms, once there is one; it is then over. */
const passWait = (clock: ReturnType<typeof handTimer>) =>
  vi.waitFor(
    () => {
      const wait = clock.pending.find(({ ms }) => ms !== 60_000)
      expect(wait).toBeDefined()
      clock.fire(wait!.ms, wait!.ms + 1)
      return wait!.ms
    },
    { interval: 5, timeout: 5000 },
  )

test('opens at the first listener, with the token in a header, and closes at the last', async () => {
  await using it = await start({ listen: false })
  expect(it.server.requests).toHaveLength(0)
  const heard: LiveEvent[] = []
  const stops = [it.live.on('post.created', (event) => heard.push(event)), it.live.on('ready', (event) => heard.push(event))]
  await it.until('open')
  expect(it.server.requests).toMatchObject([
    { after: undefined, headers: { authorization: 'Bearer access-1', 'cercle-site': 'site-1' } },
  ])
  it.server.happen()
  await vi.waitFor(() => expect(heard).toEqual([{ type: 'ready', seq: 0 }, posted(2)]))
  stops[0]!()
  expect(it.live.state).toBe('open')
  stops[1]!()
  expect(it.live.state).toBe('idle')
  await vi.waitFor(() => expect(it.server.streams.size).toBe(0))
  expect(it.clock.pending).toEqual([])
})

test('goes on from its cursor after each of twenty cuts, without a loss or a double', async () => {
  await using it = await start()
  await it.until('open')
  for (let cuts = 0; cuts < 20; cuts++) {
    it.server.happen(2)
    it.server.cut()
    it.server.happen(3, { send: false })
    await passWait(it.clock)
    await it.until('open')
  }
  await it.heard(...it.server.log.map(({ seq }) => seq))
  expect(it.server.log).toHaveLength(100)
})

test('waits longer after each failure, to half a minute, and starts over once it was open', async () => {
  await using it = await start()
  await it.until('open')
  it.server.refusals.push(...Array.from({ length: 8 }, () => refuse('unavailable', 503)))
  it.server.cut()
  const waits: number[] = []
  for (let tries = 0; tries < 9; tries++) waits.push(await passWait(it.clock))
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  await it.until('open')
  it.server.cut()
  expect(await passWait(it.clock)).toBe(500)
})

test('waits as long as the server asks for, and comes at once when the network is back', async () => {
  await using it = await start({ listen: false })
  it.server.refusals.push(refuse('rate_limited', 429, 90))
  it.live.on('*', () => {})
  await it.until('waiting')
  expect(it.clock.pending.map(({ ms }) => ms)).toEqual([90_500])
  it.page.show(true)
  await it.until('open')
})

test('a minute of silence is a cut; a heartbeat is not silence', async () => {
  await using it = await start()
  await it.until('open')
  const [before] = it.clock.pending
  it.server.write(':\n\n')
  await vi.waitFor(() => expect(it.clock.pending[0]).not.toBe(before))
  expect(it.clock.pending).toMatchObject([{ ms: 60_000 }])
  it.clock.fire(60_000)
  await it.until('waiting')
  await vi.waitFor(() => expect(it.server.streams.size).toBe(0))
})

test('is closed while the page is hidden, and goes on from there', async () => {
  await using it = await start()
  await it.until('open')
  it.server.happen()
  await it.heard(2)
  it.page.show(false)
  expect(it.live.state).toBe('hidden')
  await vi.waitFor(() => expect(it.server.streams.size).toBe(0))
  it.server.happen(2, { send: false })
  it.page.show(true)
  await it.heard(2, 4, 6)
  expect(it.server.requests.map(({ after }) => after)).toEqual([undefined, 2])
})

test('a resync is told, and the cursor is there', async () => {
  await using it = await start()
  await it.until('open')
  it.server.write('data: {"type":"resync","seq":5000}\n\n')
  await vi.waitFor(() => expect(it.events.at(-1)).toEqual({ type: 'resync', seq: 5000 }))
  it.server.cut()
  await passWait(it.clock)
  await vi.waitFor(() => expect(it.server.requests.at(-1)!.after).toBe(5000))
})

test('a resync may lead back, to what a backup held: what comes after it is told', async () => {
  await using it = await start()
  await it.until('open')
  it.server.write('data: {"type":"resync","seq":5000}\n\n')
  await vi.waitFor(() => expect(it.events.at(-1)).toEqual({ type: 'resync', seq: 5000 }))
  it.server.write('data: {"type":"resync","seq":7}\n\n')
  await vi.waitFor(() => expect(it.events.at(-1)).toEqual({ type: 'resync', seq: 7 }))
  it.server.cut()
  await passWait(it.clock)
  await vi.waitFor(() => expect(it.server.requests.at(-1)!.after).toBe(7))
})

test('what the server says over again is told once', async () => {
  await using it = await start()
  await it.until('open')
  for (const seq of [3, 5, 3, 5, 4, 7]) it.server.write(`data: ${JSON.stringify(posted(seq))}\n\n`)
  await it.heard(3, 5, 7)
})

test('renews a refused token once, then goes on', async () => {
  const source = { get: async () => 'old', renew: vi.fn(async () => 'new') }
  await using it = await start({ token: source, listen: false })
  it.server.good = 'new'
  it.live.on('*', () => {})
  await it.until('open')
  expect(source.renew.mock.calls).toEqual([['old']])
})

test.each([
  ['an end said by the stream', async (it: Started) => it.server.write('data: {"type":"ended"}\n\n')],
  [
    'a token that is refused when it comes back',
    async (it: Started) => {
      it.server.good = 'another'
      it.server.cut()
      await passWait(it.clock)
    },
  ],
])('%s ends it, is said once, and a later listener tries again', async (_, end) => {
  await using it = await start()
  await it.until('open')
  await end(it)
  await it.until('ended')
  expect(it.events.filter(({ type }) => type === 'ended')).toEqual([{ type: 'ended' }])
  expect(it.clock.pending).toEqual([])
  it.server.good = undefined
  it.live.on('ready', () => {})
  await it.until('open')
})
type Started = Awaited<ReturnType<typeof start>>

test('a stranger has no stream and asks for none', async () => {
  await using it = await start({ token: { get: async () => undefined, renew: async () => undefined } })
  await it.until('ended')
  expect(it.server.requests).toEqual([])
})

test('a refusal stops it and is said', async () => {
  await using it = await start({ listen: false })
  it.server.refusals.push(refuse('forbidden', 403))
  it.live.on('*', () => {})
  await it.until('refused')
  expect(it.clock.pending).toEqual([])
})

test('a source that cannot tell now is asked again', async () => {
  const get = vi
    .fn(async () => 'access-1')
    .mockRejectedValueOnce(new Error('no network'))
    .mockRejectedValueOnce(new Error('no network'))
  await using it = await start({ token: { get, renew: async () => undefined } })
  await it.until('waiting')
  await passWait(it.clock)
  await it.until('open')
})

test('a listener that throws stops nobody else', async () => {
  await using it = await start({ listen: false })
  const later = globalThis.queueMicrotask
  const thrown: unknown[] = []
  const caught = (act: () => void) =>
    later(() => {
      try {
        act()
      } catch (error) {
        thrown.push(error)
      }
    })
  vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(caught)
  const heard = vi.fn()
  it.live.on('ready', () => {
    throw new Error('mine')
  })
  it.live.on('ready', heard)
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1))
  vi.restoreAllMocks()
  expect(thrown).toEqual([new Error('mine')])
})

test('cercle.live loads it at the first listener', async () => {
  await using server = await LiveServer.start()
  const cercle = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  expect(cercle.live.state).toBe('idle')
  const heard: LiveEvent[] = []
  const stop = cercle.live.on('*', (event) => heard.push(event))
  await vi.waitFor(() => expect(cercle.live.state).toBe('open'))
  server.happen()
  await vi.waitFor(() => expect(heard).toEqual([{ type: 'ready', seq: 0 }, posted(2)]))
  stop()
  await vi.waitFor(() => expect(cercle.live.state).toBe('idle'))
  await vi.waitFor(() => expect(server.streams.size).toBe(0))
})

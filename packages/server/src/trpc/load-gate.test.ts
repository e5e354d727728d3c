import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LoadGate } from './load-gate.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

/** Asks to come in, and notes when she was let in and what she was told. */
function ask(gate: LoadGate, name: string, told: string[]) {
  const one = { leave: () => {} }
  void gate.enter().then(
    (pass) => {
      told.push(name)
      one.leave = () => pass[Symbol.dispose]()
    },
    ({ code, retryAfter }) => void told.push(`${name}: ${code}, again after ${retryAfter} s`),
  )
  return one
}
const turns = async (count: number) => {
  for (let n = 0; n < count; n++) await turn()
}

test('work goes in at once while there is room', async () => {
  const told: string[] = []
  ask(new LoadGate(2), 'Ada', told)
  await Promise.resolve()
  await Promise.resolve()
  expect(told).toEqual(['Ada'])
})

test('of those who come at once each turn lets one in, first come, first served', async () => {
  const told: string[] = []
  const gate = new LoadGate(8)
  for (const name of ['Ada', 'Bao', 'Chloé', 'Dina']) ask(gate, name, told)
  const seen: number[] = []
  for (let n = 0; n < 4; n++) {
    await turns(1)
    seen.push(told.length)
  }
  expect(told).toEqual(['Ada', 'Bao', 'Chloé', 'Dina'])
  expect(Math.max(...seen.map((count, n) => count - (seen[n - 1] ?? 1)))).toBe(1)
})

test('no more go in than there is room for; who leaves makes room for the next', async () => {
  const told: string[] = []
  const gate = new LoadGate(2)
  const [ada] = ['Ada', 'Bao', 'Chloé'].map((name) => ask(gate, name, told))
  await turns(6)
  expect([told, gate.inside, gate.waiting]).toEqual([['Ada', 'Bao'], 2, 1])
  ada!.leave()
  await turns(3)
  expect([told.at(-1), gate.inside, gate.waiting]).toEqual(['Chloé', 2, 0])
})

test('who stood in line too long is told so, though nothing ends; who came later still waits', async () => {
  const told: string[] = []
  const gate = new LoadGate(1)
  ask(gate, 'Ada', told)
  ask(gate, 'Bao', told)
  await turns(3)
  vi.advanceTimersByTime(300)
  ask(gate, 'Chloé', told)
  await turns(3)
  vi.advanceTimersByTime(100)
  await turns(3)
  expect(told).toEqual(['Ada', 'Bao: unavailable, again after 1 s'])
  vi.advanceTimersByTime(300)
  await turns(3)
  expect(told.at(-1)).toBe('Chloé: unavailable, again after 1 s')
  expect(gate.waiting).toBe(0)
})

test('a line without end is refused at its end', async () => {
  const told: string[] = []
  const gate = new LoadGate(1)
  for (let n = 0; n <= 2_000; n++) ask(gate, 'one', told)
  ask(gate, 'Ada', told)
  await Promise.resolve()
  await Promise.resolve()
  expect(told).toContain('Ada: unavailable, again after 1 s')
  expect(gate.waiting).toBe(2_000)
})

test('who would wait too long is refused before the line; when it got short again nobody is', async () => {
  const told: string[] = []
  const gate = new LoadGate(1)
  let inside = ask(gate, 'one', told)
  const coming = Array.from({ length: 40 }, () => ask(gate, 'one', told))
  await turns(1)
  for (let n = 0; n < 10; n++) {
    expect(gate.isHopeless).toBe(false)
    vi.advanceTimersByTime(20)
    inside.leave()
    await turns(3)
    inside = coming[n]!
  }
  for (let n = 0; n < 60; n++) ask(gate, 'one', told)
  expect(gate.isHopeless).toBe(true)
  vi.advanceTimersByTime(400)
  expect(gate.isHopeless).toBe(false)
})

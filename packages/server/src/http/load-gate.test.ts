import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Request, Response } from 'express'
import { LoadGate } from './load-gate.ts'

class Answering extends EventEmitter {
  code = 0
  body: unknown
  set() {
    return this
  }
  status(code: number) {
    this.code = code
    return this
  }
  json(body: unknown) {
    this.body = body
  }
}

function enter(gate: LoadGate) {
  const res = new Answering()
  const next = vi.fn()
  void gate.handler({} as Request, res as unknown as Response, next)
  return { res, accepted: next.mock.calls.length === 1 }
}

test('what would wait too long is refused at once, with words and a time to come back', () => {
  const gate = new LoadGate()
  const inside = Array.from({ length: 64 }, () => enter(gate))
  expect(inside.every(({ accepted }) => accepted)).toBe(true)
  const late = enter(gate)
  expect(late).toMatchObject({
    accepted: false,
    res: { code: 503, body: { error: { data: { code: 'unavailable', retryAfter: 1 } } } },
  })
  inside[0]!.res.emit('close')
  expect(enter(gate).accepted).toBe(true)
  expect(gate.underWay).toBe(64)
})

/** Half a second in which so many requests end, each after so long; then so many come at once. Answers how many of those are accepted. */
function acceptedAfter(
  gate: LoadGate,
  clock: { now: number },
  { ended, each, coming }: Record<'ended' | 'each' | 'coming', number>,
): number {
  const from = clock.now
  for (let one = 0; one < ended; one++) {
    clock.now = from
    const { res, accepted } = enter(gate)
    clock.now = from + each
    if (accepted) res.emit('close')
  }
  clock.now = from + 500
  const all = Array.from({ length: coming }, () => enter(gate))
  for (const { res, accepted } of all) if (accepted) res.emit('close')
  return all.filter(({ accepted }) => accepted).length
}

describe('what is let in at once', () => {
  const clock = { now: 0 }
  beforeEach(() => {
    clock.now = 0
    vi.spyOn(performance, 'now').mockImplementation(() => clock.now)
  })
  afterEach(() => void vi.restoreAllMocks())

  test('grows with the pace of a quick server, a step at a time', () => {
    const gate = new LoadGate()
    const counts = [1, 2, 3].map(() => acceptedAfter(gate, clock, { ended: 1_000, each: 5, coming: 2_000 }))
    expect(counts).toEqual([96, 144, 216])
  })

  test('shrinks to what a slow server ends within the patience, and comes back', () => {
    const gate = new LoadGate()
    expect(acceptedAfter(gate, clock, { ended: 30, each: 450, coming: 100 })).toBe(24)
    expect(acceptedAfter(gate, clock, { ended: 2, each: 450, coming: 100 })).toBeLessThan(40)
    for (let window = 0; window < 6; window++) acceptedAfter(gate, clock, { ended: 1, each: 5, coming: 0 })
    clock.now += 500
    expect(acceptedAfter(gate, clock, { ended: 1, each: 5, coming: 100 })).toBeGreaterThanOrEqual(64)
  })
})

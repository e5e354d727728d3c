import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
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

test('a quick server takes more at once', () => {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  const gate = new LoadGate()
  for (let ended = 0; ended < 1000; ended++) enter(gate).res.emit('close')
  now = 1_500
  const accepted = Array.from({ length: 400 }, () => enter(gate).accepted).filter(Boolean).length
  vi.restoreAllMocks()
  expect(accepted).toBeGreaterThan(150)
  expect(accepted).toBeLessThan(400)
})

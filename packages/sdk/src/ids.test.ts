import { expect, test, vi } from 'vitest'
import { newId } from './ids.ts'

test('is a UUID of version 7 with the time it was made at', () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-24T12:00:00.123Z') })
  try {
    for (let made = 0; made < 500; made++) {
      const id = newId()
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.now())
    }
  } finally {
    vi.useRealTimers()
  }
})

test('a clock that says 1970 still gives a whole one', () => {
  vi.useFakeTimers({ now: 5 })
  try {
    expect(newId()).toMatch(/^00000000-0005-7/)
  } finally {
    vi.useRealTimers()
  }
})

test('ten thousand at once are all different', () => {
  expect(new Set(Array.from({ length: 10_000 }, newId)).size).toBe(10_000)
})

test('needs no secure context', () => {
  const { randomUUID } = crypto
  Object.assign(crypto, { randomUUID: undefined })
  try {
    expect(newId()).toHaveLength(36)
  } finally {
    Object.assign(crypto, { randomUUID })
  }
})

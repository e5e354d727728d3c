import { expect, test } from 'vitest'
import { mailTime } from './mail-rhythm.ts'
import type { RhythmView } from './notifications.schema.ts'

const timeZone = 'America/Toronto'
const at = (
  rhythm: RhythmView['rhythm'],
  now: string,
  change: { days?: number[]; quiet?: { from: number; until: number } } = {},
) =>
  mailTime({
    now: new Date(now),
    timeZone,
    rhythm: { rhythm, days: change.days ?? [] },
    quiet: change.quiet ?? null,
  })?.toISOString()
const night = { from: 21, until: 7 }

test('at once: the whole minute after a minute has passed', () => {
  expect(at('at_once', '2026-11-24T15:00:00.000Z')).toBe('2026-11-24T15:01:00.000Z')
  expect(at('at_once', '2026-11-24T15:00:00.001Z')).toBe('2026-11-24T15:02:00.000Z')
})

test('at once, in quiet hours over midnight: when they are over', () => {
  expect(at('at_once', '2026-11-25T01:59:30.000Z', { quiet: night })).toBe('2026-11-25T12:00:00.000Z') // 20:59 → 21:01 is quiet
  expect(at('at_once', '2026-11-25T05:00:00.000Z', { quiet: night })).toBe('2026-11-25T12:00:00.000Z') // midnight
  expect(at('at_once', '2026-11-25T11:59:00.000Z', { quiet: night })).toBe('2026-11-25T12:00:00.000Z') // 6:59
  expect(at('at_once', '2026-11-25T01:58:00.000Z', { quiet: night })).toBe('2026-11-25T01:59:00.000Z') // 20:58
})

test('at once, in quiet hours of one day: the same day', () => {
  expect(at('at_once', '2026-11-24T15:00:00.000Z', { quiet: { from: 9, until: 16 } })).toBe('2026-11-24T21:00:00.000Z')
})

test('daily: at eight of the community’s clock, today or tomorrow', () => {
  expect(at('daily', '2026-11-24T12:58:00.000Z')).toBe('2026-11-24T13:00:00.000Z')
  expect(at('daily', '2026-11-24T13:00:00.000Z')).toBe('2026-11-25T13:00:00.000Z')
  // already tomorrow by Greenwich, still today in Toronto
  expect(at('daily', '2026-11-25T03:00:00.000Z')).toBe('2026-11-25T13:00:00.000Z')
})

test('daily, where eight is quiet: when that is over', () => {
  expect(at('daily', '2026-11-24T23:00:00.000Z', { quiet: { from: 22, until: 10 } })).toBe('2026-11-25T15:00:00.000Z')
})

test('on chosen days: the next of them; the same day next week when its hour is over', () => {
  expect(at('days', '2026-11-24T15:00:00.000Z', { days: [4, 5] })).toBe('2026-11-26T13:00:00.000Z')
  expect(at('days', '2026-11-24T15:00:00.000Z', { days: [2] })).toBe('2026-12-01T13:00:00.000Z')
  expect(at('days', '2026-11-28T15:00:00.000Z', { days: [7] })).toBe('2026-11-29T13:00:00.000Z')
})

test('the hour stays when the clocks change', () => {
  expect(at('daily', '2026-03-07T20:00:00.000Z')).toBe('2026-03-08T12:00:00.000Z')
  expect(at('daily', '2026-10-31T20:00:00.000Z')).toBe('2026-11-01T13:00:00.000Z')
  // an hour that there is not: the one after
  expect(at('at_once', '2026-03-08T05:00:00.000Z', { quiet: { from: 21, until: 2 } })).toBe('2026-03-08T07:00:00.000Z')
})

test('never: no mail', () => {
  expect(at('never', '2026-11-24T15:00:00.000Z')).toBeUndefined()
})

import { expect, test } from 'vitest'
import { zoneClock } from './zone-clock.ts'

const since = new Date('2026-06-01T00:00:00.000Z')
const now = new Date('2026-11-24T00:00:00.000Z')
const seconds = (instant: string): number => Date.parse(instant) / 1000

test('the clock of a zone changes at the second at which its people change theirs', () => {
  expect(zoneClock('America/Toronto', since, now)).toEqual([
    [seconds('2025-01-01T00:00:00.000Z'), -300],
    [seconds('2025-03-09T07:00:00.000Z'), -240],
    [seconds('2025-11-02T06:00:00.000Z'), -300],
    [seconds('2026-03-08T07:00:00.000Z'), -240],
    [seconds('2026-11-01T06:00:00.000Z'), -300],
    [seconds('2027-03-14T07:00:00.000Z'), -240],
    [seconds('2027-11-07T06:00:00.000Z'), -300],
  ])
})

test('half hours, and zones that never change', () => {
  expect(zoneClock('Asia/Kolkata', since, now)).toEqual([[seconds('2025-01-01T00:00:00.000Z'), 330]])
  expect(zoneClock('UTC', since, now)).toEqual([[seconds('2025-01-01T00:00:00.000Z'), 0]])
  expect(zoneClock('America/St_Johns', since, now).map(([, minutes]) => minutes)).toContain(-210)
})

test('every hour of ten years says what Intl says, in zones that change', () => {
  for (const timeZone of ['America/Toronto', 'Europe/Paris', 'Australia/Lord_Howe']) {
    const clock = zoneClock(timeZone, new Date('2026-01-01T00:00:00.000Z'), new Date('2035-01-01T00:00:00.000Z'))
    const format = new Intl.DateTimeFormat('en-CA', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    for (let time = Date.UTC(2026, 0, 1); time < Date.UTC(2036, 0, 1); time += 5 * 3_600_000) {
      const [, minutes] = clock.findLast(([from]) => from * 1000 <= time)!
      const shown = new Date(time + minutes * 60_000).toISOString().slice(11, 16)
      if (format.format(time) !== shown) expect(shown, `${timeZone} ${time}`).toBe(format.format(time))
    }
  }
})

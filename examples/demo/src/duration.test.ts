import { expect, test } from 'vitest'
import { addDuration } from './duration.ts'

const after = (from: string, duration: string): string => new Date(addDuration(Date.parse(from), duration)).toISOString()

test.each([
  ['2026-11-24T12:00:00.000Z', 'P31D', '2026-12-25T12:00:00.000Z'],
  ['2026-11-24T12:00:00.000Z', 'PT15M', '2026-11-24T12:15:00.000Z'],
  ['2026-11-24T12:00:00.000Z', 'PT1.5S', '2026-11-24T12:00:01.500Z'],
  ['2026-11-24T12:00:00.000Z', 'P2W', '2026-12-08T12:00:00.000Z'],
  ['2026-11-24T12:00:00.000Z', 'P1Y2M3DT4H5M6S', '2028-01-27T16:05:06.000Z'],
  ['2026-11-24T12:00:00.000Z', 'PT0S', '2026-11-24T12:00:00.000Z'],
])('%s and %s is %s', (from, duration, expected) => expect(after(from, duration)).toBe(expected))

test('a month after the 31st is the last day of a shorter month', () => {
  expect(after('2027-01-31T08:00:00.000Z', 'P1M')).toBe('2027-02-28T08:00:00.000Z')
  expect(after('2028-02-29T08:00:00.000Z', 'P1Y')).toBe('2029-02-28T08:00:00.000Z')
})

test.each(['', 'P', 'PT', 'P1', '31D', 'P-1D', 'P1H', 'PT1D', 'P1DT', 'p1d', 'P1D ', 'P1.5D', `P${'9'.repeat(40)}D`])(
  '%j is no duration',
  (duration) => expect(() => addDuration(0, duration)).toThrow(RangeError),
)

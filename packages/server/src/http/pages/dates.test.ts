import { expect, test } from 'vitest'
import { dateInWords, type DateSetting } from './dates.ts'

const at = (now: string, language: DateSetting['language'] = 'fr-CA'): DateSetting => ({
  language,
  timeZone: 'America/Toronto',
  now: new Date(now),
})
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test.each([
  ['2026-02-03T17:00:00.000Z', '2026-02-03T17:04:00.000Z', 'aujourd’hui, 12 h', 'today, 12:00 p.m.'],
  ['2026-02-02T21:10:00.000Z', '2026-02-03T17:04:00.000Z', 'hier, 16 h 10', 'yesterday, 4:10 p.m.'],
  // In Toronto it is still the day before.
  ['2026-02-03T02:00:00.000Z', '2026-02-03T04:00:00.000Z', 'aujourd’hui, 21 h', 'today, 9:00 p.m.'],
  ['2026-02-01T14:35:00.000Z', '2026-02-03T17:04:00.000Z', 'dimanche 1er février, 9 h 35', 'Sunday, February 1, 9:35 a.m.'],
  [
    '2025-12-31T14:35:00.000Z',
    '2026-02-03T17:04:00.000Z',
    'mercredi 31 décembre 2025, 9 h 35',
    'Wednesday, December 31, 2025, 9:35 a.m.',
  ],
  // A day of 23 hours lies between.
  ['2026-03-08T04:30:00.000Z', '2026-03-09T03:00:00.000Z', 'hier, 23 h 30', 'yesterday, 11:30 p.m.'],
])('%s seen at %s is « %s »', (instant, now, french, english) => {
  expect(plain(dateInWords(instant, at(now), true))).toBe(french)
  expect(plain(dateInWords(instant, at(now, 'en-CA'), true))).toBe(english)
})

test('in a list only what is fresh has its hour', () => {
  const now = at('2026-02-03T17:04:00.000Z')
  expect(plain(dateInWords('2026-01-20T14:35:00.000Z', now))).toBe('mardi 20 janvier')
  expect(plain(dateInWords('2026-02-03T14:35:00.000Z', now))).toBe('aujourd’hui, 9 h 35')
})

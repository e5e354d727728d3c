import type { Language } from '../locales/texts.ts'

/** « 13 janvier 2026 »: a date that is kept is never relative. */
export const dayIn = (instant: string, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(`${language}-CA`, { timeZone, dateStyle: 'long' }).format(Date.parse(instant))

/** « 13 janvier 2026 à 9 h 35 min 12 s HNE »: to the second, by the clock of the zone. */
export const momentIn = (instant: string, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(`${language}-CA`, { timeZone, dateStyle: 'long', timeStyle: 'long' }).format(Date.parse(instant))

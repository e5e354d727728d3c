import type { Language } from '../locales/texts.ts'

/** How to say an instant. `now` is for tests and stories; the clock of the machine unless told. */
export interface DateOptions {
  language: Language
  /** IANA name of the community's zone. */
  timeZone: string
  now?: Date | undefined
  /** `always`: the hour whatever the age; `fresh`: only today and yesterday. */
  hour?: 'always' | 'fresh'
}

type Parts = Record<Intl.DateTimeFormatPartTypes, string>

/** A formatter is dear to make and cheap to use. */
const formats = new Map<string, Intl.DateTimeFormat>()

function partsOf(time: number, { language, timeZone }: DateOptions): Parts {
  const key = language + timeZone
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(`${language}-CA`, {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  formats.set(key, format)
  return Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value])) as Parts
}

const dayOf = (parts: Parts): string => `${parts.year} ${parts.month} ${parts.day}`

function hourOf(parts: Parts, language: Language): string {
  const hour = Number(parts.hour)
  if (language === 'fr') return `${hour}\u00a0h${Number(parts.minute) ? `\u00a0${parts.minute.padStart(2, '0')}` : ''}`
  return `${hour % 12 || 12}:${parts.minute.padStart(2, '0')}\u00a0${hour < 12 ? 'a.m.' : 'p.m.'}`
}

function dateOf(parts: Parts, language: Language, year: boolean): string {
  const { weekday, day, month } = parts
  if (language === 'fr') return `${weekday} ${day === '1' ? '1er' : day}\u00a0${month}${year ? ` ${parts.year}` : ''}`
  return `${weekday}, ${month}\u00a0${day}${year ? `, ${parts.year}` : ''}`
}

/**
 * A date in words, relative only when fresh: « il y a 5 minutes », « aujourd’hui, 8 h 20 », « hier, 16 h 10 »,
 * « mardi 20 janvier » (with its hour: « mardi 20 janvier, 9 h 35 »), with the year when it is another one.
 */
export function dateInWords(instant: string, options: DateOptions): string {
  const { language, hour } = options
  const time = Date.parse(instant)
  const now = options.now?.getTime() ?? Date.now()
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const minutes = Math.floor((now - time) / 60_000)
  if (minutes < 1) return language === 'fr' ? 'à l’instant' : 'just now'
  if (minutes < 60) return relative.format(-minutes, 'minute')
  const parts = partsOf(time, options)
  const today = partsOf(now, options)
  const at = `, ${hourOf(parts, language)}`
  if (dayOf(parts) === dayOf(today)) return relative.format(0, 'day') + at
  // From the middle of the day, so that a day of 23 or 25 hours is stepped over too.
  const yesterday = now - (Number(today.hour) + 12) * 3_600_000
  if (dayOf(parts) === dayOf(partsOf(yesterday, options))) return relative.format(-1, 'day') + at
  return dateOf(parts, language, parts.year !== today.year) + (hour === 'always' ? at : '')
}

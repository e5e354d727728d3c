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

const formats = new Map<string, Intl.DateTimeFormat>()

function partsOf(instant: Date, { language, timeZone }: DateOptions): Parts {
  const key = language + timeZone
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(`${language}-CA`, {
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
  }
  const parts = {} as Parts
  for (const { type, value } of format.formatToParts(instant)) parts[type] = value
  return parts
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
  const { language, hour = 'fresh' } = options
  const now = options.now ?? new Date()
  const date = new Date(instant)
  const french = language === 'fr'
  const minutes = Math.floor((now.getTime() - date.getTime()) / 60_000)
  if (minutes < 1) return french ? 'à l’instant' : 'just now'
  if (minutes < 60) {
    if (french) return `il y a ${minutes}\u00a0minute${minutes > 1 ? 's' : ''}`
    return `${minutes}\u00a0minute${minutes > 1 ? 's' : ''} ago`
  }
  const parts = partsOf(date, options)
  const today = partsOf(now, options)
  // From the middle of the day, so that a day of 23 or 25 hours is stepped over too.
  const noon = now.getTime() - (Number(today.hour) - 12) * 3_600_000
  const at = hourOf(parts, language)
  if (dayOf(parts) === dayOf(today)) return `${french ? 'aujourd’hui' : 'today'}, ${at}`
  if (dayOf(parts) === dayOf(partsOf(new Date(noon - 86_400_000), options))) return `${french ? 'hier' : 'yesterday'}, ${at}`
  const day = dateOf(parts, language, parts.year !== today.year)
  return hour === 'always' ? `${day}, ${at}` : day
}

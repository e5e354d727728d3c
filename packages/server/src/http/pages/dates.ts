import type { CommunityLanguage } from '../../locales/texts.ts'

/** How to say an instant on a page. */
export interface DateSetting {
  language: CommunityLanguage
  /** IANA name of the community's zone. */
  timeZone: string
  now: Date
}

type Parts = Record<Intl.DateTimeFormatPartTypes, string>

/** A formatter is dear to make and cheap to use; there are as many as zones of communities. */
const formats = new Map<string, Intl.DateTimeFormat>()

function partsOf(time: number, { language, timeZone }: DateSetting): Parts {
  const key = language + timeZone
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(language, {
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

const dayOf = ({ year, month, day }: Parts): string => `${year} ${month} ${day}`

function hourOf({ hour, minute }: Parts, language: CommunityLanguage): string {
  const hours = Number(hour)
  const minutes = minute.padStart(2, '0')
  if (language === 'fr-CA') return `${hours}\u00a0h${Number(minute) ? `\u00a0${minutes}` : ''}`
  return `${hours % 12 || 12}:${minutes}\u00a0${hours < 12 ? 'a.m.' : 'p.m.'}`
}

function dateOf({ weekday, day, month, year }: Parts, language: CommunityLanguage, withYear: boolean): string {
  if (language === 'fr-CA') return `${weekday} ${day === '1' ? '1er' : day}\u00a0${month}${withYear ? ` ${year}` : ''}`
  return `${weekday}, ${month}\u00a0${day}${withYear ? `, ${year}` : ''}`
}

/**
 * A date in words: « aujourd’hui, 8 h 20 », « hier, 16 h 10 », « mardi 20 janvier » (`hour`: with its hour, whatever its age), with the
 * year when it is another one. Never « il y a 5 minutes »: nothing corrects a page without script while it stays open.
 */
export function dateInWords(instant: string, setting: DateSetting, hour = false): string {
  const { language } = setting
  const parts = partsOf(Date.parse(instant), setting)
  const now = setting.now.getTime()
  const today = partsOf(now, setting)
  const at = `, ${hourOf(parts, language)}`
  const relative = (days: number) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')
  if (dayOf(parts) === dayOf(today)) return relative(0) + at
  // From the middle of the day, so that a day of 23 or 25 hours is stepped over too.
  const yesterday = now - (Number(today.hour) + 12) * 3_600_000
  if (dayOf(parts) === dayOf(partsOf(yesterday, setting))) return relative(-1) + at
  return dateOf(parts, language, parts.year !== today.year) + (hour ? at : '')
}

import type { QuietHours, RhythmView } from './notifications.schema.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** What is taken back within it was never told. */
export const MAIL_WAIT = MINUTE
/** The hour of the community's clock at which the mail of a day leaves. */
const MORNING = 8

export interface MailTime {
  now: Date
  timeZone: string
  rhythm: RhythmView
  quiet: QuietHours | null
}

const formats = new Map<string, Intl.DateTimeFormat>()
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
    format = new Intl.DateTimeFormat('en', { ...parts, second: 'numeric', hourCycle: 'h23', timeZone })
    formats.set(timeZone, format)
  }
  return format
}

/** What the wall clock of a zone shows, as if it were UTC. */
function wallOf(timeZone: string, instant: number): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year, month, day, hour, minute, second } = parts as Record<string, number>
  return Date.UTC(year!, month! - 1, day, hour, minute, second)
}

/** The instant at which the wall clock shows this; an hour that is skipped in spring is the one after. */
function instantOf(timeZone: string, wall: number): number {
  const first = wall - (wallOf(timeZone, wall) - wall)
  const second = wall - (wallOf(timeZone, first) - first)
  return wallOf(timeZone, second) === wall ? second : Math.max(first, second)
}

const weekdayOf = (wall: number): number => ((new Date(wall).getUTCDay() + 6) % 7) + 1
const startOfDay = (wall: number): number => Math.floor(wall / DAY) * DAY

function isQuiet(hour: number, { from, until }: QuietHours): boolean {
  return from < until ? hour >= from && hour < until : hour >= from || hour < until
}

/** The first moment from there on that is not quiet. */
function afterQuiet(timeZone: string, instant: number, quiet: QuietHours | null): number {
  if (!quiet) return instant
  const wall = wallOf(timeZone, instant)
  if (!isQuiet(new Date(wall).getUTCHours(), quiet)) return instant
  const sameDay = startOfDay(wall) + quiet.until * HOUR
  return instantOf(timeZone, sameDay > wall ? sameDay : sameDay + DAY)
}

/** When a mail may tell of what happens now; `undefined`: never. Whole minutes, so that what happens together is told together. */
export function mailTime({ now, timeZone, rhythm: { rhythm, days }, quiet }: MailTime): Date | undefined {
  if (rhythm === 'never') return undefined
  const earliest = Math.ceil((now.getTime() + MAIL_WAIT) / MINUTE) * MINUTE
  if (rhythm === 'at_once') return new Date(afterQuiet(timeZone, earliest, quiet))
  const today = startOfDay(wallOf(timeZone, earliest))
  for (let day = 0; day <= 7; day++) {
    const wall = today + day * DAY + MORNING * HOUR
    const instant = instantOf(timeZone, wall)
    if (instant >= earliest && (rhythm === 'daily' || days.includes(weekdayOf(wall))))
      return new Date(afterQuiet(timeZone, instant, quiet))
  }
  return undefined
}

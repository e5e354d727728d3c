import type { ZoneClock } from './communities.schema.ts'

const DAY = 86_400_000

/** Per zone and years: they are few, and a change of hour is dear to find. */
const known = new Map<string, ZoneClock>()

/** How a zone's clock stands from the year before `since` (what is brought along is older) to the end of the year after `now`. */
export function zoneClock(timeZone: string, since: Date, now: Date): ZoneClock {
  const [first, last] = [since.getUTCFullYear() - 1, now.getUTCFullYear() + 1]
  const key = `${timeZone} ${first} ${last}`
  const clock = known.get(key) ?? readClock(timeZone, Date.UTC(first, 0, 1), Date.UTC(last + 1, 0, 1))
  known.set(key, clock)
  return clock
}

function readClock(timeZone: string, from: number, until: number): ZoneClock {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  const offsetAt = (time: number): number => minutesOf(format.format(time))
  const clock: ZoneClock = [[from / 1000, offsetAt(from)]]
  for (let day = from; day < until; day += DAY) {
    const [before, after] = [offsetAt(day), offsetAt(day + DAY)]
    if (before !== after) clock.push([changeBetween(day, day + DAY, offsetAt) / 1000, after])
  }
  return clock
}

/** The second at which the offset becomes another. */
function changeBetween(from: number, until: number, offsetAt: (time: number) => number): number {
  const before = offsetAt(from)
  let [low, high] = [from, until]
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000
    if (offsetAt(middle) === before) low = middle
    else high = middle
  }
  return high
}

/** « 7/1/2026, GMT-04:00 » → -240; « GMT » alone is 0. */
function minutesOf(date: string): number {
  const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/u.exec(date) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) || 0
}

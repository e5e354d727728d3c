const pattern =
  /^P(?=.)(?:(?<years>\d{1,3})Y)?(?:(?<months>\d{1,4})M)?(?:(?<weeks>\d{1,4})W)?(?:(?<days>\d{1,5})D)?(?:T(?=.)(?:(?<hours>\d{1,6})H)?(?:(?<minutes>\d{1,8})M)?(?:(?<seconds>\d{1,9}(?:\.\d{1,3})?)S)?)?$/

const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * The instant one ISO 8601 duration (`P31D`, `PT15M`, `P1Y2M3DT4H`) after `from`, both in milliseconds since 1970. Years and months
 * are those of the UTC calendar: a month after 31 January is the last day of February. Throws `RangeError` when `duration` is none.
 */
export function addDuration(from: number, duration: string): number {
  const parts = pattern.exec(duration)?.groups
  if (!parts) throw new RangeError('not an ISO 8601 duration')
  const count = (name: string): number => Number(parts[name] ?? 0)
  const moved = addMonths(from, 12 * count('years') + count('months'))
  return (
    moved +
    (7 * count('weeks') + count('days')) * DAY +
    count('hours') * HOUR +
    count('minutes') * 60_000 +
    Math.round(count('seconds') * 1000)
  )
}

function addMonths(from: number, months: number): number {
  const moved = new Date(from)
  const day = moved.getUTCDate()
  moved.setUTCDate(1)
  moved.setUTCMonth(moved.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate()
  return moved.setUTCDate(Math.min(day, lastDay))
}

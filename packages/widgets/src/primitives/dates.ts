import type { CommunityView } from '@cercle/sdk'
import { dateWords } from '../locales/dates.ts'
import type { Language } from '../locales/texts.ts'

/** How to say an instant. `now` is for tests and stories; the clock of the machine unless told. */
export interface DateOptions {
  language: Language
  /** How the community's clock stands; that of the machine when absent. */
  clock?: CommunityView['clock'] | undefined
  now?: Date | undefined
  /** `always`: the hour whatever the age. */
  hour?: 'always'
}

/** The instant moved so that UTC says what the clock says: Intl, which knows zones, takes a slow phone a third of a second to wake. */
function moved(time: number, clock: DateOptions['clock']): Date {
  let minutes = clock?.[0]?.[1] ?? -new Date(time).getTimezoneOffset()
  for (const [since, ahead] of clock ?? []) if (since * 1000 <= time) minutes = ahead
  return new Date(time + minutes * 60_000)
}

/** Days since 1970 of a moved instant. */
const dayOf = (date: Date): number => Math.floor(date.getTime() / 86_400_000)

/**
 * A date in words, relative only when fresh: « il y a 5 minutes », « aujourd’hui, 8 h 20 », « hier, 16 h 10 »,
 * « mardi 20 janvier » (with its hour: « mardi 20 janvier, 9 h 35 »), with the year when it is another one. A day to come is said by its date.
 */
export function dateInWords(instant: string, { language, clock, now = new Date(), hour }: DateOptions): string {
  const words = dateWords[language] ?? dateWords.fr
  const time = Date.parse(instant)
  const minutes = Math.floor((+now - time) / 60_000)
  // the clock of an old computer may be slow; what is further ahead is meant to be
  if (minutes > -60 && minutes < 60) return minutes < 1 ? words.now : words.ago(minutes)
  const date = moved(time, clock)
  const today = moved(+now, clock)
  const at = `, ${words.hour(date.getUTCHours(), date.toISOString().slice(14, 16))}`
  const days = dayOf(today) - dayOf(date)
  if (days === 0 || days === 1) return (days ? words.yesterday : words.today) + at
  const names = words.names.split(' ')
  const year = date.getUTCFullYear()
  const said = words.date(names[date.getUTCDay()]!, date.getUTCDate(), names[date.getUTCMonth() + 7]!)
  const ofYear = year === today.getUTCFullYear() ? '' : `${language === 'en' ? ',' : ''} ${year}`
  return said + ofYear + (hour ? at : '')
}

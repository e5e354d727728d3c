import type { Language } from './texts.ts'

/** How dates are said. */
export interface DateWords {
  now: string
  today: string
  yesterday: string
  /** From Sunday, then from January. */
  names: string
  /** `minutes`: 1 to 59. */
  ago(minutes: number): string
  /** `minutes`: `00` to `59`. */
  hour(hour: number, minutes: string): string
  date(weekday: string, day: number, month: string): string
}

/** French comes with the read path, English with the first of its catalogues (`dates.en.ts`). */
export const dateWords: { fr: DateWords } & Partial<Record<Language, DateWords>> = {
  fr: {
    now: 'à l’instant',
    today: 'aujourd’hui',
    yesterday: 'hier',
    names:
      'dimanche lundi mardi mercredi jeudi vendredi samedi janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    ago: (minutes) => `il y a ${minutes}\u00a0minute${minutes > 1 ? 's' : ''}`,
    hour: (hour, minutes) => `${hour}\u00a0h${minutes > '00' ? `\u00a0${minutes}` : ''}`,
    date: (weekday, day, month) => `${weekday} ${day}${day > 1 ? '' : 'er'}\u00a0${month}`,
  },
}

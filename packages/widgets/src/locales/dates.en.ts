import { dateWords } from './dates.ts'

// Every English catalogue of a part that says dates imports this: no English page lacks it, no French one loads it.
dateWords.en = {
  now: 'just now',
  today: 'today',
  yesterday: 'yesterday',
  names:
    'Sunday Monday Tuesday Wednesday Thursday Friday Saturday January February March April May June July August September October November December',
  ago: (minutes) => `${minutes}\u00a0minute${minutes > 1 ? 's' : ''} ago`,
  hour: (hour, minutes) => `${hour % 12 || 12}:${minutes}\u00a0${hour < 12 ? 'a.m.' : 'p.m.'}`,
  date: (weekday, day, month) => `${weekday}, ${month}\u00a0${day}`,
}

import type { CircleView } from '@cercle/sdk'
import { bareGroup } from './group-name.ts'

/** Each catalogue that says it has these. */
type CircleKey = 'circle.read' | 'circle.fewer' | 'circle.people' | 'circle.of'
type T = (key: CircleKey, params?: Record<string, string | number>) => string

/** « CALACS, 2 personnes nommées »; nothing where the number of readers says it all. */
export const namedInWords = (groups: readonly string[], people: number, t: T): string =>
  groups.length ? [...groups.map(bareGroup), ...(people ? [t('circle.people', { count: people })] : [])].join(', ') : ''

/** « lu par 7 personnes : CALACS, 2 personnes nommées » */
export function circleInWords({ readers, groups, people }: CircleView, t: T): string {
  const read = readers === null ? t('circle.fewer') : t('circle.read', { count: readers })
  const who = namedInWords(groups, people, t)
  return who ? t('circle.of', { read, who }) : read
}

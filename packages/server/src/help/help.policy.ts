import type { Viewer } from '../viewer.ts'

/** Requests of one person that may wait at once. */
export const WAITING_MAX = 5

/** Who reads what somebody asked. */
export const helpPolicy = {
  /** By the word of a partner's site alone she may ask, and reads nothing of what was said before: a script of that site could be she. */
  readsOwn: (viewer: Viewer): boolean => !viewer.limited,
}

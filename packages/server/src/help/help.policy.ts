import type { Viewer } from '../viewer.ts'

/** Who reads what somebody asked. */
export const helpPolicy = {
  /** By the word of a partner's site alone she may ask, and reads nothing of what was said before: a script of that site could be she. */
  readsOwn: (viewer: Viewer): boolean => !viewer.limited,
}

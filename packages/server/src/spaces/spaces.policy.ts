import type { Viewer } from '../viewer.ts'

/** What a viewer may do in a space that she can read; which spaces she can read is decided by the database. */
export const spacesPolicy = {
  /** Strangers and pending people never write; where only facilitators post, the others read. */
  write: (viewer: Viewer, space: { posting: 'readers' | 'facilitators' }): boolean =>
    viewer.status === 'active' && (space.posting === 'readers' || viewer.facilitates),
  pin: (viewer: Viewer): boolean => viewer.status === 'active' && viewer.facilitates,
}

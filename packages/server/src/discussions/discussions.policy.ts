import type { Viewer } from '../viewer.ts'

interface Text {
  authorId: string | undefined
  withdrawn: boolean
  /** What was withdrawn is still kept for its author. */
  restorable: boolean
}

const isAuthor = (viewer: Viewer, text: Text): boolean =>
  viewer.status === 'active' && viewer.memberId !== null && viewer.memberId === text.authorId

/** What a viewer may do with a text that she can read. */
export const discussionsPolicy = {
  edit: (viewer: Viewer, text: Text): boolean => isAuthor(viewer, text) && !text.withdrawn,
  withdraw: (viewer: Viewer, text: Text): boolean => isAuthor(viewer, text) && !text.withdrawn,
  restore: (viewer: Viewer, text: Text): boolean => isAuthor(viewer, text) && text.restorable,
  /** A gesture answers somebody else's text. */
  react: (viewer: Viewer, text: Text): boolean => viewer.status === 'active' && !isAuthor(viewer, text) && !text.withdrawn,
}

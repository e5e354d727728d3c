export type AccessKind = 'seen_by'

export interface AccessNoteTable {
  community_id: string
  id: string
  at: Date
  kind: AccessKind
  /** Who looked. */
  actor_id: string
  /** Whose it is. */
  member_id: string
}

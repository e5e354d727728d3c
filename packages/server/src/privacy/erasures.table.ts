import type { Generated } from 'kysely'

/**
 * `thread`, `post`: with all that hung on it · `text`: its words and gestures, a trace stays · `revision`: one earlier form of a text that stands ·
 * `passkey` · `help`: somebody asked for help, with all that was said ·
 * `consent`: what a member took back, and what was kept by it.
 */
export type ErasureKind = 'thread' | 'post' | 'text' | 'revision' | 'passkey' | 'help' | 'consent'

export interface ErasureTable {
  community_id: string
  kind: ErasureKind
  id: string
  at: Date
  /** In the order of commits. */
  number: Generated<string>
}

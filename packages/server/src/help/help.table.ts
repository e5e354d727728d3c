import type { Generated } from 'kysely'

/** Somebody asks who facilitates for help. */
export interface HelpRequestTable {
  community_id: string
  id: string
  member_id: string
  text: string
  /** Where she was, in words that she saw; `null`: she took it off. */
  place: string | null
  wants_call: boolean
  phone: string | null
  asked_at: Date
  /** The last word of it, from which it is kept. */
  word_at: Date
  /** That word is hers. */
  waits: Generated<boolean>
  answered_at: Generated<Date | null>
  /** When she last looked. */
  seen_at: Generated<Date | null>
  settled_at: Generated<Date | null>
}

/** What was said after it, by her or by who facilitates. */
export interface HelpTurnTable {
  community_id: string
  id: string
  help_id: string
  author_id: string
  text: string
  at: Date
}

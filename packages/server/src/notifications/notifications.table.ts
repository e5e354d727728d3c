import type { Generated } from 'kysely'
import type { NotificationKind, Rhythm } from './notifications.schema.ts'

/** How far a reader of the one order of things has come. */
export interface ActivityCursorTable {
  reader: string
  seq: string
}

/** One row for each thing that something happened to, for whom it concerns. Ids only. */
export interface NotificationTable {
  community_id: string
  member_id: string
  id: Generated<string>
  kind: NotificationKind
  /** A thread, a post, a space, a version of a charter, or herself. */
  target_id: string
  thread_id: string | null
  /** The first of what she has not looked at. */
  since: Date
  /** The last. */
  at: Date
  read_at: Generated<Date | null>
  /** When a mail may tell of it; `null`: none does. */
  mail_at: Generated<Date | null>
  /** The mail that tells of it. */
  mail_id: Generated<string | null>
}

export interface MailPreferenceTable {
  community_id: string
  member_id: string
  /** `null`: in general. */
  space_id: string | null
  rhythm: Rhythm
  /** ISO: 1 is Monday. Of the rhythm `days`. */
  days: Generated<number[]>
  /** Whole hours of the community's clock. In general only. */
  quiet_from: Generated<number | null>
  quiet_until: Generated<number | null>
}

import type { Generated } from 'kysely'
import type { Json } from '../db/json-column.ts'

/** `sent`: taken by the mail server · `dropped`: nobody may have it any more · `parked`: it could not be sent · `shared`: became one for each. */
export type MailOutcome = 'sent' | 'dropped' | 'parked' | 'shared'

export interface MailQueueTable {
  community_id: string
  id: string
  kind: string
  /** To her, at the address she has when it is sent. Absent, like `address`: to each who facilitates. */
  member_id: Generated<string | null>
  /** To somebody who is no member. Forgotten once it is sent. */
  address: string | null
  /** Only as long as she reads this space. */
  space_id: string | null
  /** Whoever stops one mail stops all of its topic; `null`: cannot be stopped. */
  topic: string | null
  language: 'fr-CA' | 'en-CA'
  facts: Json<Record<string, string>>
  created_at: Date
  due_at: Date
  /** Somebody is sending it, until then. */
  leased_until: Generated<Date | null>
  tries: Generated<number>
  /** Opens nothing but stopping. */
  stop_key: Generated<string>
  address_hash: Generated<Buffer | null>
  settled_at: Generated<Date | null>
  outcome: Generated<MailOutcome | null>
}

/** An address that gets no more of a topic, or, where that is `all`, of anything but codes. */
export interface MailStopTable {
  community_id: string
  /** SHA-256 of the address in small letters. */
  address_hash: Buffer
  topic: string
  reason: 'asked' | 'bounced'
  at: Date
}

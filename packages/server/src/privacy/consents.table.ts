import type { Generated } from 'kysely'
import type { Json } from '../db/json-column.ts'
import type { Ease, Equipment } from '../joining/joining.schema.ts'
import type { ConsentKind } from './consents.schema.ts'

/** Each time that a member accepted something; kept once it is taken back. */
export interface ConsentTable {
  community_id: string
  id: string
  member_id: string
  kind: ConsentKind
  /** Version of the words that she read. */
  words: number
  given_at: Date
  withdrawn_at: Generated<Date | null>
}

/** What helps a member take part, as long as she accepts that it is kept. */
export interface MemberHelpTable {
  community_id: string
  member_id: string
  equipment: Json<Equipment>
  ease: Ease | null
  phone: string | null
}

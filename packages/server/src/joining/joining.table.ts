import type { ColumnType, Generated } from 'kysely'
import type { Json } from '../db/json-column.ts'
import type { Ease, Equipment, RequestWords } from './joining.schema.ts'

/** What a community asks of whoever wants to come in, beside what all of them ask. */
export interface JoinQuestionTable {
  community_id: string
  id: string
  label: string
  required: Generated<boolean>
  position: number
}

export type RequestStatus = 'waiting' | 'asked' | 'approved' | 'refused'

export interface JoinRequestTable {
  community_id: string
  id: string
  /** In lower case. */
  email: string
  name: string
  organisation: string | null
  role: string | null
  region: string | null
  reason: string
  /** With the question as it was when it was answered. */
  answers: Json<{ question: string; answer: string }[]>
  equipment: Json<Equipment>
  ease: Ease | null
  phone: string | null
  status: Generated<RequestStatus>
  exchange: ColumnType<RequestWords[], string | undefined, string>
  /** SHA-256 of the secret in the link of the first mail. */
  token_hash: Buffer
  /** The same of the newest mail that asked something; both links lead to the request. */
  asked_token_hash: Generated<Buffer | null>
  link_expires_at: Date
  created_at: Date
  /** When who facilitates is told that it waits. */
  told_at: Generated<Date | null>
  decided_at: Generated<Date | null>
  decided_by: Generated<string | null>
}

export interface InvitationTable {
  community_id: string
  id: string
  invited_by: string
  /** In lower case; `null`: whoever holds the link. */
  email: string | null
  groups: string[]
  spaces: string[]
  /** Whose pivot she was who invited; `null`: she facilitates. */
  scope_group_id: Generated<string | null>
  token_hash: Buffer
  created_at: Date
  expires_at: Date
  accepted_at: Generated<Date | null>
  withdrawn_at: Generated<Date | null>
}

/** Who brings people of one workplace, region or sector in. */
export interface PivotTable {
  community_id: string
  member_id: string
  group_id: string
  since: Date
}

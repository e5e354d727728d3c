import type { Generated } from 'kysely'
import type { ActivityKind } from './live.schema.ts'

export interface ActivityTable {
  community_id: string
  id: Generated<string>
  at: Date
  kind: ActivityKind
  actor_id: string | null
  space_id: string | null
  thread_id: string | null
  subject_id: string | null
  seq: string | null
  hash: Buffer | null
}

export interface ActivityHeadTable {
  only_row: Generated<boolean>
  seq: string
  hash: Buffer
}

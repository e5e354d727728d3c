import type { Generated } from 'kysely'

export interface LoginTable {
  community_id: string
  id: string
  site_id: string | null
  person_id: string | null
  email_hash: Buffer
  code_hash: Buffer
  tries: Generated<number>
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

export interface SessionTable {
  community_id: string
  id: string
  member_id: string
  site_id: string | null
  access_hash: Buffer
  access_expires_at: Date
  family_hash: Buffer
  refresh_hash: Buffer
  previous_refresh_hash: Buffer | null
  rotated_at: Date
  idle_expires_at: Date
  idle_seconds: Generated<number>
  absolute_expires_at: Date
  created_at: Date
  revoked_at: Date | null
  /** When it last gave a code; nothing: it never did. */
  proved_at: Date | null
}

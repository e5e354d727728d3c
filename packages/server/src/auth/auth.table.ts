import type { ColumnType, Generated } from 'kysely'
import type { Json } from '../db/json-column.ts'
import type { PublicKey } from './site-sign-in.schema.ts'

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
  /** Asked for by who is in already, to confirm something. */
  proof: Generated<boolean>
}

/** How coming in went on one day. */
export interface SignInDayTable {
  community_id: string
  /** `2026-11-29` */
  day: ColumnType<Date, string, never>
  asked: number
  entered: number
  wrong: number
  silent: number
  unknown: number
  proofs: number
  proved: number
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
  /** Opened by the word of a partner's site, or begun with it. */
  by_site: Generated<boolean>
  /** Of those: until when a code confirmed it. */
  verified_until: Generated<Date | null>
}

export interface SiteTrustTable {
  community_id: string
  site_id: string
  issuer: string
  keys_url: string | null
  enabled: Generated<boolean>
}

export interface SiteKeyTable {
  community_id: string
  site_id: string
  thumbprint: string
  jwk: Json<PublicKey>
  added_at: Date
  ends_at: Date | null
}

export interface SiteAttemptTable {
  community_id: string
  ticket_hash: Buffer
  site_id: string
  nonce_hash: Buffer
  origin: string
  expires_at: Date
  used_at: Date | null
  link_hash: Buffer | null
  subject_hash: Buffer | null
}

export interface SiteAssertionTable {
  community_id: string
  site_id: string
  jti_hash: Buffer
  expires_at: Date
}

export interface SiteSubjectTable {
  community_id: string
  site_id: string
  subject_hash: Buffer
  member_id: string
  bound_at: Date
}

export interface PasskeyTable {
  community_id: string
  id: string
  member_id: string
  credential_id: Buffer
  public_key: Buffer
  /** What the engines read of a `bigint` differs. */
  counter: ColumnType<string | number, number, number>
  transports: string[]
  name: string
  created_at: Date
  used_at: Date | null
}

/** What a challenge is answered for. */
export type PasskeyPurpose = 'add' | 'prove' | 'sign_in'

export interface PasskeyChallengeTable {
  community_id: string
  challenge_hash: Buffer
  purpose: PasskeyPurpose
  member_id: string | null
  expires_at: Date
}

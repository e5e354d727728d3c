import type { Generated } from 'kysely'
import type { FirstStep } from './members.schema.ts'

export type MemberStatus = 'pending' | 'active' | 'suspended' | 'removed'

export interface PersonTable {
  id: string
  email: string
  created_at: Date
}

export interface MemberTable {
  community_id: string
  id: string
  person_id: string
  organisation_id: string | null
  /** Whether it is read beside her name. */
  organisation_shown: Generated<boolean>
  name: string
  status: MemberStatus
  facilitates: Generated<boolean>
  created_at: Date
  /** The membership ends then, by itself. */
  expires_at: Generated<Date | null>
  /** Those she took; in the order she did. */
  first_steps: Generated<FirstStep[]>
  /** When she had been greeted; nothing: she is new. */
  welcomed_at: Date | null
}

/** What is true of a member herself where it is not what is true of her organisation. */
export interface MemberFactTable {
  community_id: string
  member_id: string
  kind: 'region' | 'sector'
  value: string
}

/** What she says of herself. */
export interface MemberProfileTable {
  community_id: string
  member_id: string
  /** When she can be reached. */
  availability: string | null
  /** In which Cercle speaks to her; `null`: that of the page. */
  language: Generated<'fr-CA' | 'en-CA' | null>
}

export type GroupKind = 'workplace' | 'region' | 'sector' | 'social' | 'committee'

export interface GroupTable {
  community_id: string
  id: string
  name: string
  hidden: Generated<boolean>
  kind: Generated<GroupKind>
  /** Of a workplace: who works there is in it. */
  organisation_id: Generated<string | null>
  /** Of a region or a sector: for whom this is true is in it. */
  fact: Generated<string | null>
}

export interface GroupMemberTable {
  community_id: string
  group_id: string
  member_id: string
  /** The place in the group ends then, by itself. */
  expires_at: Generated<Date | null>
}

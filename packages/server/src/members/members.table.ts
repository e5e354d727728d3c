import type { Generated } from 'kysely'

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
  name: string
  status: MemberStatus
  facilitates: Generated<boolean>
  created_at: Date
}

export interface GroupTable {
  community_id: string
  id: string
  name: string
  hidden: Generated<boolean>
}

export interface GroupMemberTable {
  community_id: string
  group_id: string
  member_id: string
}

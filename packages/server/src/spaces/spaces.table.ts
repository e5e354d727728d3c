import type { Generated } from 'kysely'
import type { SpaceLevel } from './spaces.schema.ts'

export interface SpaceTable {
  community_id: string
  id: string
  slug: string
  name: string
  level: SpaceLevel
  posting: Generated<'readers' | 'facilitators'>
  retention_days: number | null
  position: number
}

export interface AudienceTable {
  community_id: string
  id: string
  space_id: string
  group_id: string | null
  member_id: string | null
}

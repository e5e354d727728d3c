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
  /** Spaces around it, outermost first: who reads it reads them all. */
  within: Generated<string[]>
  /** The space in whose feed it is read; `null`: it is listed by itself. */
  home_id: Generated<string | null>
  /** Of a circle: which groups and persons, so that the same ones are the same circle. */
  circle: Generated<string | null>
}

export interface AudienceTable {
  community_id: string
  id: string
  space_id: string
  group_id: string | null
  member_id: string | null
  /** That of its space. */
  within: Generated<string[]>
}

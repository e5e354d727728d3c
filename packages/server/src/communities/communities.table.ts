import type { ColumnType, Generated } from 'kysely'
import type { Json } from '../db/json-column.ts'
import type { Contact, ReactionWord } from './communities.schema.ts'
import type { Scheme, Vocabulary } from './vocabulary.schema.ts'

export interface CommunityTable {
  id: string
  slug: string
  name: string
  language: 'fr-CA' | 'en-CA'
  time_zone: string
  reactions: Json<ReactionWord[]>
  /** Search engines may keep the public pages. */
  indexable: Generated<boolean>
  /** Where one leaves to in a hurry; `https:`. */
  exit_url: Generated<string | null>
  /** What is said to who comes in. */
  greeting: Generated<string | null>
  /** What it wants to do together: at most five sentences. */
  aims: ColumnType<string[], string | undefined, string>
  /** Words of its own, by term. */
  vocabulary: ColumnType<Vocabulary, string | undefined, string>
  /** `#0f6b62`. */
  accent: Generated<string | null>
  /** `null`: as each device prefers. */
  scheme: Generated<Scheme | null>
  /** For who cannot enter; anybody reads it. */
  contact: ColumnType<Contact | null, string | null | undefined, string | null>
  created_at: Date
}

export interface OrganisationTable {
  community_id: string
  id: string
  name: string
  removed_at: Date | null
  /** What is true of who works there, unless something else is of herself. */
  region: Generated<string | null>
  sector: Generated<string | null>
}

export interface SiteTable {
  community_id: string
  id: string
  organisation_id: string | null
  name: string
  /** Instead of the community's. */
  exit_url: Generated<string | null>
}

export interface SiteFontTable {
  community_id: string
  site_id: string
  id: string
  family: string
  weight: string
  data: Buffer
}

export interface SiteOriginTable {
  community_id: string
  site_id: string
  origin: string
}

import type { Json } from '../db/json-column.ts'
import type { NodeTree } from '../discussions/node-tree.schema.ts'

/** A text that was published once and never changes. */
export interface CharterVersionTable {
  community_id: string
  id: string
  /** `null`: of the community. */
  space_id: string | null
  number: number
  language: 'fr-CA' | 'en-CA'
  source: string
  body: Json<NodeTree>
  /** SHA-256 of `source`. */
  hash: Buffer
  published_at: Date
}

/** Which version is asked for now, of the community or of a space. */
export interface CharterTable {
  community_id: string
  space_id: string | null
  version_id: string
}

/** Kept when it is withdrawn; signing again is another row. */
export interface CharterSignatureTable {
  community_id: string
  id: string
  member_id: string
  version_id: string
  hash: Buffer
  signed_at: Date
  withdrawn_at: Date | null
}

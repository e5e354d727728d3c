import type { Generated } from 'kysely'
import type { Json } from '../db/json-column.ts'
import type { ThreadKind } from './discussions.schema.ts'
import type { NodeTree } from './node-tree.schema.ts'

export interface ThreadTable {
  community_id: string
  id: string
  space_id: string
  author_id: string
  kind: ThreadKind
  title: string
  excerpt: string
  created_at: Date
  last_activity_at: Date
  reply_count: Generated<number>
  pinned_at: Date | null
  gone: Generated<boolean>
}

export interface PostTable {
  community_id: string
  id: string
  thread_id: string
  space_id: string
  author_id: string
  source: string
  body: Json<NodeTree>
  input_hash: Buffer
  created_at: Date
  edited_at: Date | null
  withdrawn_at: Date | null
  gone: Generated<boolean>
}

export interface RevisionTable {
  community_id: string
  id: string
  post_id: string
  space_id: string
  title: string | null
  body: Json<NodeTree>
  replaced_at: Date
}

export interface ReactionTable {
  community_id: string
  post_id: string
  key: string
  member_id: string
  space_id: string
  created_at: Date
}

export interface ReadingTable {
  community_id: string
  member_id: string
  thread_id: string
  read_at: Date
}

export interface WithdrawalTable {
  community_id: string
  post_id: string
  author_id: string
  title: string | null
  excerpt: string | null
  source: string
  body: Json<NodeTree>
  restorable_until: Date
}

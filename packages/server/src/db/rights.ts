import { sql, type RawBuilder } from 'kysely'
import type { ViewerStatus } from '../viewer.ts'

/** What the first line of rights needs to know of who asks. */
export interface Asker {
  communityId: string
  memberId: string | null
  status: ViewerStatus | null
}

/** Where the first line takes its answers from. Only tests inject another, to switch this line off and see the second hold alone. */
export interface Rights {
  /** The asker's spaces as one array, computed once per query. */
  spacesOf(asker: Asker): RawBuilder<string[]>
  /** Spaces with a charter of their own that are the asker's but for her signature, as one array. */
  charterSpacesOf(asker: Asker): RawBuilder<string[]>
  /** True for rows of `table` (groups) whose name the asker may know. */
  knowsGroup(table: string, asker: Asker): RawBuilder<boolean>
  /** Whether the asker is told who wrote. */
  isToldNames(asker: Asker): boolean
}

/** Values are bound, no setting is read; row-level security is the second line and reads settings only, so that neither leans on the other. */
export const rights: Rights = {
  spacesOf: ({ communityId, memberId }) => sql`(select spaces_of(${communityId}, ${memberId}))::uuid[]`,
  charterSpacesOf: ({ communityId, memberId }) => sql`(select charter_spaces(${communityId}, ${memberId}))::uuid[]`,
  knowsGroup: (table, { communityId, memberId }) =>
    sql<boolean>`(not ${sql.ref(`${table}.hidden`)} or ${sql.ref(`${table}.id`)} = any((select groups_of(${communityId}, ${memberId}))::uuid[]))`,
  isToldNames: ({ status }) => status === 'active',
}

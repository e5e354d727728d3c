import { sql, type RawBuilder } from 'kysely'
import type { ViewerStatus } from '../viewer.ts'

/** What the first line of rights needs to know of who asks. */
export interface Asker {
  communityId: string
  memberId: string | null
  status: ViewerStatus | null
  /** Reads nothing restricted, whoever she is. */
  limited: boolean
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

const spaces = ({ communityId, memberId }: Asker) => sql<string[]>`spaces_of(${communityId}, ${memberId})`
const charterSpaces = ({ communityId, memberId }: Asker) => sql<string[]>`charter_spaces(${communityId}, ${memberId})`
/** Computed once; for who is limited without what is restricted. */
const within = (asker: Asker, all: RawBuilder<string[]>) =>
  asker.limited
    ? sql<string[]>`(select unrestricted(${asker.communityId}, ${all}))::uuid[]`
    : sql<string[]>`(select ${all})::uuid[]`

/** Values are bound, no setting is read; row-level security is the second line and reads settings only, so that neither leans on the other. */
export const rights: Rights = {
  spacesOf: (asker) => within(asker, spaces(asker)),
  charterSpacesOf: (asker) => within(asker, charterSpaces(asker)),
  knowsGroup: (table, { communityId, memberId, limited }) =>
    limited
      ? sql<boolean>`not ${sql.ref(`${table}.hidden`)}`
      : sql<boolean>`(not ${sql.ref(`${table}.hidden`)} or ${sql.ref(`${table}.id`)} = any((select groups_of(${communityId}, ${memberId}))::uuid[]))`,
  isToldNames: ({ status }) => status === 'active',
}

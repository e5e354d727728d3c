import { sql, type RawBuilder } from 'kysely'
import type { Viewer } from '../viewer.ts'

/*
 * The first line of rights: the one predicate that queries filter by. Values are bound, no setting is read; row-level security is the
 * second line and reads settings only, so that neither leans on the other.
 */

/** The viewer's spaces as one array, computed once per query: drives lists over many spaces. */
export const spacesOf = (viewer: Viewer): RawBuilder<string[]> =>
  sql`(select spaces_of(${viewer.communityId}, ${viewer.memberId}))::uuid[]`

/** True for rows of `table` (which has `space_id`) that the viewer may read. */
export const readable = (table: string, viewer: Viewer): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${table}.space_id`)} = any(${spacesOf(viewer)})`

import { sql, type RawBuilder } from 'kysely'
import type { MemberViewer, Viewer } from '../viewer.ts'

/*
 * The first line of rights: the one predicate that queries filter by, and its kin. What they rest on comes with the viewer (`rights.ts`).
 */

/** The viewer's spaces as one array, computed once per query: drives lists over many spaces. */
export const spacesOf = (viewer: Viewer): RawBuilder<string[]> => viewer.rights.spacesOf(viewer)

/** True for rows of `table` (which has `space_id`) that the viewer may read. */
export const readable = (table: string, viewer: Viewer): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${table}.space_id`)} = any(${spacesOf(viewer)})`

/** True for rows of `table` (charters, whose `space_id` may be null) that the viewer may be asked to sign. */
export const askedOf = (table: string, viewer: Viewer): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${table}.space_id`)} is null or ${sql.ref(`${table}.space_id`)} = any(${viewer.rights.charterSpacesOf(viewer)}))`

/** True for rows of `table` (groups) whose name the viewer may know. */
export const knowsGroup = (table: string, viewer: Viewer): RawBuilder<boolean> => viewer.rights.knowsGroup(table, viewer)

/** Only active members are told who wrote. The columns are not even granted to strangers. */
export const isToldNames = (viewer: Viewer): viewer is MemberViewer =>
  viewer.memberId !== null && viewer.rights.isToldNames(viewer)

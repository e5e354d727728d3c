import { isToldNames } from '../db/readable.ts'
import type { Scope } from '../scope.ts'
import type { MemberScope } from '../scope.ts'
import { findPlace, findSelf, listNames, type NameRow } from './members.repository.ts'

/** For other features: the viewer's own membership; `undefined` for a stranger. */
export const ownMembership = ({ db, viewer }: Scope) => findSelf(db, viewer)

/** For other features: what to call the members of these ids. Nobody, for whoever is not told names. */
export async function namesOf({ db, viewer }: Scope, memberIds: (string | undefined)[]): Promise<Map<string, NameRow>> {
  if (!isToldNames(viewer)) return new Map()
  const ids = new Set(memberIds)
  ids.delete(undefined)
  const rows = await listNames(db, viewer, [...(ids as Set<string>)])
  return new Map(rows.map((row) => [row.id, row]))
}

/** For other features: one member of the community; `undefined`: there is none. */
export const memberNamed = ({ db, viewer }: MemberScope, memberId: string): Promise<{ name: string } | undefined> =>
  findPlace(db, viewer, memberId)

export type { NameRow }

import type { Db } from '../db/tables.ts'
import { instantOf, type MemberScope } from '../scope.ts'
import type { SightingView } from './organisations.schema.ts'
import { listSightings, setSighting } from './sightings.repository.ts'

/** How long it is told, and kept, that somebody came from there. Milliseconds. */
const TOLD = 30 * 24 * 60 * 60 * 1000

/** A frame was asked for from a page of this origin, whether or not it is one of the community's. */
export const noteSighting = (db: Db, communityId: string, origin: string, now: Date): Promise<void> =>
  setSighting(db, communityId, origin, now)

export async function sightings({ db, viewer, clock }: MemberScope): Promise<SightingView[]> {
  const rows = await listSightings(db, viewer, new Date(instantOf(clock).getTime() - TOLD))
  return rows.map(({ origin, seenAt }) => ({ origin, at: seenAt.toISOString() }))
}

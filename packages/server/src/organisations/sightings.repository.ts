import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { MemberViewer } from '../viewer.ts'

/** Whoever asks for frames from made-up names fills no more than so many rows of a community. */
const UNKNOWN_MAX = 20

export async function setSighting(db: Db, communityId: string, origin: string, now: Date): Promise<void> {
  // Counted one after the other: those who come at once would each find a place left.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sightings ${communityId}`}, 0))`.execute(db)
  await sql`insert into site_sighting (community_id, origin, seen_at) select ${communityId}, ${origin}, ${now}
    where exists (select from site_origin o where o.community_id = ${communityId} and o.origin = ${origin})
      or exists (select from site_sighting s where s.community_id = ${communityId} and s.origin = ${origin})
      or (select count(*) from site_sighting s where s.community_id = ${communityId} and not exists (
        select from site_origin o where o.community_id = s.community_id and o.origin = s.origin)) < ${UNKNOWN_MAX}
    on conflict (community_id, origin) do update set seen_at = excluded.seen_at`.execute(db)
}

/** The newest first. */
export function listSightings(db: Db, { communityId }: MemberViewer, since: Date) {
  return db
    .selectFrom('site_sighting')
    .select(['origin', 'seen_at as seenAt'])
    .where('community_id', '=', communityId)
    .where('seen_at', '>', since)
    .orderBy('seen_at', 'desc')
    .orderBy('origin')
    .execute()
}

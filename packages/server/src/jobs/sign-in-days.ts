import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** How long a code is good for. */
const CODE_LIFE = 15 * 60 * 1000
/** A day begins at 8:00 UTC: in the night, all over Canada, so that whoever is at it late is counted once. */
const BEGINS = 8 * HOUR
/** Thirteen months, so that a month may be held against the same one a year before. */
const KEPT = 396

/** The day that this moment falls on, or one so many days before: `2026-11-29`. */
export const signInDay = (now: number, daysBefore = 0): string =>
  new Date(now - BEGINS - daysBefore * DAY).toISOString().slice(0, 10)

/**
 * Before codes are erased: counts the days whose codes are all past and that were not counted yet, and forgets old ones. Whoever signs in writes nothing
 * for it and waits for nothing. Codes for one address on one day are one try.
 */
export async function countSignIns(db: Db, now: Date): Promise<void> {
  const today = signInDay(now.getTime() - CODE_LIFE)
  const past = new Date(Date.parse(today) + BEGINS + CODE_LIFE)
  const missed = sql`not proof and known and not entered`
  await sql`
    insert into sign_in_day (community_id, day, asked, entered, wrong, silent, unknown, proofs, proved)
    select community_id, day,
      coalesce(sum(codes) filter (where not proof), 0),
      count(*) filter (where not proof and entered),
      count(*) filter (where ${missed} and tried),
      count(*) filter (where ${missed} and not tried),
      count(*) filter (where not proof and not known),
      count(*) filter (where proof),
      count(*) filter (where proof and entered)
    from (
      select community_id, ((created_at at time zone 'UTC') - make_interval(secs => ${BEGINS / 1000}))::date as day, proof,
        count(*) as codes, bool_or(used_at is not null) as entered, bool_or(tries > 0) as tried, bool_or(person_id is not null) as known
      from login where expires_at < ${past}::timestamptz group by 1, 2, 3, email_hash
    ) one
    where not exists (select from sign_in_day d where d.community_id = one.community_id and d.day = one.day)
    group by community_id, day
    on conflict do nothing`.execute(db)
  await sql`delete from sign_in_day where day < ${today}::date - ${KEPT}::integer`.execute(db)
}

import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { MemberViewer } from '../viewer.ts'
import type { SignIns } from './auth.schema.ts'

/** The days from this one on (`2026-11-29`), together. */
export async function sumDays(db: Db, { communityId }: MemberViewer, from: string): Promise<SignIns> {
  const sum = (column: keyof SignIns) => sql<number>`coalesce(sum(${sql.ref(column)}), 0)::integer`.as(column)
  return db
    .selectFrom('sign_in_day')
    .select([sum('asked'), sum('entered'), sum('wrong'), sum('silent'), sum('unknown'), sum('proofs'), sum('proved')])
    .where('community_id', '=', communityId)
    .where('day', '>=', sql<Date>`${from}::date`)
    .executeTakeFirstOrThrow()
}

import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { MemberViewer } from '../viewer.ts'

/** Facilitators named to who is new. */
const HOSTS = 2

/** What the community says to who comes in, `greeting` being `null` where it has nothing of its own. */
export const findWords = (db: Db, { communityId }: MemberViewer): Promise<{ greeting: string | null; aims: string[] }> =>
  db.selectFrom('community').select(['greeting', 'aims']).where('id', '=', communityId).executeTakeFirstOrThrow()

/** Names of those who facilitate, the earliest first. */
export async function listHosts(db: Db, { communityId }: MemberViewer): Promise<string[]> {
  const rows = await db
    .selectFrom('member')
    .select('name')
    .where('community_id', '=', communityId)
    .where('facilitates', '=', true)
    .where('status', '=', 'active')
    .where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', sql<Date>`now()`)]))
    .orderBy('created_at')
    .orderBy('id')
    .limit(HOSTS)
    .execute()
  return rows.map(({ name }) => name)
}

/** How many others are in the viewer's region; `undefined`: she has none, or nobody is. */
export async function findHere(db: Db): Promise<{ region: string; others: number } | undefined> {
  const { rows } = await sql<{ region: string; others: number }>`select region, others from here_with_me()`.execute(db)
  return rows[0]
}

/** Who accepts to be named to who comes in, of those who share a space with the viewer; `undefined`: nobody. */
export async function findNamed(db: Db): Promise<{ names: string[]; others: number } | undefined> {
  const { rows } = await sql<{ names: string[]; others: number }>`select names, others from named_here()`.execute(db)
  return rows[0]
}

export async function takeStep(db: Db, step: string, now: Date): Promise<void> {
  await sql`select take_first_step(${step}, ${now})`.execute(db)
}

import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'

/** Whoever holds the key of a mail stops its topic for the address that got it, in the community of the transaction. Any other key does nothing. */
export async function stopMail(db: Db, key: string, at: Date): Promise<void> {
  await sql`select stop_mail(${key}, ${at})`.execute(db)
}

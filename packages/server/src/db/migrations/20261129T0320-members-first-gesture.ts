import { sql, type Kysely } from 'kysely'

/** Whether a member has ever answered by a gesture is asked while she is new; and gestures go with a member who is erased. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index reaction_member_idx on reaction (community_id, member_id)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index reaction_member_idx`.execute(db)
}

import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index post_author_idx on post (community_id, author_id, space_id)`.execute(db) // listPeople: who has not written yet
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index post_author_idx`.execute(db)
}

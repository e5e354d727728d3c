import { sql, type Kysely } from 'kysely'

/** How long a session may lie unused is its own: that of the desk is shorter than that of a feed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table session add column idle_seconds integer not null default 2592000 check (idle_seconds > 0)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table session drop column idle_seconds`.execute(db)
}

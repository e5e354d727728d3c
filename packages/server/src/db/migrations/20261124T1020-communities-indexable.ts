import { sql, type Kysely } from 'kysely'

/** Whether search engines may keep the public pages of a community. No, unless it says so. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table community add column indexable boolean not null default false`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table community drop column indexable`.execute(db)
}

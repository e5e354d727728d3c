import { sql, type Kysely } from 'kysely'

/** Whom to reach for who cannot enter: read by anybody, and said only where who facilitates chose to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table community add contact jsonb check (jsonb_typeof(contact) = 'object');
    grant update (contact) on community to cercle_app;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    revoke update (contact) on community from cercle_app;
    alter table community drop contact;
  `.execute(db)
}

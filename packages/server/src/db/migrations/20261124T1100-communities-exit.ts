import { sql, type Kysely } from 'kysely'

/** Where « Quitter rapidement » leads: of a site, else of its community, else the same for everybody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table community add column exit_url text check (exit_url ~ '^https://[^/]' and length(exit_url) <= 300);
    alter table site add column exit_url text check (exit_url ~ '^https://[^/]' and length(exit_url) <= 300);
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table site drop column exit_url;
    alter table community drop column exit_url;
  `.execute(db)
}

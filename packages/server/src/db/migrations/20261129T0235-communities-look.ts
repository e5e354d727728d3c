import { sql, type Kysely } from 'kysely'

/**
 * The words that a community says instead of ours, its colour, and whether its pages are light or dark. Which row is hers to change is said once, and who may change it once: of
 * which community a row is is not granted for change.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table community
      add vocabulary jsonb not null default '{}' check (jsonb_typeof(vocabulary) = 'object'),
      add accent text check (accent ~ '^#[0-9a-f]{6}$'),
      add scheme text check (scheme in ('light', 'dark'));
    grant update (vocabulary, accent, scheme) on community to cercle_app;
    drop policy settle on community;
    create policy settle on community for update to cercle_app
      using (id = (select my_community())) with check ((select i_facilitate()));
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop policy settle on community;
    create policy settle on community for update to cercle_app
      using (id = (select my_community()) and (select i_facilitate()))
      with check (id = (select my_community()) and (select i_facilitate()));
    revoke update (vocabulary, accent, scheme) on community from cercle_app;
    alter table community drop vocabulary, drop accent, drop scheme;
  `.execute(db)
}

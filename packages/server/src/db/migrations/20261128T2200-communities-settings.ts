import { sql, type Kysely } from 'kysely'

/** Who facilitates says how her community is called, greets, and what its gestures are; nothing else of its row. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    grant update (name, reactions, greeting, exit_url, indexable) on community to cercle_app;
    create policy settle on community for update to cercle_app
      using (id = (select my_community()) and (select i_facilitate()))
      with check (id = (select my_community()) and (select i_facilitate()));
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop policy settle on community;
    revoke update (name, reactions, greeting, exit_url, indexable) on community from cercle_app;
  `.execute(db)
}

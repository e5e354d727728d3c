import { sql, type Kysely } from 'kysely'

/** What a community wants to do together: sentences, in their order. Who facilitates says them, as all that its row lets her say. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table community
      add aims jsonb not null default '[]' check (jsonb_typeof(aims) = 'array' and jsonb_array_length(aims) <= 5);
    grant update (aims) on community to cercle_app;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    revoke update (aims) on community from cercle_app;
    alter table community drop aims;
  `.execute(db)
}

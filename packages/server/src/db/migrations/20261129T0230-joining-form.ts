import { sql, type Kysely } from 'kysely'

/** Who facilitates says what her community asks of whoever wants to come in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    grant insert, delete, update (label, required, position) on join_question to cercle_app;
    create policy desk on join_question for all to cercle_app using (community_id = (select my_community()) and (select i_facilitate()));
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop policy desk on join_question;
    revoke insert, delete, update (label, required, position) on join_question from cercle_app;
  `.execute(db)
}

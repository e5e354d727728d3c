import { sql, type Kysely } from 'kysely'

/** What housekeeping needs so that a space keeps its texts no longer than it says. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create policy sweep on space for select to cercle_worker using (true);
    grant select on space to cercle_worker;
    grant update (source, body, input_hash, withdrawn_at) on post to cercle_worker;
    grant update (title, excerpt) on thread to cercle_worker;
    create index post_age_idx on post (space_id, created_at); -- jobs/retention.ts
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop index post_age_idx;
    revoke update (title, excerpt) on thread from cercle_worker;
    revoke update (source, body, input_hash, withdrawn_at) on post from cercle_worker;
    revoke select on space from cercle_worker;
    drop policy sweep on space;
  `.execute(db)
}

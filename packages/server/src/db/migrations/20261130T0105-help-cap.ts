import { sql, type Kysely } from 'kysely'

/** How many of one person's requests wait may be known before another is taken. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Hers that wait, this transaction's too. One at a time for each person: of two at once, the second counts what the first has asked.
    create function count_waiting_help() returns integer
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended(my_member()::text, 2106));
      return (select count(*) from help_request h
        where h.community_id = my_community() and h.member_id = my_member() and h.waits and h.settled_at is null);
    end $$;
    revoke execute on function count_waiting_help from public;
    grant execute on function count_waiting_help to cercle_app;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function count_waiting_help`.execute(db)
}

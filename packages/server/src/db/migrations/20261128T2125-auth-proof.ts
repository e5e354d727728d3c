import { sql, type Kysely } from 'kysely'

/** When a session last showed, by a code, whose it is. Steps that hurt if somebody else takes them want it to be recent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table session add column proved_at timestamptz(3);
    create function proved_since(p_session uuid, p_since timestamptz) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      return exists (select from session s where s.community_id = my_community() and s.id = p_session
        and s.member_id = my_member() and s.revoked_at is null and s.proved_at > p_since);
    end $$;
    revoke execute on function proved_since from public;
    grant execute on function proved_since to cercle_app;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function proved_since; alter table session drop column proved_at`.execute(db)
}

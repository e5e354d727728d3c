import { sql, type Kysely } from 'kysely'

/**
 * Who facilitates suspends members, removes them, and shares her role: one at a time in a community, so that two who act on one another leave one. She
 * changes nothing of her own standing, and a request to join is answered elsewhere.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function keep_standing() returns trigger
    language plpgsql volatile set search_path = pg_catalog, public, pg_temp as $$
    begin
      if current_user <> 'cercle_app' or (new.status, new.facilitates) is not distinct from (old.status, old.facilitates) then return new; end if;
      perform pg_advisory_xact_lock(hashtextextended(new.community_id::text, 2105));
      if old.status = 'pending' or new.status = 'pending' or new.id = my_member() or not i_facilitate() then
        raise exception 'this standing is not hers to change' using errcode = '42501';
      end if;
      return new;
    end $$;
    revoke execute on function keep_standing from public;
    create trigger keep_standing before update of status, facilitates on member for each row execute function keep_standing();
    grant update (status, facilitates) on member to cercle_app;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    revoke update (status, facilitates) on member from cercle_app;
    drop trigger keep_standing on member; drop function keep_standing;
  `.execute(db)
}

import { sql, type Kysely } from 'kysely'

/** Sign-in reads whose word is taken and keeps what was asked; who facilitates says whose word it is, and takes it back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create policy auth on site_trust for select to cercle_auth using (community_id = (select my_community()));
    create policy auth on site_key for select to cercle_auth using (community_id = (select my_community()));
    create policy auth on site_attempt to cercle_auth
      using (community_id = (select my_community())) with check (community_id = (select my_community()));
    create policy auth on site_assertion to cercle_auth
      using (community_id = (select my_community())) with check (community_id = (select my_community()));
    create policy auth on site_subject to cercle_auth
      using (community_id = (select my_community())) with check (community_id = (select my_community()));
    create policy sweep on site_attempt for all to cercle_worker using (true);
    create policy sweep on site_assertion for all to cercle_worker using (true);
    grant select on site_trust, site_key to cercle_auth;
    grant select, insert, update on site_attempt, site_assertion, site_subject to cercle_auth;
    grant select, delete on site_attempt, site_assertion to cercle_worker;

    create policy desk on site for select to cercle_app using (community_id = (select my_community()) and (select i_facilitate()));
    create policy found on site for insert to cercle_app with check (community_id = (select my_community()) and (select i_facilitate()));
    create policy desk on site_origin to cercle_app
      using (community_id = (select my_community()) and (select i_facilitate())) with check (community_id = (select my_community()) and (select i_facilitate()));
    create policy desk on site_trust to cercle_app
      using (community_id = (select my_community()) and (select i_facilitate())) with check (community_id = (select my_community()) and (select i_facilitate()));
    create policy desk on site_key to cercle_app
      using (community_id = (select my_community()) and (select i_facilitate())) with check (community_id = (select my_community()) and (select i_facilitate()));
    grant select on site to cercle_app;
    grant insert (community_id, id, organisation_id, name) on site to cercle_app;
    grant select, insert, delete on site_origin to cercle_app;
    grant select, insert, update (issuer, keys_url, enabled) on site_trust to cercle_app;
    grant select, insert, delete, update (ends_at) on site_key to cercle_app;

    -- Every session that stands on the word of this site alone, or began with it, is over; answers how many.
    create function end_site_sessions(p_site uuid, p_now timestamptz) returns integer
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    declare ended integer;
    begin
      if not i_facilitate() then return 0; end if;
      update session set revoked_at = p_now where community_id = my_community() and site_id = p_site and by_site and revoked_at is null;
      get diagnostics ended = row_count;
      return ended;
    end $$;
    revoke execute on function end_site_sessions from public;
    grant execute on function end_site_sessions to cercle_app;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function end_site_sessions;
    drop policy desk on site_origin; drop policy found on site; drop policy desk on site;
    revoke all on site, site_origin from cercle_app;
  `.execute(db)
  await sql`revoke all on site_trust, site_key, site_attempt, site_assertion, site_subject from cercle_app, cercle_auth, cercle_worker`.execute(
    db,
  )
  for (const table of ['site_trust', 'site_key'])
    await sql`drop policy auth on ${sql.table(table)}; drop policy desk on ${sql.table(table)}`.execute(db)
  for (const table of ['site_attempt', 'site_assertion', 'site_subject'])
    await sql`drop policy auth on ${sql.table(table)}`.execute(db)
  await sql`drop policy sweep on site_assertion; drop policy sweep on site_attempt`.execute(db)
}

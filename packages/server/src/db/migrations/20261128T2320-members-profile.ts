import { sql, type Kysely } from 'kysely'

/** What a member says of herself: how she is called, and when she can be reached, which who facilitates reads and no other member. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table member_profile (
      community_id uuid not null,
      member_id uuid not null,
      availability text check (char_length(availability) between 1 and 80),
      primary key (community_id, member_id),
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade
    );
    alter table member_profile enable row level security;
    create policy own on member_profile to cercle_app
      using (community_id = (select my_community()) and member_id = (select my_member()))
      with check (community_id = (select my_community()) and member_id = (select my_member()) and (select i_am_active()));
    create policy desk on member_profile for select to cercle_app using (community_id = (select my_community()) and (select i_facilitate()));
    grant select, insert, update (availability) on member_profile to cercle_app;

    -- The rest of her row is not hers to write.
    create function take_name(p_name text) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      update member set name = p_name where community_id = my_community() and id = my_member() and i_am_active();
    end $$;
    revoke execute on function take_name from public;
    grant execute on function take_name to cercle_app;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function take_name; drop table member_profile`.execute(db)
}

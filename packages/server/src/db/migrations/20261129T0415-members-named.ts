import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- First names of at most three who agreed to be named and read something that the viewer reads, and how many others are here. Nothing where nobody agreed.
    create function named_here() returns table (names text[], others integer)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    #variable_conflict use_column
    declare mine uuid[] := my_spaces(); willing uuid[]; around integer;
    begin
      if not i_am_active() then return; end if;
      -- of the first twenty who agreed: whoever comes later is among the others
      willing := array(select n.id from (
          select m.id, c.given_at from consent c join present_member m on m.community_id = c.community_id and m.id = c.member_id
            where c.community_id = my_community() and c.kind = 'named' and c.withdrawn_at is null and m.id <> my_member()
            order by c.given_at, c.id limit 20) n
        where takes_part(my_community(), n.id) and spaces_of(my_community(), n.id) && mine order by n.given_at, n.id limit 3);
      if willing = '{}' then return; end if;
      around := (select count(*) from present_member m where m.community_id = my_community() and m.id <> my_member() and takes_part(my_community(), m.id));
      return query select array(select split_part(btrim(m.name), ' ', 1) from member m join unnest(willing) with ordinality w(id, place) on w.id = m.id
          where m.community_id = my_community() order by w.place), around - cardinality(willing);
    end $$;
    revoke execute on function named_here from public;
    grant execute on function named_here to cercle_app;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function named_here`.execute(db)
}

import { sql, type Kysely } from 'kysely'

/** Who facilitates renames a space that she reads, and puts those that she reads in another order; the rest of their rows is not hers to write. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function rename_space(p_space uuid, p_name text) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      update space s set name = p_name
        where s.community_id = my_community() and s.id = p_space and s.home_id is null and s.id = any(my_spaces()) and i_facilitate();
      return found;
    end $$;

    -- False: these are not the spaces that she reads now, each once. Those that she does not read keep their place among all.
    create function arrange_spaces(p_order uuid[]) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    declare mine uuid[];
    begin
      if not i_facilitate() then return false; end if;
      -- two who arrange at once do so one after the other
      perform from space s where s.community_id = my_community() and s.home_id is null order by s.id for no key update;
      mine := array(select s.id from space s where s.community_id = my_community() and s.home_id is null and s.id = any(my_spaces()));
      if cardinality(p_order) <> cardinality(mine) or not (p_order @> mine) then return false; end if;
      with listed as (select s.id, row_number() over (order by s.position, s.id)::integer as place from space s
          where s.community_id = my_community() and s.home_id is null),
        places as (select l.place, row_number() over (order by l.place) as nth from listed l where l.id = any(mine)),
        wanted as (select w.id, p.place from unnest(p_order) with ordinality w(id, nth) join places p on p.nth = w.nth)
      update space s set position = coalesce(w.place, l.place) from listed l left join wanted w on w.id = l.id
        where s.community_id = my_community() and s.id = l.id and s.position <> coalesce(w.place, l.place);
      return true;
    end $$;
    revoke execute on function rename_space, arrange_spaces from public;
    grant execute on function rename_space, arrange_spaces to cercle_app;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function arrange_spaces, rename_space`.execute(db)
}

import { sql, type Kysely } from 'kysely'

/** Who would read something, by name where names may be told; and spaces that a facilitator divides or joins, which never lets anybody read what she could not. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Everybody who reads one space now: has signed what is asked, and reads every space around it.
    create function readers_in(p_space uuid) returns setof uuid
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    declare asked uuid := (select c.version_id from charter c where c.community_id = my_community() and c.space_id is null);
    begin
      return query
        with layers as materialized (
          select l.id, l.level, c.version_id from space s join space l on l.community_id = s.community_id and (l.id = s.id or l.id = any(s.within))
            left join charter c on c.community_id = l.community_id and c.space_id = l.id and l.level <> 'public'
            where s.community_id = my_community() and s.id = p_space and (l.level = 'restricted' or c.version_id is not null))
        select m.id from present_member m where m.community_id = my_community()
          and (asked is null or exists (select from charter_signature s
            where s.community_id = my_community() and s.member_id = m.id and s.version_id = asked and s.withdrawn_at is null))
          and not exists (select from layers l where
            l.level = 'restricted' and not exists (select from audience a where a.community_id = my_community() and a.space_id = l.id and (a.member_id = m.id
              or exists (select from belonging b where b.community_id = my_community() and b.group_id = a.group_id and b.member_id = m.id)))
            or l.version_id is not null and not exists (select from charter_signature s
              where s.community_id = my_community() and s.member_id = m.id and s.version_id = l.version_id and s.withdrawn_at is null));
    end $$;

    -- For who reads the space herself: how many do, or would if it were told to these groups and persons of it only (none named: to all), and who they
    -- are, unless a hidden group is among those it is told to.
    create function who_reads(p_space uuid, p_groups uuid[], p_members uuid[]) returns table (readers integer, members uuid[])
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    declare all_of uuid[]; hides boolean;
    begin
      if not i_am_active() or not (p_space = any(my_spaces())) or exists (select from unnest(p_groups) as x(id) where not exists (select from "group" g
        where g.community_id = my_community() and g.id = x.id and (not g.hidden or g.id = any(my_groups())))) then return; end if;
      all_of := array(select r from readers_in(p_space) r where cardinality(p_groups) + cardinality(p_members) = 0 or r = my_member() or r = any(p_members)
        or exists (select from belonging b where b.community_id = my_community() and b.member_id = r and b.group_id = any(p_groups)));
      hides := exists (select from "group" g where g.community_id = my_community() and g.hidden and (g.id = any(p_groups) or g.id in (
        select a.group_id from space s join audience a on a.community_id = s.community_id and (a.space_id = s.id or a.space_id = any(s.within))
          where s.community_id = my_community() and s.id = p_space)));
      return query select cardinality(all_of), case when not hides then all_of end;
    end $$;

    -- The groups that the caller may name to a smaller audience within a space: each with how many of its readers are in it.
    create function groups_within(p_space uuid) returns table (group_id uuid, readers integer)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if not i_am_active() or not (p_space = any(my_spaces())) then return; end if;
      return query select b.group_id, count(distinct b.member_id)::integer from readers_in(p_space) r
        join belonging b on b.community_id = my_community() and b.member_id = r
        join "group" g on g.community_id = b.community_id and g.id = b.group_id
        where not g.hidden or g.id = any(my_groups()) group by b.group_id;
    end $$;

    -- A part of a space becomes a space of its own inside it, for all of its readers or for some groups of them; discussions move, and keep their ids.
    create function split_space(p_id uuid, p_space uuid, p_slug text, p_name text, p_groups uuid[], p_threads uuid[]) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    declare whole space;
    begin
      select * into whole from space s where s.community_id = my_community() and s.id = p_space and s.id = any(my_spaces()) and s.home_id is null;
      if not found or not i_facilitate() then return false; end if;
      if exists (select from unnest(p_groups) as x(id) where not exists (select from "group" g
          where g.community_id = my_community() and g.id = x.id and (not g.hidden or g.id = any(my_groups()))))
        or exists (select from unnest(p_threads) as x(id) where not exists (select from thread t
          where t.community_id = my_community() and t.id = x.id and t.space_id = p_space and not t.gone)) then return false; end if;
      insert into space (community_id, id, slug, name, level, posting, retention_days, position, within)
        values (my_community(), p_id, p_slug, p_name,
          case when cardinality(p_groups) > 0 then 'restricted' when whole.level = 'public' then 'public' else 'members' end,
          whole.posting, whole.retention_days, whole.position, whole.within || whole.id);
      insert into audience (community_id, id, space_id, group_id) select my_community(), gen_random_uuid(), p_id, g.id from unnest(p_groups) as g(id) group by g.id;
      update revision v set space_id = p_id from post p where p.community_id = v.community_id and p.id = v.post_id
        and v.community_id = my_community() and p.thread_id = any(p_threads);
      update reaction v set space_id = p_id from post p where p.community_id = v.community_id and p.id = v.post_id
        and v.community_id = my_community() and p.thread_id = any(p_threads);
      update post set space_id = p_id where community_id = my_community() and thread_id = any(p_threads);
      update thread set space_id = p_id where community_id = my_community() and id = any(p_threads);
      return true;
    end $$;

    -- A space goes on inside another: its discussions stay where they are, with their readers, and are found in the feed of the other, also under the old
    -- name. Answers how many persons would lose what they read, and then changes nothing; null for what the caller may not do.
    create function merge_space(p_space uuid, p_into uuid) returns integer
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    declare part space; whole space; prefix uuid[]; losing integer;
    begin
      select * into part from space s where s.community_id = my_community() and s.id = p_space and s.id = any(my_spaces()) and s.home_id is null;
      if not found then return null; end if;
      select * into whole from space s where s.community_id = my_community() and s.id = p_into and s.id = any(my_spaces()) and s.home_id is null;
      if not found or not i_facilitate() or p_space = p_into or p_space = any(whole.within) then return null; end if;
      losing := (select count(*) from (select readers_in(p_space) except select readers_in(p_into)) x);
      if losing > 0 or (part.level = 'public' and whole.level <> 'public') then return greatest(losing, 1); end if;
      prefix := whole.within || whole.id;
      -- What lay around it lies around it still.
      prefix := prefix || array(select x from unnest(part.within) x where x <> all(prefix));
      update space s set within = prefix || s.within[array_position(s.within, p_space):], home_id = case when s.home_id = p_space then p_into else s.home_id end
        where s.community_id = my_community() and p_space = any(s.within);
      update space s set within = prefix, home_id = p_into where s.community_id = my_community() and s.id = p_space;
      return 0;
    end $$;

    -- A hidden group by invitation begins with who makes it: she could neither find it nor enter it from outside. False: the id is taken.
    create function found_group(p_id uuid, p_name text, p_kind text, p_hidden boolean, p_organisation uuid, p_fact text) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if not i_facilitate() then return false; end if;
      insert into "group" (community_id, id, name, kind, hidden, organisation_id, fact)
        values (my_community(), p_id, p_name, p_kind, p_hidden, p_organisation, p_fact) on conflict do nothing;
      if not found then return false; end if;
      if p_hidden and p_organisation is null and p_fact is null then
        insert into group_member (community_id, group_id, member_id) values (my_community(), p_id, my_member());
      end if;
      return true;
    end $$;

    revoke execute on function readers_in, who_reads, groups_within, split_space, merge_space, found_group from public;
    grant execute on function who_reads, groups_within, split_space, merge_space, found_group to cercle_app;

    -- What the desk does to groups and memberships: by who facilitates, and only to what she knows of.
    create policy invite on group_member for insert to cercle_app with check (community_id = (select my_community()) and (select i_facilitate())
      and group_id in (select g.id from "group" g));
    create policy renew on group_member for update to cercle_app using (community_id = (select my_community()) and (select i_facilitate())
      and group_id in (select g.id from "group" g));
    create policy part on group_member for delete to cercle_app using (community_id = (select my_community()) and (select i_facilitate())
      and group_id in (select g.id from "group" g));
    create policy place on member for update to cercle_app using (community_id = (select my_community()) and (select i_facilitate()));
    create policy own on member_fact for select to cercle_app using (community_id = (select my_community()) and member_id = (select my_member()));
    grant insert, delete, update (expires_at) on group_member to cercle_app;
    grant update (organisation_id, expires_at) on member to cercle_app;
    grant select on member_fact to cercle_app;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop policy own on member_fact; drop policy place on member;
    drop policy part on group_member; drop policy renew on group_member; drop policy invite on group_member;
    revoke insert, delete, update (expires_at) on group_member from cercle_app;
    revoke update (organisation_id, expires_at) on member from cercle_app;
    revoke select on member_fact from cercle_app;
    drop function found_group, merge_space, split_space, groups_within, who_reads, readers_in;
  `.execute(db)
}

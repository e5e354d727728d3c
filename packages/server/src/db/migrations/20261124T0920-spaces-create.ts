import { sql, type Kysely } from 'kysely'

/** Spaces of the funnel (public, members, restricted), the audience of the restricted ones, and the functions every right rests on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table space (
      community_id uuid not null references community (id) on delete cascade,
      id uuid not null,
      slug text not null,
      name text not null,
      level text not null check (level in ('public', 'members', 'restricted')),
      posting text not null default 'readers' check (posting in ('readers', 'facilitators')),
      retention_days integer check (retention_days > 0),
      position integer not null,
      primary key (community_id, id),
      unique (community_id, slug)
    );
    create index space_level_idx on space (community_id, level) include (id); -- spaces_of
    create table audience (
      community_id uuid not null,
      id uuid not null,
      space_id uuid not null,
      group_id uuid,
      member_id uuid,
      primary key (community_id, id),
      unique nulls not distinct (community_id, space_id, group_id, member_id),
      check (num_nonnulls(group_id, member_id) = 1),
      foreign key (community_id, space_id) references space (community_id, id) on delete cascade,
      foreign key (community_id, group_id) references "group" (community_id, id) on delete cascade,
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade
    );
    create index audience_group_idx on audience (community_id, group_id, space_id) where group_id is not null; -- spaces_of
    create index audience_member_idx on audience (community_id, member_id, space_id) where member_id is not null; -- spaces_of
    alter table space enable row level security;
    alter table audience enable row level security;

    create function session_viewer(p_access_hash bytea, p_site uuid, p_slug text, p_now timestamptz)
    returns table (community_id uuid, session_id uuid, member_id uuid, facilitates boolean, status text)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    #variable_conflict use_column
    begin
      return query select c.id, s.id, m.id, m.facilitates, m.status from community c
        left join session s on s.access_hash = p_access_hash and s.community_id = c.id
          and s.site_id is not distinct from p_site and s.revoked_at is null and s.access_expires_at > p_now
        left join member m on m.community_id = s.community_id and m.id = s.member_id and m.status in ('active', 'pending')
          and not exists (select from organisation o where o.community_id = m.community_id and o.id = m.organisation_id and o.removed_at is not null)
        where c.slug = p_slug;
    end $$;

    -- The funnel. Everything a person may read follows from this one function.
    create function spaces_of(p_community uuid, p_member uuid) returns uuid[]
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if p_member is null or not exists (select from member m where m.community_id = p_community and m.id = p_member and m.status = 'active'
        and not exists (select from organisation o where o.community_id = m.community_id and o.id = m.organisation_id and o.removed_at is not null)) then
        return array(select id from space where community_id = p_community and level = 'public');
      end if;
      return array(select id from space where community_id = p_community and level in ('public', 'members')
        union select a.space_id from group_member g join audience a on a.community_id = g.community_id and a.group_id = g.group_id
          where g.community_id = p_community and g.member_id = p_member
        union select a.space_id from audience a where a.community_id = p_community and a.member_id = p_member);
    end $$;
    create function my_spaces() returns uuid[]
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin return spaces_of(my_community(), my_member()); end $$;
    create function my_groups() returns uuid[]
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin return array(select group_id from group_member where community_id = my_community() and member_id = my_member() and i_am_active()); end $$;
    create function i_am_active() returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin return exists (select from member m where m.community_id = my_community() and m.id = my_member() and m.status = 'active'
      and not exists (select from organisation o where o.community_id = m.community_id and o.id = m.organisation_id and o.removed_at is not null)); end $$;
    create function i_facilitate() returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin return i_am_active() and exists (select from member where community_id = my_community() and id = my_member() and facilitates); end $$;

    -- How many members can read each of the given spaces; only for spaces the caller can read herself.
    create function readers_of(p_spaces uuid[]) returns table (space_id uuid, readers integer)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    #variable_conflict use_column
    declare everyone integer;
    begin
      if not i_am_active() then return; end if;
      select count(*) into everyone from member m left join organisation o on o.community_id = m.community_id and o.id = m.organisation_id
        where m.community_id = my_community() and m.status = 'active' and o.removed_at is null;
      return query
        with mine as materialized (
          select s.id, s.level from space s where s.community_id = my_community() and s.id = any(p_spaces) and s.id = any(my_spaces())),
        counted as (
          select a.space_id, count(distinct m.id)::integer as readers from mine
            join audience a on a.community_id = my_community() and a.space_id = mine.id
            left join group_member g on g.community_id = a.community_id and g.group_id = a.group_id
            join member m on m.community_id = a.community_id and m.id = coalesce(a.member_id, g.member_id) and m.status = 'active'
            left join organisation o on o.community_id = m.community_id and o.id = m.organisation_id
            where mine.level = 'restricted' and o.removed_at is null group by a.space_id)
        select mine.id, case when mine.level <> 'restricted' then everyone else coalesce(counted.readers, 0) end
          from mine left join counted on counted.space_id = mine.id;
    end $$;

    revoke execute on function session_viewer, spaces_of, my_spaces, my_groups, i_am_active, i_facilitate, readers_of from public;
    grant execute on function spaces_of, my_spaces, my_groups, i_am_active, i_facilitate to cercle_app, cercle_anon;
    grant execute on function readers_of to cercle_app;

    create policy read on space for select to cercle_app, cercle_anon using (id in (select unnest(my_spaces())));
    -- Whoever reads a space by name is not told which hidden groups read it too.
    create policy read on audience for select to cercle_app
      using (space_id in (select unnest(my_spaces())) and (group_id is null or group_id in (select g.id from "group" g)));
    create policy read on organisation for select to cercle_app using (community_id = (select my_community()) and (select i_am_active()));
    create policy read on member for select to cercle_app
      using (community_id = (select my_community()) and ((select i_am_active()) or id = (select my_member())));
    create policy read on "group" for select to cercle_app
      using (community_id = (select my_community()) and (select i_am_active()) and (not hidden or id in (select unnest(my_groups()))));
    create policy read on group_member for select to cercle_app
      using (community_id = (select my_community()) and group_id in (select unnest(my_groups())));
    grant select on space to cercle_app, cercle_anon;
    grant select on audience, organisation, member, "group", group_member to cercle_app;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop policy read on group_member;
    drop policy read on "group";
    drop policy read on member;
    drop policy read on organisation;
    drop table audience;
    drop policy read on space;
    drop function readers_of, i_facilitate, i_am_active, my_groups, my_spaces, spaces_of, session_viewer;
    drop table space;
  `.execute(db)
}

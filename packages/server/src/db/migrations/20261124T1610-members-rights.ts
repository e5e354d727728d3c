import { sql, type Kysely } from 'kysely'
import { rightsWithCharter } from './20261124T1335-charter-rights.ts'

/** The functions that every right rests on say so once more: with groups that follow from facts, days on which things end, and spaces within others. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function i_am_in() returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin return exists (select from present_member m where m.community_id = my_community() and m.id = my_member()); end $$;
    create or replace function takes_part(p_community uuid, p_member uuid) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin return exists (select from present_member m where m.community_id = p_community and m.id = p_member
      and not exists (select from charter c where c.community_id = p_community and c.space_id is null and not exists (
        select from charter_signature s where s.community_id = p_community and s.member_id = p_member and s.version_id = c.version_id and s.withdrawn_at is null))); end $$;

    create or replace function session_viewer(p_access_hash bytea, p_site uuid, p_slug text, p_now timestamptz)
    returns table (community_id uuid, session_id uuid, member_id uuid, facilitates boolean, status text)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    #variable_conflict use_column
    begin
      return query select c.id, s.id, m.id, m.facilitates, case when m.status = 'active' and exists (
            select from charter h where h.community_id = c.id and h.space_id is null and not exists (
              select from charter_signature g where g.community_id = c.id and g.member_id = m.id and g.version_id = h.version_id and g.withdrawn_at is null))
          then 'unsigned' else m.status end from community c
        left join session s on s.access_hash = p_access_hash and s.community_id = c.id
          and s.site_id is not distinct from p_site and s.revoked_at is null and s.access_expires_at > p_now
        left join member m on m.community_id = s.community_id and m.id = s.member_id and m.status in ('active', 'pending')
          and (m.expires_at is null or m.expires_at > now())
          and not exists (select from organisation o where o.community_id = m.community_id and o.id = m.organisation_id and o.removed_at is not null)
        where c.slug = p_slug;
    end $$;

    create or replace function spaces_of(p_community uuid, p_member uuid) returns uuid[]
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      closed uuid[]; -- spaces whose charter she has not signed, and the community's own id where it is that one
      her record;
      groups uuid[];
    begin
      if p_member is not null then
        closed := array(select coalesce(c.space_id, p_community) from charter c where c.community_id = p_community and not exists (
          select from charter_signature s where s.community_id = p_community and s.member_id = p_member and s.version_id = c.version_id and s.withdrawn_at is null));
      end if;
      if p_member is not null and not (p_community = any(closed)) then
        select m.organisation_id, m.region, m.sector into her from present_member m where m.community_id = p_community and m.id = p_member;
      end if;
      if not found or p_member is null or p_community = any(closed) then
        return array(with open as materialized (select id, within from space where community_id = p_community and level <> 'restricted' and level = 'public')
          select id from open where within = '{}' or within <@ array(select id from open));
      end if;
      -- As in « belonging », which would look her up once more for each way into a group.
      groups := array(select g.group_id from group_member g where g.community_id = p_community and g.member_id = p_member and (g.expires_at is null or g.expires_at > now())
        union all select g.id from "group" g where g.community_id = p_community and (g.organisation_id is not null or g.fact is not null)
          and (g.organisation_id = her.organisation_id or g.fact = coalesce(
            (select f.value from member_fact f where f.community_id = p_community and f.member_id = p_member and f.kind = g.kind),
            case g.kind when 'region' then her.region else her.sector end)));
      -- No charter closes what is public. What lies within others is hers only if they all are.
      return array(with open as materialized (
          select id, within from space where community_id = p_community and level <> 'restricted' and (level = 'public' or id <> all(closed))
          union select a.space_id, a.within from audience a where a.community_id = p_community and a.group_id = any(groups) and a.space_id <> all(closed)
          union select a.space_id, a.within from audience a where a.community_id = p_community and a.member_id = p_member and a.space_id <> all(closed))
        select id from open where within = '{}' or within <@ array(select id from open));
    end $$;

    create function groups_of(p_community uuid, p_member uuid) returns uuid[]
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin return array(select distinct group_id from belonging where community_id = p_community and member_id = p_member and takes_part(p_community, p_member)); end $$;
    create or replace function my_groups() returns uuid[]
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin return groups_of(my_community(), my_member()); end $$;

    create or replace function charter_spaces(p_community uuid, p_member uuid) returns uuid[]
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if p_member is null or not takes_part(p_community, p_member) then return array[]::uuid[]; end if;
      return array(select c.space_id from charter c join space x on x.community_id = c.community_id and x.id = c.space_id
        where c.community_id = p_community and c.space_id is not null and (x.level = 'members' or x.level = 'restricted' and exists (
          select from audience a where a.community_id = p_community and a.space_id = x.id and (a.member_id = p_member or a.group_id in (
            select g.group_id from belonging g where g.community_id = p_community and g.member_id = p_member))))
        and (x.within = '{}' or x.within <@ spaces_of(p_community, p_member)));
    end $$;

    -- Who reads now, counted: members who have signed, and who read every space around it too.
    create or replace function readers_of(p_spaces uuid[]) returns table (space_id uuid, readers integer)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    #variable_conflict use_column
    declare asked uuid := (select c.version_id from charter c where c.community_id = my_community() and c.space_id is null);
    begin
      if not i_am_active() then return; end if;
      return query
        with able as materialized (
          select m.id from present_member m where m.community_id = my_community() and (asked is null or m.id in (
            select s.member_id from charter_signature s where s.community_id = my_community() and s.version_id = asked and s.withdrawn_at is null))),
        mine as materialized (
          select s.id, s.level, s.within, c.version_id from space s left join charter c on c.community_id = s.community_id and c.space_id = s.id and s.level <> 'public'
            where s.community_id = my_community() and s.id = any(p_spaces) and s.id = any(my_spaces())),
        -- each space, and those around it, that ask more of a reader than to be a member
        strict as materialized (
          select mine.id as space_id, mine.id as layer, mine.level, mine.version_id from mine where mine.level = 'restricted' or mine.version_id is not null
          union all
          select mine.id, l.id, l.level, c.version_id from mine cross join unnest(mine.within) as x(id)
            join space l on l.community_id = my_community() and l.id = x.id
            left join charter c on c.community_id = l.community_id and c.space_id = l.id and l.level <> 'public'
            where l.level = 'restricted' or c.version_id is not null),
        layers as materialized (select distinct layer, level, version_id from strict),
        named as materialized (
          select layers.layer, a.group_id, a.member_id from layers join audience a on a.community_id = my_community() and a.space_id = layers.layer
            where layers.level = 'restricted'),
        belongs as materialized (
          select n.group_id, b.member_id from (select distinct group_id from named where group_id is not null) n
            cross join lateral (select b.member_id from belonging b where b.community_id = my_community() and b.group_id = n.group_id) b),
        invited as (
          select distinct named.layer, able.id as member_id from named left join belongs g on g.group_id = named.group_id
            join able on able.id = coalesce(named.member_id, g.member_id)
          union all select layers.layer, able.id from layers, able where layers.level <> 'restricted'),
        let_in as (
          select i.layer, i.member_id from invited i join layers on layers.layer = i.layer
            where layers.version_id is null or exists (select from charter_signature s where s.community_id = my_community()
              and s.member_id = i.member_id and s.version_id = layers.version_id and s.withdrawn_at is null)),
        counted as (
          select t.space_id, count(*)::integer as readers from (
            select s.space_id, i.member_id from strict s join let_in i on i.layer = s.layer group by s.space_id, i.member_id
              having count(*) = (select count(*) from strict n where n.space_id = s.space_id)) t
            group by t.space_id)
        select mine.id, case when exists (select from strict s where s.space_id = mine.id) then coalesce(counted.readers, 0)
            else (select count(*)::integer from able) end
          from mine left join counted on counted.space_id = mine.id;
    end $$;

    create or replace function live_rights(p_sessions uuid[], p_now timestamptz) returns table (session_id uuid, spaces uuid[])
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    #variable_conflict use_column
    begin
      return query select s.id, spaces_of(s.community_id, s.member_id) from session s
        join present_member m on m.community_id = s.community_id and m.id = s.member_id
        where s.id = any(p_sessions) and s.revoked_at is null and s.idle_expires_at > p_now and s.absolute_expires_at > p_now;
    end $$;

    -- The circle of these groups and persons within a space that the caller reads: the one there is, else a new one. Null for what she may not name.
    create function open_circle(p_id uuid, p_space uuid, p_groups uuid[], p_members uuid[]) returns uuid
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    declare around space; people uuid[] := p_members; said text; found_id uuid;
    begin
      select * into around from space s where s.community_id = my_community() and s.id = p_space and s.id = any(my_spaces());
      if not found or not i_am_active() or cardinality(p_groups) + cardinality(p_members) not between 1 and 20 then return null; end if;
      if exists (select from unnest(p_groups) as x(id) where not exists (select from "group" g
          where g.community_id = my_community() and g.id = x.id and (not g.hidden or g.id = any(my_groups()))))
        or exists (select from unnest(p_members) as x(id) where not exists (select from present_member m where m.community_id = my_community() and m.id = x.id))
        then return null; end if;
      -- She always reads what she writes.
      if not my_groups() && p_groups then people := people || my_member(); end if;
      said := encode(sha256(convert_to(p_space || ' ' || array_to_string(array(select distinct unnest(p_groups) order by 1), ' ')
        || ' and ' || array_to_string(array(select distinct unnest(people) order by 1), ' '), 'utf8')), 'hex');
      insert into space (community_id, id, slug, name, level, posting, retention_days, position, within, home_id, circle)
        values (my_community(), p_id, p_id, around.name, 'restricted', around.posting, around.retention_days, around.position,
          around.within || around.id, coalesce(around.home_id, around.id), said) on conflict do nothing returning id into found_id;
      if found_id is null then
        return (select s.id from space s where s.community_id = my_community() and s.circle = said);
      end if;
      insert into audience (community_id, id, space_id, group_id) select distinct my_community(), gen_random_uuid(), p_id, g.id from unnest(p_groups) as g(id) group by g.id;
      insert into audience (community_id, id, space_id, member_id) select my_community(), gen_random_uuid(), p_id, m.id from unnest(people) as m(id) group by m.id;
      return p_id;
    end $$;

    revoke execute on function groups_of, open_circle from public;
    grant execute on function groups_of, open_circle to cercle_app;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function open_circle`.execute(db)
  await rightsWithCharter.execute(db)
  await sql`
    create or replace function my_groups() returns uuid[]
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin return array(select group_id from group_member where community_id = my_community() and member_id = my_member() and i_am_active()); end $$;
    drop function groups_of;
    create or replace function live_rights(p_sessions uuid[], p_now timestamptz) returns table (session_id uuid, spaces uuid[])
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    #variable_conflict use_column
    begin
      return query select s.id, spaces_of(s.community_id, s.member_id) from session s
        join member m on m.community_id = s.community_id and m.id = s.member_id and m.status = 'active'
        left join organisation o on o.community_id = m.community_id and o.id = m.organisation_id
        where s.id = any(p_sessions) and s.revoked_at is null and s.idle_expires_at > p_now and s.absolute_expires_at > p_now and o.removed_at is null;
    end $$;
  `.execute(db)
}

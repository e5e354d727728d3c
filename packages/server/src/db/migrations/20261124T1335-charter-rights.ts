import { sql, type Kysely } from 'kysely'

/*
 * Who has not signed the charter that is asked for now reads as a stranger does, and nothing else changes hands. The functions that every
 * right rests on say so once more here, as they were and with that condition; longer than other migrations, for the way back needs them too.
 */
/** The functions as this step leaves them: also what a later step goes back to. */
export const rightsWithCharter = sql`
    -- Her membership stands, signed or not: enough to be shown the charter.
    create or replace function i_am_in() returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin return exists (select from member m where m.community_id = my_community() and m.id = my_member() and m.status = 'active'
      and not exists (select from organisation o where o.community_id = m.community_id and o.id = m.organisation_id and o.removed_at is not null)); end $$;
    -- It stands, and the charter of the community, where there is one, is signed as it is now.
    create or replace function takes_part(p_community uuid, p_member uuid) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin return exists (select from member m where m.community_id = p_community and m.id = p_member and m.status = 'active'
      and not exists (select from organisation o where o.community_id = m.community_id and o.id = m.organisation_id and o.removed_at is not null)
      and not exists (select from charter c where c.community_id = p_community and c.space_id is null and not exists (
        select from charter_signature s where s.community_id = p_community and s.member_id = p_member and s.version_id = c.version_id and s.withdrawn_at is null))); end $$;
    create or replace function i_am_active() returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin return takes_part(my_community(), my_member()); end $$;

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
          and not exists (select from organisation o where o.community_id = m.community_id and o.id = m.organisation_id and o.removed_at is not null)
        where c.slug = p_slug;
    end $$;

    create or replace function spaces_of(p_community uuid, p_member uuid) returns uuid[]
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    declare closed uuid[]; -- spaces whose charter she has not signed, and the community's own id where it is that one
    begin
      if p_member is not null then
        closed := array(select coalesce(c.space_id, p_community) from charter c where c.community_id = p_community and not exists (
          select from charter_signature s where s.community_id = p_community and s.member_id = p_member and s.version_id = c.version_id and s.withdrawn_at is null));
      end if;
      if p_member is null or p_community = any(closed) or not exists (
        select from member m where m.community_id = p_community and m.id = p_member and m.status = 'active'
        and not exists (select from organisation o where o.community_id = m.community_id and o.id = m.organisation_id and o.removed_at is not null)) then
        return array(select id from space where community_id = p_community and level = 'public');
      end if;
      -- What is public comes last: no charter closes it.
      return array(select id from space where community_id = p_community and level = 'members'
        union select a.space_id from group_member g join audience a on a.community_id = g.community_id and a.group_id = g.group_id
          where g.community_id = p_community and g.member_id = p_member
        union select a.space_id from audience a where a.community_id = p_community and a.member_id = p_member
        except select unnest(closed)
        union select id from space where community_id = p_community and level = 'public');
    end $$;

    -- Spaces with a charter of their own that are hers but for the signature: she is shown what to sign. To others they do not exist.
    create or replace function charter_spaces(p_community uuid, p_member uuid) returns uuid[]
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if p_member is null or not takes_part(p_community, p_member) then return array[]::uuid[]; end if;
      return array(select c.space_id from charter c join space x on x.community_id = c.community_id and x.id = c.space_id
        where c.community_id = p_community and c.space_id is not null and (x.level = 'members' or x.level = 'restricted' and exists (
          select from audience a where a.community_id = p_community and a.space_id = x.id and (a.member_id = p_member or a.group_id in (
            select g.group_id from group_member g where g.community_id = p_community and g.member_id = p_member)))));
    end $$;
    create or replace function my_charter_spaces() returns uuid[]
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin return charter_spaces(my_community(), my_member()); end $$;
    -- What those spaces are called: their rows are not hers to read before she has signed.
    create or replace function charter_space_names() returns table (id uuid, slug text, name text)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    #variable_conflict use_column
    begin return query select s.id, s.slug, s.name from space s where s.community_id = my_community() and s.id = any(my_charter_spaces()); end $$;

    -- Counts who reads now: members who have signed.
    create or replace function readers_of(p_spaces uuid[]) returns table (space_id uuid, readers integer)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    #variable_conflict use_column
    declare asked uuid := (select c.version_id from charter c where c.community_id = my_community() and c.space_id is null);
    begin
      if not i_am_active() then return; end if;
      return query
        with able as materialized (
          select m.id from member m left join organisation o on o.community_id = m.community_id and o.id = m.organisation_id
            where m.community_id = my_community() and m.status = 'active' and o.removed_at is null and (asked is null or m.id in (
              select s.member_id from charter_signature s where s.community_id = my_community() and s.version_id = asked and s.withdrawn_at is null))),
        mine as materialized (
          select s.id, s.level, c.version_id from space s left join charter c on c.community_id = s.community_id and c.space_id = s.id and s.level <> 'public'
            where s.community_id = my_community() and s.id = any(p_spaces) and s.id = any(my_spaces())),
        invited as (
          select distinct mine.id as space_id, able.id as member_id from mine
            join audience a on a.community_id = my_community() and a.space_id = mine.id
            left join group_member g on g.community_id = a.community_id and g.group_id = a.group_id
            join able on able.id = coalesce(a.member_id, g.member_id)
            where mine.level = 'restricted'
          union all select mine.id, able.id from mine, able where mine.level = 'members' and mine.version_id is not null),
        counted as (
          select i.space_id, count(*)::integer as readers from invited i join mine on mine.id = i.space_id
            where mine.version_id is null or exists (select from charter_signature s where s.community_id = my_community()
              and s.member_id = i.member_id and s.version_id = mine.version_id and s.withdrawn_at is null)
            group by i.space_id)
        select mine.id, case when mine.level = 'public' or (mine.level = 'members' and mine.version_id is null) then (select count(*)::integer from able)
            else coalesce(counted.readers, 0) end
          from mine left join counted on counted.space_id = mine.id;
    end $$;`

export async function up(db: Kysely<unknown>): Promise<void> {
  await rightsWithCharter.execute(db)
  await sql`
    revoke execute on function i_am_in, takes_part, charter_spaces, my_charter_spaces, charter_space_names from public;
    grant execute on function i_am_in, charter_spaces, my_charter_spaces, charter_space_names to cercle_app;

    create policy read on charter for select to cercle_app using (community_id = (select my_community())
      and (space_id in (select unnest(my_charter_spaces())) or space_id is null and (select i_am_in())));
    create policy publish on charter for insert to cercle_app with check (community_id = (select my_community()) and (select i_facilitate())
      and (space_id is null or space_id in (select unnest(my_spaces()))));
    create policy replace on charter for update to cercle_app using (community_id = (select my_community()) and (select i_facilitate())
      and (space_id is null or space_id in (select unnest(my_spaces()))));
    create policy read on charter_version for select to cercle_app using (community_id = (select my_community())
      and (space_id in (select unnest(my_charter_spaces())) or space_id is null and (select i_am_in())));
    create policy publish on charter_version for insert to cercle_app with check (community_id = (select my_community()) and (select i_facilitate())
      and (space_id is null or space_id in (select unnest(my_spaces()))));
    create policy own on charter_signature for select to cercle_app
      using (community_id = (select my_community()) and member_id = (select my_member()));
    -- Only what is asked for now: an older text can no longer be signed.
    create policy sign on charter_signature for insert to cercle_app with check (community_id = (select my_community())
      and member_id = (select my_member()) and (select i_am_in()) and withdrawn_at is null and version_id in (select c.version_id from charter c));
    create policy withdraw on charter_signature for update to cercle_app
      using (community_id = (select my_community()) and member_id = (select my_member()) and withdrawn_at is null)
      with check (community_id = (select my_community()) and member_id = (select my_member()));
    grant select, insert on charter, charter_version, charter_signature to cercle_app;
    grant update (version_id) on charter to cercle_app;
    grant update (withdrawn_at) on charter_signature to cercle_app;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    revoke all on charter, charter_version, charter_signature from cercle_app;
    drop policy withdraw on charter_signature; drop policy sign on charter_signature; drop policy own on charter_signature;
    drop policy publish on charter_version; drop policy read on charter_version;
    drop policy replace on charter; drop policy publish on charter; drop policy read on charter;
    drop function charter_space_names; drop function my_charter_spaces; drop function charter_spaces;
    create or replace function i_am_active() returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin return exists (select from member m where m.community_id = my_community() and m.id = my_member() and m.status = 'active'
      and not exists (select from organisation o where o.community_id = m.community_id and o.id = m.organisation_id and o.removed_at is not null)); end $$;
    create or replace function session_viewer(p_access_hash bytea, p_site uuid, p_slug text, p_now timestamptz)
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
    create or replace function spaces_of(p_community uuid, p_member uuid) returns uuid[]
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
    create or replace function readers_of(p_spaces uuid[]) returns table (space_id uuid, readers integer)
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
    drop function takes_part; drop function i_am_in;
  `.execute(db)
}

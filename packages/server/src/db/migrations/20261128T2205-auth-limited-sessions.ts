import { sql, type Kysely } from 'kysely'

const definer = sql`stable security definer set search_path = pg_catalog, public, pg_temp`

/** A session opened by a partner's word alone reaches what all members read, and nothing restricted, until a code confirms it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function session_is_verified(p_community uuid, p_session uuid, p_now timestamptz) returns boolean language plpgsql ${definer} as $$
    begin return exists (select from session s where s.community_id = p_community and s.id = p_session and (not s.by_site or s.verified_until > p_now)); end $$;
    -- Where nothing is said, nothing is confirmed.
    create function i_am_verified() returns boolean language sql stable set search_path = pg_catalog, public, pg_temp as
      $$ select coalesce(current_setting('cercle.verified', true), '') = '1' $$;
    -- Of these spaces those that are neither restricted nor inside what is.
    create function unrestricted(p_community uuid, p_spaces uuid[]) returns uuid[] language plpgsql ${definer} as $$
    begin return array(select s.id from space s where s.community_id = p_community and s.id = any(p_spaces) and s.level <> 'restricted'
      and not exists (select from space a where a.community_id = p_community and a.id = any(s.within) and a.level = 'restricted')); end $$;

    create or replace function my_spaces() returns uuid[] language plpgsql ${definer} as $$
    begin
      if my_member() is null or i_am_verified() then return spaces_of(my_community(), my_member()); end if;
      return unrestricted(my_community(), spaces_of(my_community(), my_member()));
    end $$;
    create or replace function my_charter_spaces() returns uuid[] language plpgsql ${definer} as $$
    begin
      if i_am_verified() then return charter_spaces(my_community(), my_member()); end if;
      return unrestricted(my_community(), charter_spaces(my_community(), my_member()));
    end $$;
    create or replace function my_groups() returns uuid[] language plpgsql ${definer} as $$
    begin return array(select x.id from unnest(groups_of(my_community(), my_member())) as x(id) where i_am_verified()
      or exists (select from "group" g where g.community_id = my_community() and g.id = x.id and not g.hidden)); end $$;
    create or replace function i_facilitate() returns boolean language plpgsql ${definer} as $$
    begin return i_am_verified() and i_am_active() and exists (select from member where community_id = my_community() and id = my_member() and facilitates); end $$;
    create or replace function live_rights(p_sessions uuid[], p_now timestamptz) returns table (session_id uuid, spaces uuid[]) language plpgsql ${definer} as $$
    #variable_conflict use_column
    begin
      return query select s.id, case when not s.by_site or s.verified_until > p_now then spaces_of(s.community_id, s.member_id)
          else unrestricted(s.community_id, spaces_of(s.community_id, s.member_id)) end from session s
        join present_member m on m.community_id = s.community_id and m.id = s.member_id
        where s.id = any(p_sessions) and s.revoked_at is null and s.idle_expires_at > p_now and s.absolute_expires_at > p_now;
    end $$;
    revoke execute on function session_is_verified, i_am_verified, unrestricted from public;
    grant execute on function i_am_verified, unrestricted to cercle_app, cercle_anon;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function my_spaces() returns uuid[] language plpgsql ${definer} as $$ begin return spaces_of(my_community(), my_member()); end $$;
    create or replace function my_charter_spaces() returns uuid[] language plpgsql ${definer} as $$ begin return charter_spaces(my_community(), my_member()); end $$;
    create or replace function my_groups() returns uuid[] language plpgsql ${definer} as $$ begin return groups_of(my_community(), my_member()); end $$;
    create or replace function i_facilitate() returns boolean language plpgsql ${definer} as $$
    begin return i_am_active() and exists (select from member where community_id = my_community() and id = my_member() and facilitates); end $$;
    create or replace function live_rights(p_sessions uuid[], p_now timestamptz) returns table (session_id uuid, spaces uuid[]) language plpgsql ${definer} as $$
    #variable_conflict use_column
    begin
      return query select s.id, spaces_of(s.community_id, s.member_id) from session s
        join present_member m on m.community_id = s.community_id and m.id = s.member_id
        where s.id = any(p_sessions) and s.revoked_at is null and s.idle_expires_at > p_now and s.absolute_expires_at > p_now;
    end $$;
    drop function unrestricted, i_am_verified, session_is_verified;
  `.execute(db)
}

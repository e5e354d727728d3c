import { sql, type Kysely } from 'kysely'

/** What makes a member of a person. Of two who decide at once one waits, and finds it decided. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Only for the function below and the one that accepts an invitation. Groups by invitation and restricted spaces as far as p_by knows them now; with a space, those around it.
    create function admit(p_by uuid, p_person uuid, p_member uuid, p_email text, p_name text, p_organisation uuid, p_region text,
      p_groups uuid[], p_spaces uuid[], p_returns boolean, p_at timestamptz) returns uuid
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    declare here uuid := my_community(); who uuid; her member;
    begin
      insert into person (id, email, created_at) values (p_person, p_email, p_at) on conflict (email) do nothing;
      who := (select p.id from person p where p.email = p_email);
      insert into member (community_id, id, person_id, organisation_id, name, status, created_at)
        values (here, p_member, who, p_organisation, p_name, 'active', p_at) on conflict (community_id, person_id) do nothing;
      select * into her from member m where m.community_id = here and m.person_id = who for update;
      if her.status in ('suspended', 'removed') and not p_returns then return null; end if;
      -- an end that is still to come is taken away by who decides, never by a link that somebody holds
      update member m set status = 'active', expires_at = case when p_returns or m.status = 'pending' or m.expires_at <= p_at then null else m.expires_at end,
        organisation_id = case when p_returns or m.status = 'pending' then p_organisation else m.organisation_id end
        where m.community_id = here and m.id = her.id;
      if p_region is not null then
        insert into member_fact (community_id, member_id, kind, value) values (here, her.id, 'region', p_region)
          on conflict (community_id, member_id, kind) do update set value = excluded.value;
      end if;
      insert into group_member (community_id, group_id, member_id) select here, g.id, her.id from "group" g
        where g.community_id = here and g.id = any(p_groups) and g.organisation_id is null and g.fact is null
          and (not g.hidden or g.id = any(groups_of(here, p_by))) on conflict do nothing;
      insert into audience (community_id, id, space_id, member_id) select here, gen_random_uuid(), s.id, her.id from space s
        where s.community_id = here and s.level = 'restricted' and s.circle is null and s.id = any(spaces_of(here, p_by))
          and exists (select from space c where c.community_id = here and c.id = any(p_spaces) and (c.id = s.id or s.id = any(c.within)))
          and not exists (select from audience a where a.community_id = here and a.space_id = s.id and a.member_id = her.id);
      return her.id;
    end $$;

    -- False: it is not there, or decided already.
    create function approve_request(p_request uuid, p_person uuid, p_member uuid, p_organisation uuid, p_region text, p_groups uuid[], p_spaces uuid[],
      p_words jsonb, p_at timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    declare r join_request;
    begin
      if not i_facilitate() then return false; end if;
      select * into r from join_request q where q.community_id = my_community() and q.id = p_request and q.status in ('waiting', 'asked') for update;
      if not found then return false; end if;
      perform admit(my_member(), p_person, p_member, r.email, r.name, p_organisation, p_region, p_groups, p_spaces, true, p_at);
      update join_request q set status = 'approved', exchange = q.exchange || p_words, decided_at = p_at, decided_by = my_member()
        where q.community_id = r.community_id and q.id = r.id;
      return true;
    end $$;

    revoke execute on function admit, approve_request from public;
    grant execute on function approve_request to cercle_app;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function approve_request, admit`.execute(db)
}

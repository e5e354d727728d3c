import { sql, type Kysely } from 'kysely'

const signature = sql`accept_invitation(p_hash bytea, p_person uuid, p_member uuid, p_email text, p_name text, p_at timestamptz)
    returns table (invitation_id uuid, address text)
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp`

/** An invitation of a pivot holds as long as she is one of the same group; what makes her group is then true of who was invited, if she is new here. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function ${signature} as $$
    #variable_conflict use_column
    declare i invitation; whose text; leads boolean; around "group"; is_new boolean; places uuid[]; her uuid;
    begin
      select * into i from invitation v where v.community_id = my_community() and v.token_hash = p_hash and v.accepted_at is null
        and v.withdrawn_at is null and v.expires_at > p_at for update;
      if not found or not takes_part(i.community_id, i.invited_by) then return; end if;
      leads := exists (select from member m where m.community_id = i.community_id and m.id = i.invited_by and m.facilitates);
      if not leads and (i.scope_group_id is null or pivot_of(i.community_id, i.invited_by) is distinct from i.scope_group_id) then return; end if;
      whose := coalesce(i.email, p_email);
      if whose is null then return; end if;
      update invitation v set accepted_at = p_at where v.community_id = i.community_id and v.id = i.id;
      places := i.groups;
      if i.scope_group_id is not null then
        select * into around from "group" g where g.community_id = i.community_id and g.id = i.scope_group_id;
        -- A link that somebody holds moves nobody who is a member already.
        is_new := not exists (select from member m join person p on p.id = m.person_id
          where m.community_id = i.community_id and p.email = whose and m.status <> 'pending');
        if not leads then
          places := array(select x.id from unnest(i.groups) as x(id) where x.id = any(groups_of(i.community_id, i.invited_by)));
        end if;
        places := places || around.id;
      end if;
      her := admit(i.invited_by, p_person, p_member, whose, p_name, case when is_new then around.organisation_id end, null, places, i.spaces, false, p_at);
      if her is not null and is_new and around.fact is not null then
        insert into member_fact (community_id, member_id, kind, value) values (i.community_id, her, around.kind, around.fact)
          on conflict (community_id, member_id, kind) do update set value = excluded.value;
      end if;
      return query select i.id, case when her is not null then whose end;
    end $$;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function ${signature} as $$
    #variable_conflict use_column
    declare i invitation; whose text;
    begin
      select * into i from invitation v where v.community_id = my_community() and v.token_hash = p_hash and v.accepted_at is null
        and v.withdrawn_at is null and v.expires_at > p_at for update;
      if not found or not takes_part(i.community_id, i.invited_by) or not exists (select from member m
        where m.community_id = i.community_id and m.id = i.invited_by and m.facilitates) then return; end if;
      whose := coalesce(i.email, p_email);
      if whose is null then return; end if;
      update invitation v set accepted_at = p_at where v.community_id = i.community_id and v.id = i.id;
      return query select i.id, case when admit(i.invited_by, p_person, p_member, whose, p_name, null, null, i.groups, i.spaces, false, p_at) is not null then whose end;
    end $$;
  `.execute(db)
}

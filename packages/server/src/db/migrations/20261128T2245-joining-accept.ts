import { sql, type Kysely } from 'kysely'

/** An invitation is accepted once; and what who facilitates may know of an address that asks. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Which invitation, and the address that it let in (null: of somebody who was put out, which an invitation does not undo). No row: no such secret, or
    -- one that opens nothing any more. Who invited must be able to still.
    create function accept_invitation(p_hash bytea, p_person uuid, p_member uuid, p_email text, p_name text, p_at timestamptz)
    returns table (invitation_id uuid, address text)
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
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

    -- What who facilitates is told of an address that asks: its standing here, if it has one.
    create function request_standing(p_requests uuid[]) returns table (request_id uuid, status text)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    #variable_conflict use_column
    begin
      if not i_facilitate() then return; end if;
      return query select q.id, m.status from join_request q join person p on p.email = q.email
        join member m on m.community_id = q.community_id and m.person_id = p.id
        where q.community_id = my_community() and q.id = any(p_requests);
    end $$;
    revoke execute on function accept_invitation, request_standing from public;
    grant execute on function accept_invitation to cercle_auth;
    grant execute on function request_standing to cercle_app;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function request_standing, accept_invitation`.execute(db)
}

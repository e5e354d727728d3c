import { sql, type Kysely } from 'kysely'

/** What the sender of mails may learn of people, one mail at a time: an address that may have it now. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Null: nobody may have it any more. An address that is no member's gets what is meant for such, and nothing else.
    create function mail_address(p_community uuid, p_member uuid, p_address text, p_space uuid, p_reach text, p_topic text) returns text
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    declare found_address text;
    begin
      if p_member is null then
        if p_reach = 'address' then found_address := p_address; end if;
      elsif p_reach <> 'address' then
        select p.email into found_address from member m join person p on p.id = m.person_id
          where m.community_id = p_community and m.id = p_member and (p_reach <> 'facilitator' or m.facilitates)
            and exists (select from present_member x where x.community_id = p_community and x.id = p_member)
            and (p_reach <> 'reader' or takes_part(p_community, p_member))
            and (p_space is null or p_space = any(spaces_of(p_community, p_member)));
      end if;
      if exists (select from mail_stop s where s.community_id = p_community
        and s.address_hash = sha256(convert_to(lower(found_address), 'UTF8')) and s.topic in ('all', p_topic)) then return null; end if;
      return found_address;
    end $$;

    -- A mail that names nobody becomes one for each who facilitates.
    create function share_mail(p_community uuid, p_id uuid, p_now timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      insert into mail_queue (community_id, id, kind, member_id, space_id, topic, language, facts, created_at, due_at)
        select q.community_id, gen_random_uuid(), q.kind, m.id, q.space_id, q.topic, q.language, q.facts, q.created_at, q.due_at from mail_queue q
          join member m on m.community_id = q.community_id and m.facilitates
          join present_member x on x.community_id = m.community_id and x.id = m.id
          where q.community_id = p_community and q.id = p_id and q.outcome is null and q.member_id is null and q.address is null;
      update mail_queue set outcome = 'shared', settled_at = p_now, leased_until = null, facts = '{}' where community_id = p_community and id = p_id;
    end $$;

    -- Who holds the key of a mail stops all of its topic for the address that got it. Says nothing of whether there is such a mail.
    create function stop_mail(p_key uuid, p_now timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      insert into mail_stop (community_id, address_hash, topic, reason, at)
        select q.community_id, coalesce(sha256(convert_to(lower(p.email), 'UTF8')), q.address_hash), q.topic, 'asked', p_now from mail_queue q
          left join member m on m.community_id = q.community_id and m.id = q.member_id left join person p on p.id = m.person_id
          where q.community_id = my_community() and q.stop_key = p_key and q.topic is not null and (p.id is not null or q.address_hash is not null)
        on conflict do nothing;
    end $$;
    revoke execute on function mail_address, share_mail, stop_mail from public;
    grant execute on function mail_address, share_mail to cercle_worker;
    grant execute on function stop_mail to cercle_auth;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function stop_mail; drop function share_mail; drop function mail_address`.execute(db)
}

import { sql, type Kysely } from 'kysely'

const definer = sql`security definer set search_path = pg_catalog, public, pg_temp`

/** Who answers a call for help, what an answer changes, and whom it is told to; what is erased of it stays erased. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function who_helps() returns table (member_id uuid, name text, availability text) language plpgsql stable ${definer} as $$
    begin
      if not i_am_active() then return; end if;
      return query select m.id, m.name, p.availability from member m
        join present_member x on x.community_id = m.community_id and x.id = m.id
        left join member_profile p on p.community_id = m.community_id and p.member_id = m.id
        where m.community_id = my_community() and m.facilitates order by m.created_at, m.name, m.id;
    end $$;
    -- She looks at her own, or adds a word to it. false: it is not hers.
    create function follow_help(p_help uuid, p_has_word boolean, p_now timestamptz) returns boolean language plpgsql volatile ${definer} as $$
    begin
      if not i_am_verified() then return false; end if;
      update notification n set read_at = coalesce(n.read_at, p_now)
        where n.community_id = my_community() and n.member_id = my_member() and n.kind = 'help' and n.target_id = p_help;
      update help_request h set seen_at = p_now, waits = h.waits or p_has_word, word_at = case when p_has_word then p_now else h.word_at end,
          settled_at = case when p_has_word then null else h.settled_at end
        where h.community_id = my_community() and h.id = p_help and h.member_id = my_member();
      return found;
    end $$;
    -- Who facilitates answers (p_settled null), or says that it is settled, or not. Answers whom to tell by mail: nobody who wants none.
    create function answer_help(p_help uuid, p_settled boolean, p_now timestamptz) returns table (mail_to uuid) language plpgsql volatile ${definer} as $$
    declare who uuid;
    begin
      if not i_facilitate() then return; end if;
      update help_request h set waits = h.waits and p_settled is not null, word_at = case when p_settled is null then p_now else h.word_at end,
          answered_at = case when p_settled is null then p_now else h.answered_at end, seen_at = case when p_settled is null then null else h.seen_at end,
          settled_at = case when p_settled then coalesce(h.settled_at, p_now) when not p_settled then null else h.settled_at end
        where h.community_id = my_community() and h.id = p_help returning h.member_id into who;
      if who is null or p_settled is not null then return; end if;
      insert into notification as n (community_id, member_id, kind, target_id, since, at) values (my_community(), who, 'help', p_help, p_now, p_now)
        on conflict (community_id, member_id, kind, target_id) do update set at = p_now, read_at = null;
      return query select who where not exists (select from mail_preference g
        where g.community_id = my_community() and g.member_id = who and g.space_id is null and g.rhythm = 'never');
    end $$;
    revoke execute on function who_helps, follow_help, answer_help from public;
    grant execute on function who_helps, follow_help, answer_help to cercle_app;
    alter table notification drop constraint notification_kind_check,
      add constraint notification_kind_check check (kind in ('reply', 'reaction', 'charter', 'membership', 'thread', 'help'));
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    delete from notification where kind = 'help';
    alter table notification drop constraint notification_kind_check,
      add constraint notification_kind_check check (kind in ('reply', 'reaction', 'thread', 'charter', 'membership'));
    drop function answer_help, follow_help, who_helps;
  `.execute(db)
}

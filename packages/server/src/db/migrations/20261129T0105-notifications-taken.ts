import { sql, type Kysely } from 'kysely'

/** Whom something concerns is noted as it is said in one place, and is told at once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function take_notice;
    -- Answers whose it is, and what has no time for a mail yet.
    create function take_notice(p_community uuid, p_kind text, p_actor uuid, p_space uuid, p_thread uuid, p_subject uuid, p_at timestamptz)
    returns table (member uuid, unplanned uuid) language sql security definer set search_path = pg_catalog, public, pg_temp as $$
      insert into notification as n (community_id, member_id, kind, target_id, thread_id, since, at)
        select p_community, c.who, c.what, c.target, c.thread, c.first, p_at
          from whom_it_concerns(p_community, p_kind, p_actor, p_space, p_thread, p_subject, p_at) c
          join present_member m on m.community_id = p_community and m.id = c.who where c.who is distinct from p_actor
        on conflict (community_id, member_id, kind, target_id) do update set at = excluded.at, read_at = null, mail_id = null,
          since = case when n.read_at is null then n.since else excluded.since end,
          mail_at = case when n.read_at is null and n.mail_id is null then n.mail_at end
        returning member_id, case when mail_at is null then id end
    $$;
    revoke execute on function take_notice from public;
    grant execute on function take_notice to cercle_worker;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function take_notice;
    create function take_notice(p_community uuid, p_kind text, p_actor uuid, p_space uuid, p_thread uuid, p_subject uuid, p_at timestamptz)
    returns table (notification_id uuid) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      return query
        with concerned as (
          select t.author_id as who, 'reply' as what, t.id as target, t.id as thread, r.created_at as first from thread t
            join post r on r.community_id = t.community_id and r.id = p_subject where p_kind = 'post.created' and t.community_id = p_community and t.id = p_thread and p_subject <> p_thread
          union all select o.author_id, 'reaction', o.id, o.thread_id, p_at from post o
            where p_kind = 'reaction.changed' and o.community_id = p_community and o.id = p_subject and exists (
              select from reaction r where r.community_id = p_community and r.post_id = p_subject and r.member_id = p_actor)
          union all select m.id, 'charter', p_subject, null, p_at from member m
            where p_kind = 'charter.published' and m.community_id = p_community and (p_space is null or p_space = any(charter_spaces(p_community, m.id)))
          union all select p_subject, 'membership', p_subject, null, p_at where p_kind = 'member.placed')
        insert into notification as n (community_id, member_id, kind, target_id, thread_id, since, at)
          select p_community, c.who, c.what, c.target, c.thread, c.first, p_at from concerned c
            join present_member m on m.community_id = p_community and m.id = c.who where c.who is distinct from p_actor
          on conflict (community_id, member_id, kind, target_id) do update set at = excluded.at, read_at = null, mail_id = null,
            since = case when n.read_at is null then n.since else excluded.since end,
            mail_at = case when n.read_at is null and n.mail_id is null then n.mail_at end
          returning case when mail_at is null then id end;
    end $$;
    revoke execute on function take_notice from public;
    grant execute on function take_notice to cercle_worker;
  `.execute(db)
}

import { sql, type Kysely } from 'kysely'

/** Whom something that happened concerns, what of it may be told in a mail at that moment, and whoever stops mails of news says so of her rhythm. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Answers what has no time for a mail yet.
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

    -- How many of each kind this mail tells of. What it once told of it tells again, unless she has looked meanwhile; what she may not know, or
    -- was taken back, it does not.
    create function gather_news(p_community uuid, p_member uuid, p_mail uuid, p_now timestamptz) returns table (kind text, count integer)
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    #variable_conflict use_column
    begin
      return query
        with told as (update notification n set mail_id = p_mail
            where n.community_id = p_community and n.member_id = p_member and n.read_at is null and n.mail_at <= p_now and (n.mail_id is null or n.mail_id = p_mail)
            returning n.kind, n.target_id, n.thread_id, n.since),
          near as (select told.*, t.space_id, coalesce(s.home_id, s.id) as home_id from told
            left join thread t on t.community_id = p_community and t.id = told.thread_id left join space s on s.community_id = p_community and s.id = t.space_id
            where told.thread_id is null or t.space_id = any(spaces_of(p_community, p_member))),
          wanted as (select near.* from near
            left join mail_preference g on g.community_id = p_community and g.member_id = p_member and g.space_id is null
            left join mail_preference o on o.community_id = p_community and o.member_id = p_member and o.space_id = near.home_id
            where coalesce(o.rhythm, g.rhythm, 'daily') <> 'never')
        select w.kind, sum(case w.kind
          when 'reply' then (select count(*) from post p where p.community_id = p_community and p.thread_id = w.thread_id and p.created_at >= w.since
            and p.id <> p.thread_id and p.author_id <> p_member and p.withdrawn_at is null and not p.gone)
          when 'reaction' then (select count(distinct r.member_id) from reaction r join post p on p.community_id = r.community_id and p.id = r.post_id
            where r.community_id = p_community and r.post_id = w.target_id and r.member_id <> p_member and p.withdrawn_at is null)
          when 'charter' then (select count(*) from charter c where c.community_id = p_community and c.version_id = w.target_id
            and (c.space_id is null or c.space_id = any(charter_spaces(p_community, p_member))) and not exists (select from charter_signature s
            where s.community_id = p_community and s.member_id = p_member and s.version_id = c.version_id and s.withdrawn_at is null))
          else 1 end)::integer from wanted w group by w.kind;
    end $$;

    create or replace function stop_mail(p_key uuid, p_now timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare q mail_queue;
    begin
      select * into q from mail_queue where community_id = my_community() and stop_key = p_key and topic is not null;
      if q.topic = 'news' and q.member_id is not null then
        delete from mail_preference where community_id = q.community_id and member_id = q.member_id and space_id is not null;
        insert into mail_preference (community_id, member_id, rhythm) values (q.community_id, q.member_id, 'never')
          on conflict (community_id, member_id, space_id) do update set rhythm = 'never', days = '{}';
        return;
      end if;
      insert into mail_stop (community_id, address_hash, topic, reason, at)
        select q.community_id, coalesce(sha256(convert_to(lower(p.email), 'UTF8')), q.address_hash), q.topic, 'asked', p_now from (select 1) one
          left join member m on m.community_id = q.community_id and m.id = q.member_id left join person p on p.id = m.person_id
          where q.id is not null and (p.id is not null or q.address_hash is not null)
        on conflict do nothing;
    end $$;
    revoke execute on function take_notice, gather_news from public;
    grant execute on function take_notice, gather_news to cercle_worker;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function gather_news; drop function take_notice;
    -- Who holds the key of a mail stops all of its topic for the address that got it. Says nothing of whether there is such a mail.
    create or replace function stop_mail(p_key uuid, p_now timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      insert into mail_stop (community_id, address_hash, topic, reason, at)
        select q.community_id, coalesce(sha256(convert_to(lower(p.email), 'UTF8')), q.address_hash), q.topic, 'asked', p_now from mail_queue q
          left join member m on m.community_id = q.community_id and m.id = q.member_id left join person p on p.id = m.person_id
          where q.community_id = my_community() and q.stop_key = p_key and q.topic is not null and (p.id is not null or q.address_hash is not null)
        on conflict do nothing;
    end $$;
  `.execute(db)
}

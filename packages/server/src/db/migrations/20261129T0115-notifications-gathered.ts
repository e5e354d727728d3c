import { sql, type Kysely } from 'kysely'

/** What a mail tells is counted as it is said in one place; of what she opened meanwhile it says nothing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function gather_news(p_community uuid, p_member uuid, p_mail uuid, p_now timestamptz) returns table (kind text, count integer)
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    #variable_conflict use_column
    begin
      return query
        with told as (update notification n set mail_id = p_mail
            where n.community_id = p_community and n.member_id = p_member and n.read_at is null and n.mail_at <= p_now and (n.mail_id is null or n.mail_id = p_mail)
            returning n.kind, n.target_id, n.thread_id, n.since, n.at),
          near as (select told.*, case told.kind when 'thread' then told.target_id else coalesce(s.home_id, s.id) end as home_id from told
            left join thread t on t.community_id = p_community and t.id = told.thread_id left join space s on s.community_id = p_community and s.id = t.space_id
            where told.thread_id is null or not t.gone and t.space_id = any(spaces_of(p_community, p_member)) and not exists (select from reading r
              where r.community_id = p_community and r.member_id = p_member and r.thread_id = t.id and r.read_at > told.at)),
          wanted as (select near.* from near
            left join mail_preference g on g.community_id = p_community and g.member_id = p_member and g.space_id is null
            left join mail_preference o on o.community_id = p_community and o.member_id = p_member and o.space_id = near.home_id
            where coalesce(o.rhythm, g.rhythm, 'daily') <> 'never')
        select w.kind, sum(count_news(p_community, p_member, w.kind, w.target_id, w.thread_id, w.since))::integer from wanted w group by w.kind;
    end $$;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function gather_news(p_community uuid, p_member uuid, p_mail uuid, p_now timestamptz) returns table (kind text, count integer)
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
  `.execute(db)
}

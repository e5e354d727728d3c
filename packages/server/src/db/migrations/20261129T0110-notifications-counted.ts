import { sql, type Kysely } from 'kysely'

/** How many of each kind there are for a member: of new discussions too, and what she opened meanwhile is none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- How many of it there are for her: what was taken back, what is out of her reach and what she has read are none. One part for each kind.
    create function count_news(p_community uuid, p_member uuid, p_kind text, p_target uuid, p_thread uuid, p_since timestamptz)
    returns bigint language sql stable set search_path = pg_catalog, public, pg_temp as $$
      select case p_kind
        when 'reply' then (select count(*) from post p where p.community_id = p_community and p.thread_id = p_thread and p.created_at >= p_since
          and p.id <> p.thread_id and p.author_id <> p_member and p.withdrawn_at is null and not p.gone and not exists (select from reading r
            where r.community_id = p_community and r.member_id = p_member and r.thread_id = p_thread and r.read_at > p.created_at))
        when 'thread' then (select count(*) from thread t join space s on s.community_id = t.community_id and s.id = t.space_id
          join post p on p.community_id = t.community_id and p.id = t.id
          where t.community_id = p_community and coalesce(s.home_id, s.id) = p_target and t.space_id = any(spaces_of(p_community, p_member))
            and t.created_at >= p_since and t.author_id <> p_member and not t.gone and p.withdrawn_at is null and not exists (select from reading r
              where r.community_id = p_community and r.member_id = p_member and r.thread_id = t.id))
        when 'reaction' then (select count(distinct r.member_id) from reaction r join post p on p.community_id = r.community_id and p.id = r.post_id
          where r.community_id = p_community and r.post_id = p_target and r.member_id <> p_member and p.withdrawn_at is null)
        when 'charter' then (select count(*) from charter c where c.community_id = p_community and c.version_id = p_target
          and (c.space_id is null or c.space_id = any(charter_spaces(p_community, p_member))) and not exists (select from charter_signature s
            where s.community_id = p_community and s.member_id = p_member and s.version_id = c.version_id and s.withdrawn_at is null))
        else 1 end
    $$;
    revoke execute on function count_news from public;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function count_news;
  `.execute(db)
}

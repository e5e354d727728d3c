import { sql, type Kysely } from 'kysely'

/** A reply concerns whoever wrote in the discussion, and a new discussion whoever reads its space: one row for each space. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table notification drop constraint notification_kind_check;
    alter table notification add constraint notification_kind_check check (kind in ('reply', 'reaction', 'thread', 'charter', 'membership'));
    -- One part for each kind.
    create function whom_it_concerns(p_community uuid, p_kind text, p_actor uuid, p_space uuid, p_thread uuid, p_subject uuid, p_at timestamptz)
    returns table (who uuid, what text, target uuid, thread uuid, first timestamptz) language sql stable set search_path = pg_catalog, public, pg_temp as $$
      select w.who, 'reply', t.id, t.id, r.created_at from thread t join post r on r.community_id = t.community_id and r.id = p_subject
        cross join lateral (select t.author_id as who union select p.author_id from post p
          where p.community_id = t.community_id and p.thread_id = t.id and p.created_at <= r.created_at and p.withdrawn_at is null and not p.gone) w
        where p_kind = 'post.created' and t.community_id = p_community and t.id = p_thread and p_subject <> p_thread
      union all select m.id, 'thread', coalesce(s.home_id, s.id), null, t.created_at from thread t
        join space s on s.community_id = t.community_id and s.id = t.space_id
        join present_member m on m.community_id = t.community_id and t.space_id = any(spaces_of(t.community_id, m.id))
        where p_kind = 'thread.created' and t.community_id = p_community and t.id = p_thread and not t.gone
      union all select o.author_id, 'reaction', o.id, o.thread_id, p_at from post o
        where p_kind = 'reaction.changed' and o.community_id = p_community and o.id = p_subject and exists (
          select from reaction r where r.community_id = p_community and r.post_id = p_subject and r.member_id = p_actor)
      union all select m.id, 'charter', p_subject, null, p_at from member m
        where p_kind = 'charter.published' and m.community_id = p_community and (p_space is null or p_space = any(charter_spaces(p_community, m.id)))
      union all select p_subject, 'membership', p_subject, null, p_at where p_kind = 'member.placed'
    $$;
    revoke execute on function whom_it_concerns from public;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function whom_it_concerns;
    delete from notification where kind = 'thread';
    alter table notification drop constraint notification_kind_check;
    alter table notification add constraint notification_kind_check check (kind in ('reply', 'reaction', 'charter', 'membership'));
  `.execute(db)
}

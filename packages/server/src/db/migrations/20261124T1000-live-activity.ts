import { sql, type Kysely } from 'kysely'

/*
 * What happened, once, in one order. Writers append in the transaction of the effect, without order; `stamp_activity` gives the order and
 * the chained hash after commit. Ids only: no text, no name, no address.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table activity (
      community_id uuid not null references community (id),
      id bigint generated always as identity primary key,
      at timestamptz(3) not null,
      kind text not null,
      actor_id uuid,
      space_id uuid,
      thread_id uuid,
      subject_id uuid,
      seq bigint,
      hash bytea
    );
    create index activity_unstamped_idx on activity (id) where seq is null; -- stamp_activity
    create unique index activity_seq_idx on activity (seq) where seq is not null; -- readers after a cursor
    create index activity_community_idx on activity (community_id, seq) where seq is not null; -- resuming a live stream
    create table activity_head (
      only_row boolean primary key default true check (only_row),
      seq bigint not null,
      hash bytea not null
    );
    insert into activity_head (seq, hash) values (0, sha256('cercle'));
    alter table activity enable row level security;
    alter table activity_head enable row level security;
    create policy append on activity for insert to cercle_app, cercle_auth with check (community_id = (select my_community()));
    create policy dispatch on activity for select to cercle_worker using (true);
    create policy dispatch on activity_head for select to cercle_worker using (true);
    grant insert (community_id, at, kind, actor_id, space_id, thread_id, subject_id) on activity to cercle_app, cercle_auth;
    grant select on activity, activity_head to cercle_worker;

    create function activity_hash(p_previous bytea, a activity) returns bytea
    language sql immutable set search_path = pg_catalog, public, pg_temp as $$
      select sha256(p_previous || convert_to(concat_ws('|', a.seq, a.id, a.community_id, round(extract(epoch from a.at) * 1000), a.kind,
        coalesce(a.actor_id::text, '-'), coalesce(a.space_id::text, '-'), coalesce(a.thread_id::text, '-'), coalesce(a.subject_id::text, '-')), 'UTF8'))
    $$;

    -- One stamper at a time, over all processes; no row when another one is at it. The lock and the reading are separate statements, so
    -- that the reading sees what was committed while the lock was taken.
    create function stamp_activity(p_limit integer) returns table (last_seq bigint, stamped integer)
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare head activity_head; a activity; total integer := 0;
    begin
      if not pg_try_advisory_xact_lock(7205432) then return; end if;
      select * into head from activity_head;
      for a in select * from activity where seq is null order by id limit p_limit loop
        head.seq := head.seq + 1;
        a.seq := head.seq;
        head.hash := activity_hash(head.hash, a);
        update activity set seq = head.seq, hash = head.hash where id = a.id;
        total := total + 1;
      end loop;
      if total > 0 then
        update activity_head set seq = head.seq, hash = head.hash;
        perform pg_notify('cercle_seq', head.seq::text);
      end if;
      return query select head.seq, total;
    end $$;
    revoke execute on function activity_hash, stamp_activity from public;
    grant execute on function stamp_activity to cercle_worker;

    -- What the live stream re-checks before it sends: which of these sessions still stand, and what their members may read now.
    create function live_rights(p_sessions uuid[], p_now timestamptz) returns table (session_id uuid, spaces uuid[])
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    #variable_conflict use_column
    begin
      return query select s.id, spaces_of(s.community_id, s.member_id) from session s
        join member m on m.community_id = s.community_id and m.id = s.member_id and m.status = 'active'
        left join organisation o on o.community_id = m.community_id and o.id = m.organisation_id
        where s.id = any(p_sessions) and s.revoked_at is null and s.idle_expires_at > p_now and s.absolute_expires_at > p_now and o.removed_at is null;
    end $$;
    revoke execute on function live_rights from public;
    grant execute on function live_rights to cercle_worker;
    create index session_id_idx on session (id); -- live_rights
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop index session_id_idx;
    drop function live_rights;
    drop function stamp_activity;
    drop function activity_hash;
    drop table activity_head, activity;
  `.execute(db)
}

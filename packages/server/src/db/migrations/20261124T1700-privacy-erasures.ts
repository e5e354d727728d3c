import { sql, type Kysely } from 'kysely'

/*
 * What was erased for good, without a word of it: a backup that is older can be cleared of it again. Kept by triggers, so that no statement,
 * of ours or typed by hand, can forget it. No reference to `community`: the list outlives what it speaks of.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table erasure (
      community_id uuid not null,
      kind text not null check (kind in ('thread', 'post', 'text', 'revision')),
      id uuid not null,
      at timestamptz(3) not null,
      number bigint not null generated always as identity,
      primary key (community_id, kind, id)
    );
    create unique index erasure_number_idx on erasure (number); -- what is not yet written beside the database
    create index erasure_at_idx on erasure (at); -- housekeeping
    alter table erasure enable row level security;
    create policy sweep on erasure for all to cercle_worker using (true);
    grant select, delete on erasure to cercle_worker;

    create policy sweep on reading for all to cercle_worker using (true);
    grant select, delete on reading to cercle_worker;
    -- What hangs on a thread is found when it goes, all of it: without them each thread costs a walk through the whole community.
    drop index post_thread_idx;
    create index post_thread_idx on post (community_id, thread_id, created_at, id); -- listReplies, and a thread that goes
    create index reading_thread_idx on reading (community_id, thread_id); -- a thread that goes

    -- The planner's samples of a column are copies of what people wrote, and outlive it. Nothing is looked up by these columns. Giving a column the
    -- type that it has throws away the samples taken so far.
    alter table thread alter title type text, alter title set statistics 0, alter excerpt type text, alter excerpt set statistics 0;
    alter table post alter source type text, alter source set statistics 0, alter body type jsonb, alter body set statistics 0;
    alter table revision alter title type text, alter title set statistics 0, alter body type jsonb, alter body set statistics 0;
    alter table withdrawal alter title type text, alter title set statistics 0, alter excerpt type text, alter excerpt set statistics 0,
      alter source type text, alter source set statistics 0, alter body type jsonb, alter body set statistics 0;

    create function note_erasure() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare what text; which uuid;
    begin
      if tg_table_name = 'thread' then
        what := 'thread'; which := old.id;
      elsif tg_table_name = 'post' and tg_op = 'DELETE' then
        -- What goes with its thread is told of with it.
        if exists (select from thread t where t.community_id = old.community_id and t.id = old.thread_id) then
          what := 'post'; which := old.id;
        end if;
      elsif tg_table_name = 'post' then
        -- A text that was withdrawn lies elsewhere, and can be put back.
        if not exists (select from withdrawal w where w.community_id = old.community_id and w.post_id = old.id) then
          what := 'text'; which := old.id;
        end if;
      elsif tg_table_name = 'withdrawal' then
        -- Unless it was put back, or goes with its post.
        if exists (select from post p where p.community_id = old.community_id and p.id = old.post_id and p.withdrawn_at is not null) then
          what := 'text'; which := old.post_id;
        end if;
      elsif exists (select from post p where p.community_id = old.community_id and p.id = old.post_id and p.withdrawn_at is null) then
        what := 'revision'; which := old.id;
      end if;
      if what is null then return null; end if;
      perform pg_advisory_xact_lock(7205433); -- numbers are then in the order of commits, and a reader's cursor misses none
      insert into erasure (community_id, kind, id, at)
        values (old.community_id, what, which, coalesce(nullif(current_setting('cercle.now', true), '')::timestamptz, now()))
        on conflict do nothing;
      return null;
    end $$;
    revoke execute on function note_erasure() from public;
    create trigger note_erasure after delete on thread for each row execute function note_erasure();
    create trigger note_erasure after delete on post for each row execute function note_erasure();
    create trigger note_emptying after update of source on post for each row when (old.source <> '' and new.source = '')
      execute function note_erasure();
    create trigger note_erasure after delete on withdrawal for each row execute function note_erasure();
    create trigger note_erasure after delete on revision for each row execute function note_erasure();
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop trigger note_erasure on revision; drop trigger note_erasure on withdrawal;
    drop trigger note_emptying on post; drop trigger note_erasure on post; drop trigger note_erasure on thread;
    drop function note_erasure;
    alter table withdrawal alter title set statistics -1, alter excerpt set statistics -1, alter source set statistics -1, alter body set statistics -1;
    alter table revision alter title set statistics -1, alter body set statistics -1;
    alter table post alter source set statistics -1, alter body set statistics -1;
    alter table thread alter title set statistics -1, alter excerpt set statistics -1;
    drop index reading_thread_idx, post_thread_idx;
    create index post_thread_idx on post (community_id, thread_id, created_at, id) where not gone;
    revoke select, delete on reading from cercle_worker;
    drop policy sweep on reading;
    drop table erasure;
  `.execute(db)
}

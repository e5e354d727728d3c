import { sql, type Kysely } from 'kysely'

/** The second line of rights over discussions, and the counters that follow from the texts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table thread enable row level security;
    alter table post enable row level security;
    alter table revision enable row level security;
    alter table reaction enable row level security;
    alter table reading enable row level security;
    alter table withdrawal enable row level security;

    create policy read on thread for select to cercle_app, cercle_anon using (space_id in (select unnest(my_spaces())));
    create policy read on post for select to cercle_app, cercle_anon using (space_id in (select unnest(my_spaces())));
    create policy read on reaction for select to cercle_app, cercle_anon using (space_id in (select unnest(my_spaces())));
    create policy read on revision for select to cercle_app using (space_id in (select unnest(my_spaces())));
    create policy own on reading to cercle_app using (member_id = (select my_member())) with check (member_id = (select my_member()));
    create policy own on withdrawal to cercle_app using (author_id = (select my_member())) with check (author_id = (select my_member()));

    create policy write on thread for insert to cercle_app
      with check (space_id in (select unnest(my_spaces())) and author_id = (select my_member()) and (select i_am_active()));
    create policy change on thread for update to cercle_app
      using (space_id in (select unnest(my_spaces())) and (author_id = (select my_member()) or (select i_facilitate())));
    create policy write on post for insert to cercle_app
      with check (space_id in (select unnest(my_spaces())) and author_id = (select my_member()) and (select i_am_active()));
    create policy change on post for update to cercle_app
      using (space_id in (select unnest(my_spaces())) and author_id = (select my_member()) and (select i_am_active()));
    create policy write on revision for insert to cercle_app
      with check (space_id in (select unnest(my_spaces()))
        and exists (select from post p where p.community_id = revision.community_id and p.id = post_id and p.author_id = (select my_member())));
    create policy clear on revision for delete to cercle_app
      using (exists (select from post p where p.community_id = revision.community_id and p.id = post_id and p.author_id = (select my_member())));
    create policy write on reaction for insert to cercle_app
      with check (space_id in (select unnest(my_spaces())) and member_id = (select my_member()) and (select i_am_active()));
    create policy clear on reaction for delete to cercle_app using (member_id = (select my_member()));
    create policy sweep on withdrawal for all to cercle_worker using (true);
    create policy sweep on post for all to cercle_worker using (true);
    create policy sweep on thread for all to cercle_worker using (true);
    create policy sweep on revision for all to cercle_worker using (true);
    create policy sweep on reaction for all to cercle_worker using (true);

    grant select, insert on thread, post, revision, reaction, reading, withdrawal to cercle_app;
    grant update (title, excerpt, pinned_at, gone) on thread to cercle_app;
    grant update (source, body, edited_at, withdrawn_at, gone) on post to cercle_app;
    grant update (read_at) on reading to cercle_app;
    grant delete on revision, reaction, withdrawal to cercle_app;
    -- Strangers are told no name: not even the key of an author.
    grant select (community_id, id, space_id, kind, title, excerpt, created_at, last_activity_at, reply_count, pinned_at, gone) on thread to cercle_anon;
    grant select (community_id, id, thread_id, space_id, body, created_at, edited_at, withdrawn_at, gone) on post to cercle_anon;
    grant select (community_id, post_id, key, space_id) on reaction to cercle_anon;
    grant select, delete on withdrawal, post, thread, revision, reaction to cercle_worker;

    -- A reply changes its thread's place in the feed; its author has no right to write the thread's row, so the database does it.
    create function follow_replies() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare p post := coalesce(new, old);
    begin
      if p.id = p.thread_id then return null; end if;
      -- Locked first: the count below then sees what a twin committed while we waited. Not « for update »: every foreign key to the thread
      -- holds its key, so two replies at once would wait for each other for ever.
      perform from thread t where t.community_id = p.community_id and t.id = p.thread_id for no key update;
      update thread t set reply_count = c.replies, last_activity_at = coalesce(greatest(c.last, t.created_at), t.created_at)
        from (select count(*) filter (where withdrawn_at is null) as replies, max(created_at) filter (where withdrawn_at is null) as last
          from post where community_id = p.community_id and thread_id = p.thread_id and id <> thread_id and not gone) c
        where t.community_id = p.community_id and t.id = p.thread_id;
      return null;
    end $$;
    revoke execute on function follow_replies() from public;
    create trigger follow_replies after insert or delete or update of withdrawn_at, gone on post for each row execute function follow_replies();
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop trigger follow_replies on post;
    drop function follow_replies;
    drop policy sweep on reaction; drop policy sweep on revision; drop policy sweep on thread; drop policy sweep on post;
    drop policy sweep on withdrawal; drop policy clear on reaction; drop policy write on reaction; drop policy clear on revision; drop policy write on revision;
    drop policy change on post; drop policy write on post; drop policy change on thread; drop policy write on thread;
    drop policy own on withdrawal; drop policy own on reading;
    drop policy read on revision; drop policy read on reaction; drop policy read on post; drop policy read on thread;
    revoke all on thread, post, revision, reaction, reading, withdrawal from cercle_app, cercle_anon, cercle_worker;
  `.execute(db)
}

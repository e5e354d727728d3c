import { sql, type Kysely } from 'kysely'

/** A key that was taken away opens nothing again once an older backup is put back: the list of what was erased tells of keys too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table erasure drop constraint erasure_kind_check,
      add constraint erasure_kind_check check (kind in ('thread', 'post', 'text', 'revision', 'passkey'));
    -- Its argument: which kind of thing the row is.
    create function note_erased_row() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      perform pg_advisory_xact_lock(7205433); -- the one of note_erasure
      insert into erasure (community_id, kind, id, at)
        values (old.community_id, tg_argv[0], old.id, coalesce(nullif(current_setting('cercle.now', true), '')::timestamptz, now()))
        on conflict do nothing;
      return null;
    end $$;
    revoke execute on function note_erased_row() from public;
    create trigger note_erasure after delete on passkey for each row execute function note_erased_row('passkey');
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop trigger note_erasure on passkey;
    drop function note_erased_row;
    delete from erasure where kind = 'passkey';
    alter table erasure drop constraint erasure_kind_check,
      add constraint erasure_kind_check check (kind in ('thread', 'post', 'text', 'revision'));
  `.execute(db)
}

import { sql, type Kysely } from 'kysely'

/** What is taken back holds no more from that moment on, whoever writes it: what was kept by it is erased with it, and listed, so that no older backup gives it again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table erasure drop constraint erasure_kind_check,
      add constraint erasure_kind_check check (kind in ('thread', 'post', 'text', 'revision', 'passkey', 'help', 'consent'));
    create function take_back_consent() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if new.kind = 'help_facts' then
        delete from member_help h where h.community_id = new.community_id and h.member_id = new.member_id;
        update join_request q set equipment = '{}', ease = null, phone = null from member m join person p on p.id = m.person_id
          where m.community_id = new.community_id and m.id = new.member_id and q.community_id = m.community_id and q.email = p.email;
      end if;
      perform pg_advisory_xact_lock(7205433); -- numbers are then in the order of commits, and a reader's cursor misses none
      insert into erasure (community_id, kind, id, at) values (new.community_id, 'consent', new.id, new.withdrawn_at) on conflict do nothing;
      return null;
    end $$;
    revoke execute on function take_back_consent() from public;
    create trigger note_erasure after update of withdrawn_at on consent for each row when (old.withdrawn_at is null and new.withdrawn_at is not null)
      execute function take_back_consent();
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop trigger note_erasure on consent; drop function take_back_consent;
    delete from erasure where kind = 'consent';
    alter table erasure drop constraint erasure_kind_check, add constraint erasure_kind_check check (kind in ('thread', 'post', 'text', 'revision', 'passkey', 'help'));
  `.execute(db)
}

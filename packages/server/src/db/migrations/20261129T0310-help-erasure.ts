import { sql, type Kysely } from 'kysely'

/** A call for help that is erased stays erased, also where an older backup is put back; what was said in it goes with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table erasure drop constraint erasure_kind_check,
      add constraint erasure_kind_check check (kind in ('thread', 'post', 'text', 'revision', 'passkey', 'help'));
    create trigger note_erasure after delete on help_request for each row execute function note_erased_row('help');
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop trigger note_erasure on help_request;
    delete from erasure where kind = 'help';
    alter table erasure drop constraint erasure_kind_check,
      add constraint erasure_kind_check check (kind in ('thread', 'post', 'text', 'revision', 'passkey'));
  `.execute(db)
}

import { sql, type Kysely } from 'kysely'

/** What a member said to help her take part is kept for that alone: it is erased when she is removed, as if she had taken it back, and listed so. Who is suspended may come back: hers stays. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function end_help_facts() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      update consent c set withdrawn_at = greatest(c.given_at, now())
        where c.community_id = new.community_id and c.member_id = new.id and c.kind = 'help_facts' and c.withdrawn_at is null;
      return null;
    end $$;
    revoke execute on function end_help_facts() from public;
    create trigger end_help_facts after update of status on member for each row when (new.status = 'removed' and old.status <> 'removed')
      execute function end_help_facts();
    update consent c set withdrawn_at = greatest(c.given_at, now()) from member m
      where m.community_id = c.community_id and m.id = c.member_id and m.status = 'removed' and c.kind = 'help_facts' and c.withdrawn_at is null;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger end_help_facts on member; drop function end_help_facts`.execute(db)
}

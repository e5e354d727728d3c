import { sql, type Kysely } from 'kysely'

/** Whether where a member works is read beside her name: hers to say, and of her row she may write nothing else here. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table member add organisation_shown boolean not null default true;
    create function show_organisation(p_shown boolean) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      update member set organisation_shown = p_shown where community_id = my_community() and id = my_member() and i_am_active();
    end $$;
    revoke execute on function show_organisation from public;
    grant execute on function show_organisation to cercle_app;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function show_organisation; alter table member drop column organisation_shown`.execute(db)
}

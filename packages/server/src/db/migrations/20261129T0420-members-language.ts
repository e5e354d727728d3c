import { sql, type Kysely } from 'kysely'

/** In which language Cercle speaks to a member: in its own pages and frames, and in mails. Nothing: that of the page, or of the community. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table member_profile add column language text check (language in ('fr-CA', 'en-CA'));
    grant update (language) on member_profile to cercle_app;
    -- Of a mail, by whom it goes to. Null: she did not choose, or is nobody here.
    create function letter_language(p_community uuid, p_member uuid, p_address text) returns text
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin return (select f.language from member m join person p on p.id = m.person_id
        join member_profile f on f.community_id = m.community_id and f.member_id = m.id
        where m.community_id = p_community and (m.id = p_member or p_member is null and p.email = lower(p_address))); end $$;
    create function address_language(p_address text) returns text
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin return letter_language(my_community(), null, p_address); end $$;
    revoke execute on function letter_language, address_language from public;
    grant execute on function letter_language to cercle_worker;
    grant execute on function address_language to cercle_auth;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function address_language, letter_language; alter table member_profile drop column language`.execute(db)
}

import { sql, type Kysely } from 'kysely'

/** Whoever has not signed, or is no longer in, changes nothing of her own threads and earlier texts either: no statement of ours asks for it, and none could. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter policy change on thread
      using (space_id in (select unnest(my_spaces())) and (select i_am_active()) and (author_id = (select my_member()) or (select i_facilitate())));
    alter policy write on revision with check (space_id in (select unnest(my_spaces())) and (select i_am_active())
      and exists (select from post p where p.community_id = revision.community_id and p.id = post_id and p.author_id = (select my_member())));
    alter policy clear on revision using ((select i_am_active())
      and exists (select from post p where p.community_id = revision.community_id and p.id = post_id and p.author_id = (select my_member())));
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter policy clear on revision
      using (exists (select from post p where p.community_id = revision.community_id and p.id = post_id and p.author_id = (select my_member())));
    alter policy write on revision with check (space_id in (select unnest(my_spaces()))
      and exists (select from post p where p.community_id = revision.community_id and p.id = post_id and p.author_id = (select my_member())));
    alter policy change on thread
      using (space_id in (select unnest(my_spaces())) and (author_id = (select my_member()) or (select i_facilitate())));
  `.execute(db)
}

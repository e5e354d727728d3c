import { sql, type Kysely } from 'kysely'

/** Whose private things somebody else looked at, and when. Whom it is about reads it; nobody changes it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table access_note (
      community_id uuid not null,
      id uuid not null,
      at timestamptz(3) not null,
      kind text not null check (kind in ('seen_by')),
      actor_id uuid not null,
      member_id uuid not null,
      primary key (community_id, id),
      foreign key (community_id, actor_id) references member (community_id, id) on delete cascade,
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade
    );
    create index access_note_member_idx on access_note (community_id, member_id, at desc, id desc); -- privacy.journal
    alter table access_note enable row level security;
    create policy own on access_note for select to cercle_app using (community_id = (select my_community()) and member_id = (select my_member()));
    create policy note on access_note for insert to cercle_app
      with check (community_id = (select my_community()) and actor_id = (select my_member()) and (select i_facilitate()));
    create policy sweep on access_note for all to cercle_worker using (true);
    create index access_note_at_idx on access_note (at); -- housekeeping
    grant select, insert on access_note to cercle_app;
    grant select, delete on access_note to cercle_worker;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table access_note`.execute(db)
}

import { sql, type Kysely } from 'kysely'

/** From where frames were asked for, and when last: what tells a facilitator whether a partner's page is set up right. Addresses of pages' origins only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table site_sighting (
      community_id uuid not null references community (id) on delete cascade,
      origin text not null check (origin ~ '^https?://[^/]+$'),
      seen_at timestamptz(3) not null,
      primary key (community_id, origin)
    );
    create index site_sighting_seen_idx on site_sighting (seen_at); -- housekeeping
    alter table site_sighting enable row level security;
    create policy auth on site_sighting to cercle_auth
      using (community_id = (select my_community())) with check (community_id = (select my_community()));
    create policy desk on site_sighting for select to cercle_app using (community_id = (select my_community()) and (select i_facilitate()));
    create policy sweep on site_sighting for all to cercle_worker using (true);
    grant select, insert, update on site_sighting to cercle_auth;
    grant select on site_sighting to cercle_app;
    grant select, delete on site_sighting to cercle_worker;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table site_sighting`.execute(db)
}

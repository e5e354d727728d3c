import { sql, type Kysely } from 'kysely'

/** How coming in went, a day at a time: numbers of a whole community, of nobody. Written by housekeeping from codes that are over, never while somebody signs in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table login add proof boolean not null default false;
    create table sign_in_day (
      community_id uuid not null references community (id) on delete cascade,
      day date not null,
      asked integer not null,
      entered integer not null,
      wrong integer not null,
      silent integer not null,
      unknown integer not null,
      proofs integer not null,
      proved integer not null,
      primary key (community_id, day)
    );
    create index sign_in_day_day_idx on sign_in_day (day); -- housekeeping
    alter table sign_in_day enable row level security;
    create policy desk on sign_in_day for select to cercle_app using (community_id = (select my_community()) and (select i_facilitate()));
    create policy sweep on sign_in_day for all to cercle_worker using (true);
    grant select on sign_in_day to cercle_app;
    grant select, insert, delete on sign_in_day to cercle_worker;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop table sign_in_day;
    alter table login drop proof;
  `.execute(db)
}

import { sql, type Kysely } from 'kysely'

/** Communities, their organisations, and the partner sites in whose pages frames may open. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table community (
      id uuid primary key,
      slug text not null unique,
      name text not null,
      language text not null check (language in ('fr-CA', 'en-CA')),
      time_zone text not null,
      reactions jsonb not null,
      created_at timestamptz(3) not null
    );
    create table organisation (
      community_id uuid not null references community (id) on delete cascade,
      id uuid not null,
      name text not null,
      removed_at timestamptz(3),
      primary key (community_id, id)
    );
    create table site (
      community_id uuid not null references community (id) on delete cascade,
      id uuid not null,
      organisation_id uuid,
      name text not null,
      primary key (community_id, id),
      foreign key (community_id, organisation_id) references organisation (community_id, id)
    );
    create table site_origin (
      community_id uuid not null,
      site_id uuid not null,
      origin text not null check (origin ~ '^https?://[^/]+$'),
      primary key (community_id, origin),
      foreign key (community_id, site_id) references site (community_id, id) on delete cascade
    );
    alter table community enable row level security;
    alter table organisation enable row level security;
    alter table site enable row level security;
    alter table site_origin enable row level security;

    create policy read on community for select to cercle_app, cercle_anon, cercle_auth using (id = (select my_community()));
    create policy read on site for select to cercle_auth using (community_id = (select my_community()));
    create policy read on site_origin for select to cercle_auth using (community_id = (select my_community()));
    grant select on community to cercle_app, cercle_anon, cercle_auth;
    grant select on site, site_origin to cercle_auth;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table site_origin, site, organisation, community`.execute(db)
}

import { sql, type Kysely } from 'kysely'

/*
 * Fonts of a partner's site, kept here. A frame never loads a font from the page that embeds it: one with chosen ranges or ligatures could
 * tell that page, by requests and by heights, what the frame says.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table site_font (
      community_id uuid not null,
      site_id uuid not null,
      id uuid not null,
      family text not null,
      weight text not null check (weight ~ '^[1-9][0-9]{0,2}( [1-9][0-9]{0,2})?$'),
      data bytea not null check (octet_length(data) between 100 and 262144 and substring(data from 1 for 4) = 'wOF2'),
      primary key (community_id, id),
      foreign key (community_id, site_id) references site (community_id, id) on delete cascade
    );
    create index site_font_site_idx on site_font (community_id, site_id); -- listSiteFonts
    alter table site_font enable row level security;
    create policy read on site_font for select to cercle_auth using (community_id = (select my_community()));
    grant select on site_font to cercle_auth;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table site_font`.execute(db)
}

import { sql, type Kysely } from 'kysely'

/** Partner sites that say who their visitors are: whose word is taken, what was asked of them, and whom they know. Secrets are stored as SHA-256 only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table site_trust (
      community_id uuid not null,
      site_id uuid not null,
      issuer text not null,
      keys_url text,
      enabled boolean not null default true,
      primary key (community_id, site_id),
      foreign key (community_id, site_id) references site (community_id, id) on delete cascade
    );
    create table site_key (
      community_id uuid not null,
      site_id uuid not null,
      thumbprint text not null,
      jwk jsonb not null,
      added_at timestamptz(3) not null,
      ends_at timestamptz(3),
      primary key (community_id, site_id, thumbprint),
      foreign key (community_id, site_id) references site_trust (community_id, site_id) on delete cascade
    );
    create table site_attempt (
      community_id uuid not null,
      ticket_hash bytea not null,
      site_id uuid not null,
      nonce_hash bytea not null,
      origin text not null,
      expires_at timestamptz(3) not null,
      used_at timestamptz(3),
      link_hash bytea,
      subject_hash bytea,
      primary key (community_id, ticket_hash),
      foreign key (community_id, site_id) references site (community_id, id) on delete cascade
    );
    create unique index site_attempt_link_idx on site_attempt (community_id, link_hash) where link_hash is not null; -- first entry by a code
    create index site_attempt_expires_idx on site_attempt (expires_at); -- housekeeping
    create table site_assertion (
      community_id uuid not null,
      site_id uuid not null,
      jti_hash bytea not null,
      expires_at timestamptz(3) not null,
      primary key (community_id, site_id, jti_hash),
      foreign key (community_id, site_id) references site (community_id, id) on delete cascade
    );
    create index site_assertion_expires_idx on site_assertion (expires_at); -- housekeeping
    create table site_subject (
      community_id uuid not null,
      site_id uuid not null,
      subject_hash bytea not null,
      member_id uuid not null,
      bound_at timestamptz(3) not null,
      primary key (community_id, site_id, subject_hash),
      foreign key (community_id, site_id) references site (community_id, id) on delete cascade,
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade
    );
    alter table session add column by_site boolean not null default false, add column verified_until timestamptz(3);
    alter table site_trust enable row level security; alter table site_key enable row level security; alter table site_attempt enable row level security;
    alter table site_assertion enable row level security; alter table site_subject enable row level security;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table session drop column by_site, drop column verified_until`.execute(db)
  await sql`drop table site_subject, site_assertion, site_attempt, site_key, site_trust`.execute(db)
}

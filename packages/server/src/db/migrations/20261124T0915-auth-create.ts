import { sql, type Kysely } from 'kysely'

/** Codes asked for, and sessions. Secrets are stored as SHA-256 only; nothing here is readable by the roles that serve reading and writing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table login (
      community_id uuid not null references community (id) on delete cascade,
      id uuid not null,
      site_id uuid,
      person_id uuid references person (id) on delete cascade,
      email_hash bytea not null,
      code_hash bytea not null,
      tries integer not null default 0,
      created_at timestamptz(3) not null,
      expires_at timestamptz(3) not null,
      used_at timestamptz(3),
      primary key (community_id, id)
    );
    create index login_email_idx on login (email_hash, created_at); -- mails per address and hour, over all communities
    create index login_expires_idx on login (expires_at); -- housekeeping
    create table session (
      community_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      site_id uuid,
      access_hash bytea not null unique,
      access_expires_at timestamptz(3) not null,
      family_hash bytea not null unique,
      refresh_hash bytea not null unique,
      previous_refresh_hash bytea,
      rotated_at timestamptz(3) not null,
      idle_expires_at timestamptz(3) not null,
      absolute_expires_at timestamptz(3) not null,
      created_at timestamptz(3) not null,
      revoked_at timestamptz(3),
      primary key (community_id, id),
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade
    );
    create index session_member_idx on session (community_id, member_id); -- a person's devices
    create index session_expires_idx on session (absolute_expires_at); -- housekeeping
    alter table login enable row level security;
    alter table session enable row level security;
    create policy auth on person for select to cercle_auth using (true);
    create policy auth on login to cercle_auth using (true) with check (community_id = (select my_community()));
    create policy auth on session to cercle_auth
      using (community_id = (select my_community())) with check (community_id = (select my_community()));
    create policy auth on member for select to cercle_auth using (community_id = (select my_community()));
    create policy auth on organisation for select to cercle_auth using (community_id = (select my_community()));
    create policy sweep on login for all to cercle_worker using (true);
    create policy sweep on session for all to cercle_worker using (true);
    grant select on person, member, organisation to cercle_auth;
    grant select, insert, update on login, session to cercle_auth;
    grant select, delete on login, session to cercle_worker;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop policy auth on organisation;
    drop policy auth on member;
    drop policy auth on person;
    drop table session, login;
  `.execute(db)
}

import { sql, type Kysely } from 'kysely'

/** Persons (an address, across communities), their memberships, and groups. Policies come with the functions they rest on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table person (
      id uuid primary key,
      email text not null unique check (email = lower(email)),
      created_at timestamptz(3) not null
    );
    create table member (
      community_id uuid not null references community (id) on delete cascade,
      id uuid not null,
      person_id uuid not null references person (id),
      organisation_id uuid,
      name text not null,
      status text not null check (status in ('pending', 'active', 'suspended', 'removed')),
      facilitates boolean not null default false,
      created_at timestamptz(3) not null,
      primary key (community_id, id),
      unique (community_id, person_id),
      foreign key (community_id, organisation_id) references organisation (community_id, id)
    );
    create index member_active_idx on member (community_id) where status = 'active'; -- how many can read
    create table "group" (
      community_id uuid not null references community (id) on delete cascade,
      id uuid not null,
      name text not null,
      hidden boolean not null default false,
      primary key (community_id, id)
    );
    create table group_member (
      community_id uuid not null,
      group_id uuid not null,
      member_id uuid not null,
      primary key (community_id, member_id, group_id),
      foreign key (community_id, group_id) references "group" (community_id, id) on delete cascade,
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade
    );
    create index group_member_group_idx on group_member (community_id, group_id); -- how many can read
    alter table person enable row level security;
    alter table member enable row level security;
    alter table "group" enable row level security;
    alter table group_member enable row level security;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table group_member, "group", member, person`.execute(db)
}

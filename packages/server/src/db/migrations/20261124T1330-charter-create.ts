import { sql, type Kysely } from 'kysely'

/**
 * Charters: of a community, and of spaces that have one of their own. A version is a text that never changes; `charter` points at the one that
 * is asked for now; a signature holds the hash of the text it stands under.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table charter_version (
      community_id uuid not null references community (id) on delete cascade,
      id uuid not null,
      space_id uuid,
      number integer not null check (number > 0),
      language text not null check (language in ('fr-CA', 'en-CA')),
      source text not null,
      body jsonb not null,
      hash bytea not null check (octet_length(hash) = 32),
      published_at timestamptz(3) not null,
      primary key (community_id, id),
      unique nulls not distinct (community_id, space_id, number),
      unique (community_id, id, hash),
      foreign key (community_id, space_id) references space (community_id, id) on delete cascade
    );
    create table charter (
      community_id uuid not null references community (id) on delete cascade,
      space_id uuid,
      version_id uuid not null,
      unique nulls not distinct (community_id, space_id),
      foreign key (community_id, space_id) references space (community_id, id) on delete cascade,
      foreign key (community_id, version_id) references charter_version (community_id, id) on delete cascade
    );
    create table charter_signature (
      community_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      version_id uuid not null,
      hash bytea not null,
      signed_at timestamptz(3) not null,
      withdrawn_at timestamptz(3),
      primary key (community_id, id),
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade,
      foreign key (community_id, version_id, hash) references charter_version (community_id, id, hash) on delete cascade
    );
    create unique index charter_signature_standing_idx on charter_signature (community_id, member_id, version_id) where withdrawn_at is null; -- spaces_of
    create index charter_signature_version_idx on charter_signature (community_id, version_id, member_id) where withdrawn_at is null; -- readers_of
    -- All that rights ask of a signature is in either index: a member's rows lie far apart.
    create index charter_signature_member_idx on charter_signature (community_id, member_id, version_id, withdrawn_at); -- listSignatures
    alter table charter_version enable row level security;
    alter table charter enable row level security;
    alter table charter_signature enable row level security;

    -- What somebody signed is never another text afterwards, whoever writes.
    create function keep_charter_text() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
    begin raise exception 'a version of a charter never changes' using errcode = '42501'; end $$;
    revoke execute on function keep_charter_text() from public;
    create trigger keep_charter_text before update on charter_version for each row execute function keep_charter_text();
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop table charter_signature, charter, charter_version;
    drop function keep_charter_text();
  `.execute(db)
}

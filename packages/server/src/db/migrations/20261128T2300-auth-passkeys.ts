import { sql, type Kysely } from 'kysely'

const hers = sql`community_id = (select my_community()) and member_id = (select my_member()) and (select i_facilitate())`
const here = sql`community_id = (select my_community())`

/** Passkeys of who facilitates, and what they are asked to sign: stored as SHA-256, worth one answer. A public key opens nothing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table passkey (
      community_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      credential_id bytea not null,
      public_key bytea not null,
      counter bigint not null,
      transports text[] not null,
      name text not null,
      created_at timestamptz(3) not null,
      used_at timestamptz(3),
      primary key (community_id, id),
      unique (community_id, credential_id),
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade
    );
    create index passkey_member_idx on passkey (community_id, member_id); -- her own
    create table passkey_challenge (
      community_id uuid not null references community (id) on delete cascade,
      challenge_hash bytea not null,
      purpose text not null check (purpose in ('add', 'prove', 'sign_in')),
      member_id uuid,
      expires_at timestamptz(3) not null,
      primary key (community_id, challenge_hash),
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade
    );
    create index passkey_challenge_expires_idx on passkey_challenge (expires_at); -- housekeeping
    alter table passkey enable row level security; alter table passkey_challenge enable row level security;

    create policy own on passkey for select to cercle_app using (${hers});
    create policy added on passkey for insert to cercle_app with check (${hers});
    create policy removed on passkey for delete to cercle_app using (${hers});
    create policy own on passkey_challenge to cercle_app using (${hers} and purpose = 'add') with check (${hers} and purpose = 'add');
    create policy auth on passkey for select to cercle_auth using (${here});
    create policy used on passkey for update to cercle_auth using (${here}) with check (${here});
    create policy auth on passkey_challenge to cercle_auth
      using (${here} and purpose <> 'add') with check (${here} and purpose <> 'add');
    create policy sweep on passkey_challenge for all to cercle_worker using (true);
    grant select, insert, delete on passkey to cercle_app;
    grant select, update (counter, used_at) on passkey to cercle_auth;
    grant select, insert, delete on passkey_challenge to cercle_app, cercle_auth;
    grant select, delete on passkey_challenge to cercle_worker;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table passkey_challenge, passkey`.execute(db)
}

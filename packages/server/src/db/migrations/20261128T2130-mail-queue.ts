import { sql, type Kysely } from 'kysely'

/**
 * Mails that wait to be sent, and addresses that get no more of them. A row holds no word of a member; whom it goes to is looked up, and her right
 * to it checked, when it is sent. One that names nobody goes to each who facilitates: strangers write such rows without knowing who that is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mail_queue (
      community_id uuid not null references community (id) on delete cascade,
      id uuid not null,
      kind text not null check (kind ~ '^[a-z][a-z-]{0,39}$'),
      member_id uuid,
      address text check (char_length(address) <= 254),
      space_id uuid,
      topic text,
      language text not null check (language in ('fr-CA', 'en-CA')),
      facts jsonb not null check (octet_length(facts::text) <= 4096),
      created_at timestamptz(3) not null,
      due_at timestamptz(3) not null,
      leased_until timestamptz(3),
      tries integer not null default 0,
      stop_key uuid not null default gen_random_uuid(),
      address_hash bytea,
      settled_at timestamptz(3),
      outcome text check (outcome in ('sent', 'dropped', 'parked', 'shared')),
      primary key (community_id, id),
      check (member_id is null or address is null),
      check ((settled_at is null) = (outcome is null)),
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade,
      foreign key (community_id, space_id) references space (community_id, id) on delete cascade
    );
    create index mail_queue_due_idx on mail_queue (due_at, id) where outcome is null; -- claimMail
    create index mail_queue_settled_idx on mail_queue (settled_at) where outcome is not null; -- housekeeping
    create index mail_queue_member_idx on mail_queue (community_id, member_id) where member_id is not null; -- a member who is erased
    create unique index mail_queue_stop_idx on mail_queue (stop_key); -- stop_mail
    create table mail_stop (
      community_id uuid not null references community (id) on delete cascade,
      address_hash bytea not null check (octet_length(address_hash) = 32),
      topic text not null,
      reason text not null check (reason in ('asked', 'bounced')),
      at timestamptz(3) not null,
      primary key (community_id, address_hash, topic)
    );
    alter table mail_queue enable row level security;
    alter table mail_stop enable row level security;
    create policy queue on mail_queue for insert to cercle_app, cercle_anon with check (community_id = (select my_community()));
    create policy send on mail_queue for all to cercle_worker using (true) with check (true);
    create policy send on mail_stop for all to cercle_worker using (true) with check (true);
    create policy mail on community for select to cercle_worker using (true);
    grant insert (community_id, id, kind, address, space_id, topic, language, facts, created_at, due_at)
      on mail_queue to cercle_app, cercle_anon, cercle_worker;
    grant insert (member_id) on mail_queue to cercle_app, cercle_worker;
    grant select, update, delete on mail_queue to cercle_worker;
    grant select, insert, delete on mail_stop to cercle_worker;
    grant select on community to cercle_worker;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`revoke select on community from cercle_worker; drop policy mail on community; drop table mail_stop, mail_queue`.execute(
    db,
  )
}

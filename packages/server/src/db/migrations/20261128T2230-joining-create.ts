import { sql, type Kysely } from 'kysely'

/**
 * Who asks to come in, what a community asks them, and who was invited. Secrets of links are stored as SHA-256 only. Strangers write through the
 * role of sign-in; of what they wrote only who facilitates reads.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table join_question (
      community_id uuid not null references community (id) on delete cascade, id uuid not null,
      label text not null, required boolean not null default false, position integer not null,
      primary key (community_id, id)
    );
    create table join_request (
      community_id uuid not null references community (id) on delete cascade, id uuid not null,
      email text not null check (email = lower(email)), name text not null, organisation text, role text, region text, reason text not null,
      answers jsonb not null, equipment jsonb not null, ease text check (ease in ('easy', 'depends', 'call')), phone text,
      status text not null default 'waiting' check (status in ('waiting', 'asked', 'approved', 'refused')),
      exchange jsonb not null default '[]',
      token_hash bytea not null, asked_token_hash bytea, link_expires_at timestamptz(3) not null,
      created_at timestamptz(3) not null, told_at timestamptz(3), decided_at timestamptz(3), decided_by uuid,
      primary key (community_id, id),
      foreign key (community_id, decided_by) references member (community_id, id) on delete set null (decided_by)
    );
    create unique index join_request_open_idx on join_request (community_id, email) where status in ('waiting', 'asked'); -- one at a time
    create unique index join_request_token_idx on join_request (token_hash); -- the link of the first mail
    create unique index join_request_asked_idx on join_request (asked_token_hash); -- the link of the newest question
    create index join_request_list_idx on join_request (community_id, created_at, id); -- joining.requests
    create table invitation (
      community_id uuid not null, id uuid not null, invited_by uuid not null,
      email text check (email = lower(email)), groups uuid[] not null, spaces uuid[] not null, token_hash bytea not null unique,
      created_at timestamptz(3) not null, expires_at timestamptz(3) not null, accepted_at timestamptz(3), withdrawn_at timestamptz(3),
      primary key (community_id, id),
      foreign key (community_id, invited_by) references member (community_id, id) on delete cascade
    );
    create index invitation_list_idx on invitation (community_id, created_at desc, id desc); -- joining.invitations
    -- The planner's samples are copies of what people wrote, and outlive it.
    alter table join_request alter name set statistics 0, alter organisation set statistics 0, alter role set statistics 0, alter reason set statistics 0,
      alter answers set statistics 0, alter equipment set statistics 0, alter phone set statistics 0, alter exchange set statistics 0;
    alter table join_question enable row level security;
    alter table join_request enable row level security;
    alter table invitation enable row level security;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table invitation, join_request, join_question`.execute(db)
}

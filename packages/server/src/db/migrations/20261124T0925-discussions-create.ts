import { sql, type Kysely } from 'kysely'

/** Threads, their texts (the opening has the thread's id), earlier texts, gestures, what was read, and texts that were withdrawn. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table thread (
      community_id uuid not null,
      id uuid not null,
      space_id uuid not null,
      author_id uuid not null,
      kind text not null check (kind in ('question', 'experience', 'tool', 'news')),
      title text not null,
      excerpt text not null,
      created_at timestamptz(3) not null,
      last_activity_at timestamptz(3) not null,
      reply_count integer not null default 0,
      pinned_at timestamptz(3),
      gone boolean not null default false,
      primary key (community_id, id),
      foreign key (community_id, space_id) references space (community_id, id) on delete cascade,
      foreign key (community_id, author_id) references member (community_id, id)
    );
    create table post (
      community_id uuid not null,
      id uuid not null,
      thread_id uuid not null,
      space_id uuid not null,
      author_id uuid not null,
      source text not null,
      body jsonb not null,
      input_hash bytea not null,
      created_at timestamptz(3) not null,
      edited_at timestamptz(3),
      withdrawn_at timestamptz(3),
      gone boolean not null default false,
      primary key (community_id, id),
      foreign key (community_id, thread_id) references thread (community_id, id) on delete cascade,
      foreign key (community_id, space_id) references space (community_id, id) on delete cascade,
      foreign key (community_id, author_id) references member (community_id, id)
    );
    create table revision (
      community_id uuid not null,
      id uuid not null,
      post_id uuid not null,
      space_id uuid not null,
      title text,
      body jsonb not null,
      replaced_at timestamptz(3) not null,
      primary key (community_id, id),
      foreign key (community_id, post_id) references post (community_id, id) on delete cascade
    );
    create table reaction (
      community_id uuid not null,
      post_id uuid not null,
      key text not null,
      member_id uuid not null,
      space_id uuid not null,
      created_at timestamptz(3) not null,
      primary key (community_id, post_id, key, member_id),
      foreign key (community_id, post_id) references post (community_id, id) on delete cascade,
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade
    );
    create table reading (
      community_id uuid not null,
      member_id uuid not null,
      thread_id uuid not null,
      read_at timestamptz(3) not null,
      primary key (community_id, member_id, thread_id),
      foreign key (community_id, thread_id) references thread (community_id, id) on delete cascade,
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade
    );
    -- The text of a withdrawn post, so that its author can put it back for a while. Nobody else can read it.
    create table withdrawal (
      community_id uuid not null,
      post_id uuid not null,
      author_id uuid not null,
      title text,
      excerpt text,
      source text not null,
      body jsonb not null,
      restorable_until timestamptz(3) not null,
      primary key (community_id, post_id),
      foreign key (community_id, post_id) references post (community_id, id) on delete cascade
    );
    -- The feed reads keys from an index alone, as long as the newest pages are known to be visible: so this table is tidied ten times as often as others.
    alter table thread set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
    create index thread_feed_idx on thread (space_id, last_activity_at desc, id desc) include (community_id, pinned_at) where not gone; -- listThreads
    create index thread_kind_idx on thread (space_id, kind, last_activity_at desc, id desc) include (community_id, pinned_at) where not gone; -- listThreads of one kind
    create index thread_pinned_idx on thread (space_id, pinned_at desc) where pinned_at is not null and not gone; -- listPinned
    create index post_thread_idx on post (community_id, thread_id, created_at, id) where not gone; -- listReplies
    create index revision_post_idx on revision (community_id, post_id, replaced_at desc); -- listRevisions
    create index withdrawal_until_idx on withdrawal (restorable_until); -- housekeeping
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table withdrawal, reading, reaction, revision, post, thread`.execute(db)
}

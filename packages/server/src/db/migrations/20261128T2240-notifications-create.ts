import { sql, type Kysely } from 'kysely'

/**
 * What happened that concerns a member: one row for each thing it happened to, ids only. How many did it, and whether she may still know, is asked
 * when it is read. When she wants mail about it: in general, and otherwise for some spaces.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- How far each reader of the one order of things has come.
    create table activity_cursor (reader text primary key, seq bigint not null);
    insert into activity_cursor (reader, seq) select 'notifications', seq from activity_head;
    create table notification (
      community_id uuid not null,
      member_id uuid not null,
      id uuid not null default gen_random_uuid(),
      kind text not null check (kind in ('reply', 'reaction', 'charter', 'membership')),
      target_id uuid not null, -- a thread, a post, a version of a charter, herself
      thread_id uuid,
      since timestamptz(3) not null, -- the first of what she has not looked at
      at timestamptz(3) not null,
      read_at timestamptz(3),
      mail_at timestamptz(3), -- null: no mail
      mail_id uuid, -- the mail that tells of it
      primary key (community_id, id),
      unique (community_id, member_id, kind, target_id),
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade,
      foreign key (community_id, thread_id) references thread (community_id, id) on delete cascade
    );
    create index notification_member_idx on notification (community_id, member_id, at desc, id desc); -- listNotifications
    create index notification_thread_idx on notification (community_id, thread_id) where thread_id is not null; -- a thread that goes
    create index notification_at_idx on notification (at); -- housekeeping
    create table mail_preference (
      community_id uuid not null,
      member_id uuid not null,
      space_id uuid, -- null: in general
      rhythm text not null check (rhythm in ('at_once', 'daily', 'days', 'never')),
      days smallint[] not null default '{}' check (days <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[] and (rhythm <> 'days' or days <> '{}')),
      quiet_from smallint check (quiet_from between 0 and 23),
      quiet_until smallint check (quiet_until between 0 and 23),
      unique nulls not distinct (community_id, member_id, space_id),
      check ((quiet_from is null) = (quiet_until is null) and quiet_from is distinct from quiet_until or quiet_from is null and quiet_until is null),
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade,
      foreign key (community_id, space_id) references space (community_id, id) on delete cascade
    );
    alter table activity_cursor enable row level security;
    alter table notification enable row level security;
    alter table mail_preference enable row level security;
    create policy follow on activity_cursor for all to cercle_worker using (true);
    create policy own on notification to cercle_app using (member_id = (select my_member())) with check (member_id = (select my_member()));
    create policy tell on notification for all to cercle_worker using (true) with check (true);
    create policy own on mail_preference to cercle_app using (member_id = (select my_member()))
      with check (community_id = (select my_community()) and member_id = (select my_member()) and (space_id is null or space_id in (select unnest(my_spaces()))));
    create policy tell on mail_preference for select to cercle_worker using (true);
    grant select, update on activity_cursor to cercle_worker;
    grant select, update, delete on notification to cercle_worker;
    grant select on notification to cercle_app;
    grant update (read_at) on notification to cercle_app;
    grant select, insert, delete, update (rhythm, days, quiet_from, quiet_until) on mail_preference to cercle_app;
    grant select on mail_preference to cercle_worker;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table mail_preference, notification, activity_cursor`.execute(db)
}

import { sql, type Kysely } from 'kysely'

/** Who asks for help, and what is said to and fro. Hers and of who facilitates, nobody else's; by the word of a partner's site alone it is not read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table help_request (
      community_id uuid not null, id uuid not null, member_id uuid not null,
      text text not null check (char_length(text) between 1 and 2000),
      place text check (char_length(place) between 1 and 120), -- where she was, in words that she saw
      wants_call boolean not null, phone text check (char_length(phone) between 1 and 40),
      asked_at timestamptz(3) not null,
      word_at timestamptz(3) not null, -- the last word of it
      waits boolean not null default true, -- that word is hers
      answered_at timestamptz(3), seen_at timestamptz(3), settled_at timestamptz(3),
      primary key (community_id, id),
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade
    );
    create table help_turn (
      community_id uuid not null, id uuid not null, help_id uuid not null, author_id uuid not null,
      text text not null check (char_length(text) between 1 and 2000), at timestamptz(3) not null,
      primary key (community_id, id),
      foreign key (community_id, help_id) references help_request (community_id, id) on delete cascade,
      foreign key (community_id, author_id) references member (community_id, id) on delete cascade
    );
    create index help_request_list_idx on help_request (community_id, asked_at, id); -- help.requests
    create index help_request_member_idx on help_request (community_id, member_id, asked_at desc, id desc); -- help.own
    create index help_request_word_idx on help_request (word_at); -- housekeeping
    create index help_turn_request_idx on help_turn (community_id, help_id, at, id); -- listTurns, and a request that goes
    create index help_turn_author_idx on help_turn (community_id, author_id); -- a member who is erased
    -- The planner's samples are copies of what people wrote, and outlive it.
    alter table help_request alter text set statistics 0, alter place set statistics 0, alter phone set statistics 0;
    alter table help_turn alter text set statistics 0;
    alter table help_request enable row level security;
    alter table help_turn enable row level security;
    create policy own on help_request for select to cercle_app using (member_id = (select my_member()) and (select i_am_verified()));
    create policy desk on help_request for select to cercle_app using (community_id = (select my_community()) and (select i_facilitate()));
    create policy ask on help_request for insert to cercle_app with check (member_id = (select my_member()));
    create policy erase on help_request for delete to cercle_app using (member_id = (select my_member()));
    create policy sweep on help_request for all to cercle_worker using (true);
    -- Of the requests that the policies above show.
    create policy read on help_turn for select to cercle_app using (help_id in (select h.id from help_request h));
    create policy say on help_turn for insert to cercle_app
      with check (author_id = (select my_member()) and help_id in (select h.id from help_request h));
    grant select, delete, insert (community_id, id, member_id, text, place, wants_call, phone, asked_at, word_at) on help_request to cercle_app;
    grant select, insert on help_turn to cercle_app;
    grant select, delete, update (phone) on help_request to cercle_worker;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table help_turn, help_request`.execute(db)
}

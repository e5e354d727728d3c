import { sql, type Kysely } from 'kysely'

/** What a member accepts, each by itself and with its dates; and what helps her take part, kept as long as she accepts that it is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table consent (
      community_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      kind text not null check (kind in ('named', 'accompany', 'help_facts')),
      words smallint not null, -- which version of the words she read
      given_at timestamptz(3) not null,
      withdrawn_at timestamptz(3) check (withdrawn_at >= given_at),
      primary key (community_id, id),
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade
    );
    create unique index consent_standing_idx on consent (community_id, member_id, kind) where withdrawn_at is null; -- listPeople
    create index consent_member_idx on consent (community_id, member_id, given_at); -- privacy.consents
    create index consent_kind_idx on consent (community_id, kind, given_at, id) where withdrawn_at is null; -- named_here
    create table member_help (
      community_id uuid not null,
      member_id uuid not null,
      equipment jsonb not null,
      ease text check (ease in ('easy', 'depends', 'call')),
      phone text check (char_length(phone) between 1 and 40),
      primary key (community_id, member_id),
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade
    );
    -- The planner's samples are copies of what people wrote, and outlive it.
    alter table member_help alter equipment set statistics 0, alter ease set statistics 0, alter phone set statistics 0;
    alter table consent enable row level security;
    alter table member_help enable row level security;

    create function i_accept(p_kind text) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin return exists (select from consent c where c.community_id = my_community() and c.member_id = my_member() and c.kind = p_kind and c.withdrawn_at is null); end $$;
    revoke execute on function i_accept from public;
    grant execute on function i_accept to cercle_app;

    create policy own on consent for select to cercle_app using (member_id = (select my_member()));
    create policy give on consent for insert to cercle_app with check (member_id = (select my_member()) and withdrawn_at is null);
    create policy take_back on consent for update to cercle_app using (member_id = (select my_member()) and withdrawn_at is null) with check (withdrawn_at is not null);
    create policy desk on consent for select to cercle_app
      using (community_id = (select my_community()) and (select i_facilitate()) and kind = 'accompany' and withdrawn_at is null);
    create policy own on member_help to cercle_app using (member_id = (select my_member()))
      with check (member_id = (select my_member()) and (select i_accept('help_facts')));
    create policy desk on member_help for select to cercle_app using (community_id = (select my_community()) and (select i_facilitate()));
    grant select, insert, update (withdrawn_at) on consent to cercle_app;
    grant select, insert, update (equipment, ease, phone) on member_help to cercle_app;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table member_help, consent; drop function i_accept`.execute(db)
}

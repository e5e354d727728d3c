import { sql, type Kysely } from 'kysely'

/**
 * Groups that follow from what is true of a person (where she works, her region, her sector) beside those by invitation, each of a kind; a membership
 * and a place in a group may end on a day. Who is here, and in which group, is said by two views, so that it is said once and needs no job.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table organisation add region text, add sector text;
    alter table member add expires_at timestamptz(3);
    alter table group_member add expires_at timestamptz(3);
    alter table "group" add kind text not null default 'social' check (kind in ('workplace', 'region', 'sector', 'social', 'committee')),
      add organisation_id uuid, add fact text,
      add foreign key (community_id, organisation_id) references organisation (community_id, id) on delete cascade,
      add check (organisation_id is null or kind = 'workplace'), add check (fact is null or kind in ('region', 'sector'));
    -- What is true of a member herself where it is not what is true of her organisation.
    create table member_fact (
      community_id uuid not null,
      member_id uuid not null,
      kind text not null check (kind in ('region', 'sector')),
      value text not null,
      primary key (community_id, member_id, kind),
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade
    );
    alter table member_fact enable row level security;
    create index member_organisation_idx on member (community_id, organisation_id) where organisation_id is not null; -- belonging
    create index group_derived_idx on "group" (community_id) include (id, kind, organisation_id, fact) where organisation_id is not null or fact is not null; -- spaces_of
    create index group_member_of_idx on group_member (community_id, member_id) include (group_id, expires_at); -- spaces_of

    -- Both are for the functions of rights, which run as their owner; nobody else is granted them.
    create view present_member as
      select m.community_id, m.id, m.organisation_id, o.region, o.sector from member m
        left join organisation o on o.community_id = m.community_id and o.id = m.organisation_id
        where m.status = 'active' and o.removed_at is null and (m.expires_at is null or m.expires_at > now());
    create view belonging as
      select g.community_id, g.group_id, g.member_id from group_member g where g.expires_at is null or g.expires_at > now()
      union all
      select g.community_id, g.id, m.id from "group" g
        join member m on m.community_id = g.community_id and m.organisation_id = g.organisation_id where g.organisation_id is not null
      union all
      select g.community_id, g.id, m.id from "group" g join member m on m.community_id = g.community_id
        left join organisation o on o.community_id = m.community_id and o.id = m.organisation_id
        left join member_fact f on f.community_id = m.community_id and f.member_id = m.id and f.kind = g.kind
        where g.fact is not null and g.fact = coalesce(f.value, case g.kind when 'region' then o.region else o.sector end);
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop view belonging, present_member;
    drop table member_fact;
    alter table "group" drop kind, drop organisation_id, drop fact;
    alter table group_member drop expires_at;
    drop index member_organisation_idx;
    alter table member drop expires_at;
    alter table organisation drop region, drop sector;
  `.execute(db)
}

import { sql, type Kysely } from 'kysely'

/**
 * A space may lie within others: whoever reads it reads them all. `within` names them, outermost first. What has a `home_id` is not listed by itself: it
 * is read in the feed of that space. That is a circle (a smaller audience for one contribution), or a space that was merged into another.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table space add within uuid[] not null default '{}', add home_id uuid, add circle text,
      add foreign key (community_id, home_id) references space (community_id, id),
      add check (home_id is null or home_id = any(within)), add check (circle is null or home_id is not null);
    -- Repeated beside each audience, so that rights are read from the index alone.
    alter table audience add within uuid[] not null default '{}';
    drop index space_level_idx, audience_group_idx, audience_member_idx;
    create index space_level_idx on space (community_id) include (id, level, within) where level <> 'restricted'; -- spaces_of
    create index space_home_idx on space (community_id, home_id) where home_id is not null; -- feed of one space
    create unique index space_circle_idx on space (community_id, circle) where circle is not null; -- open_circle
    create index audience_group_idx on audience (community_id, group_id, space_id) include (within) where group_id is not null; -- spaces_of
    create index audience_member_idx on audience (community_id, member_id, space_id) include (within) where member_id is not null; -- spaces_of

    create function follow_space() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
    begin
      if tg_table_name = 'audience' then
        new.within := coalesce((select s.within from space s where s.community_id = new.community_id and s.id = new.space_id), '{}');
        return new;
      end if;
      update audience a set within = new.within where a.community_id = new.community_id and a.space_id = new.id and a.within <> new.within;
      -- What is said to a few is kept no longer than what is said to all.
      update space c set retention_days = new.retention_days where c.community_id = new.community_id and c.circle is not null
        and c.within[cardinality(c.within)] = new.id and c.retention_days is distinct from new.retention_days;
      return null;
    end $$;
    revoke execute on function follow_space() from public;
    create trigger follow_space before insert on audience for each row execute function follow_space();
    create trigger follow_space after update of within, retention_days on space for each row execute function follow_space();
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop trigger follow_space on space; drop trigger follow_space on audience; drop function follow_space;
    drop index space_level_idx, space_home_idx, space_circle_idx, audience_group_idx, audience_member_idx;
    alter table audience drop within;
    alter table space drop circle, drop home_id, drop within;
    create index space_level_idx on space (community_id, level) include (id);
    create index audience_group_idx on audience (community_id, group_id, space_id) where group_id is not null;
    create index audience_member_idx on audience (community_id, member_id, space_id) where member_id is not null;
  `.execute(db)
}

import { sql, type Kysely } from 'kysely'

/** Who comes in is greeted once, and takes her first steps or passes. Who was a member before has long been greeted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table community add column greeting text check (char_length(greeting) between 1 and 500);
    alter table member add column first_steps text[] not null default '{}',
      add column welcomed_at timestamptz(3) default now();
    alter table member alter column welcomed_at drop default;
    create function take_first_step(p_step text, p_now timestamptz) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      update member set
        first_steps = case when p_step = 'pass' or p_step = any(first_steps) then first_steps else first_steps || p_step end,
        welcomed_at = case when p_step = 'pass' then coalesce(welcomed_at, p_now) else welcomed_at end
        where community_id = my_community() and id = my_member() and i_am_active();
    end $$;
    -- A number, of a region that she shares: no name, and nothing of where nobody else is.
    create function here_with_me() returns table (region text, others integer)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    #variable_conflict use_column
    begin
      if not i_am_active() then return; end if;
      return query with placed as (
          select m.id, coalesce(f.value, m.region) as region from present_member m
            left join member_fact f on f.community_id = m.community_id and f.member_id = m.id and f.kind = 'region'
            where m.community_id = my_community())
        select p.region, count(*)::integer from placed p join placed me on me.id = my_member() and me.region = p.region
          where p.id <> me.id and takes_part(my_community(), p.id) group by p.region;
    end $$;
    revoke execute on function take_first_step, here_with_me from public;
    grant execute on function take_first_step, here_with_me to cercle_app;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function take_first_step, here_with_me;
    alter table member drop column first_steps, drop column welcomed_at;
    alter table community drop column greeting;
  `.execute(db)
}

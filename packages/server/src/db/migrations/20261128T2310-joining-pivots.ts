import { sql, type Kysely } from 'kysely'

const definer = sql`stable security definer set search_path = pg_catalog, public, pg_temp`

/** A pivot brings people of one workplace, region or sector in: by invitations of her own, to where she is herself, and of which she sees no other's. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pivot (
      community_id uuid not null, member_id uuid not null, group_id uuid not null, since timestamptz(3) not null,
      primary key (community_id, member_id), -- of one group
      foreign key (community_id, member_id) references member (community_id, id) on delete cascade,
      foreign key (community_id, group_id) references "group" (community_id, id) on delete cascade
    );
    create index pivot_group_idx on pivot (community_id, group_id); -- when a group goes
    alter table pivot enable row level security;
    -- Whose pivot she was who invited; null: she facilitates.
    alter table invitation add scope_group_id uuid,
      add foreign key (community_id, scope_group_id) references "group" (community_id, id) on delete cascade;
    create index invitation_own_idx on invitation (community_id, invited_by, created_at desc, id desc) where scope_group_id is not null; -- pivots.invitations

    -- Null once she takes no part, or her group is gone or hidden from her.
    create function pivot_of(p_community uuid, p_member uuid) returns uuid language plpgsql ${definer} as $$
    begin return (select v.group_id from pivot v join "group" g on g.community_id = v.community_id and g.id = v.group_id
      left join organisation o on o.community_id = g.community_id and o.id = g.organisation_id
      where v.community_id = p_community and v.member_id = p_member and o.removed_at is null and takes_part(p_community, p_member)
        and (not g.hidden or g.id = any(groups_of(p_community, p_member)))); end $$;
    create function i_pivot() returns uuid language plpgsql ${definer} as $$
    begin return case when i_am_verified() and i_am_active() then pivot_of(my_community(), my_member()) end; end $$;
    revoke execute on function pivot_of, i_pivot from public;
    grant execute on function i_pivot to cercle_app;

    create policy own on pivot for select to cercle_app using (community_id = (select my_community()) and member_id = (select my_member()) and group_id = (select i_pivot()));
    create policy desk on pivot for select to cercle_app using (community_id = (select my_community()) and (select i_facilitate())
      and exists (select from "group" g where g.community_id = pivot.community_id and g.id = pivot.group_id));
    create policy appoint on pivot for insert to cercle_app with check (community_id = (select my_community()) and (select i_facilitate())
      and exists (select from "group" g where g.community_id = pivot.community_id and g.id = pivot.group_id and g.kind in ('workplace', 'region', 'sector')));
    create policy dismiss on pivot for delete to cercle_app using (community_id = (select my_community()) and (select i_facilitate()));
    grant select, insert, delete on pivot to cercle_app;
    alter policy invite on invitation
      with check (community_id = (select my_community()) and (select i_facilitate()) and invited_by = (select my_member()) and accepted_at is null and scope_group_id is null);
    create policy own on invitation for select to cercle_app
      using (community_id = (select my_community()) and invited_by = (select my_member()) and scope_group_id = (select i_pivot()));
    create policy invite_own on invitation for insert to cercle_app
      with check (community_id = (select my_community()) and invited_by = (select my_member()) and scope_group_id = (select i_pivot())
        and accepted_at is null and groups <@ (select my_groups()) and spaces <@ (select my_spaces()));
    create policy withdraw_own on invitation for update to cercle_app
      using (community_id = (select my_community()) and invited_by = (select my_member()) and scope_group_id = (select i_pivot()) and accepted_at is null);
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop policy withdraw_own on invitation; drop policy invite_own on invitation; drop policy own on invitation;
    alter policy invite on invitation
      with check (community_id = (select my_community()) and (select i_facilitate()) and invited_by = (select my_member()) and accepted_at is null);
    alter table invitation drop scope_group_id;
    drop table pivot; drop function i_pivot, pivot_of;
  `.execute(db)
}

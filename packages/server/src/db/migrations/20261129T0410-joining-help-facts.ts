import { sql, type Kysely } from 'kysely'

const signature = sql`approve_request(p_request uuid, p_person uuid, p_member uuid, p_organisation uuid, p_region text, p_groups uuid[], p_spaces uuid[],
      p_words jsonb, p_at timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp`
const start = sql`
      if not i_facilitate() then return false; end if;
      select * into r from join_request q where q.community_id = my_community() and q.id = p_request and q.status in ('waiting', 'asked') for update;
      if not found then return false; end if;`
const end = sql`
      update join_request q set status = 'approved', exchange = q.exchange || p_words, decided_at = p_at, decided_by = my_member()
        where q.community_id = r.community_id and q.id = r.id;
      return true;`

/** Who said what helps her when she asked to come in keeps it as a member, until she takes it back. The consent has the id of the request: a backup from before cannot bring it back under another. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function ${signature} as $$
    declare r join_request; her uuid;
    begin ${start}
      her := admit(my_member(), p_person, p_member, r.email, r.name, p_organisation, p_region, p_groups, p_spaces, true, p_at);
      if r.equipment <> '{}' or r.ease is not null or r.phone is not null then
        insert into consent (community_id, id, member_id, kind, words, given_at) values (r.community_id, r.id, her, 'help_facts', 1, r.created_at)
          on conflict do nothing;
        insert into member_help (community_id, member_id, equipment, ease, phone) values (r.community_id, her, r.equipment, r.ease, r.phone)
          on conflict (community_id, member_id) do update set equipment = excluded.equipment, ease = excluded.ease, phone = excluded.phone;
      end if; ${end}
    end $$;
    with said as (
      select distinct on (m.community_id, m.id) q.*, m.id as member_id from join_request q join person p on p.email = q.email
        join member m on m.community_id = q.community_id and m.person_id = p.id
        where q.status = 'approved' and (q.equipment <> '{}' or q.ease is not null or q.phone is not null)
        order by m.community_id, m.id, q.created_at desc),
      given as (
        insert into consent (community_id, id, member_id, kind, words, given_at) select community_id, id, member_id, 'help_facts', 1, created_at from said)
    insert into member_help (community_id, member_id, equipment, ease, phone) select community_id, member_id, equipment, ease, phone from said;
  `.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function ${signature} as $$
    declare r join_request;
    begin ${start}
      perform admit(my_member(), p_person, p_member, r.email, r.name, p_organisation, p_region, p_groups, p_spaces, true, p_at); ${end}
    end $$;
  `.execute(db)
}

import { sql } from 'kysely'
import type { Database } from '../../src/db/database.ts'
import type { Rights } from '../../src/db/rights.ts'
import type { Db } from '../../src/db/tables.ts'

/** Which of the two lines of rights stand. */
export type Lines = 'both lines' | 'line 1 alone' | 'line 2 alone'

/** The first line switched off: every space of the community, every group, every name. Needs `every_space`, see below. */
export const noRights: Rights = {
  spacesOf: ({ communityId }) => sql`(select every_space(${communityId}))::uuid[]`,
  charterSpacesOf: ({ communityId }) => sql`(select every_space(${communityId}))::uuid[]`,
  knowsGroup: () => sql<boolean>`true`,
  isToldNames: () => true,
}

/** What the first line asks when it is switched off; it must not be stopped by the second, so it runs with the owner's rights. */
export async function addEverySpace({ ownerPool }: Database): Promise<void> {
  await ownerPool.query(`
    create function every_space(p_community uuid) returns uuid[]
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    begin return array(select id from space where community_id = p_community); end $$;
    grant execute on function every_space to cercle_app, cercle_anon`)
}

/**
 * The second line switched off: every policy lets everything through, and so does the function that names spaces in the place of one. Answers how
 * many policies there were.
 */
export async function dropSecondLine(owner: Db): Promise<number> {
  const { rows } = await sql<{ name: string; table: string; reads: boolean; writes: boolean }>`
    select policyname as name, tablename as table, qual is not null as reads, with_check is not null as writes from pg_policies where schemaname = 'public'`.execute(
    owner,
  )
  for (const { name, table, reads, writes } of rows) {
    const using = reads ? sql`using (true)` : sql``
    const check = writes ? sql`with check (true)` : sql``
    await sql`alter policy ${sql.id(name)} on ${sql.id(table)} ${using} ${check}`.execute(owner)
  }
  await sql`
    create or replace function charter_space_names() returns table (id uuid, slug text, name text)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    #variable_conflict use_column
    begin return query select s.id, s.slug, s.name from space s where s.community_id = my_community(); end $$`.execute(owner)
  return rows.length
}

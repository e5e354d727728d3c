import type { Pool } from 'pg'

/*
 * The database's shape in words of our own, so that two engines and several versions of one can be compared: what PostgreSQL prints of the
 * same thing changes between versions, and `pg_dump` is not everywhere.
 */
const parts: Record<string, string> = {
  Tables: `select format('%s: %s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
      case when a.attidentity <> '' then ' identity' when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end) as line,
      c.relname || to_char(a.attnum, '0000') as place
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  'Row-level security': `select format('%s: %s%s', relname, case when relrowsecurity then 'enabled' else 'OPEN' end,
      case when relforcerowsecurity then ' forced' else '' end || coalesce(' ' || array_to_string(reloptions, ' '), '')) as line, relname::text as place
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  Constraints: `select format('%s: %s', conrelid::regclass, pg_get_constraintdef(oid)) as line, conrelid::regclass || contype::text || pg_get_constraintdef(oid) as place
    from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f', 'c')`,
  Indexes: `select pg_get_indexdef(i.indexrelid) as line, c.relname::text as place
    from pg_index i join pg_class c on c.oid = i.indexrelid where c.relnamespace = 'public'::regnamespace`,
  Policies: `select format('%s: %s for %s to %s%s%s', tablename, policyname, lower(cmd), array_to_string(array(select unnest(roles) order by 1), ', '),
      coalesce(' using (' || qual || ')', ''), coalesce(' with check (' || with_check || ')', '')) as line, tablename || ' ' || policyname as place
    from pg_policies where schemaname = 'public'`,
  Functions: `select format(E'%s(%s) returns %s %s%s%s\\n%s', proname, pg_get_function_arguments(oid), pg_get_function_result(oid),
      case provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end, case when prosecdef then ' security definer' else '' end,
      coalesce(' set ' || array_to_string(proconfig, ' '), ''), prosrc) as line, proname || pg_get_function_arguments(oid) as place
    from pg_proc where pronamespace = 'public'::regnamespace`,
  Triggers: `select pg_get_triggerdef(oid) as line, tgname::text as place from pg_trigger
    where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`,
  Grants: `select format('%s: %s to %s', what, string_agg(distinct lower(privilege), ', ' order by lower(privilege)), grantee) as line, what || ' ' || grantee as place
    from (
      select relname::text as what, (aclexplode(relacl)).privilege_type as privilege, (aclexplode(relacl)).grantee::regrole::text as grantee
        from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S')
      union all select c.relname || '.' || a.attname, (aclexplode(a.attacl)).privilege_type, (aclexplode(a.attacl)).grantee::regrole::text
        from pg_class c join pg_attribute a on a.attrelid = c.oid where c.relnamespace = 'public'::regnamespace and a.attacl is not null
      union all select proname || '()', (aclexplode(proacl)).privilege_type, (aclexplode(proacl)).grantee::regrole::text
        from pg_proc where pronamespace = 'public'::regnamespace and proacl is not null) g
    where grantee like 'cercle\\_%' and grantee not like 'cercle\\_test\\_%' or grantee = '-'
    group by what, grantee`,
}

/** The whole shape, sorted, as SQL comments would put it: for reading and comparing, not for running. */
export async function schemaOf(pool: Pool): Promise<string> {
  const sections: string[] = [
    '-- The shape of the database after all migrations. A test compares it on both engines: UPDATE_SNAPSHOTS=1 writes it anew.\n',
  ]
  for (const [title, query] of Object.entries(parts)) {
    const { rows } = await pool.query<{ line: string }>(
      `select line from (${query}) x order by place collate "C", line collate "C"`,
    )
    sections.push(`-- ${title}\n\n${rows.map(({ line }) => line.trimEnd()).join('\n')}\n`)
  }
  return sections.join('\n')
}

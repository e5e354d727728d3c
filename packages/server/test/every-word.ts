import type { Database } from '../src/db/database.ts'

/** Every table as its owner sees it, in one text. */
export async function everyWord({ ownerPool }: Pick<Database, 'ownerPool'>): Promise<string> {
  const tables = await tablesOf(ownerPool)
  const all = tables.map((name) => `select ${name}::text as row from ${name}`).join(' union all ')
  const { rows } = await ownerPool.query<{ row: string }>(all)
  return rows.map(({ row }) => row).join('\n')
}

/** What the planner keeps of them once it has looked at them. */
export async function everySample({ ownerPool }: Pick<Database, 'ownerPool'>): Promise<string> {
  await ownerPool.query(`analyze ${(await tablesOf(ownerPool)).join(', ')}`)
  const { rows } = await ownerPool.query<{ row: string }>(`select s::text as row from pg_stats s where schemaname = 'public'`)
  return rows.map(({ row }) => row).join('\n')
}

async function tablesOf(pool: Database['ownerPool']): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`,
  )
  return rows.map(({ name }) => name)
}

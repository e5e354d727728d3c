import pg, { type PoolClient } from 'pg'
import type { Database } from './database.ts'

/** Something about a backup or a move that the person at the terminal can understand and mend. */
export class BackupError extends Error {
  override name = 'BackupError'
}

/**
 * A whole community server as JSON lines, the same from both engines: a head, then of each table a line with its columns and its rows,
 * the counters of ids, and an end with the number of rows. Values are PostgreSQL's own text, so that none loses a digit.
 */
export type BackupLine =
  | { cercle: 1; migration: string }
  | { table: string; columns: string[] }
  | (string | null)[]
  | { counter: string; column: string; last: string; called: boolean }
  | { end: true; rows: Record<string, number> }

const BATCH = 500

export interface TableShape {
  name: string
  /** Those that are stored; the database computes the others again. */
  columns: { name: string; type: string; identity: boolean }[]
}

/** Every table of Cercle's own with its columns, by name. */
export async function readShape(client: PoolClient): Promise<TableShape[]> {
  const { rows } = await client.query<{ table: string; name: string; type: string; identity: boolean }>(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attidentity <> '' as identity
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by c.relname, a.attnum`)
  const tables = new Map<string, TableShape>()
  for (const { table, ...column } of rows) {
    const known = tables.get(table)
    if (known) known.columns.push(column)
    else tables.set(table, { name: table, columns: [column] })
  }
  return [...tables.values()]
}

/** The newest migration that ran; `undefined`: none did. */
export async function lastMigration(client: PoolClient): Promise<string | undefined> {
  const { rows: present } = await client.query<{ there: boolean }>(
    `select to_regclass('cercle_migration.kysely_migration') is not null as there`,
  )
  if (!present[0]!.there) return undefined
  const { rows } = await client.query<{ name: string }>(
    'select name from cercle_migration.kysely_migration order by name desc limit 1',
  )
  return rows[0]?.name
}

/** Makes text the same everywhere, and lets no row be hidden in silence from an account that is not the owner. */
export async function settle(client: PoolClient): Promise<void> {
  await client.query(`select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO', true), set_config('bytea_output', 'hex', true),
    set_config('extra_float_digits', '1', true), set_config('statement_timeout', '0', true), set_config('row_security', 'off', true)`)
}

/** Reads everything as it is at one moment, while others go on writing. Throws BackupError. */
export async function* readBackup(database: Database): AsyncGenerator<BackupLine> {
  const client = await database.ownerPool.connect()
  let over = false
  try {
    await client.query('begin isolation level repeatable read read only')
    await settle(client)
    const migration = await lastMigration(client)
    if (migration === undefined) throw new BackupError('There is nothing to back up: the database is empty.')
    yield { cercle: 1, migration }
    const counts: Record<string, number> = {}
    const shape = await readShape(client)
    for (const table of shape) counts[table.name] = yield* readTable(client, table)
    for (const table of shape) yield* readCounters(client, table)
    yield { end: true, rows: counts }
    await client.query('commit')
    over = true
  } catch (error) {
    throw (error as { code?: unknown }).code === '42501'
      ? new BackupError('The account does not own the tables. Give the address of their owner with DATABASE_MIGRATE_URL.')
      : error
  } finally {
    if (!over) await client.query('rollback').catch(() => {})
    client.release()
  }
}

const quote = pg.escapeIdentifier

async function* readTable(client: PoolClient, { name, columns }: TableShape): AsyncGenerator<BackupLine, number> {
  yield { table: name, columns: columns.map((column) => column.name) }
  const texts = columns.map((column) => `${quote(column.name)}::text`).join(', ')
  await client.query(`declare backup_rows no scroll cursor for select ${texts} from public.${quote(name)}`)
  let count = 0
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({ text: `fetch ${BATCH} from backup_rows`, rowMode: 'array' } as never)
    for (const row of rows) yield row
    count += rows.length
    if (rows.length < BATCH) break
  }
  await client.query('close backup_rows')
  return count
}

/** Read after the rows: a counter is then never behind them. */
async function* readCounters(client: PoolClient, { name, columns }: TableShape): AsyncGenerator<BackupLine> {
  for (const column of columns.filter(({ identity }) => identity)) {
    const { rows: found } = await client.query<{ sequence: string }>('select pg_get_serial_sequence($1, $2) as sequence', [
      `public.${quote(name)}`,
      column.name,
    ])
    const { rows } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${found[0]!.sequence}`,
    )
    yield { counter: name, column: column.name, ...rows[0]! }
  }
}

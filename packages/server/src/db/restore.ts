import pg, { type PoolClient } from 'pg'
import { BackupError, readShape, settle, lastMigration, type BackupLine, type TableShape } from './backup-lines.ts'
import type { Database } from './database.ts'
import { migrateTo, migrateToLatest } from './migrate.ts'

/** Tables in which migrating itself leaves rows; a backup brings its own. */
const filledByMigrations = new Set(['activity_head', 'activity_cursor'])
/** Rows of one statement. */
const BATCH = 500
/** Characters of one statement: a few long texts are as heavy as many short rows. */
const WEIGHT = 1_000_000
const quote = pg.escapeIdentifier

export interface Restored {
  tables: number
  rows: number
}

/** Words when the database holds anything. */
export async function requireEmpty(database: Database): Promise<void> {
  const client = await database.ownerPool.connect()
  try {
    if ((await lastMigration(client)) === undefined) {
      const [stranger] = await readShape(client)
      if (stranger)
        throw new BackupError(
          `The database holds tables that are not Cercle’s (${stranger.name}). Give an empty one. Nothing was written.`,
        )
      return
    }
    for (const { name } of await readShape(client)) {
      if (filledByMigrations.has(name)) continue
      const { rows } = await client.query(`select 1 from public.${quote(name)} limit 1`)
      if (rows.length > 0)
        throw new BackupError(`The database is not empty (${name} has rows). Give an empty one. Nothing was written.`)
    }
  } finally {
    client.release()
  }
}

/**
 * Writes a backup into an empty database, all or nothing, then brings it to the newest shape. The shape is first that of the backup, so an
 * older one can be read. Throws BackupError when it does not fit or is not whole.
 */
export async function writeBackup(database: Database, lines: AsyncIterable<BackupLine>): Promise<Restored> {
  const reading = lines[Symbol.asyncIterator]()
  try {
    const { value: head } = (await reading.next()) as IteratorResult<BackupLine, undefined>
    if (head === undefined || !('cercle' in head)) throw new BackupError('This is not a backup of Cercle. Nothing was written.')
    await requireEmpty(database)
    if (!(await migrateTo(database, head.migration)))
      throw new BackupError(
        `This backup was made by a newer Cercle (${head.migration}). Update this one first. Nothing was written.`,
      )
    const restored = await inOneTransaction(database, reading)
    await migrateToLatest(database)
    return restored
  } finally {
    await reading.return?.()
  }
}

async function inOneTransaction(database: Database, lines: AsyncIterator<BackupLine>): Promise<Restored> {
  const client = await database.ownerPool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    await settle(client)
    const shape = await readShape(client)
    const ready = await looseRules(client, shape)
    const restored = await writeLines(client, shape, lines)
    await ready()
    const { command } = await client.query('commit')
    if (command !== 'COMMIT') throw new Error('the database rolled back')
    return restored
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    client.release(broken)
  }
}

/**
 * For the time of the transaction, rows may come in any order and nothing is derived from them a second time: references are checked at the
 * end, triggers rest. Both are the owner's to change; replication roles are not. Answers what puts it all back.
 */
async function looseRules(client: PoolClient, shape: TableShape[]): Promise<() => Promise<void>> {
  const { rows: references } = await client.query<{ table: string; name: string }>(`
    select conrelid::regclass::text as table, conname as name from pg_constraint
    where contype = 'f' and not condeferrable and connamespace = 'public'::regnamespace`)
  const { rows: triggers } = await client.query<{ table: string; name: string }>(`
    select tgrelid::regclass::text as table, tgname as name from pg_trigger t join pg_class c on c.oid = tgrelid
    where not tgisinternal and tgenabled = 'O' and c.relnamespace = 'public'::regnamespace`)
  for (const { name } of shape.filter((table) => filledByMigrations.has(table.name)))
    await client.query(`delete from public.${quote(name)}`)
  for (const { table, name } of references)
    await client.query(`alter table ${table} alter constraint ${quote(name)} deferrable initially deferred`)
  for (const { table, name } of triggers) await client.query(`alter table ${table} disable trigger ${quote(name)}`)
  return async () => {
    await client.query('set constraints all immediate')
    for (const { table, name } of references)
      await client.query(`alter table ${table} alter constraint ${quote(name)} not deferrable`)
    for (const { table, name } of triggers) await client.query(`alter table ${table} enable trigger ${quote(name)}`)
  }
}

async function writeLines(client: PoolClient, shape: TableShape[], lines: AsyncIterator<BackupLine>): Promise<Restored> {
  const counts: Record<string, number> = {}
  let into: { table: TableShape; rows: (string | null)[][]; weight: number } | undefined
  const flush = async () => {
    if (into && into.rows.length > 0) await insert(client, into.table, into.rows)
    if (into) [into.rows, into.weight] = [[], 0]
  }
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const line = next.value
    if (Array.isArray(line)) {
      if (into?.table.columns.length !== line.length) throw damaged()
      into.rows.push(line)
      into.weight += line.reduce((sum, value) => sum + (value?.length ?? 0), 0)
      counts[into.table.name]!++
      if (into.rows.length >= BATCH || into.weight >= WEIGHT) await flush()
      continue
    }
    await flush()
    if ('table' in line) {
      into = { table: tableOf(shape, line), rows: [], weight: 0 }
      counts[line.table] = 0
    } else if ('counter' in line) {
      const table = tableOf(shape, { table: line.counter, columns: [line.column] })
      await client.query('select setval(pg_get_serial_sequence($1, $2), $3::bigint, $4)', [
        `public.${quote(table.name)}`,
        line.column,
        line.last,
        line.called,
      ])
    } else if ('end' in line) {
      const tables = Object.keys(line.rows)
      if (tables.length !== shape.length || tables.some((table) => counts[table] !== line.rows[table])) throw damaged()
      if (!(await lines.next()).done) throw damaged()
      return { tables: tables.length, rows: tables.reduce((sum, table) => sum + counts[table]!, 0) }
    } else throw damaged()
  }
  throw new BackupError('The backup is cut: its end is missing. Nothing was written.')
}

const damaged = () => new BackupError('The backup is damaged. Nothing was written.')

/** The table as it lies here, with the columns of the backup in the order of the backup. */
function tableOf(shape: TableShape[], line: { table: string; columns: string[] }): TableShape {
  const table = shape.find(({ name }) => name === line.table)
  const columns = line.columns.map((name) => table?.columns.find((column) => column.name === name))
  if (!table || columns.includes(undefined)) throw damaged()
  return { name: table.name, columns: columns as TableShape['columns'] }
}

async function insert(client: PoolClient, { name, columns }: TableShape, rows: (string | null)[][]): Promise<void> {
  const names = columns.map((column) => quote(column.name)).join(', ')
  const values = columns.map((column, index) => `r.c${index}::${column.type}`).join(', ')
  const arrays = columns.map((_, index) => `$${index + 1}::text[]`).join(', ')
  const aliases = columns.map((_, index) => `c${index}`).join(', ')
  await client.query(
    `insert into public.${quote(name)} (${names}) overriding system value select ${values} from unnest(${arrays}) as r(${aliases})`,
    columns.map((_, index) => rows.map((row) => row[index]!)),
  )
}

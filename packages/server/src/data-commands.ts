import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { ServerConfig } from './config.ts'
import { readBackupSecret } from './db/backup-cipher.ts'
import { BackupError } from './db/backup-lines.ts'
import { backup, restore } from './db/backup.ts'
import { openDatabase, type Database } from './db/database.ts'
import { ownerDb } from './db/migrate.ts'
import { move } from './db/move.ts'
import { requireEmpty } from './db/restore.ts'
import { findBrokenLink } from './live/activity.repository.ts'
import { ERASURES_FILE } from './privacy/erasure-keeper.ts'
import { readErasures, writeErasures } from './privacy/erasure-list.ts'
import { besideBackup, erasuresAtHand, keepAtHand } from './privacy/erasures-at-hand.ts'
import { erasuresAfter, replayErasures } from './privacy/erasures.service.ts'

interface Told {
  out(line: string): void
  err(line: string): void
}

/** The commands that keep, bring back, move and check what a server holds. `key`: CERCLE_BACKUP_KEY. */
export function addDataCommands(program: Command, config: () => ServerConfig, key: string | undefined, terminal: Told): void {
  program
    .command('backup <file>')
    .description('write everything to a file, encrypted when CERCLE_BACKUP_KEY is set')
    .action((file: string) => makeBackup(config(), file, key, terminal))
  program
    .command('restore <file>')
    .description('write a backup into an empty database, but for what was erased since')
    .option('--erasures <list...>', 'lists of what was erased, beside those that lie near')
    .action((file: string, { erasures = [] }: { erasures?: string[] }) =>
      restoreBackup(config(), { file, lists: erasures, key }, terminal),
    )
  program
    .command('erasures <file>')
    .description('write the list of what was erased for good, without a word of it')
    .action((file: string) => listErased(config(), file, terminal))
  program
    .command('move')
    .description('copy the embedded database of CERCLE_DATA into the empty PostgreSQL of DATABASE_URL')
    .action(() => moveToPostgres(config(), terminal))
  program
    .command('audit')
    .description('the journal of what happened')
    .command('verify')
    .description('check that no entry was changed or removed')
    .action(() => verifyJournal(config(), terminal))
}

async function withDatabase(config: ServerConfig, use: (database: Database) => Promise<void>): Promise<void> {
  await using database = await openDatabase(config)
  await use(database)
}

/** A command that reads must not make the database that it was to read. */
async function requireDatabase(config: ServerConfig): Promise<void> {
  if (config.databaseUrl !== undefined) return
  await access(join(config.dataDir, 'pglite')).catch(() => {
    throw new BackupError(`There is no database in ${config.dataDir}. Say where it is with CERCLE_DATA or DATABASE_URL.`)
  })
}

const count = (rows: number) => rows.toLocaleString('en-CA')

async function makeBackup(config: ServerConfig, file: string, key: string | undefined, terminal: Told): Promise<void> {
  const secret = readBackupSecret(key)
  await requireDatabase(config)
  await withDatabase(config, async (database) => {
    const { tables, rows } = await backup(database, file, secret)
    await writeList(database, besideBackup(file))
    terminal.out(`${file} holds ${count(rows)} rows of ${tables} tables${secret ? ', encrypted' : ''}.`)
  })
  if (!secret)
    terminal.err('It is not encrypted: whoever has the file can read it. Set CERCLE_BACKUP_KEY to encrypt the next one.')
}

/** With what lies beside it: an older backup is cleared with the list of a newer. */
async function writeList(database: Database, file: string): Promise<number> {
  const { erasures } = await erasuresAfter(ownerDb(database), '0').catch((error: { code?: unknown }) => {
    if (error.code === '42P01') return { erasures: [] } // a server older than the list, not yet brought up to date
    throw error
  })
  await writeErasures(file, erasures).catch((error: Error) => {
    throw new BackupError(`${file} cannot be written: ${error.message}`)
  })
  return erasures.length
}

async function listErased(config: ServerConfig, file: string, terminal: Told): Promise<void> {
  await requireDatabase(config)
  await withDatabase(config, async (database) => {
    terminal.out(`${file} lists ${count(await writeList(database, file))} erasures.`)
  })
}

interface Restoring {
  file: string
  lists: string[]
  key: string | undefined
}

async function restoreBackup(config: ServerConfig, { file, lists, key }: Restoring, terminal: Told): Promise<void> {
  const secret = readBackupSecret(key)
  await access(file).catch((error: Error) => {
    throw new BackupError(`${file} cannot be read: ${error.message}`)
  })
  const { erasures, isCurrent, strange } = await erasuresAtHand(file, lists, config.dataDir)
  for (const name of strange) terminal.err(`${name} is not a list of erasures, and was left aside.`)
  await withDatabase(config, async (database) => {
    await requireEmpty(database)
    await keepAtHand(config.dataDir, erasures)
    const { tables, rows } = await restore(database, file, secret)
    terminal.out(`${count(rows)} rows of ${tables} tables are restored.`)
    const again = await replayErasures(ownerDb(database), erasures)
    if (again > 0) terminal.out(`What was erased after this backup was made is erased again: ${count(again)}.`)
    else if (!isCurrent)
      terminal.err(
        `No list of erasures was at hand: what was erased after this backup was made may be back. Before you serve it, put the ${ERASURES_FILE} of the lost server into ${config.dataDir}, or restore again with --erasures <list>.`,
      )
    await tellJournal(database, terminal)
  })
}

async function moveToPostgres(config: ServerConfig, terminal: Told): Promise<void> {
  if (config.databaseUrl === undefined)
    throw new BackupError('DATABASE_URL is missing: the address of the empty PostgreSQL database to move to.')
  await requireDatabase({ ...config, databaseUrl: undefined })
  const list = await readErasures(join(config.dataDir, ERASURES_FILE))
  await using source = await openDatabase({ dataDir: config.dataDir })
  await withDatabase(config, async (target) => {
    const { tables, rows } = await move(source, target)
    terminal.out(`${count(rows)} rows of ${tables} tables are in PostgreSQL.`)
    await replayErasures(ownerDb(target), list?.erasures ?? [])
    await tellJournal(target, terminal)
  })
  terminal.out(`${config.dataDir} was left as it was. Erase it when you no longer need it.`)
}

async function verifyJournal(config: ServerConfig, terminal: Told): Promise<void> {
  await requireDatabase(config)
  await withDatabase(config, (database) => tellJournal(database, terminal))
}

const brokenWords: Record<string, string> = {
  changed: 'was changed, or what came before it was',
  missing: 'does not follow the one before: entries are missing',
  cut: 'was the last, and is missing: the end is cut off',
}

async function tellJournal(database: Database, terminal: Told): Promise<void> {
  const db = ownerDb(database)
  const broken = await findBrokenLink(db)
  if (broken) {
    const row = broken.id === null ? '' : ` (id ${broken.id})`
    throw new BackupError(`The journal is broken: entry ${broken.seq}${row} ${brokenWords[broken.reason]}.`)
  }
  const { entries } = await db
    .selectFrom('activity')
    .select((query) => query.fn.countAll<string>().as('entries'))
    .executeTakeFirstOrThrow()
  terminal.out(`The journal is whole: ${count(Number(entries))} entries.`)
}

import { readFile } from 'node:fs/promises'
import { Command, CommanderError } from 'commander'
import { systemClock } from './clock.ts'
import { CommunitySeedFile } from './communities/community-seed.schema.ts'
import { newCommunity } from './communities/new-community.ts'
import { seedCommunity } from './communities/seed.service.ts'
import { ConfigError, describeConfig, readConfig, requireServing, type ServerConfig } from './config.ts'
import { addDataCommands } from './data-commands.ts'
import { BackupError } from './db/backup-lines.ts'
import { openDatabase, type Database } from './db/database.ts'
import { FolderLockedError } from './db/folder-lock.ts'
import { migrateToLatest, ownerDb } from './db/migrate.ts'
import { createCercleServer } from './server.ts'

/** What the commands may use of the process. */
export interface Terminal {
  out(line: string): void
  err(line: string): void
  untilStopped(): Promise<void>
}

/** Something the person at the terminal can mend; told in one line, without a stack. */
class PlainError extends Error {}

/** Runs one command and answers the exit code. */
export async function runCli(argv: string[], env: Record<string, string | undefined>, terminal: Terminal): Promise<number> {
  const program = new Command('cercle').description('The Cercle server').exitOverride()
  program.configureOutput({ writeOut: (text) => terminal.out(text.trimEnd()), writeErr: (text) => terminal.err(text.trimEnd()) })
  const config = () => readConfig(env)
  program
    .command('serve')
    .description('serve communities until it is stopped')
    .action(() => serve(config(), terminal))
  program
    .command('migrate')
    .description('bring the database to the newest shape')
    .action(() => migrate(config(), terminal))
  program
    .command('seed <file>')
    .description('write a community from a JSON file')
    .action((file: string) => seed(config(), file, terminal))
  program
    .command('doctor')
    .description('check the settings and the database')
    .action(() => doctor(config(), terminal))
  addDataCommands(program, config, env.CERCLE_BACKUP_KEY, terminal)
  const community = program.command('community').description('manage communities')
  community
    .command('create')
    .description('make an empty community with its facilitator')
    .requiredOption('--slug <slug>', 'its short name in addresses: letters, digits, hyphens')
    .requiredOption('--name <name>', 'its name')
    .requiredOption('--facilitator <mail>', 'the address of the person who facilitates')
    .option('--language <language>', 'fr-CA or en-CA', 'fr-CA')
    .option('--time-zone <zone>', 'an IANA name', 'America/Toronto')
    .option('--origin <origin...>', 'exact origins of the partner sites that embed it, like https://site.example')
    .action((options: Parameters<typeof newCommunity>[0]) => createCommunity(config(), options, terminal))
  try {
    await program.parseAsync(argv)
    return 0
  } catch (error) {
    return tellError(error, terminal)
  }
}

function tellError(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode
  if (error instanceof ConfigError) for (const problem of error.problems) terminal.err(problem)
  else if ([PlainError, FolderLockedError, BackupError].some((kind) => error instanceof kind))
    terminal.err((error as Error).message)
  else terminal.err(plainWords(error))
  return 1
}

/** Faults of the network and the database that a person at a terminal can mend. */
function plainWords(error: unknown): string {
  const { code, port, message, stack } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') return `Port ${port} is already in use. Choose another with PORT.`
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return `The database does not answer (${message}). Check DATABASE_URL.`
  if (code === '28P01' || code === '28000' || code === '3D000') return `The database refuses: ${message}. Check DATABASE_URL.`
  if (code === '42P01') return 'The database has no tables of Cercle yet. Run cercle migrate first.'
  return stack ?? message
}

async function serve(config: ServerConfig, terminal: Terminal): Promise<void> {
  requireServing(config)
  const stopped = terminal.untilStopped() // a signal that comes while it starts is heard too
  await using server = await createCercleServer(config)
  await server.start()
  terminal.out(`Cercle ready on ${server.url}`)
  await stopped
}

async function withDatabase(config: ServerConfig, use: (database: Database) => Promise<void>): Promise<void> {
  await using database = await openDatabase(config)
  await use(database)
}

const migrate = (config: ServerConfig, terminal: Terminal) =>
  withDatabase(config, async (database) => {
    const done = await migrateToLatest(database)
    terminal.out(
      done.length === 0 ? 'Nothing to do: the database has the newest shape.' : done.map((name) => `migrated ${name}`).join('\n'),
    )
  })

async function seed(config: ServerConfig, file: string, terminal: Terminal): Promise<void> {
  const parsed = CommunitySeedFile.safeParse(await readJson(file))
  if (!parsed.success) {
    const places = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new PlainError(`${file} does not fit: ${places.join('; ')}`)
  }
  await writeCommunity(config, parsed.data, terminal)
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new PlainError(`${file} cannot be read: ${(error as Error).message}`)
  }
}

async function createCommunity(
  config: ServerConfig,
  options: Parameters<typeof newCommunity>[0],
  terminal: Terminal,
): Promise<void> {
  const parsed = CommunitySeedFile.safeParse(newCommunity(options))
  if (!parsed.success)
    throw new PlainError(
      `That does not fit: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
    )
  await writeCommunity(config, parsed.data, terminal)
}

const writeCommunity = (config: ServerConfig, community: CommunitySeedFile, terminal: Terminal) =>
  withDatabase(config, async (database) => {
    await migrateToLatest(database)
    if (!(await seedCommunity(ownerDb(database), systemClock, community)))
      throw new PlainError(`A community with the slug ${community.slug} already exists. Nothing was changed.`)
    terminal.out(`The community ${community.slug} is there.`)
  })

const doctor = (config: ServerConfig, terminal: Terminal) =>
  withDatabase(config, async (database) => {
    for (const [name, value] of Object.entries(describeConfig(config))) terminal.out(`${name}: ${value}`)
    const { rows } = await database.ownerPool.query<{ version: string }>('select version()')
    terminal.out(`database: ${database.engine}, ${rows[0]!.version.split(' on ')[0]}`)
    requireServing(config)
    terminal.out('All is well.')
  })

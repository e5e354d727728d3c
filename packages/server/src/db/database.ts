import { randomUUID } from 'node:crypto'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { exit, stderr } from 'node:process'
import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { dumpPglite } from './dump.ts'
import { lockFolder } from './folder-lock.ts'
import { Listener } from './listener.ts'

/** The database of one server: a pool for requests and one for the owner of the tables (migrations, seeding, commands). */
export interface Database extends AsyncDisposable {
  engine: 'pglite' | 'postgres'
  /** Connections of the request login: no right but to become a role. */
  pool: pg.Pool
  /** Connections of the owner, whose statements may take as long as they need. On PGlite the one connection there is. */
  ownerPool: pg.Pool
  /** Name of the request login when it is not the owner. */
  login: string | undefined
  /** Calls back with the payload of each `NOTIFY channel` of any process, until disposed; `onReturn` after a cut, when some may have been missed. */
  listen(channel: string, onNotify: (payload: string) => void, onReturn: () => void): AsyncDisposable
  /** Where files about it may be kept beside it; absent: nowhere. */
  folder?: string
  /** PGlite in a folder: keeps an archive of it beside it, and the newest few of them. Answers its path. */
  dump?(now: number): Promise<string>
}

export interface DatabaseOptions {
  /** Absent: PGlite in `dataDir`. */
  databaseUrl?: string | undefined
  /** Address of the owner, if the login of `databaseUrl` is another. */
  migrateUrl?: string | undefined
  /** Empty, with a `databaseUrl`: no file is kept beside it. */
  dataDir: string
  /** Size of the pool of requests; 16 unless told. */
  connections?: number | undefined
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.databaseUrl === undefined ? openPglite(options.dataDir) : openPostgres(options.databaseUrl, options)
}

/** Longer than the database gives a statement of a request: whoever waits longer waits on a connection through which nothing comes any more. */
const SILENCE = 10_000

function postgresPool(connectionString: string, max: number, silence?: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    // Without it the feed is planned again at every call.
    options: '-c plan_cache_mode=force_generic_plan',
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    ...(silence === undefined ? {} : { query_timeout: silence }),
  } as pg.PoolConfig)
  pool.on('error', () => {}) // an idle connection that broke is replaced at the next request
  pool.on('connect', (client) => client.on('error', () => {})) // one in use tells its queries; unheard, it would end the process
  return pool
}

async function openPostgres(url: string, { migrateUrl, dataDir, connections = 16 }: DatabaseOptions): Promise<Database> {
  const pool = postgresPool(url, connections, SILENCE)
  const separate = migrateUrl !== undefined && migrateUrl !== url
  const ownerPool = postgresPool(migrateUrl ?? url, 2)
  return {
    engine: 'postgres',
    pool,
    ownerPool,
    login: separate ? decodeURIComponent(new URL(url).username) : undefined,
    ...(dataDir === '' ? {} : { folder: dataDir }),
    listen: (channel, onNotify, onReturn) => new Listener(url, channel, onNotify, onReturn),
    async [Symbol.asyncDispose]() {
      await Promise.all([pool.end(), ownerPool.end()])
    },
  }
}

/** Another process took the folder while this one slept. One more write would damage the other's; a killed process leaves PGlite sound. */
function leaveAtOnce(): void {
  stderr.write('Another Cercle took the folder of the database while this process was stopped: leaving at once.\n')
  exit(1)
}

/** PostgreSQL inside this process: one connection, no fsync. For evaluation and very small communities. */
async function openPglite(dataDir: string): Promise<Database> {
  await using opening = new AsyncDisposableStack()
  opening.use(await lockFolder(dataDir, { onLost: leaveAtOnce }))
  const lite = await openFolder(dataDir)
  opening.defer(() => lite.close())
  const database = opening.use(await pgliteDatabase(lite))
  const open = opening.move()
  return {
    ...database,
    folder: dataDir,
    dump: (now) => dumpPglite(lite, database.pool, dataDir, now),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

const UNFINISHED = 'pglite.unfinished-'

/** A first start that is killed half-way leaves no folder that looks like a database: it is made beside its place, then renamed. */
async function openFolder(dataDir: string): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite')
  const folder = join(dataDir, 'pglite')
  for (const name of await readdir(dataDir)) if (name.startsWith(UNFINISHED)) await rm(join(dataDir, name), { recursive: true })
  if (!(await stat(folder).catch(() => undefined))) {
    const making = join(dataDir, UNFINISHED + randomUUID())
    await (await PGlite.create(making)).close()
    await rename(making, folder)
  }
  return PGlite.create(folder)
}

/** A PGlite that the caller opened and closes, behind node-postgres, so that values are the same on both engines. */
export async function pgliteDatabase(lite: PGlite): Promise<Database> {
  const { createPgConfig } = await import('@electric-sql/pglite/node-postgres')
  await lite.exec('set plan_cache_mode = force_generic_plan')
  const pool = new pg.Pool({
    ...(createPgConfig(lite) as pg.PoolConfig),
    max: 1,
    idleTimeoutMillis: 0,
    pipeline: true,
  } as pg.PoolConfig)
  pool.on('error', () => {})
  return {
    engine: 'pglite',
    pool,
    ownerPool: pool,
    login: undefined,
    // One process, one connection: whoever stamps tells its listeners itself.
    listen: () => ({ async [Symbol.asyncDispose]() {} }),
    async [Symbol.asyncDispose]() {
      await pool.end()
    },
  }
}

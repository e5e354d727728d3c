import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startPostgres, type PostgresCluster } from '../../../../.tools/postgres.ts'
import { systemClock } from '../../src/clock.ts'
import type { CommunitySeed } from '../../src/communities/community-seed.ts'
import { seedCommunity } from '../../src/communities/seed.service.ts'
import { openDatabase, type Database, type DatabaseOptions } from '../../src/db/database.ts'
import { migrateToLatest, ownerDb } from '../../src/db/migrate.ts'
import { grantSession } from '../order/sessions.ts'

export type Engine = 'pglite' | 'postgres'

/** A database with one community, and a session in it; servers come and go over it. */
export interface Place extends AsyncDisposable {
  engine: Engine
  community: string
  token: string
  options: DatabaseOptions
  cluster: PostgresCluster | undefined
  /** Opens the database itself; on PGlite only while no server runs. */
  open(): Promise<Database>
}

const seed: CommunitySeed = {
  slug: 'epreuve',
  name: 'Épreuve',
  language: 'fr-CA',
  timeZone: 'America/Toronto',
  reactions: [{ key: 'thanks', label: 'Merci' }],
  organisations: [],
  sites: [],
  groups: [],
  members: [{ key: 'member', name: 'Fatou', email: 'fatou@epreuve.example', facilitates: true }],
  spaces: [
    { slug: 'accueil', name: 'Accueil', level: 'public' },
    { slug: 'entraide', name: 'Entraide', level: 'members' },
  ],
  threads: [],
}

/** PostgreSQL keeps here what it acknowledged, as in earnest. */
const durable = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on']

export async function makePlace(engine: Engine, within = tmpdir()): Promise<Place> {
  await using making = new AsyncDisposableStack()
  const folder = await mkdtemp(join(within, 'cercle-drill-'))
  making.defer(() => rm(folder, { recursive: true, force: true }))
  let cluster: PostgresCluster | undefined
  let options: DatabaseOptions = { dataDir: join(folder, 'data') }
  if (engine === 'postgres') {
    const { TEST_DATABASE_URL: _given, ...env } = process.env // one that may be ended and started again
    cluster = await startPostgres(env, durable)
    making.defer(cluster.stop)
    options = { ...options, ...(await makeAccounts(cluster.adminUrl)) }
  }
  const { token, community } = await fill(options)
  const made = making.move()
  return {
    engine,
    community,
    token,
    options,
    cluster,
    open: () => openDatabase(options),
    [Symbol.asyncDispose]: () => made.disposeAsync(),
  }
}

async function makeAccounts(adminUrl: string): Promise<Pick<DatabaseOptions, 'databaseUrl' | 'migrateUrl'>> {
  const admin = new pg.Client(adminUrl)
  await admin.connect()
  const name = `drill_${randomUUID().replaceAll('-', '')}`
  await admin.query(`create role drill_owner login password 'drill' createrole nosuperuser nobypassrls`)
  await admin.query(`create role drill_login login password 'drill' noinherit nosuperuser nobypassrls`)
  for (const role of ['app', 'anon', 'auth', 'worker'])
    await admin.query(
      `create role cercle_${role} nologin noinherit nobypassrls; grant cercle_${role} to drill_owner with admin option`,
    )
  await admin.query(`create database ${name} owner drill_owner`)
  await admin.end()
  const as = (username: string) => Object.assign(new URL(adminUrl), { username, password: 'drill', pathname: `/${name}` }).href
  return { databaseUrl: as('drill_login'), migrateUrl: as('drill_owner') }
}

async function fill(options: DatabaseOptions): Promise<{ token: string; community: string }> {
  await using database = await openDatabase(options)
  await migrateToLatest(database)
  const owner = ownerDb(database)
  await seedCommunity(owner, systemClock, seed)
  const { id, community_id } = await owner.selectFrom('member').select(['id', 'community_id']).executeTakeFirstOrThrow()
  return { token: await grantSession(owner, community_id, id), community: seed.slug }
}

export interface Running extends AsyncDisposable {
  url: string
  child: ChildProcess
  /** From the start of the process to its first answer of `/readyz`. Milliseconds. */
  ready: number
  exited: Promise<number | null>
}

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** `cercle serve` as a process of its own; resolves when it says that it is ready. */
export async function startServer(place: Place, env: Record<string, string> = {}): Promise<Running> {
  const { databaseUrl, migrateUrl, dataDir } = place.options
  const started = performance.now()
  const child = spawn(process.execPath, [main, 'serve'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      CERCLE_DEMO: '1',
      CERCLE_RATE_LIMITS: 'off',
      LOG_LEVEL: 'silent',
      SMTP_URL: 'smtp://127.0.0.1:9',
      CERCLE_DATA: dataDir,
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      ...(migrateUrl === undefined ? {} : { DATABASE_MIGRATE_URL: migrateUrl }),
      ...env,
    },
  })
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const [, found] = /Cercle ready on (\S+)/u.exec(said) ?? []
      if (found) resolve(found)
    })
    void exited.then((code) => reject(new Error(`the server ended (${code}) before it was ready: ${said}`)))
  })
  if (!(await fetch(`${url}/readyz`)).ok) throw new Error('the server says that it is ready and is not')
  return {
    url,
    child,
    ready: performance.now() - started,
    exited,
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await exited
    },
  }
}

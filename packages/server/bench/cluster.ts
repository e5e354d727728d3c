import pg from 'pg'
import { startPostgres } from '../../../.tools/postgres.ts'
import { openDatabase } from '../src/db/database.ts'
import { migrateToLatest } from '../src/db/migrate.ts'

export interface BenchDatabase {
  /** Of the login of requests. */
  url: string
  ownerUrl: string
}

export interface BenchCluster extends AsyncDisposable {
  admin: pg.Client
  /** A migrated database; or a copy of one, which nobody may be connected to. */
  create(name: string, template?: string): Promise<BenchDatabase>
}

/** A PostgreSQL that keeps what it acknowledges, as in earnest: what is measured here waits for the disk. */
export async function startCluster(): Promise<BenchCluster> {
  const cluster = await startPostgres(process.env, ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on'])
  const admin = new pg.Client(cluster.adminUrl)
  admin.on('error', () => {})
  await admin.connect()
  await admin.query(`
    create role bench_owner login password 'bench' createrole nosuperuser nobypassrls;
    create role bench_login login password 'bench' noinherit nosuperuser nobypassrls;
    create role cercle_app nologin noinherit nobypassrls;
    create role cercle_anon nologin noinherit nobypassrls;
    create role cercle_auth nologin noinherit nobypassrls;
    create role cercle_worker nologin noinherit nobypassrls;
    grant cercle_app, cercle_anon, cercle_auth, cercle_worker to bench_owner with admin option`)
  const address = (user: string, database: string) =>
    Object.assign(new URL(cluster.adminUrl), { username: user, password: 'bench', pathname: `/${database}` }).href
  return {
    admin,
    async create(name, template) {
      await admin.query(`create database ${name} owner bench_owner ${template === undefined ? '' : `template ${template}`}`)
      const made = { url: address('bench_login', name), ownerUrl: address('bench_owner', name) }
      const database = await openDatabase({ databaseUrl: made.url, migrateUrl: made.ownerUrl, dataDir: '' })
      await migrateToLatest(database)
      await database[Symbol.asyncDispose]()
      return made
    },
    async [Symbol.asyncDispose]() {
      await admin.end()
      await cluster.stop()
    },
  }
}

import { readdir } from 'node:fs/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator, type Migration, type MigrationResultSet } from 'kysely/migration'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

const folder = new URL('./migrations/', import.meta.url)

async function migrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((name) => /^\d{8}T\d{4}-[a-z0-9-]+\.(ts|js)$/.test(name)).sort()
  const modules = await Promise.all(files.map((name) => import(new URL(name, folder).href) as Promise<Migration>))
  return Object.fromEntries(files.map((name, index) => [name.replace(/\.(ts|js)$/, ''), modules[index]!]))
}

/** The tables as their owner sees them: every row, no viewer. For migrations, seeding and commands only. */
export function ownerDb(database: Database): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: database.ownerPool }) })
}

export function migrator(db: Kysely<Tables>): Migrator {
  return new Migrator({ db, provider: { getMigrations: migrations }, migrationTableSchema: 'cercle_migration' })
}

function check({ error, results }: MigrationResultSet): string[] {
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')
    throw new Error(`The migration ${failed?.migrationName ?? ''} failed: ${(error as Error).message}`, { cause: error })
  }
  return (results ?? []).map((result) => result.migrationName)
}

/** Brings the database to the newest shape, and lets the request login become the roles. Answers the names of what ran. */
export async function migrateToLatest(database: Database): Promise<string[]> {
  const db = ownerDb(database)
  const done = check(await migrator(db).migrateToLatest())
  await grantLogin(db, database.login)
  return done
}

/** Brings an empty database to the shape that one migration left, later or earlier than its own; `false`: there is no such migration here. */
export async function migrateTo(database: Database, name: string): Promise<boolean> {
  if (!Object.hasOwn(await migrations(), name)) return false
  check(await migrator(ownerDb(database)).migrateTo(name))
  return true
}

/** The request login owns nothing and inherits nothing: it may look a session up and take one of the roles. */
async function grantLogin(db: Kysely<Tables>, login: string | undefined): Promise<void> {
  if (login === undefined) return
  await sql`grant cercle_app, cercle_anon, cercle_auth, cercle_worker to ${sql.id(login)}`.execute(db)
  await sql`grant usage on schema public to ${sql.id(login)}`.execute(db)
  await sql`grant execute on function session_viewer, session_is_verified to ${sql.id(login)}`.execute(db)
}

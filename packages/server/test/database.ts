import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase, pgliteDatabase, type Database } from '../src/db/database.ts'
import { migrateToLatest } from '../src/db/migrate.ts'

export const engine = inject('engine')

/** A migrated database of this test file's own, on the engine of the run; dropped on dispose. */
export async function testDatabase(): Promise<Database> {
  return engine === 'postgres' ? testPostgres(inject('adminUrl')) : testPglite()
}

async function testPglite(): Promise<Database> {
  const lite = await PGlite.create({ loadDataDir: new Blob([await readFile(inject('pgliteDump'))]) })
  const database = await pgliteDatabase(lite)
  return {
    ...database,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await lite.close()
    },
  }
}

/** Its owner is no superuser, and the login of requests owns nothing: a superuser would not see half of the traps. */
async function testPostgres(adminUrl: string): Promise<Database> {
  const admin = new pg.Client(adminUrl)
  await admin.connect()
  const name = `cercle_${randomUUID().replaceAll('-', '')}`
  await ensureRoles(admin)
  await admin.query(`create database ${name} owner cercle_test_owner`)
  const as = (user: string) => Object.assign(new URL(adminUrl), { username: user, password: 'test', pathname: `/${name}` }).href
  const database = await openDatabase({ databaseUrl: as('cercle_test_login'), migrateUrl: as('cercle_test_owner'), dataDir: '' })
  await migrateToLatest(database)
  return {
    ...database,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}

async function ensureRoles(admin: pg.Client): Promise<void> {
  await admin.query('select pg_advisory_lock(7141)')
  await admin.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'cercle_test_owner') then
        create role cercle_test_owner login password 'test' createrole nosuperuser nobypassrls;
        create role cercle_test_login login password 'test' noinherit nosuperuser nobypassrls;
      end if;
      if not exists (select from pg_roles where rolname = 'cercle_app') then
        create role cercle_app nologin noinherit nobypassrls;
        create role cercle_anon nologin noinherit nobypassrls;
        create role cercle_auth nologin noinherit nobypassrls;
        create role cercle_worker nologin noinherit nobypassrls;
      end if;
      grant cercle_app, cercle_anon, cercle_auth, cercle_worker to cercle_test_owner with admin option;
    end $$`)
  await admin.query('select pg_advisory_unlock(7141)')
}

import { createRequire } from 'node:module'

/** The part of node-postgres that is needed here; the server has it. */
interface Postgres {
  Client: new (url: string) => { connect(): Promise<void>; query(text: string): Promise<unknown>; end(): Promise<void> }
}

/**
 * A database for a demo on the cluster at `adminUrl`, as the demo takes it from its environment. Its owner is no superuser, and the login
 * of requests owns nothing: to a superuser every row is readable.
 */
export async function emptyDatabase(adminUrl: string): Promise<Record<'DATABASE_URL' | 'DATABASE_MIGRATE_URL', string>> {
  const { Client } = createRequire(createRequire(import.meta.url).resolve('@cercle/server'))('pg') as Postgres
  const admin = new Client(adminUrl)
  await admin.connect()
  const name = `cercle_e2e_${process.pid}`
  try {
    await admin.query(`create role ${name}_owner login password 'e2e' createrole nosuperuser nobypassrls`)
    await admin.query(`create role ${name}_login login password 'e2e' noinherit nosuperuser nobypassrls`)
    // a cluster that others use has the roles of requests already
    await admin.query(`do $$ declare given text; begin
      for given in select rolname from pg_roles where rolname in ('cercle_app', 'cercle_anon', 'cercle_auth', 'cercle_worker') loop
        execute format('grant %I to ${name}_owner with admin option', given);
      end loop; end $$`)
    await admin.query(`create database ${name} owner ${name}_owner`)
  } finally {
    await admin.end()
  }
  const as = (role: string) =>
    Object.assign(new URL(adminUrl), { username: `${name}_${role}`, password: 'e2e', pathname: `/${name}` }).href
  return { DATABASE_URL: as('login'), DATABASE_MIGRATE_URL: as('owner') }
}

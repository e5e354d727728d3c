import { open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import type { Pool } from 'pg'

const KEPT = 3
/** What was erased is gone from archives after so long, also where none follow: of a server that stood still. Milliseconds. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000
const NAME = /^pglite-dump-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.tar\.gz$/u

/** Keeps the folder of a PGlite as one archive beside it, written whole or not at all, and the three newest of them, none a month old. Answers its path. */
export async function dumpPglite(lite: PGlite, pool: Pool, folder: string, now: number): Promise<string> {
  await scrub(pool)
  const archive = await lite.dumpDataDir('gzip')
  const file = join(folder, `pglite-dump-${new Date(now).toISOString().replaceAll(/[-:.]/gu, '')}.tar.gz`)
  const partial = join(folder, 'pglite-dump.partial')
  try {
    await using handle = await open(partial, 'w', 0o600)
    await handle.writeFile(Buffer.from(await archive.arrayBuffer()))
    await handle.sync()
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {})
    throw error
  }
  await rename(partial, file)
  await removeOldDumps(folder, now)
  return file
}

/**
 * An archive is a copy of files, and in files the bytes of erased rows stay until something is written over them: tables of words are written anew, and
 * the log of writes begins anew. The archive is smaller for it, and opens without a long recovery. Takes its turn among the requests.
 */
async function scrub(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set wal_recycle = off') // else the old log stays, under a new name
    await client.query('vacuum full thread, post, revision, withdrawal, help_request, help_turn')
    await client.query('select pg_switch_wal()')
    await client.query('checkpoint')
  } finally {
    client.release()
  }
}

export async function removeOldDumps(folder: string, now: number): Promise<void> {
  const all = (await readdir(folder)).filter((name) => NAME.test(name)).sort()
  const surplus = new Set(all.slice(0, -KEPT))
  for (const name of all) if (surplus.has(name) || madeAt(name) < now - KEPT_FOR) await rm(join(folder, name), { force: true })
}

const madeAt = (name: string): number => Date.parse(name.replace(NAME, '$1-$2-$3T$4:$5:$6.$7Z'))

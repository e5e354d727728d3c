import { open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'

const KEPT = 3
const NAME = /^pglite-dump-\d{8}T\d{9}Z\.tar\.gz$/u

/** Keeps the folder of a PGlite as one archive beside it, written whole or not at all, and the three newest of them. Answers its path. */
export async function dumpPglite(lite: PGlite, folder: string, now: number): Promise<string> {
  await lite.exec('checkpoint') // what is archived then opens without a long recovery
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
  const all = (await readdir(folder)).filter((name) => NAME.test(name)).sort()
  for (const old of all.slice(0, -KEPT)) await rm(join(folder, old), { force: true })
  return file
}

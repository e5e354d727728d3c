import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../../.tools/postgres.ts'
import { migratedDump } from './pglite-dump.ts'

export type TestEngine = 'pglite' | 'postgres'

declare module 'vitest' {
  interface ProvidedContext {
    engine: TestEngine
    /** Superuser's address of the run's cluster, database `postgres`; empty on PGlite. */
    adminUrl: string
    /** File with a migrated PGlite, so that a test file's own is loaded and not made; empty on PostgreSQL. */
    pgliteDump: string
  }
}

/** Starts the engine of this run once; tests read it with `inject('engine')` and `inject('adminUrl')`. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const engine = readEngine(process.env.CERCLE_TEST_ENGINE)
  project.provide('engine', engine)
  if (engine === 'pglite') {
    project.provide('adminUrl', '')
    const folder = await mkdtemp(join(tmpdir(), 'cercle-pglite-'))
    const dump = join(folder, 'migrated.tar')
    await writeFile(dump, await migratedDump())
    project.provide('pgliteDump', dump)
    return () => rm(folder, { recursive: true, force: true })
  }
  project.provide('pgliteDump', '')
  const cluster = await startPostgres()
  project.provide('adminUrl', cluster.adminUrl)
  return cluster.stop
}

function readEngine(name = 'pglite'): TestEngine {
  if (name === 'pglite' || name === 'postgres') return name
  throw new Error(`CERCLE_TEST_ENGINE is pglite or postgres, not ${name}`)
}

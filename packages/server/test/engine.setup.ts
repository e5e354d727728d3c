import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../../.tools/postgres.ts'

export type TestEngine = 'pglite' | 'postgres'

declare module 'vitest' {
  interface ProvidedContext {
    engine: TestEngine
    /** Superuser's address of the run's cluster, database `postgres`; empty on PGlite. */
    adminUrl: string
  }
}

/** Starts the engine of this run once; tests read it with `inject('engine')` and `inject('adminUrl')`. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const engine = readEngine(process.env.CERCLE_TEST_ENGINE)
  project.provide('engine', engine)
  if (engine === 'pglite') {
    project.provide('adminUrl', '')
    return undefined
  }
  const cluster = await startPostgres()
  project.provide('adminUrl', cluster.adminUrl)
  return cluster.stop
}

function readEngine(name = 'pglite'): TestEngine {
  if (name === 'pglite' || name === 'postgres') return name
  throw new Error(`CERCLE_TEST_ENGINE is pglite or postgres, not ${name}`)
}

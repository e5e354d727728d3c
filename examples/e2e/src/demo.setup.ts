import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type * as DemoModule from '@cercle/example-demo'
import { startPostgres } from '../../../.tools/postgres.ts'
import { buildWidgets } from '../../../.tools/widgets-build.ts'
import { emptyDatabase } from './empty-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** `http://localhost:…` */
    cercle: string
    /** Origins of the partners' sites, by community. */
    sites: { a: string; b: string; c: string }
  }
}

// read by Node itself: the setup of a run is transformed, and what the server asks of `import.meta` is missing there
const fromHere = createRequire(import.meta.url)
const { startDemo } = fromHere('@cercle/example-demo') as typeof DemoModule

/** One demo for the whole run, on free ports, with fresh data: in a temporary folder, or on a throw-away cluster. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = await buildWidgets()
  if (!built.ok) throw new Error(`The widgets do not build, see ${built.log}`)
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'cercle-e2e-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
  const env: Record<string, string> = {
    PORT: '0',
    CERCLE_DATA: folder,
    LOG_LEVEL: 'error',
    // one person enters more often in a minute here than in a month elsewhere
    CERCLE_RATE_LIMITS: 'off',
  }
  if (readEngine(process.env.CERCLE_TEST_ENGINE) === 'postgres') {
    const cluster = await startPostgres()
    opened.defer(() => cluster.stop())
    Object.assign(env, await emptyDatabase(cluster.adminUrl))
  }
  // the machine is shared with what is under test: the server is not overloaded for being slow, and nobody waits a second for each code
  const demo = opened.use(await startDemo(env, { patience: 30_000, mailEvery: 100 }))
  const [a = '', b = '', c = ''] = demo.sites
  project.provide('cercle', demo.url)
  project.provide('sites', { a, b, c })
  const running = opened.move()
  return () => running.disposeAsync()
}

function readEngine(name = 'pglite'): 'pglite' | 'postgres' {
  if (name === 'pglite' || name === 'postgres') return name
  throw new Error(`CERCLE_TEST_ENGINE is pglite or postgres, not ${name}`)
}

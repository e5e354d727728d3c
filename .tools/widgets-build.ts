import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, type Outcome } from './running.ts'

const sources = [
  'packages/widgets/src/**/*',
  'packages/widgets/*.{ts,mjs,json}',
  'packages/sdk/src/**/*',
  'packages/server/src/**/*.schema.ts',
  'pnpm-lock.yaml',
]
const loader = 'packages/widgets/dist/cercle.js'

/** Builds what pages load, if it is missing or older than a source of it. */
export async function buildWidgets({ always = false } = {}): Promise<Outcome> {
  if (!always && isFresh()) return { ok: true, output: '', log: '' }
  // said here: a test runner that builds has another NODE_ENV, and the files would be those of development
  return run('build-widgets', ['vite', 'build'], { cwd: 'packages/widgets', env: { NODE_ENV: 'production' } })
}

function isFresh(): boolean {
  if (!existsSync(join(root, loader))) return false
  const built = statSync(join(root, loader)).mtimeMs
  return globSync(sources, { cwd: root }).every((file) => statSync(join(root, file)).mtimeMs <= built)
}

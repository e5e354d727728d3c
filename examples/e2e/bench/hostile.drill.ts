import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/*
 * The hostile texts in their long form: each vector alone in its title, message, first name and organisation, on each host, where the test that runs
 * every time puts several into one. Choose by name: `npm run drill -- hostile`.
 */
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
const child = spawn(
  process.execPath,
  [vitest, 'run', 'src/hostile.test.ts', '--reporter=verbose', '--testTimeout=600000', '--hookTimeout=600000'],
  {
    stdio: 'inherit',
    env: { ...process.env, CERCLE_HOSTILE: 'full' },
  },
)
child.once('exit', (code) => (process.exitCode = code ?? 1))

import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')

/** Runs a test at length, on one engine after the other, in the place of a drill: what it prints is the result. */
export async function runLongForm(options: string[], env: Record<string, string> = {}): Promise<void> {
  for (const engine of ['postgres', 'pglite']) {
    const from = performance.now()
    const child = spawn(process.execPath, [vitest, 'run', ...options], {
      stdio: 'inherit',
      env: { ...process.env, ...env, CERCLE_TEST_ENGINE: engine },
    })
    const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
    console.log(`${engine}: ${((performance.now() - from) / 1000).toFixed(0)} s`)
    if (code !== 0) process.exitCode = 1
  }
}

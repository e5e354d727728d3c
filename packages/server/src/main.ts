#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import process from 'node:process'

// what Node makes of the sources is kept for the next start, which is then a third shorter and takes less memory
enableCompileCache()
const { runCli } = await import('./cli.ts')

process.exitCode = await runCli(process.argv, process.env, {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  // Resolves at Ctrl-C or when the system asks to stop.
  untilStopped: () =>
    new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
    }),
})

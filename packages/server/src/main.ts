#!/usr/bin/env node
import process from 'node:process'
import { runCli } from './cli.ts'

process.exitCode = await runCli(process.argv, process.env, {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  // Resolves at Ctrl-C or when the system asks to stop.
  untilStopped: () =>
    new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
    }),
})

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './running.ts'

/** `npm run stories`: the storybook, for writing; further arguments are its own (`-- --port 6007`). */
const widgets = join(root, 'packages/widgets')
const child = spawn(
  join(widgets, 'node_modules/.bin/storybook'),
  ['dev', '--disable-telemetry', '--no-open', ...process.argv.slice(2)],
  { cwd: widgets, stdio: 'inherit' },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
child.once('exit', (code) => process.exit(code ?? 130))

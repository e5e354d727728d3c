import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { root } from './running.ts'
import { buildWidgets } from './widgets-build.ts'

/** `npm start`: the demo, or with CERCLE_DEMO=0 the server alone; in this very process, so that signals reach it. */
const built = await buildWidgets()
if (!built.ok) {
  console.error(`The widgets do not build:\n${built.output}`)
  process.exit(1)
}

process.env.CERCLE_DEMO ??= '1'
if (process.env.CERCLE_DEMO === '0') process.argv.splice(2, Infinity, 'serve', ...process.argv.slice(2))
const entry = join(root, process.env.CERCLE_DEMO === '0' ? 'packages/server/src/main.ts' : 'examples/demo/src/main.ts')
if (!existsSync(entry)) {
  console.error(`Nothing to start: ${entry} is missing`)
  process.exit(1)
}
enableCompileCache()
await import(entry)

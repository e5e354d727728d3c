import { buildDocs, buildStories } from './pages-build.ts'
import { chosen, run, tail } from './running.ts'
import { buildSdkTypes } from './sdk-types.ts'
import { buildWidgets } from './widgets-build.ts'

/** `npm run build`: what is published and what is read. `npm run build -- docs` builds one. */
const builds = [
  // vite empties dist before it writes, so the declarations come after
  { name: 'widgets', run: () => buildWidgets({ always: true }) },
  { name: 'packages', run: () => run('build-packages', ['tsc', '-b', 'packages/server', 'packages/sdk', 'packages/widgets']) },
  { name: 'sdk-types', run: buildSdkTypes },
  { name: 'docs', run: buildDocs },
  {
    name: 'stories',
    run: buildStories,
  },
]

for (const build of chosen(builds, process.argv.slice(2))) {
  const start = performance.now()
  const { ok, output } = await build.run()
  console.log(`${ok ? '✓' : '✗'} ${build.name.padEnd(9)} ${((performance.now() - start) / 1000).toFixed(1)} s`)
  if (!ok) {
    console.log(tail(output))
    process.exitCode = 1
  }
}

import { writeFileSync } from 'node:fs'
import { defaultReporter } from '@web/test-runner'
import { chromeLauncher } from '@web/test-runner-chrome'
import { esbuildPlugin } from '@web/dev-server-esbuild'
import { runnerPlugin } from './test/runner-plugin.mjs'
import { testFrames } from './src/frame/test-frames.mjs'
import { findBrowser } from '../../.tools/browser.ts'

const browser = await findBrowser()
const root = new URL('../../', import.meta.url)

/** Counts every test, and every file that could not run as one failure; `npm test` reads them from the file it names. */
const countReporter = (path) => ({
  onTestRunFinished({ sessions }) {
    const count = { passed: 0, failed: 0, skipped: 0 }
    const add = ({ suites, tests }) => {
      for (const { skipped, passed } of tests) count[skipped ? 'skipped' : passed ? 'passed' : 'failed'] += 1
      suites.forEach(add)
    }
    for (const { testResults, errors } of sessions) {
      if (testResults) add(testResults)
      count.failed += errors.length
    }
    console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
    if (path) writeFileSync(path, JSON.stringify(count))
  },
})

const compiler = esbuildPlugin({ ts: true, json: true, target: 'es2022' })
// as tsconfig.bundle.json says for the published files; the plugin reads one file and no `extends`
compiler.tsconfigRaw = { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: true } }

/** Two pages at once: what one keeps is not the other's, and both are as in front (one behind draws no frames and has its timers once a second). */
async function pageOfItsOwn({ context }) {
  const own = await context.browser().createBrowserContext()
  const page = await own.newPage()
  const session = await page.createCDPSession()
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true })
  return page
}

export default {
  rootDir: root.pathname,
  files: 'src/**/*.test.ts',
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: browser.path, args: browser.args },
      createPage: pageOfItsOwn,
      concurrency: 2,
    }),
  ],
  nodeResolve: { exportConditions: ['development', 'browser', 'import', 'default'] },
  plugins: [testFrames(), runnerPlugin(), compiler],
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
  testsFinishTimeout: 480_000,
  // Lit announces its development build in every file; that build is wanted here, for its own checks
  filterBrowserLogs: ({ args: [first] }) => !String(first).startsWith('Lit is in dev mode'),
  reporters: [
    defaultReporter({ reportTestProgress: process.stdout.isTTY === true }),
    countReporter(process.env.CERCLE_TEST_COUNTS),
  ],
}

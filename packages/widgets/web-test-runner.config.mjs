import { writeFileSync } from 'node:fs'
import { defaultReporter } from '@web/test-runner'
import { chromeLauncher } from '@web/test-runner-chrome'
import { esbuildPlugin } from '@web/dev-server-esbuild'
import { findBrowser } from '../../.tools/browser.ts'

const browser = await findBrowser()
const root = new URL('../../', import.meta.url)

/** Counts for `npm test`: every test, and every file that could not run as one failure. */
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
    writeFileSync(path, JSON.stringify(count))
  },
})

export default {
  rootDir: root.pathname,
  files: 'src/**/*.test.ts',
  browsers: [chromeLauncher({ launchOptions: { executablePath: browser.path, args: browser.args }, concurrency: 2 })],
  nodeResolve: { exportConditions: ['development', 'browser', 'import', 'default'] },
  plugins: [
    esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: new URL('tsconfig.json', import.meta.url).pathname }),
  ],
  testFramework: { config: { ui: 'bdd', timeout: 5000 } },
  testsFinishTimeout: 60_000,
  // Lit announces its development build in every file; that build is wanted here, for its own checks
  filterBrowserLogs: ({ args: [first] }) => !String(first).startsWith('Lit is in dev mode'),
  reporters: [
    defaultReporter({ reportTestProgress: process.stdout.isTTY === true }),
    ...(process.env.CERCLE_TEST_COUNTS ? [countReporter(process.env.CERCLE_TEST_COUNTS)] : []),
  ],
}

import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checks, runChecks } from './check.ts'
import { buildDocs, buildStories } from './pages-build.ts'
import { cache, chosen, root, run, tail, type Outcome } from './running.ts'
import { buildWidgets } from './widgets-build.ts'

interface Count {
  passed: number
  failed: number
  skipped?: number
}

interface Step {
  name: string
  what: string
  /** Steps that stand together and have different lanes run side by side: each leaves a core to the other. */
  lane?: 'a' | 'b'
  run(step: Step): Promise<Count>
}

const steps: Step[] = [
  { name: 'build', what: 'what pages load', run: (step) => one(step, buildWidgets({ always: true })) },
  {
    name: 'check',
    lane: 'a',
    what: 'format, lint, types, rooms, sizes, packages',
    run: () => runChecks(checks, { write: false }),
  },
  { name: 'sdk', lane: 'a', what: 'the SDK', run: (step) => vitest(step, 'packages/sdk') },
  { name: 'tools', lane: 'b', what: 'each rule of lint and imports rejects a breach', run: nodeTests },
  {
    name: 'docs',
    lane: 'b',
    what: 'the documentation builds',
    run: (step) => one(step, buildDocs()),
  },
  {
    name: 'stories',
    lane: 'b',
    what: 'the storybook builds',
    run: (step) => one(step, buildStories()),
  },
  { name: 'widgets', lane: 'b', what: 'elements in Chromium', run: elementTests },
  { name: 'demo', lane: 'b', what: 'the demo', run: (step) => vitest(step, 'examples/demo') },
  {
    name: 'server-pglite',
    what: 'the server on the embedded database',
    run: (step) => vitest(step, 'packages/server', { env: { CERCLE_TEST_ENGINE: 'pglite' } }),
  },
  {
    name: 'server-postgres',
    what: 'the server on PostgreSQL',
    run: (step) => vitest(step, 'packages/server', { env: { CERCLE_TEST_ENGINE: 'postgres' } }),
  },
  journeys(1, 'a'),
  journeys(2, 'a'),
  {
    name: 'e2e-postgres',
    lane: 'b',
    what: 'the journeys in which the database decides, on PostgreSQL, and hostile pages',
    run: (step) => vitest(step, 'examples/e2e', { env: { CERCLE_TEST_ENGINE: 'postgres' } }),
  },
  journeys(3, 'b'),
  {
    name: 'engines',
    lane: 'b',
    what: 'the main journeys in Chromium, and in Firefox and WebKit where they are',
    run: engineTests,
  },
]

/** A third of the journeys, with a demo of its own: they stand beside what else there is to do. */
function journeys(part: 1 | 2 | 3, lane: 'a' | 'b'): Step {
  return {
    name: `e2e-pglite-${part}`,
    lane,
    what: 'from the partner’s page to the database, in Chromium',
    run: (step) => vitest(step, 'examples/e2e', { env: { CERCLE_TEST_ENGINE: 'pglite' }, args: [`--shard=${part}/3`] }),
  }
}

/** A step that is one thing: done or not. */
async function one(step: Step, work: Promise<Outcome>): Promise<Count> {
  const outcome = await work
  if (!outcome.ok) explain(step, outcome)
  return outcome.ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function vitest(
  step: Step,
  folder: string,
  { env = {}, args = [] }: { env?: Record<string, string>; args?: string[] } = {},
): Promise<Count> {
  const report = fresh(`${step.name}.json`)
  const outcome = await run(
    step.name,
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    { cwd: folder, env },
  )
  return settle(step, outcome, () => {
    const { testResults } = read(report) as { testResults: { status: string; assertionResults: { status: string }[] }[] }
    const all = testResults.flatMap(({ assertionResults }) => assertionResults)
    const number = (...states: string[]) => all.filter(({ status }) => states.includes(status)).length
    // a file that could not be read or set up holds no tests: it is one failure
    const brokenFiles = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
    ).length
    return {
      passed: number('passed'),
      failed: number('failed') + brokenFiles,
      skipped: number('pending', 'skipped', 'todo', 'disabled'),
    }
  })
}

async function elementTests(step: Step): Promise<Count> {
  const report = fresh(`${step.name}.json`)
  const outcome = await run(step.name, ['web-test-runner'], { cwd: 'packages/widgets', env: { CERCLE_TEST_COUNTS: report } })
  return settle(step, outcome, () => read(report) as Count)
}

async function engineTests(step: Step): Promise<Count> {
  const outcome = await run(step.name, ['node', 'examples/e2e/engines/run.ts'], { env: { ENGINES: 'present' } })
  const absent = outcome.output.match(/^.+ is not on this machine: .+$/gmu) ?? []
  if (absent.length > 0) console.log(absent.join(' · '))
  return settle(step, outcome, () => {
    const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/u.exec(outcome.output) ?? []
    return { passed: Number(passed), failed: Number(failed) }
  })
}

async function nodeTests(step: Step): Promise<Count> {
  const files = globSync('.tools/*.test.ts', { cwd: root })
  const outcome = await run(step.name, ['node', '--test', '--test-reporter=tap', ...files])
  return settle(step, outcome, () => {
    const number = (word: string) => Number(new RegExp(`^# ${word} (\\d+)$`, 'mu').exec(outcome.output)?.[1])
    return { passed: number('pass'), failed: number('fail') + number('cancelled'), skipped: number('skipped') + number('todo') }
  })
}

/** A runner that crashes, says nothing readable, or has nothing to run has failed. */
function settle(step: Step, outcome: Outcome, count: () => Count): Count {
  let result: Count
  try {
    result = count()
  } catch {
    result = { passed: 0, failed: 0 }
  }
  const isSound = Number.isInteger(result.passed) && Number.isInteger(result.failed) && result.passed + result.failed > 0
  if (!isSound || (!outcome.ok && result.failed === 0)) result = { passed: isSound ? result.passed : 0, failed: 1 }
  if (result.failed > 0) explain(step, outcome)
  return result
}

function explain(step: Step, { output, log }: Outcome): void {
  console.log(`\n──── ${step.name}: the end of ${log}\n${tail(output, 80)}\n────\n`)
}

function fresh(name: string): string {
  const file = join(cache, 'reports', name)
  mkdirSync(join(cache, 'reports'), { recursive: true })
  rmSync(file, { force: true })
  return file
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

const total = { passed: 0, failed: 0 }

async function take(step: Step): Promise<void> {
  const start = performance.now()
  const {
    passed,
    failed,
    skipped = 0,
  } = await step.run(step).catch((error: unknown): Count => {
    console.log(error instanceof Error ? error.message : String(error))
    return { passed: 0, failed: 1 }
  })
  total.passed += passed
  total.failed += failed
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6)
  console.log(
    `${failed ? '✗' : '✓'} ${step.name.padEnd(16)} ${seconds} s  ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}  ${step.what}`,
  )
}

async function inTurn(line: Step[]): Promise<void> {
  for (const step of line) await take(step)
}

/** In order; neighbours that have lanes are one group, whose lanes run side by side. */
async function takeAll(line: Step[]): Promise<void> {
  for (let at = 0; at < line.length;) {
    const end = line.findIndex(({ lane }, index) => index >= at && !lane)
    const group = line.slice(at, end === -1 ? line.length : Math.max(end, at + 1))
    at += group.length
    await Promise.all([inTurn(group.filter(({ lane }) => lane !== 'b')), inTurn(group.filter(({ lane }) => lane === 'b'))])
  }
}

await takeAll(chosen(steps, process.argv.slice(2)))
process.exitCode = total.failed > 0 ? 1 : 0
console.log(`${total.passed} passed, ${total.failed} failed`)

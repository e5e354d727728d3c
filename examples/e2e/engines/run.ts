import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDemo } from '@cercle/example-demo'
import { startPostgres } from '../../../.tools/postgres.ts'
import { buildWidgets } from '../../../.tools/widgets-build.ts'
import { emptyDatabase } from '../src/empty-database.ts'
import type { Engine, Tab } from './engine.ts'
import { engineOf, names, presentEngines, type EngineName } from './installed.ts'
import { journeys, type Journey, type World } from './journeys.ts'

/*
 * `npm run test:engines`: the main journeys in Chromium, Firefox and WebKit, across two real sites. They run side by side, each in a
 * community of its own, so that no engine hears what is written in another. `ENGINES=firefox,webkit` takes some of them; an engine that
 * was asked for and cannot be had is a failure, in words. `ENGINES=present` takes those that are here, and Chromium always.
 */

type Tell = (line: string) => void

interface Count {
  passed: number
  failed: number
}

async function wanted(): Promise<readonly EngineName[]> {
  const { ENGINES = '' } = process.env
  if (ENGINES === 'present') return presentEngines()
  const asked = ENGINES.split(/[\s,]+/u).filter(Boolean)
  const unknown = asked.filter((name) => !names.some((known) => known === name))
  if (unknown.length > 0) throw new Error(`ENGINES names ${unknown.join(', ')}; known: ${names.join(', ')}`)
  return asked.length === 0 ? names : names.filter((name) => asked.includes(name))
}

/** Runs them in order on one tab. Without a member in the frame nothing else can be tried: the rest is then told as not reached. */
async function runAll(tab: Tab, all: readonly Journey[], tell: Tell): Promise<Count> {
  const count = { passed: 0, failed: 0 }
  for (const [at, [name, go]] of all.entries()) {
    const start = performance.now()
    try {
      await go(tab)
      count.passed++
      tell(`ok    ${name} (${seconds(start)} s)`)
    } catch (error) {
      count.failed++
      tell(`FAIL  ${name} (${seconds(start)} s): ${(error as Error).message}`)
      if (at > 1) continue
      for (const [missed] of all.slice(at + 1)) tell(`FAIL  ${missed}: not reached`)
      count.failed += all.length - at - 1
      break
    }
  }
  return count
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1)

/** One world for each community of the demo. */
async function openWorlds(opened: AsyncDisposableStack): Promise<World[]> {
  const built = await buildWidgets()
  if (!built.ok) throw new Error(`The widgets do not build, see ${built.log}`)
  const folder = await mkdtemp(join(tmpdir(), 'cercle-engines-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
  // filled in a third of the time that the embedded database takes
  const cluster = await startPostgres()
  opened.defer(() => cluster.stop())
  const env = { PORT: '0', CERCLE_DATA: folder, LOG_LEVEL: 'error', CERCLE_RATE_LIMITS: 'off' }
  const demo = opened.use(
    await startDemo({ ...env, ...(await emptyDatabase(cluster.adminUrl)) }, { patience: 30_000, mailEvery: 100 }),
  )
  const { people, sites } = demo.guide
  return sites.map(({ origin, community }) => {
    const email = (role: string): string => people.find(({ key }) => key === `${community}-${role}`)!.email!
    return { cercle: demo.url, url: `${origin}/`, writer: email('member'), reader: email('restricted') }
  })
}

/** The browser opens while the demo fills its database. */
async function runIn(name: EngineName, engine: Engine, world: Promise<World>): Promise<Count> {
  const tell: Tell = (line) => console.log(`${name.padEnd(9)} ${line}`)
  try {
    const start = performance.now()
    await using tab = await engine.open()
    tell(`${tab.version}, open (${seconds(start)} s)`)
    return await runAll(tab, journeys(await world), tell)
  } catch (error) {
    tell(`FAIL  ${(error as Error).message}`)
    return { passed: 0, failed: 1 }
  }
}

const start = performance.now()
const total: Count = { passed: 0, failed: 0 }
const add = ({ passed, failed }: Count): void => {
  total.passed += passed
  total.failed += failed
}
try {
  await using opened = new AsyncDisposableStack()
  const engines: [EngineName, Engine][] = []
  for (const name of await wanted()) {
    try {
      engines.push([name, await engineOf(name)])
    } catch (error) {
      console.log(`${name.padEnd(9)} FAIL  ${(error as Error).message}`)
      total.failed++
    }
  }
  const worlds = openWorlds(opened)
  const running = engines.map(([name, engine], at) =>
    runIn(
      name,
      engine,
      worlds.then((all) => all[at]!),
    ),
  )
  for (const count of await Promise.all(running)) add(count)
} catch (error) {
  console.log(`FAIL  ${(error as Error).message}`)
  total.failed++
}
console.log(`\n${seconds(start)} s\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

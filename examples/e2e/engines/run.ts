import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDemo } from '@cercle/example-demo'
import { buildWidgets } from '../../../.tools/widgets-build.ts'
import type { Engine } from './engine.ts'
import { engineOf, names, presentEngines, type EngineName } from './installed.ts'
import { journeys, type Journey, type World } from './journeys.ts'

/*
 * `npm run test:engines`: the main journeys in Chromium, Firefox and WebKit, across two real sites. `ENGINES=firefox,webkit` takes some of
 * them; an engine that was asked for and cannot be had is a failure, in words. `ENGINES=present` takes those that are here.
 */

interface Guide {
  people: { key: string; email: string }[]
}

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
async function runAll(all: readonly Journey[], engine: Engine): Promise<Count> {
  const count = { passed: 0, failed: 0 }
  await using tab = await engine.open()
  console.log(`\n${engine.name} ${tab.version}`)
  for (const [at, [name, go]] of all.entries()) {
    const start = performance.now()
    try {
      await go(tab)
      count.passed++
      console.log(`  ok    ${name} (${seconds(start)} s)`)
    } catch (error) {
      count.failed++
      console.log(`  FAIL  ${name} (${seconds(start)} s): ${(error as Error).message}`)
      if (at > 1) continue
      for (const [missed] of all.slice(at + 1)) console.log(`  FAIL  ${missed}: not reached`)
      count.failed += all.length - at - 1
      break
    }
  }
  return count
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1)

async function openWorld(opened: AsyncDisposableStack): Promise<World> {
  const built = await buildWidgets()
  if (!built.ok) throw new Error(`The widgets do not build, see ${built.log}`)
  const folder = await mkdtemp(join(tmpdir(), 'cercle-engines-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
  const demo = opened.use(await startDemo({ PORT: '0', CERCLE_DATA: folder, LOG_LEVEL: 'error', CERCLE_RATE_LIMITS: 'off' }))
  const guide = (await (await fetch(`${demo.url}/dev/demo.json`)).json()) as Guide
  const email = (key: string): string => guide.people.find((one) => one.key === key)!.email
  return { cercle: demo.url, url: `${demo.sites[0]}/`, writer: email('a-member'), reader: email('a-restricted') }
}

const total: Count = { passed: 0, failed: 0 }
try {
  await using opened = new AsyncDisposableStack()
  const chosen = await wanted()
  const world = await openWorld(opened)
  for (const name of chosen) {
    const count = await engineOf(name)
      .then((engine) =>
        runAll(
          journeys(world, () => engine.open()),
          engine,
        ),
      )
      .catch((error: Error): Count => {
        console.log(`\nFAIL  ${name}: ${error.message}`)
        return { passed: 0, failed: 1 }
      })
    total.passed += count.passed
    total.failed += count.failed
  }
} catch (error) {
  console.log(`FAIL  ${(error as Error).message}`)
  total.failed++
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDemo } from '@cercle/example-demo'
import { findBrowser } from '../../../.tools/browser.ts'
import { buildWidgets } from '../../../.tools/widgets-build.ts'
import type { Engine } from './engine.ts'
import { journeys, type World } from './journeys.ts'
import { puppeteerEngine } from './puppeteer-engine.ts'
import { webKitEngine } from './webkit-engine.ts'

/** `npm run test:engines`: the main journeys in every engine that is installed, across two real sites. Says what it skipped. */
const only = process.argv.slice(2)
const firefox = '/usr/bin/firefox-esr'
const webKitDriver = '/usr/bin/WebKitWebDriver'
const miniBrowser = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
].find((path) => existsSync(path))

async function engines(): Promise<Engine[]> {
  const found: Engine[] = []
  const { path, args } = await findBrowser()
  if (wants('chromium')) found.push(await puppeteerEngine('chrome', path, [...args, '--disable-features=Translate']))
  if (wants('firefox')) {
    if (existsSync(firefox)) found.push(await puppeteerEngine('firefox', firefox, []))
    else console.log('skipped: Firefox is not installed (apt-get install firefox-esr)')
  }
  if (wants('webkit')) {
    if (existsSync(webKitDriver) && miniBrowser) found.push(webKitEngine(webKitDriver, miniBrowser))
    else console.log('skipped: WebKitGTK is not installed (apt-get install webkit2gtk-driver xvfb)')
  }
  return found
}
const wants = (name: string): boolean => only.length === 0 || only.includes(name)

interface Guide {
  people: { key: string; email: string }[]
}

await using opened = new AsyncDisposableStack()
const built = await buildWidgets()
if (!built.ok) throw new Error('The widgets do not build.')
const folder = await mkdtemp(join(tmpdir(), 'cercle-engines-'))
opened.defer(() => rm(folder, { recursive: true, force: true }))
const demo = opened.use(await startDemo({ PORT: '0', CERCLE_DATA: folder, LOG_LEVEL: 'error', CERCLE_RATE_LIMITS: 'off' }))
const guide = (await (await fetch(`${demo.url}/dev/demo.json`)).json()) as Guide
const email = (key: string): string => guide.people.find((one) => one.key === key)!.email
const world: World = { cercle: demo.url, url: `${demo.sites[0]}/`, writer: email('a-member'), reader: email('a-restricted') }

let passed = 0
let failed = 0
for (const engine of await engines()) {
  console.log(`\n${engine.name} ${engine.version}`)
  await using tab = await engine.open()
  for (const [name, journey] of journeys(world, () => engine.open())) {
    const start = performance.now()
    try {
      await journey(tab)
      passed++
      console.log(`  ok    ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
    } catch (error) {
      failed++
      console.log(`  FAIL  ${name}: ${(error as Error).message}`)
    }
  }
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

import { spawnSync } from 'node:child_process'
import { accessSync, constants, globSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findBrowser } from '../../../.tools/browser.ts'
import type { Engine } from './engine.ts'
import { puppeteerEngine } from './puppeteer-engine.ts'
import { webKitEngine } from './webkit-engine.ts'

export const names = ['chromium', 'firefox', 'webkit'] as const
export type EngineName = (typeof names)[number]

/** What Debian calls them. */
const packages = { chromium: ['chromium'], firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb'] }

const finders: Record<EngineName, () => Promise<Engine | undefined>> = {
  async chromium() {
    const { path, args } = await findBrowser()
    // blocked for everybody one day, and in some builds already: never dependent on the build
    return puppeteerEngine('chrome', path, [...args, '--disable-features=Translate', '--test-third-party-cookie-phaseout'])
  },
  async firefox() {
    const path = program('firefox-esr') ?? program('firefox')
    return path ? puppeteerEngine('firefox', path, []) : undefined
  },
  async webkit() {
    const driver = program('WebKitWebDriver')
    const [browser] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')
    const screen = program('xvfb-run')
    return driver && browser && screen ? webKitEngine({ driver, browser, screen }) : undefined
  },
}

/** Chromium, and of the others those that this machine has, as it is; what it has not is named. */
export async function presentEngines(): Promise<EngineName[]> {
  const present: EngineName[] = ['chromium']
  for (const name of names.slice(1)) {
    if (await finders[name]()) present.push(name)
    else console.log(`${name} is not on this machine: apt-get install ${packages[name].join(' ')}`)
  }
  return present
}

/** The engine on this machine; installed first where that is possible. Throws one line that says what to install. */
export async function engineOf(name: EngineName): Promise<Engine> {
  const engine = (await finders[name]()) ?? (install(packages[name]) ? await finders[name]() : undefined)
  if (!engine) throw new Error(`not on this machine; apt-get install ${packages[name].join(' ')}`)
  return engine
}

/** Only as root on Debian and what descends from it; elsewhere nothing is touched. */
function install(wanted: string[]): boolean {
  const apt = program('apt-get')
  if (process.getuid?.() !== 0 || !apt) return false
  console.log(`installing ${wanted.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...args: string[]) =>
    spawnSync(apt, ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  const add = () => run('install', '-y', '--no-install-recommends', ...wanted)
  return add() || (run('update') && add())
}

function program(name: string): string | undefined {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))
  return places.find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

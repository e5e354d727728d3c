/*
 * Pictures of Cercle's own pages, for people to look at: `node examples/e2e/shots-desk.ts <folder>` (Node 24). Each room of a facilitator's desk, the
 * pages without script and every mail, at 390 and 1280 px, light and dark.
 */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startDemo } from '@cercle/example-demo'
import type { Browser, Page } from 'playwright-core'
import { buildWidgets } from '../../.tools/widgets-build.ts'
import { openBrowser } from './src/browser.ts'
import { mailedCodes, nextCode } from './src/mailed-codes.ts'

const [folder] = process.argv.slice(2)
if (!folder) {
  console.error('Name a folder: node examples/e2e/shots-desk.ts <folder>')
  process.exit(1)
}
await mkdir(folder, { recursive: true })

const looks = [390, 1280].flatMap((width) => (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })))
type Look = (typeof looks)[number]

async function open(browser: Browser, { width, colorScheme }: Look): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-CA', timezoneId: 'America/Toronto', colorScheme })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.setViewportSize({ width, height: 900 })
  return page
}

const shoot = (page: Page, name: string, { width, colorScheme }: Look) =>
  page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true })

async function walkDesk(page: Page, look: Look, { url, email }: { url: string; email: string }): Promise<void> {
  await page.goto(`${url}/c/a/desk`)
  await page.locator('[name="email"]').waitFor()
  await shoot(page, 'desk-sign-in', look)
  const known = (await mailedCodes(url, email)).length
  await page.locator('[name="email"]').fill(email)
  await page.keyboard.press('Enter')
  await page.locator('[name="code"]').fill(await nextCode(url, email, known))
  await page.keyboard.press('Enter')
  await page.locator('cercle-desk[data-state="ready"]').waitFor()
  const rooms = await page
    .locator('cercle-desk a[href^="#"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!.slice(1)))
  for (const room of new Set(rooms)) {
    await page.goto(`${url}/c/a/desk#${room}`)
    await page.reload({ waitUntil: 'networkidle' })
    await shoot(page, `desk-${room}`, look)
  }
}

async function walkMails(page: Page, look: Look): Promise<void> {
  const file = join(import.meta.dirname, '../../packages/server/test/letters.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [file], { maxBuffer: 1e7 })
  for (const { name, html } of JSON.parse(stdout) as { name: string; html: string }[]) {
    await page.setContent(html)
    await shoot(page, `mail-${name}`, look)
  }
}

const built = await buildWidgets()
if (!built.ok) throw new Error(`The widgets do not build, see ${built.log}`)
const data = await mkdtemp(join(tmpdir(), 'cercle-shots-'))
try {
  await using demo = await startDemo({ PORT: '0', CERCLE_DATA: data, CERCLE_RATE_LIMITS: 'off', LOG_LEVEL: 'error' })
  const browser = await openBrowser()
  const { email } = demo.guide.people.find(({ key }) => key === 'a-facilitator')!
  for (const look of looks) {
    const page = await open(browser, look)
    await walkDesk(page, look, { url: demo.url, email: email! })
    for (const [name, path] of Object.entries({ feed: '', join: '/join' })) {
      await page.goto(`${demo.url}/c/a${path}`)
      await shoot(page, `page-${name}`, look)
    }
    await page.goto('about:blank')
    await walkMails(page, look)
    await page.context().close()
    console.log(`${look.width} ${look.colorScheme}`)
  }
  await browser.close()
} finally {
  await rm(data, { recursive: true, force: true })
}

/*
 * Pictures of the partners' pages, for people to look at: `node examples/e2e/shots.ts <folder>` (Node 24). Each partner, at 390 and
 * 1280 px: as a stranger, the form, then as a member of the restricted group, with a discussion open, with the composer open.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDemo } from '@cercle/example-demo'
import { buildWidgets } from '../../.tools/widgets-build.ts'
import { openBrowser } from './src/browser.ts'
import { visit, type PartnerPage } from './src/partner-page.ts'

const widths = [390, 1280]
const [folder] = process.argv.slice(2)
if (!folder) {
  console.error('Name a folder: node examples/e2e/shots.ts <folder>')
  process.exit(1)
}
await mkdir(folder, { recursive: true })

/** A frame is drawn only where it lies in the window: the window becomes as tall as the page, until the page grows no more. */
async function shoot({ page }: PartnerPage, name: string): Promise<void> {
  const width = page.viewportSize()!.width
  const heightOf = () => page.evaluate(() => document.documentElement.scrollHeight)
  for (let height = 0; height !== (await heightOf());) {
    height = await heightOf()
    await page.setViewportSize({ width, height })
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  }
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(folder!, `${name}-${width}.png`) })
  await page.setViewportSize({ width, height: 900 })
}

async function walk(partner: PartnerPage, community: string, email: string): Promise<void> {
  const { inFeed } = partner
  await partner.whenReady()
  await shoot(partner, `${community}-out`)
  await partner.openForm()
  await shoot(partner, `${community}-sign-in`)
  await partner.page.reload()
  await partner.whenReady()
  await partner.signIn(email)
  await shoot(partner, `${community}-in`)
  const row = inFeed
    .locator('article.row')
    .filter({ hasText: /[2-9] réponses/u })
    .first()
  const thread = await partner.open(await row.getByRole('heading').innerText())
  await thread.locator('cercle-reply').waitFor()
  await shoot(partner, `${community}-thread`)
  await thread.getByRole('button', { name: 'Refermer' }).click()
  await inFeed.getByRole('button', { name: 'Une expérience' }).click()
  await inFeed.locator('cercle-composer textarea').waitFor()
  await shoot(partner, `${community}-composer`)
}

const built = await buildWidgets()
if (!built.ok) throw new Error(`The widgets do not build, see ${built.log}`)
const data = await mkdtemp(join(tmpdir(), 'cercle-shots-'))
try {
  await using demo = await startDemo({ PORT: '0', CERCLE_DATA: data, CERCLE_RATE_LIMITS: 'off', LOG_LEVEL: 'error' })
  const browser = await openBrowser()
  for (const [index, { slug }] of demo.guide.communities.entries()) {
    const { email } = demo.guide.people.find(({ key }) => key === `${slug}-restricted`)!
    for (const width of widths) {
      const partner = await visit(browser, { cercle: demo.url, url: demo.sites[index]!, width })
      await walk(partner, slug, email!)
      await partner.page.context().close()
      console.log(`${slug} ${width}`)
    }
  }
  await browser.close()
} finally {
  await rm(data, { recursive: true, force: true })
}

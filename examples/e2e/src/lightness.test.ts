import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page, Request } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { visit } from './partner-page.ts'
import { cercle } from './people.ts'
import { startPlainSite } from './plain-site.ts'

let browser: Browser
let site: Awaited<ReturnType<typeof startPlainSite>>
beforeAll(async () => {
  browser = await openBrowser()
  site = await startPlainSite(cercle, 'a')
})
afterAll(async () => {
  await browser.close()
  await site[Symbol.asyncDispose]()
})

/** Addresses of what is fetched when it is first wanted, by what it is for. */
const manifest = JSON.parse(
  readFileSync(new URL('../../../packages/widgets/dist/.vite/manifest.json', import.meta.url), 'utf8'),
) as Record<string, { file: string }>
const chunk = (source: string): string => {
  const [, { file } = { file: undefined }] = Object.entries(manifest).find(([key]) => key.endsWith(source)) ?? []
  if (!file) throw new Error(`The build has no chunk of ${source}`)
  return `${cercle}/${file}`
}

test('R33: a stranger loads 16 KiB of script and style at most until the feed shows, and nothing before it is used', async () => {
  const asked: Request[] = []
  const before = async (page: Page) => page.on('request', (request) => asked.push(request))
  const { page, feed, open } = await visited({ before })
  await page.locator('cercle-feed[data-state="ready"]').waitFor()

  const loaded = asked.filter((request) => ['script', 'stylesheet'].includes(request.resourceType()))
  const sizes = await Promise.all(loaded.map((request) => request.sizes()))
  const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
  expect(loaded.length).toBeGreaterThan(1)
  expect(bytes).toBeGreaterThan(10 * 1024)
  expect(bytes).toBeLessThanOrEqual(16 * 1024)

  const data = asked.map((request) => request.url()).filter((url) => url.startsWith(`${cercle}/c/`))
  expect(data, 'asked once, by the loader, while the view is on its way').toEqual([`${cercle}/c/a/first`])

  const later = {
    thread: chunk('src/thread/register.ts'),
    composer: chunk('src/composer/register.ts'),
    signIn: chunk('src/account/register.ts'),
    frameHost: chunk('src/frame/host-fittings.ts'),
    frame: chunk('src/frame/frame.ts'),
  }
  const addresses = () => asked.map((request) => request.url())
  for (const [what, address] of Object.entries(later)) expect(addresses(), what).not.toContain(address)

  await open((await feed.getByRole('article').getByRole('heading').first().innerText()).trim(), feed)
  expect(addresses()).toContain(later.thread)
  expect(addresses()).not.toContain(later.composer)
  await page.context().close()
})

async function visited(how: { before: (page: Page) => Promise<unknown> }) {
  const partner = await visit(browser, { cercle, url: site.url, ...how })
  return { page: partner.page, feed: partner.feed, open: partner.open.bind(partner) }
}

test('R35: on a slow line nothing says that it loads before 300 ms, and the feed shows', async () => {
  const before = async (page: Page) => {
    const line = await page.context().newCDPSession(page)
    await line.send('Network.enable')
    await line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: 50_000,
      uploadThroughput: 50_000,
    })
    await page.addInitScript(watchWaiting)
    // slower still: until the sign was seen, and past the moment when a busy machine would draw it late
    await page.route(`${cercle}/c/a/first`, async (route) => {
      await page.waitForFunction(() => (globalThis as unknown as { waiting: Waiting }).waiting.seenAt !== undefined)
      await route.continue()
    })
  }
  const { page, feed } = await visited({ before })
  await page.locator('cercle-feed[data-state="ready"]').waitFor()
  expect(await feed.getByRole('article').count()).toBeGreaterThanOrEqual(3)
  const {
    drawnAt = Infinity,
    seenAt = 0,
    scriptAt = 0,
  } = await page.evaluate(() => (globalThis as unknown as { waiting: Waiting }).waiting)
  expect(seenAt - drawnAt).toBeGreaterThanOrEqual(290)
  // the line is slow in earnest: page, loader and view each took a way of 400 ms
  expect(scriptAt).toBeGreaterThan(800)
  await page.context().close()
})

interface Waiting {
  /** When the sign of waiting was put into the page, and when it was first to be seen, in ms. */
  drawnAt?: number
  seenAt?: number
  /** When the view was there. */
  scriptAt?: number
}

/** In the page: at each frame, is there a sign of waiting, and can it be seen? */
function watchWaiting(): void {
  const waiting: Waiting = {}
  Object.assign(globalThis, { waiting })
  const look = (): void => {
    const view = document.querySelector('cercle-feed')?.shadowRoot?.querySelector('cercle-feed-view')
    if (view) waiting.scriptAt ??= performance.now()
    const sign = view?.shadowRoot?.querySelector('.c-wait')
    if (sign) {
      waiting.drawnAt ??= performance.now()
      const { opacity, visibility } = getComputedStyle(sign)
      if (Number(opacity) > 0 && visibility === 'visible') waiting.seenAt ??= performance.now()
    }
    requestAnimationFrame(look)
  }
  look()
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { allText, visit, type PartnerPage } from './partner-page.ts'
import { addressOf, cercle, guide, sites } from './people.ts'
import { startPlainSite } from './plain-site.ts'
import { sessionIn } from './session-in-frame.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const keep = (frame: Frame) => frame.evaluate(() => localStorage.setItem('kept', 'at the first partner'))
const read = (place: Frame | Page) => place.evaluate(() => localStorage.getItem('kept'))

/** A page at `url` with a bare frame of Cercle's origin in it; gives that frame. */
async function bareFrame(context: BrowserContext, url: string): Promise<Frame> {
  const page = await context.newPage()
  const address = `${cercle}/bare`
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Bare</title>' }))
  await page.goto(url)
  await page.evaluate((src) => {
    const iframe = document.createElement('iframe')
    iframe.src = src
    document.body.append(iframe)
    return new Promise((resolve) => iframe.addEventListener('load', resolve))
  }, address)
  return page.frame({ url: address })!
}

test('the frame is another site: it says so, gets no cookie, and keeps its things per partner', async () => {
  const context = await browser.newContext()
  const site: (string | undefined)[] = []
  const before = async (page: Page) =>
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.url().startsWith(`${cercle}/frame/`))
        void request.allHeaders().then((headers) => site.push(headers['sec-fetch-site']))
    })
  const partner = await visit(context, { cercle, url: sites.a, before })
  await partner.whenReady()
  await partner.openForm()
  await expect.poll(() => site).toEqual(['cross-site'])

  const frame = partner.frameOfFeed()
  const cookies = (place: Frame | Page) =>
    place.evaluate(() => {
      document.cookie = 'probe=1; SameSite=None; Secure; Max-Age=60'
      return document.cookie
    })
  expect(await cookies(frame)).toBe('')
  await keep(frame)
  await using near = await startPlainSite(cercle, 'a')
  await using other = await startPlainSite(cercle, 'a', '127.0.0.2')
  // ports make no site: this reads what the frame kept, so that what follows means something
  expect(await read(await bareFrame(context, near.url))).toBe('at the first partner')
  expect(await read(await bareFrame(context, other.url))).toBeNull()
  const own = await context.newPage()
  await own.goto(`${cercle}/dev/mail`)
  expect(await read(own)).toBeNull()
  expect(await cookies(own)).toBe('probe=1')
  await context.close()
})

interface Overheard {
  names: string[]
  heard: string[]
}

/** In the page, before anything else: a script that listens to all that can be heard there. */
function overhear(): void {
  if (window !== top) return
  const overheard: Overheard = { names: Object.getOwnPropertyNames(window), heard: [] }
  Object.defineProperty(window, 'overheard', { value: overheard })
  addEventListener('message', ({ data, ports }) => {
    overheard.heard.push(JSON.stringify(data))
    for (const port of ports) port.addEventListener('message', (event) => overheard.heard.push(JSON.stringify(event.data)))
  })
  for (const type of ['cercle-ready', 'cercle-sign-in', 'cercle-signed-in', 'cercle-thread-changed'])
    addEventListener(type, (event) => overheard.heard.push(JSON.stringify((event as CustomEvent).detail ?? null)), true)
}

/** What the page's own script can lay its hands on, in the page as it is now. */
const within = (page: Page) =>
  page.evaluate(() => {
    const { overheard } = window as unknown as { overheard: Overheard }
    const iframes = [...document.querySelectorAll('cercle-feed, cercle-account')].map(({ shadowRoot }) =>
      shadowRoot!.querySelector('iframe')!,
    )
    const reach = (iframe: HTMLIFrameElement): string => {
      try {
        return iframe.contentWindow!.document.title
      } catch (error) {
        return (error as Error).name
      }
    }
    return {
      inside: [...document.querySelectorAll('cercle-feed, cercle-account')].map(({ shadowRoot }) =>
        [...shadowRoot!.querySelectorAll('*')].map(({ localName }) => localName),
      ),
      documents: iframes.map(({ contentDocument }) => contentDocument),
      reached: iframes.map(reach),
      globals: Object.getOwnPropertyNames(window).filter(
        (name) => ![...overheard.names, 'overheard'].includes(name) && !/^\d+$/.test(name),
      ),
      kept: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state, location.href]),
      heard: overheard.heard,
    }
  })

test('R47: no script of the partner’s page reaches what a member reads, her name or her session', async () => {
  const fatou = await visit(browser, { cercle, url: sites.a, before: (page) => page.addInitScript(overhear) })
  await fatou.whenReady()
  await fatou.signIn(addressOf('a', 'restricted'))
  const canary = guide.canaries.find(({ text }) => text.includes('laval'))!.text
  const row = fatou.inFeed.locator('article.row').filter({ hasText: canary })
  const title = await row.getByRole('heading').innerText()
  await fatou.open(title)
  expect(await allText(fatou.frameOfFeed())).toContain(canary)

  const { inside, documents, reached, globals, kept, heard } = await within(fatou.page)
  expect(inside).toEqual([
    ['div', 'dialog', 'iframe'],
    ['div', 'dialog', 'iframe'],
  ])
  expect(documents).toEqual([null, null])
  expect(reached).toEqual(['SecurityError', 'SecurityError'])
  expect(globals).toEqual([])
  expect(heard.length).toBeGreaterThan(3)
  const { access } = await sessionIn(fatou.frameOfFeed())
  const secrets = [...guide.canaries.map(({ text }) => text), title, 'Fatou', access, addressOf('a', 'restricted')]
  const seen = [await allText(fatou.page), kept, ...heard].join('\n')
  for (const secret of secrets) expect(seen).not.toContain(secret)
  await fatou.page.context().close()
})

test('a site that nobody registered shows what is public, and says in words why nobody can enter there', async () => {
  await using site = await startPlainSite(cercle, 'a')
  const visitor: PartnerPage = await visit(browser, { cercle, url: site.url })
  await visitor.whenReady()
  expect(await visitor.feed.getByRole('article').count()).toBeGreaterThanOrEqual(3)
  await visitor.feed.getByRole('button', { name: 'Entrer avec un code' }).click()
  await visitor.feed.getByRole('status').filter({ hasText: 'Ce site n’est pas encore inscrit' }).waitFor()
  expect(await visitor.feed.getByRole('status').filter({ hasText: 'Ce site' }).innerText()).toContain(new URL(site.url).origin)
  expect(await visitor.feed.getByRole('article').first().isVisible()).toBe(true)

  // nor does the frame of a site that is registered show anything here
  const registered = `${cercle}/frame/${new URL(sites.a).host}/feed?community=a`
  expect((await fetch(registered)).status).toBe(200)
  await visitor.page.evaluate(async (src) => {
    const frame = document.createElement('iframe')
    const isLoaded = new Promise((done) => frame.addEventListener('load', done))
    frame.src = src
    document.body.append(frame)
    await isLoaded
  }, registered)
  const blank = visitor.page.frames().filter((frame) => frame !== visitor.page.mainFrame())
  expect(blank.length).toBeGreaterThanOrEqual(2)
  // told a moment after the page knows that it loaded
  for (const frame of blank) await expect.poll(() => frame.url()).toBe('chrome-error://chromewebdata/')
  await visitor.page.context().close()
})

import type { Browser, ElementHandle, Frame, Page } from 'puppeteer-core'
import { launch } from 'puppeteer-core'
import { HEIGHT, WIDTH, helpers, type Engine, type Place, type Tab } from './engine.ts'

const frameOf = (page: Page, place: Place): Frame => {
  if (place === 'page') return page.mainFrame()
  const frame = page.frames().find((one) => !one.detached && one.url().includes('/frame/') && one.url().includes('/feed'))
  if (!frame) throw new Error('the feed has no frame yet')
  return frame
}

class PuppeteerTab implements Tab {
  readonly version: string
  readonly #page: Page
  readonly #browser: Browser
  readonly #close: () => Promise<void>

  /** `close`: ends what was opened for it. */
  constructor(version: string, page: Page, browser: Browser, close: () => Promise<void>) {
    this.version = version
    this.#page = page
    this.#browser = browser
    this.#close = close
  }

  /** In a window and a profile of its own: both are in front. */
  async another(): Promise<Tab> {
    const profile = await this.#browser.createBrowserContext()
    return new PuppeteerTab(this.version, await sized(await profile.newPage({ type: 'window' })), this.#browser, () =>
      profile.close(),
    )
  }

  async goto(url: string): Promise<void> {
    await this.#page.goto(url)
  }

  async reload(): Promise<void> {
    await this.#page.reload()
  }

  async resize(height: number): Promise<void> {
    await this.#page.setViewport({ width: WIDTH, height })
  }

  async run<Result>(place: Place, body: string): Promise<Result> {
    return await (frameOf(this.#page, place).evaluate(`(async () => { ${helpers} ${body} })()`) as Promise<Result>)
  }

  async click(place: Place, selector: string, text?: string): Promise<void> {
    const found = await frameOf(this.#page, place).evaluateHandle(
      `(() => { ${helpers} return find(${JSON.stringify(selector)}, ${JSON.stringify(text) ?? 'undefined'}) })()`,
    )
    const element = found.asElement() as ElementHandle<Element> | null
    if (!element) throw new Error(`not found: ${selector} ${text ?? ''}`)
    await element.click()
  }

  async keys(text: string): Promise<void> {
    await this.#page.keyboard.type(text)
  }

  async key(name: 'Tab' | 'Escape'): Promise<void> {
    await this.#page.keyboard.press(name)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#close()
  }
}

async function sized(page: Page): Promise<Page> {
  await page.setViewport({ width: WIDTH, height: HEIGHT })
  return page
}

/** Chromium by CDP or Firefox by WebDriver BiDi; both keep what a frame of another site stores apart, and its cookies with it. */
export function puppeteerEngine(name: 'chrome' | 'firefox', executablePath: string, args: string[]): Engine {
  return {
    name: name === 'chrome' ? 'Chromium' : 'Firefox',
    async open() {
      const browser = await launch({
        browser: name,
        executablePath,
        headless: true,
        args,
        // 5: Firefox's own default, which a profile made for automation may have changed
        extraPrefsFirefox: { 'network.cookie.cookieBehavior': 5 },
      })
      const [first] = await browser.pages()
      const page = await sized(first ?? (await browser.newPage()))
      return new PuppeteerTab(await browser.version(), page, browser, () => browser.close())
    },
  }
}

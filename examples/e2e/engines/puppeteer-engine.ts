import type { Browser, ElementHandle, Frame, Page } from 'puppeteer-core'
import { launch } from 'puppeteer-core'
import { helpers, type Engine, type Place, type Tab } from './engine.ts'

const frameOf = (page: Page, place: Place): Frame => {
  if (place === 'page') return page.mainFrame()
  const frame = page.frames().find((one) => !one.detached && one.url().includes('/frame/') && one.url().includes('/feed'))
  if (!frame) throw new Error('the feed has no frame yet')
  return frame
}

class PuppeteerTab implements Tab, AsyncDisposable {
  readonly version: string
  readonly #browser: Browser
  readonly #page: Page

  constructor(version: string, browser: Browser, page: Page) {
    this.version = version
    this.#browser = browser
    this.#page = page
  }

  async goto(url: string): Promise<void> {
    await this.#page.goto(url)
  }

  async reload(): Promise<void> {
    await this.#page.reload()
  }

  async run<Result>(place: Place, body: string): Promise<Result> {
    return await (frameOf(this.#page, place).evaluate(`(async () => { ${helpers} ${body} })()`) as Promise<Result>)
  }

  async #element(place: Place, selector: string, text?: string): Promise<ElementHandle> {
    const found = await frameOf(this.#page, place).evaluateHandle(
      `(() => { ${helpers} return find(${JSON.stringify(selector)}, ${JSON.stringify(text) ?? 'undefined'}) })()`,
    )
    const element = found.asElement()
    if (!element) throw new Error(`not found: ${selector} ${text ?? ''}`)
    return element as ElementHandle
  }

  async click(place: Place, selector: string, text?: string): Promise<void> {
    await (await this.#element(place, selector, text)).click()
  }

  async type(place: Place, selector: string, keys: string): Promise<void> {
    await (await this.#element(place, selector)).type(keys)
  }

  async press(key: 'Tab' | 'Escape' | 'Enter'): Promise<void> {
    await this.#page.keyboard.press(key)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close()
  }
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
      const page = await browser.newPage()
      await page.setViewport({ width: 1280, height: 900 })
      return new PuppeteerTab(await browser.version(), browser, page)
    },
  }
}

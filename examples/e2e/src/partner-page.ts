import type { Browser, BrowserContext, Frame, FrameLocator, Locator, Page } from 'playwright-core'
import { mailedCodes, nextCode } from './mailed-codes.ts'

export interface Visit {
  /** Address of the server. */
  cercle: string
  /** The partner's page. */
  url: string
  width?: number
  /** px. High unless told: for some frames after a scroll, Chromium sends a press to where the frame of another site was before. */
  height?: number
  /** Called before the page is asked for. */
  before?: (page: Page) => Promise<unknown>
}

/** Somebody in front of a partner's page: what she sees in the page, and in the frames of Cercle once she enters. */
export class PartnerPage {
  readonly page: Page
  /** What the consoles of the page and of its frames complain about: errors, refusals of a policy, exceptions. */
  readonly complaints: string[] = []
  /** The public elements. */
  readonly feed: Locator
  readonly account: Locator
  /** What Cercle shows inside them to who is signed in. */
  readonly inFeed: FrameLocator
  readonly inAccount: FrameLocator
  readonly #cercle: string

  constructor(page: Page, cercle: string) {
    this.page = page
    this.#cercle = cercle
    this.feed = page.locator('cercle-feed')
    this.account = page.locator('cercle-account')
    this.inFeed = page.frameLocator('cercle-feed iframe')
    this.inAccount = page.frameLocator('cercle-account iframe')
    page.setDefaultTimeout(20_000)
    page.on('console', (message) => {
      const isComplaint = message.type() === 'error' || /content security policy|trusted type/iu.test(message.text())
      if (isComplaint) this.complaints.push(message.text())
    })
    page.on('pageerror', ({ message }) => this.complaints.push(message))
  }

  /** Until both elements have something to show. */
  async whenReady(): Promise<void> {
    await this.page.locator('cercle-feed[data-state="ready"]').waitFor()
    await this.page.locator('cercle-account[data-state="ready"], body:not(:has(cercle-account))').waitFor()
  }

  /** Asks for the form, as a stranger does in the feed. */
  async openForm(): Promise<void> {
    await this.feed.getByRole('button', { name: 'Entrer avec un code' }).click()
    await this.inFeed.locator('[name="email"]').waitFor()
  }

  /** Fills in the address and waits for the field of the code. */
  async askForCode(email: string): Promise<void> {
    await this.inFeed.locator('[name="email"]').fill(email)
    await this.inFeed.getByRole('button', { name: 'Recevoir un code' }).press('Enter')
    await this.inFeed.locator('[name="code"]').waitFor()
  }

  async giveCode(code: string): Promise<void> {
    await this.inFeed.locator('[name="code"]').fill(code)
    await this.inFeed.getByRole('button', { name: 'Entrer', exact: true }).press('Enter')
  }

  /** All of it: from the page of a stranger to that of a member, her list shown. */
  async signIn(email: string): Promise<void> {
    const known = (await mailedCodes(this.#cercle, email)).length
    await this.openForm()
    await this.askForCode(email)
    await this.giveCode(await nextCode(this.#cercle, email, known))
    await this.whenSignedIn()
  }

  async whenSignedIn(): Promise<void> {
    await this.inFeed.locator('cercle-feed-view[data-state="ready"]').waitFor()
    await this.inAccount.getByRole('button', { name: 'Se déconnecter' }).waitFor()
  }

  /** The line of the feed with this title, in the page or in the frame. */
  row(title: string, place: Locator | FrameLocator = this.inFeed): Locator {
    return place.locator('article.row').filter({ has: this.page.getByRole('heading', { name: title }) })
  }

  /** Opens the thread with this title; gives the open thread. */
  async open(title: string, place: Locator | FrameLocator = this.inFeed): Promise<Locator> {
    await place.getByRole('button', { name: title, exact: true }).press('Enter')
    const thread = place.locator('cercle-thread[data-state="ready"]').filter({ hasText: title })
    await thread.waitFor()
    return thread
  }

  /** The documents of Cercle in this page. */
  frames(): Frame[] {
    return this.page.frames().filter((frame) => frame.url().startsWith(this.#cercle))
  }

  frameOfFeed(): Frame {
    const frame = this.frames().find((one) => new URL(one.url()).pathname.endsWith('/feed'))
    if (!frame) throw new Error('The feed has no frame')
    return frame
  }
}

/** Opens the page in a browser of its own for this person (nothing kept from others), or in one that she has already. */
export async function visit(
  browser: Browser | BrowserContext,
  { cercle, url, width = 1280, height = 2400, before }: Visit,
): Promise<PartnerPage> {
  const context = 'newContext' in browser ? await browser.newContext({ locale: 'fr-CA', timezoneId: 'America/Toronto' }) : browser
  const page = await context.newPage()
  await page.setViewportSize({ width, height })
  await before?.(page)
  const partner = new PartnerPage(page, cercle)
  await page.goto(url)
  return partner
}

/**
 * Everything that this document holds for an eye, an ear or a script, or only the elements that `selector` finds: texts, attributes and
 * what is written in fields, through the shadow roots.
 */
export const allText = (frame: Frame | Page, selector = 'html'): Promise<string> =>
  frame.evaluate((within) => {
    const found: string[] = []
    const walk = (node: Node): void => {
      if (node.nodeType === Node.TEXT_NODE) found.push(node.nodeValue ?? '')
      if (node instanceof Element) {
        for (const { value } of node.attributes) found.push(value)
        if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) found.push(node.value)
        if (node.shadowRoot) walk(node.shadowRoot)
      }
      node.childNodes.forEach(walk)
    }
    document.querySelectorAll(within).forEach(walk)
    return found.join('\n')
  }, selector)

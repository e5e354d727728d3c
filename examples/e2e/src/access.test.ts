import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Locator } from 'playwright-core'
import { axeFindings } from './accessible.ts'
import { openBrowser } from './browser.ts'
import { mailedCodes, nextCode } from './mailed-codes.ts'
import { visit, type PartnerPage } from './partner-page.ts'
import { addressOf, cercle, sites } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluateAll((found) => found.some((element) => element.matches(':focus') && element.ownerDocument.hasFocus()))

/** Goes on with Tab until this has the keyboard. */
async function tabTo({ page }: PartnerPage, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await hasFocus(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(target)}`)
}

async function tabAndPress(partner: PartnerPage, target: Locator): Promise<void> {
  await tabTo(partner, target)
  await partner.page.keyboard.press('Enter')
}

test('with the keyboard alone she enters, writes, sends, opens and answers', async () => {
  const josee = await visit(browser, { cercle, url: sites.a })
  const { inFeed, page } = josee
  const email = addressOf('a', 'member')
  const title = 'Écrit sans souris'
  const known = (await mailedCodes(cercle, email)).length
  await josee.whenReady()
  await tabAndPress(josee, josee.feed.getByRole('button', { name: 'Entrer avec un code' }))
  // the form has the keyboard by itself
  await expect.poll(() => hasFocus(inFeed.locator('[name="email"]')), { timeout: 20_000 }).toBe(true)
  await page.keyboard.type(email)
  await page.keyboard.press('Enter')
  await expect.poll(() => hasFocus(inFeed.locator('[name="code"]')), { timeout: 20_000 }).toBe(true)
  await page.keyboard.type(await nextCode(cercle, email, known))
  await page.keyboard.press('Enter')
  await josee.whenSignedIn()

  await tabAndPress(josee, inFeed.getByRole('button', { name: 'Une question' }))
  await expect.poll(() => hasFocus(inFeed.locator('cercle-composer .choice, cercle-composer textarea'))).toBe(true)
  await tabTo(josee, inFeed.locator('cercle-composer [name="body"]'))
  await page.keyboard.type('Tout se fait au clavier, je crois.')
  await tabTo(josee, inFeed.locator('cercle-composer [name="title"]'))
  await page.keyboard.type(title)
  await tabAndPress(josee, inFeed.locator('cercle-composer [part~="send"]'))
  const cover = josee.row(title).getByRole('button', { name: title })
  await expect.poll(() => hasFocus(cover), { timeout: 20_000 }).toBe(true)

  await page.keyboard.press('Enter')
  const thread = inFeed.locator('cercle-thread[data-state="ready"]')
  await thread.getByText('Tout se fait au clavier, je crois.').waitFor()
  await tabAndPress(josee, thread.locator('cercle-reply').getByRole('button', { name: 'Répondre' }))
  await expect.poll(() => hasFocus(thread.locator('cercle-reply textarea'))).toBe(true)
  await page.keyboard.type('Oui, tout.')
  await tabAndPress(josee, thread.locator('cercle-reply [part~="send"]'))
  await thread.locator('cercle-post').getByText('Oui, tout.').waitFor()
  await page.context().close()
})

/** The states in which a page is looked at, one after the other; `look` is called in each. */
async function walk(
  community: 'a' | 'b',
  width: number,
  look: (state: string, partner: PartnerPage) => Promise<void>,
): Promise<void> {
  const member = await visit(browser, { cercle, url: sites[community], width })
  const { inFeed } = member
  await member.whenReady()
  await look('signed out', member)
  await member.openForm()
  await look('form', member)
  await member.page.reload()
  await member.whenReady()
  await member.signIn(addressOf(community, 'member'))
  await look('signed in', member)
  const title = await inFeed.locator('article.row').filter({ hasText: 'réponse' }).getByRole('heading').first().innerText()
  const thread = await member.open(title)
  await thread.locator('cercle-reply').waitFor()
  await look('thread open', member)
  await thread.getByRole('button', { name: 'Refermer' }).press('Enter')
  await inFeed.getByRole('button', { name: 'Une expérience' }).press('Enter')
  await inFeed.locator('cercle-composer textarea').waitFor()
  await look('composer open', member)
  await member.page.context().close()
}

describe.each([
  { community: 'a', scheme: 'light' },
  { community: 'b', scheme: 'dark' },
] as const)('on the $scheme page of $community', ({ community }) => {
  test('axe finds nothing, in the page and in the frames, whatever is open', async () => {
    const findings: string[] = []
    await walk(community, 1280, async (state, partner) => {
      for (const document of [partner.page, ...partner.frames()]) {
        const where = document === partner.page ? 'page' : new URL(document.url()).pathname.split('/').at(-1)
        findings.push(...(await axeFindings(document)).map((finding) => `${state}, ${where}: ${finding}`))
      }
    })
    expect(findings).toEqual([])
  })
})

test('on a screen of 320 px nothing has to be scrolled sideways, whatever is open', async () => {
  const states: string[] = []
  await walk('a', 320, async (state, partner) => {
    states.push(state)
    for (const document of [partner.page, ...partner.frames()]) {
      const { scrollWidth, clientWidth } = await document.evaluate(() => {
        const { scrollWidth, clientWidth } = globalThis.document.documentElement
        return { scrollWidth, clientWidth }
      })
      expect({ state, url: document.url(), width: scrollWidth }).toEqual({ state, url: document.url(), width: clientWidth })
      expect(clientWidth).toBeLessThanOrEqual(320)
    }
  })
  expect(states).toHaveLength(5)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { visit } from './partner-page.ts'
import { addressOf, cercle, sites } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Where one arrives, served here: what is asked of it, and with which referrer. */
async function weather(page: Page): Promise<{ asked: (string | undefined)[] }> {
  const asked: (string | undefined)[] = []
  await page.route(/^https:\/\//u, (route) => {
    asked.push(route.request().headers()['referer'])
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Météo</title><h1>Neige</h1>' })
  })
  return { asked }
}

test('from the frame the whole page goes, out of the history too, and nobody who comes after finds her signed in', async () => {
  const member = await visit(browser, { cercle, url: 'about:blank' })
  const { page } = member
  const { asked } = await weather(page)
  await page.goto(sites.a)
  await member.whenReady()
  await member.signIn(addressOf('a', 'member'))
  const way = member.inFeed.getByRole('button', { name: 'Quitter rapidement' })
  expect(await member.inAccount.getByRole('button', { name: 'Quitter rapidement' }).isVisible()).toBe(true)

  // in the larger view too, in sight however far one scrolls
  await member.inFeed.getByRole('button', { name: 'Une question' }).press('Enter')
  await member.inFeed.getByRole('button', { name: 'Plus grand' }).press('Enter')
  await member.feed.locator('dialog[open]').waitFor()
  await member.inFeed.locator('main').evaluate((main) => (main.scrollTop = main.scrollHeight))
  const box = await way.boundingBox()
  expect(box!.y).toBeGreaterThanOrEqual(0)
  expect(box!.y + box!.height).toBeLessThan(120)

  const entries = await page.evaluate(() => history.length)
  await way.press('Enter')
  await page.getByRole('heading', { name: 'Neige' }).waitFor()
  expect([new URL(page.url()).protocol, await page.evaluate(() => history.length)]).toEqual(['https:', entries])
  expect(asked).toEqual([undefined])
  await page.goBack()
  expect(page.url()).toBe('about:blank')

  await page.goto(sites.a)
  await member.feed.getByRole('button', { name: 'Entrer avec un code' }).waitFor()
  await page.context().close()
})

test('three presses of Shift do it too, on a page without script as in the frame; capitals do not', async () => {
  const member = await visit(browser, { cercle, url: sites.a })
  const { page } = member
  await weather(page)
  await member.whenReady()
  await member.signIn(addressOf('a', 'member'))
  await member.inFeed.getByRole('button', { name: 'Une question' }).press('Enter')
  await member.inFeed.locator('cercle-composer [name="body"]').pressSequentially('ABC DEF')
  for (const key of ['Shift', 'A', 'Shift', 'Shift', 'Escape', 'Shift']) await page.keyboard.press(key)
  expect(page.url()).toContain(sites.a)
  for (let presses = 0; presses < 2; presses += 1) await page.keyboard.press('Shift')
  await page.getByRole('heading', { name: 'Neige' }).waitFor()

  await page.goto('about:blank')
  await page.goto(`${cercle}/c/a`)
  await page.keyboard.press('Shift')
  await page.keyboard.press('Shift')
  await page.keyboard.press('Shift')
  await page.getByRole('heading', { name: 'Neige' }).waitFor()
  await page.goBack()
  expect(page.url()).toBe('about:blank')
  await page.context().close()
})

test.each([true, false])(
  'on a page without script the link leads out, with script: %s; tab and icon tell nothing',
  async (javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    const { asked } = await weather(page)
    await page.goto('about:blank')
    await page.goto(`${cercle}/c/a`)
    expect(await page.title()).toBe('Discussions')
    const head = page.locator('head *')
    const said = await head.evaluateAll((all) =>
      all.flatMap((one) => [one.textContent, ...[...one.attributes].map(({ value }) => value)]),
    )
    expect(said.join('\n')).not.toContain(await page.locator('.logo b').innerText())
    const link = page.getByRole('link', { name: 'Quitter rapidement' })
    expect(await link.boundingBox()).toMatchObject({ y: expect.toSatisfy((top: number) => top >= 0 && top < 80) })
    await link.click()
    await page.getByRole('heading', { name: 'Neige' }).waitFor()
    expect(asked).toEqual([undefined])
    await page.goBack()
    expect(page.url()).toBe(javaScriptEnabled ? 'about:blank' : `${cercle}/c/a`)
    await context.close()
  },
)

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { allText, visit, type PartnerPage } from './partner-page.ts'
import { addressOf, cercle, enter, sites } from './people.ts'

let browser: Browser
let josee: PartnerPage
beforeAll(async () => {
  browser = await openBrowser()
  josee = await visit(browser, { cercle, url: sites.a })
  await josee.whenReady()
  await josee.signIn(addressOf('a', 'member'))
})
afterAll(() => browser.close())
beforeEach(async () => {
  await josee.page.reload()
  await josee.whenSignedIn()
})

const field = (name: string) => josee.inFeed.locator(`cercle-composer [name="${name}"]`)
const title = 'Les lunettes de monsieur Roy'

describe('R35: what she writes', () => {
  test('is there again after a reload, and goes when she gives it up', async () => {
    await josee.inFeed.getByRole('button', { name: 'Une expérience' }).press('Enter')
    await field('body').fill('Il les avait sur la tête.')
    await field('title').fill(title)
    await josee.inFeed.getByText('Brouillon gardé à').waitFor()
    await josee.page.reload()
    await josee.whenSignedIn()
    await josee.inFeed.locator('[part~="compose"]').press('Enter')
    await josee.inFeed.getByText('Votre brouillon est là').waitFor()
    expect(await field('body').inputValue()).toBe('Il les avait sur la tête.')
    expect(await field('title').inputValue()).toBe(title)
    // by keyboard: for some frames after the frame has grown, Chromium sends a press to where it was before
    await josee.inFeed.getByRole('button', { name: 'Effacer le brouillon' }).press('Enter')
    await expect.poll(() => field('body').inputValue()).toBe('')
  })

  test('stays when the line is cut after the server took it; sending again leaves one', async () => {
    await josee.inFeed.getByRole('button', { name: 'Une expérience' }).press('Enter')
    await field('body').fill('Toute la salle cherchait.')
    await field('title').fill(title)
    await field('space').selectOption('entraide')
    let taken = 0
    const address = '**/trpc/discussions.createThread**'
    await josee.page.route(address, async (route) => {
      const answer = await route.fetch()
      if (answer.ok()) taken += 1
      await route.abort('connectionreset')
    })
    await josee.inFeed.locator('cercle-composer [part~="send"]').press('Enter')
    // it waits in a card, or stays in its box: in both it is said that it did not leave, and how to try again
    const kept = josee.inFeed
      .locator('cercle-queued article, cercle-composer form')
      .filter({ hasText: /En attente d’envoi|Ce n’est pas parti/u })
    await kept.waitFor()
    expect(await kept.innerText()).toMatch(/Gardé sur cet appareil|Votre texte est gardé ici/u)
    expect(await allText(josee.frameOfFeed())).toContain('Toute la salle cherchait.')
    expect(taken).toBeGreaterThan(0)

    await josee.page.unroute(address)
    const retry = kept.getByRole('button', { name: /^Essayer/u })
    // what waits may leave by itself before the button is reached
    await Promise.race([retry.press('Enter').catch(() => undefined), josee.row(title).waitFor()])
    await josee.row(title).waitFor()
    expect(await josee.row(title).count()).toBe(1)
    const member = await enter('a', 'member')
    const { items } = await member.discussions.threads({ space: 'entraide', limit: 50 }).page()
    expect(items.filter((thread) => thread.title === title)).toHaveLength(1)
  })

  test('grows to the whole window and back with Escape: same text, same place in the page', async () => {
    const { page } = josee
    await josee.inFeed.getByRole('button', { name: 'Une question' }).press('Enter')
    await field('body').fill('Un texte commencé.')
    await page.setViewportSize({ width: 1280, height: 500 })
    const place = () => page.evaluate(() => [scrollY, document.documentElement.scrollHeight])
    await josee.inFeed.getByRole('button', { name: 'Plus grand' }).focus()
    // both the button and the text in sight: else the page follows the focus from one to the other, as it should
    const { y } = (await field('body').boundingBox())!
    await page.evaluate((top) => scrollBy(0, top), y - 220)
    let before = await place()
    await expect
      .poll(
        async () => {
          const last = before
          before = await place()
          return before.join() === last.join() && before[0]! > 0
        },
        { interval: 250 },
      )
      .toBe(true)
    const dialog = josee.feed.locator('dialog')
    await page.keyboard.press('Enter')
    await expect.poll(() => dialog.getAttribute('aria-label')).toBe('Poser une question')
    await expect.poll(() => dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 1280, height: 500 })
    expect(await place()).toEqual(before)
    await field('body').press('End')
    await page.keyboard.type(' Et continué.')
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await dialog.boundingBox())!.y).toBeLessThan(500)
    await expect.poll(() => dialog.getAttribute('role')).toBe('group')
    expect(await place()).toEqual(before)
    expect(await field('body').inputValue()).toBe('Un texte commencé. Et continué.')
    await josee.inFeed.getByRole('button', { name: 'Plus grand' }).press('Enter')
    await josee.inFeed.getByRole('button', { name: 'Plus petit' }).press('Enter')
    await expect.poll(() => dialog.getAttribute('role')).toBe('group')
    await josee.inFeed.getByRole('button', { name: 'Plus grand' }).waitFor()
    await page.setViewportSize({ width: 1280, height: 2400 })
  })
})

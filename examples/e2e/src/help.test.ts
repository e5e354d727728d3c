import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { mailedCodes, nextCode } from './mailed-codes.ts'
import { visit } from './partner-page.ts'
import { addressOf, cercle, enter, sites } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('R27 R73: a member asks the facilitator from a partner’s page, is answered from the desk, and reads it in the same place', async () => {
  const site = await visit(browser, { cercle, url: sites.a })
  await site.whenReady()
  await site.signIn(addressOf('a', 'member'))
  const { inFeed, page } = site
  await inFeed.getByRole('button', { name: 'Besoin d’aide ? Écrire à Marie-Ève' }).press('Enter')
  await inFeed.getByText('Marie-Ève, qui anime, lira ce que vous écrivez ici, et personne d’autre.').waitFor()
  await inFeed.getByText('Du lundi au jeudi, par téléphone surtout').waitFor()
  await inFeed.getByRole('button', { name: 'Je ne trouve pas…' }).press('Enter')
  const field = inFeed.getByLabel('Votre message')
  await field.fill('Je ne trouve pas… la feuille de préparation')
  // kept on this device: a reload loses nothing
  await inFeed.getByText('Gardé sur cet appareil').waitFor()
  await page.reload()
  await inFeed.locator('cercle-feed-view[data-state="ready"]').waitFor()
  await inFeed.getByRole('button', { name: 'Besoin d’aide ? Écrire à Marie-Ève' }).press('Enter')
  await expect.poll(() => field.inputValue()).toBe('Je ne trouve pas… la feuille de préparation')
  await inFeed.getByRole('button', { name: 'Envoyer', exact: true }).press('Enter')
  await inFeed.getByText('C’est envoyé. La réponse viendra ici même.').waitFor()

  await inFeed.getByRole('button', { name: 'Fermer', exact: true }).press('Enter')

  // nobody else reads it
  const other = await enter('a', 'restricted')
  expect((await other.help.own()).items).toEqual([])
  await expect(other.help.requests().page()).rejects.toMatchObject({ code: 'forbidden' })

  const email = addressOf('a', 'facilitator')
  const context = await browser.newContext({ locale: 'fr-CA', timezoneId: 'America/Toronto' })
  const desk = await context.newPage()
  desk.setDefaultTimeout(20_000)
  await desk.goto(`${cercle}/c/a/desk`)
  const known = (await mailedCodes(cercle, email)).length
  await desk.locator('[name="email"]').fill(email)
  await desk.keyboard.press('Enter')
  await desk.locator('[name="code"]').fill(await nextCode(cercle, email, known))
  await desk.keyboard.press('Enter')
  await desk.getByRole('link', { name: 'Voir les demandes d’aide' }).press('Enter')
  const request = desk.getByRole('region', { name: 'Demande de Josée' })
  await request.getByText('Je ne trouve pas… la feuille de préparation').waitFor()
  await request.getByText('Endroit : Les discussions').waitFor()
  await request.getByLabel('Votre réponse à Josée').fill('Bonjour Josée, elle est dans Entraide, en haut de la liste.')
  await request.getByRole('button', { name: 'Répondre' }).press('Enter')
  await request.getByText('Votre réponse est partie.').waitFor()
  await context.close()

  // the page stayed open, and says so by itself
  await inFeed.getByRole('button', { name: 'Besoin d’aide ? Une réponse vous attend' }).press('Enter')
  await inFeed.getByText('elle est dans Entraide, en haut de la liste.').waitFor()
  // read: no news any more
  const member = await enter('a', 'member')
  await expect.poll(async () => (await member.help.own()).items.some(({ unseen }) => unseen)).toBe(false)
  expect(site.complaints).toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { mailedCodes, nextCode } from './mailed-codes.ts'
import { addressOf, cercle } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).press('Enter')

/** A device that keeps keys and checks who holds it, as a phone does: inside Chromium. */
async function withDevice(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    keys: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    /** Whether whoever holds the device is its owner. */
    own: (isUserVerified: boolean) => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}

test('who facilitates adds a key with a code, enters with it, and removes it: then it opens nothing', async () => {
  const complaints: string[] = []
  const email = addressOf('b', 'facilitator')
  const context = await browser.newContext({ locale: 'fr-CA', timezoneId: 'America/Toronto' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on(
    'console',
    (message) => message.type() === 'error' && !/status of 400/u.test(message.text()) && complaints.push(message.text()),
  )
  page.on('pageerror', ({ message }) => complaints.push(message))
  const device = await withDevice(page)

  await page.goto(`${cercle}/c/b/desk#key`)
  const known = (await mailedCodes(cercle, email)).length
  await page.locator('[name="email"]').fill(email)
  await page.keyboard.press('Enter')
  await page.locator('[name="code"]').fill(await nextCode(cercle, email, known))
  await page.keyboard.press('Enter')
  await page.getByText('Vous n’avez pas encore de clé.').waitFor()
  await page.getByLabel('Nom de la clé').fill('Mon téléphone')
  await press(page, 'Ajouter la clé')
  await page.getByText('« Mon téléphone » est ajoutée.').waitFor()
  const [key] = await device.keys()
  expect(key).toMatchObject({ isResidentCredential: true, rpId: 'localhost' })

  // in again, with nothing to type; not for who found the device
  await press(page, 'Se déconnecter')
  await device.own(false)
  await press(page, 'Entrer avec ma clé')
  await page.getByText('La clé n’a pas répondu.').waitFor()
  await device.own(true)
  await press(page, 'Entrer avec ma clé')
  await page.locator('cercle-desk[data-state="ready"]').waitFor()
  expect((await mailedCodes(cercle, email)).length).toBe(known + 1)
  await page.getByText('Dernière fois : ').waitFor()

  await press(page, /^Retirer la clé/u)
  await press(page, 'Retirer cette clé')
  await page.getByText('Vous n’avez pas encore de clé.').waitFor()
  await press(page, 'Se déconnecter')
  await press(page, 'Entrer avec ma clé')
  await page.getByText('Cette clé n’ouvre pas ici.').waitFor()
  expect(await device.keys()).toHaveLength(1)
  expect(complaints).toEqual([])
  await context.close()
}, 90_000)

import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCercle } from '@cercle/sdk'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { mailedCodes, nextCode } from './mailed-codes.ts'
import { addressOf, cercle, sites } from './people.ts'

interface Mail {
  subject: string
  text: string
}

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const complaints: string[] = []
async function opened(change: Parameters<Browser['newContext']>[0] = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ locale: 'fr-CA', timezoneId: 'America/Toronto', ...change })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', ({ message }) => complaints.push(message))
  return { context, page }
}
const mailsTo = async (address: string): Promise<Mail[]> =>
  (await (await fetch(`${cercle}/dev/mail.json?to=${encodeURIComponent(address)}`)).json()) as Mail[]
const mailed = async (address: string, subject: string): Promise<Mail> => {
  const find = async () => (await mailsTo(address)).find((mail) => mail.subject === subject)
  await expect.poll(find, { timeout: 20_000 }).toBeDefined()
  return (await find())!
}

/** To the requests at the desk, by the keyboard alone. */
async function atRequests(community: string, email: string): Promise<Page> {
  const { page } = await opened()
  await page.goto(`${cercle}/c/${community}/desk#requests`)
  const known = (await mailedCodes(cercle, email)).length
  await page.locator('[name="email"]').fill(email)
  await page.keyboard.press('Enter')
  await page.locator('[name="code"]').fill(await nextCode(cercle, email, known))
  await page.keyboard.press('Enter')
  await page.locator('cercle-desk-requests').waitFor()
  return page
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).press('Enter')

test('A1 A2: she asks in the page of a partner, is let in where the facilitator chooses, and enters by code', async () => {
  const email = 'rachel@passerelle.example'
  const { page } = await opened()
  await page.goto(`${sites.a}/demande.html`)
  await page.locator('cercle-join[data-state="ready"]').waitFor()
  // nothing of Cercle's origin is in the page before she wants it, and no name is
  expect(page.frames()).toHaveLength(1)
  expect(await page.locator('cercle-join').innerText()).not.toMatch(/Marie-Ève/u)
  await page.getByRole('button', { name: 'Demander à me joindre' }).click()
  const form = page.frameLocator('cercle-join iframe')
  await form.getByLabel('Votre prénom').fill('Rachel')
  await form.getByLabel('Votre adresse courriel').fill(email)
  await form.getByLabel('Votre organisme ou milieu').fill('maison lumen')
  await form.getByLabel('Votre région').fill('Outaouais')
  await form.getByLabel('Pourquoi voulez-vous vous joindre').fill('Je suis seule à faire ce travail.')
  await form.getByText('Appelez-moi').click()
  await form.getByLabel('Votre numéro de téléphone').fill('819 555-0143')
  await form.getByRole('button', { name: 'Envoyer ma demande' }).press('Enter')
  await form.getByText('Demande reçue').waitFor()
  await mailed(email, 'Votre demande est reçue')
  await mailed(addressOf('a', 'facilitator'), 'Une demande vous attend')
  // until then she cannot enter: a code for her address goes to nobody
  const stranger = createCercle({ server: cercle, community: 'a' })
  await stranger.auth.requestCode({ email })
  expect((await stranger.communities.current()).viewer).toBeNull()

  const desk = await atRequests('a', addressOf('a', 'facilitator'))
  await press(desk, 'Ouvrir la demande de Rachel')
  await desk.getByText('819 555-0143').waitFor()
  await press(desk, 'Accueillir')
  expect(
    await desk.getByLabel('Organisme', { exact: true }).evaluate((one: HTMLSelectElement) => one.selectedOptions[0]!.text),
  ).toBe('Maison Lumen')
  await desk.getByRole('checkbox', { name: 'Groupe Laval' }).press('Space')
  await desk.getByLabel('Un mot de bienvenue').fill('Bienvenue Rachel, on se parle demain.')
  await press(desk, 'Accueillir')
  await desk.getByText('C’est fait : Rachel est membre').waitFor()
  expect((await mailed(email, 'Bienvenue, vous pouvez entrer')).text).toContain('on se parle demain')

  const known = (await mailedCodes(cercle, email)).length
  const { loginId } = await stranger.auth.requestCode({ email })
  const { access } = await stranger.auth.signIn({ loginId, code: await nextCode(cercle, email, known) })
  const rachel = createCercle({ server: cercle, community: 'a', token: access })
  const { viewer } = await rachel.communities.current()
  expect(viewer).toMatchObject({ name: 'Rachel', status: 'unsigned' })
  // that of the community, then that of the space which she was let into
  for (let charter = viewer!.charter; charter; charter = (await rachel.communities.current()).viewer!.charter)
    await rachel.charter.sign(await rachel.charter.read({ id: charter.id }))
  expect((await rachel.communities.current()).viewer).toMatchObject({ organisation: 'Maison Lumen', status: 'active' })
  expect((await rachel.spaces.list()).items.map(({ slug }) => slug)).toContain('laval')
  expect(complaints).toEqual([])
})

test('A2: without script she asks, is asked back, answers by her link, and is refused with a kind text', async () => {
  const email = 'florence@quai.example'
  const { page } = await opened({ javaScriptEnabled: false })
  await page.goto(`${cercle}/c/c`)
  await page.getByRole('link', { name: 'Demander à me joindre' }).click()
  await page.getByLabel('Votre prénom').fill('Florence')
  await page.getByLabel('Votre adresse courriel').fill('florence@')
  await page.getByLabel('Pourquoi voulez-vous vous joindre').fill('Pour écouter.')
  await page.getByRole('button', { name: 'Envoyer ma demande' }).click()
  await page.getByText('Il reste un détail à corriger').waitFor()
  await page.getByLabel('Votre adresse courriel').fill(email)
  await page.getByRole('button', { name: 'Envoyer ma demande' }).click()
  await page.getByRole('heading', { name: 'Demande reçue' }).waitFor()

  const desk = await atRequests('c', addressOf('c', 'facilitator'))
  await press(desk, 'Ouvrir la demande de Florence')
  await press(desk, 'Poser une question')
  await desk.getByLabel('Votre question').fill('Dans quelle équipe ?')
  await press(desk, 'Envoyer la question')
  await desk.getByText('La question est partie.').waitFor()

  // the link of the first mail still leads there
  const { text } = await mailed(email, 'Votre demande est reçue')
  await mailed(email, 'Une question sur votre demande')
  await page.goto(/http\S+\/join\/r\/\S+/u.exec(text)![0])
  await page.getByText('Dans quelle équipe ?').waitFor()
  await page.getByLabel('Votre réponse').fill('Celle du jour')
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await page.getByText('Celle du jour').waitFor()
  await mailed(addressOf('c', 'facilitator'), 'Une réponse vous attend')

  await desk.reload()
  await desk.locator('cercle-desk-requests, [name="email"]').first().waitFor()
  const again = (await desk.locator('cercle-desk-requests').count()) ? desk : await atRequests('c', addressOf('c', 'facilitator'))
  await press(again, 'Ouvrir la demande de Florence')
  await again.getByText('Celle du jour').waitFor()
  await press(again, 'Refuser')
  await again.getByLabel('Votre réponse, dans vos mots').fill('Merci Florence. Pas cette fois, mais écrivez-nous au printemps.')
  await press(again, 'Envoyer la réponse')
  await again.getByText('La réponse est partie à Florence.').waitFor()
  expect((await mailed(email, 'Réponse à votre demande')).text).toContain('écrivez-nous au printemps')
  // the form that was sent with half an address is answered as one that does not fit
  expect(complaints.filter((one) => !one.includes('400 (Bad Request)'))).toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCercle } from '@cercle/sdk'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { mailedCodes, nextCode } from './mailed-codes.ts'
import { visit } from './partner-page.ts'
import { addressOf, cercle, enter, sites } from './people.ts'

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

test('A1 A2 A3: she asks in the page of a partner, is let in where the facilitator chooses, enters by code, signs, and is greeted', async () => {
  const email = 'rachel@passerelle.example'
  const { page } = await opened()
  await page.goto(`${sites.a}/demande.html`)
  await page.locator('cercle-join[data-state="ready"]').waitFor()
  // nothing of Cercle's origin is in the page before she wants it, and no name but the one that the community chose to give
  expect(page.frames()).toHaveLength(1)
  const told = page.locator('cercle-join').getByText('Marie-Ève')
  await told.waitFor()
  expect(await told.innerText()).toBe(
    'Besoin d’aide pour entrer\u202f? Marie-Ève peut vous aider\u00a0: animation@alize.example · 819 555-0142',
  )
  expect(await page.locator('cercle-join').innerText()).not.toMatch(/Fatou|Josée|Nadia/u)
  await page.getByRole('button', { name: 'Demander à me joindre' }).click()
  const form = page.frameLocator('cercle-join iframe')
  await form.getByLabel('Votre prénom').fill('Rachel')
  await form.getByLabel('Votre adresse courriel').fill(email)
  await form.getByLabel('Votre organisme ou milieu').fill('maison lumen')
  await form.getByLabel('Votre région').fill('Outaouais')
  await form.getByLabel('Pourquoi voulez-vous vous joindre').fill('Je suis seule à faire ce travail.')
  await form.getByRole('radio', { name: 'Appelez-moi' }).press('Space')
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

  // she enters by code in the page of the partner, signs, and is greeted by the facilitator's name
  const rachel = await visit(browser, { cercle, url: sites.a })
  await rachel.whenReady()
  await rachel.signIn(email)
  const { inFeed } = rachel
  await inFeed.getByRole('heading', { name: 'La charte de la communauté' }).waitFor()
  await inFeed.getByRole('checkbox').press('Space')
  await inFeed.getByRole('button', { name: 'Signer la charte' }).press('Enter')
  await inFeed.getByRole('heading', { name: 'Bienvenue, Rachel' }).waitFor()
  await inFeed.getByText('Marie-Ève, qui anime').waitFor()

  // a gesture for one who told something, taken back and made again
  const step = (name: string) => inFeed.locator('cercle-first-steps li').filter({ hasText: name })
  const gesture = step('Faire un geste')
  await gesture.getByRole('button', { name: 'Merci, je m’en suis servie' }).press('Enter')
  await gesture.getByText('C’est fait').waitFor()
  await gesture.getByRole('button', { name: 'Reprendre ce geste' }).press('Enter')
  await gesture.getByRole('button', { name: 'Merci, je m’en suis servie' }).press('Enter')
  await gesture.getByText('C’est fait').waitFor()

  // hello by a card: who will read it is said before, and it is a discussion like another
  const hello = step('Dire bonjour d’un geste')
  await hello.getByRole('button', { name: 'Ou envoyer une carte' }).press('Enter')
  expect(await hello.getByText('Qui lira ceci').innerText()).toMatch(/\d+ personnes/u)
  await hello.getByRole('button', { name: 'j’ai hâte de lire vos expériences' }).press('Enter')
  await hello.getByText('C’est fait').waitFor()
  await rachel.row('Rachel vous dit bonjour').getByText('Rachel, Maison Lumen').waitFor()
  const member = await enter('a', 'member')
  const { items } = await member.discussions.threads({ kind: 'news' }).page()
  expect(items.filter(({ title }) => title === 'Rachel vous dit bonjour')).toMatchObject([
    { excerpt: 'Bonjour, j’ai hâte de lire vos expériences.' },
  ])

  // passed once, never again
  await inFeed.getByRole('button', { name: 'Passer, aller voir les discussions' }).press('Enter')
  await inFeed.locator('cercle-first-steps').waitFor({ state: 'detached' })
  await rachel.page.reload()
  await rachel.whenSignedIn()
  await rachel.row('Rachel vous dit bonjour').waitFor()
  expect(await inFeed.locator('cercle-first-steps').count()).toBe(0)
  // that of the space which she was let into has a charter of its own
  await inFeed.getByText('a une charte à lui').waitFor()
  expect([...complaints, ...rachel.complaints]).toEqual([])
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

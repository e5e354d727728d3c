import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { mailedCodes, nextCode } from './mailed-codes.ts'
import { addressOf, cercle, enter, sites } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const complaints: string[] = []
async function opened(url: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-CA', timezoneId: 'America/Toronto', colorScheme: 'light' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('console', (message) => {
    if (message.type() === 'error' || /content security policy/iu.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', ({ message }) => complaints.push(message))
  await page.goto(url)
  return page
}

/** To a room of the desk of a, by the keyboard alone. */
async function atTheDesk(room: string): Promise<Page> {
  const email = addressOf('a', 'facilitator')
  const page = await opened(`${cercle}/c/a/desk#${room}`)
  const known = (await mailedCodes(cercle, email)).length
  await page.locator('[name="email"]').fill(email)
  await page.keyboard.press('Enter')
  await page.locator('[name="code"]').fill(await nextCode(cercle, email, known))
  await page.keyboard.press('Enter')
  await page.locator('cercle-desk[data-state="ready"]').waitFor()
  return page
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).press('Enter')
/** Of words in the colour, as the browser paints them. */
const inkOf = (page: Page) => page.locator('.logo .mark').evaluate((mark) => getComputedStyle(mark).stroke)

test('R6 R64: a community says its own words, wears its colour and asks its own question, wherever it is read', async () => {
  const facilitator = await enter('a', 'facilitator')
  const [settings, form] = await Promise.all([facilitator.communities.settings(), facilitator.joining.form()])
  try {
    const plain = await opened(`${cercle}/c/a`)
    const ours = await inkOf(plain)

    const desk = await atTheDesk('look')
    await desk.getByLabel('Qui anime').fill('la gardienne du phare')
    await desk.getByLabel('Ce que vous êtes, sous le nom').fill('Veillée du phare')
    await desk.getByRole('checkbox', { name: 'Une couleur à nous' }).press('Space')
    await desk.locator('#accent').fill('#c2185b')
    await desk.getByText('Sur une page sombre, les mots seront plus clairs').waitFor()
    const button = desk.locator('.preview').first().getByRole('button', { name: 'Publier' })
    await expect.poll(() => button.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe('rgb(194, 24, 91)')
    await press(desk, 'Enregistrer')
    await desk.getByText('C’est enregistré, et montré à tout le monde.').waitFor()
    // the desk itself wears it at its next opening
    await desk.reload()
    await desk.locator('cercle-desk[data-state="ready"]').waitFor()
    const save = desk.getByRole('button', { name: 'Enregistrer', exact: true })
    await expect.poll(() => save.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe('rgb(194, 24, 91)')

    await desk.getByRole('link', { name: 'Arrivée' }).press('Enter')
    await press(desk, 'Ajouter une question')
    await desk.getByRole('textbox', { name: `Question ${form.questions.length + 1}` }).fill('Par quel phare passez-vous ?')
    await press(desk, /^Enregistrer$/u)
    await desk.getByText('C’est enregistré. Les demandes déjà reçues').waitFor()

    // without script
    await plain.reload()
    await plain.getByText('Veillée du phare').waitFor()
    expect(await inkOf(plain)).not.toBe(ours)
    await plain.getByRole('link', { name: 'Demander à me joindre' }).press('Enter')
    await plain.getByText('Seulement la gardienne du phare, personne d’autre.').waitFor()
    await plain.getByLabel('Par quel phare passez-vous ?').waitFor()

    // in the page of a partner, whose own colour comes first
    const partner = await opened(`${sites.a}/demande.html`)
    await partner.locator('cercle-join[data-state="ready"]').waitFor()
    await partner.getByRole('button', { name: 'Demander à me joindre' }).press('Enter')
    const inside = partner.frameLocator('cercle-join iframe')
    await inside.getByLabel('Par quel phare passez-vous ?').waitFor()
    await inside.getByText('Seulement la gardienne du phare, personne d’autre.').waitFor()
    expect(await inside.locator('link[href*="/assets/look-c2185b-auto.css"]').count()).toBe(1)
    const send = inside.getByRole('button', { name: 'Envoyer ma demande' })
    await expect.poll(() => send.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe('rgb(109, 63, 156)')

    // taken back, as the desk offers it
    await press(desk, 'Annuler')
    await desk.getByText('C’est annulé.').waitFor()
    expect(await facilitator.joining.form()).toEqual(form)
    for (const page of [plain, desk, partner]) await page.context().close()
    expect(complaints).toEqual([])
  } finally {
    await facilitator.communities.settle(settings)
    await facilitator.joining.settleForm(form)
  }
}, 120_000)

test('R10: what a community wants to do together is written at the desk, and read before joining', async () => {
  const facilitator = await enter('a', 'facilitator')
  const before = await facilitator.communities.aims()
  expect(before.aims.length).toBeGreaterThan(0)
  try {
    const desk = await atTheDesk('arrival')
    const area = desk.getByRole('textbox', { name: 'Une phrase par ligne' })
    expect(await area.inputValue()).toBe(before.aims.join('\n'))
    await area.fill('Tenir la lampe.\nVeiller les uns sur les autres.')
    await press(desk, 'Enregistrer les objectifs')
    await desk.getByText('C’est enregistré. On les lit déjà.').waitFor()

    const plain = await opened(`${cercle}/c/a`)
    await plain.getByRole('region', { name: 'Ce que nous voulons faire ensemble' }).getByText('Tenir la lampe.').waitFor()
    await plain.goto(`${cercle}/c/a/join`)
    await plain.getByText('Veiller les uns sur les autres.').waitFor()

    const partner = await opened(`${sites.a}/demande.html`)
    await partner.locator('cercle-join[data-state="ready"]').waitFor()
    await partner.getByRole('button', { name: 'Demander à me joindre' }).press('Enter')
    await partner.frameLocator('cercle-join iframe').getByText('Tenir la lampe.').waitFor()

    // taken back, as the desk offers it
    await press(desk, 'Annuler')
    await desk.getByText('C’est annulé.').waitFor()
    expect(await facilitator.communities.aims()).toEqual(before)
    for (const page of [plain, desk, partner]) await page.context().close()
    expect(complaints).toEqual([])
  } finally {
    await facilitator.communities.settleAims(before)
  }
}, 120_000)

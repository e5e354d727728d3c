import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, FrameLocator, Locator } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { visit, type PartnerPage } from './partner-page.ts'
import { addressOf, cercle, sites } from './people.ts'

let browser: Browser
let josee: PartnerPage
let fatou: PartnerPage
beforeAll(async () => {
  browser = await openBrowser()
  josee = await entered('member')
  fatou = await entered('restricted')
})
afterAll(() => browser.close())

async function entered(role: 'member' | 'restricted'): Promise<PartnerPage> {
  const partner = await visit(browser, { cercle, url: sites.a })
  await partner.whenReady()
  await partner.signIn(addressOf('a', role))
  return partner
}

const title = 'Comment annoncer qu’on ferme une heure plus tôt ?'
const body = 'Le lundi seulement. On ne veut inquiéter personne.'

interface Written {
  title: string
  body: string
  space: string
}

/** Writes a question up to the button; gives the form. */
async function write(inFeed: FrameLocator, { title: head, body: text, space }: Written): Promise<Locator> {
  await inFeed.getByRole('button', { name: 'Une question' }).press('Enter')
  const form = inFeed.locator('cercle-composer form')
  await form.locator('[name="body"]').fill(text)
  await form.locator('[name="title"]').fill(head)
  await form.locator('[name="space"]').selectOption(space)
  return form
}

const isAbove = async (upper: Locator, lower: Locator): Promise<boolean> =>
  (await upper.boundingBox())!.y + (await upper.boundingBox())!.height <= (await lower.boundingBox())!.y

describe('R56: a question and what becomes of it', () => {
  test('R44: she writes it, sees who will read it and how many, and publishes it', async () => {
    const form = await write(josee.inFeed, { title, body, space: 'entraide' })
    const audience = form.locator('[part~="audience"]')
    const words = await audience.innerText()
    expect(words).toMatch(/^Qui lira ceci\u202f\? \d+ personnes de la communauté/u)
    const send = form.locator('[part~="send"]')
    expect(await isAbove(audience, send)).toBe(true)
    await send.press('Enter')
    const count = /\d+/u.exec(words)![0]
    await josee.inFeed.getByText(`C’est publié. ${count} personnes pourront le lire.`).waitFor()
    await josee.row(title).waitFor()
    expect(josee.complaints).toEqual([])
  })

  test('another member finds it on the partner’s page, answers and reacts', async () => {
    await fatou.page.reload()
    await fatou.whenSignedIn()
    expect(await fatou.row(title).innerText()).toContain('Josée, Halte des Saules')
    const thread = await fatou.open(title)
    await thread.getByText(body).waitFor()
    await thread.getByRole('button', { name: 'Répondre à Josée' }).press('Enter')
    const answer = thread.locator('cercle-reply form')
    expect(await answer.locator('[part~="audience"]').innerText()).toMatch(/\d+ personnes/u)
    await answer.locator('[name="body"]').fill('Une affiche à la **bonne** hauteur, et un mot de vive voix.')
    await answer.locator('[part~="send"]').press('Enter')
    await thread.locator('cercle-post').getByText('et un mot de vive voix.').waitFor()
    await thread.getByRole('button', { name: 'Je me reconnais' }).first().press('Enter')
    await thread.getByRole('button', { name: 'Je me reconnais 1', pressed: true }).waitFor()
  })

  test('she reads the answer and the reaction', async () => {
    await josee.page.reload()
    await josee.whenSignedIn()
    const row = josee.row(title)
    await row.getByText('1 réponse').waitFor()
    await row.getByText('1 personne se reconnaît').waitFor()
    const thread = await josee.open(title)
    const answer = thread.locator('cercle-post').filter({ hasText: 'bonne' })
    await answer.getByText('Fatou').waitFor()
    expect(await answer.locator('strong').innerText()).toBe('bonne')
  })

  test('she changes her text; what it said before can be read', async () => {
    const opening = josee.inFeed.locator('cercle-thread cercle-post').first()
    await opening.getByRole('button', { name: 'Autres gestes' }).press('Enter')
    await opening.getByRole('button', { name: 'Modifier' }).press('Enter')
    const form = opening.locator('cercle-edit form')
    expect(await form.locator('[name="body"]').inputValue()).toBe(body)
    await form.locator('[name="body"]').fill('Le lundi et le mardi.')
    await form.getByRole('button', { name: 'Enregistrer' }).press('Enter')
    await opening.getByText('Le lundi et le mardi.').waitFor()
    await opening.getByRole('button', { name: 'modifié' }).press('Enter')
    await opening.getByRole('region', { name: 'Les textes d’avant' }).getByText(body).waitFor()
  })

  test('R34: she takes her answer back and puts it there again', async () => {
    const thread = fatou.inFeed.locator('cercle-thread')
    const own = thread.locator('ol cercle-post').last()
    await own.getByRole('button', { name: 'Autres gestes' }).press('Enter')
    await own.getByRole('button', { name: 'Retirer' }).press('Enter')
    await own.getByText('Votre message est retiré. Plus personne ne le voit.').waitFor()
    await own.getByRole('button', { name: 'Le remettre' }).press('Enter')
    await own.getByText('et un mot de vive voix.').waitFor()
  })

  test('R34: she publishes something else by mistake and undoes it at once: nobody finds it', async () => {
    const mistake = { title: 'Un titre parti trop vite', body: 'Pas fini.', space: 'entraide' }
    const form = await write(josee.inFeed, mistake)
    await form.locator('[part~="send"]').press('Enter')
    await josee.row(mistake.title).waitFor()
    await josee.inFeed.getByRole('button', { name: /^Annuler/ }).press('Enter')
    await josee.row(mistake.title).waitFor({ state: 'detached' })
    await fatou.page.reload()
    await fatou.whenSignedIn()
    await fatou.row(title).waitFor()
    expect(await fatou.row(mistake.title).count()).toBe(0)
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { mailedCodes, nextCode } from './mailed-codes.ts'
import { visit } from './partner-page.ts'
import { addressOf, cercle, enter, sites } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const complaints: string[] = []

/** To the desk, by the keyboard alone. */
async function atTheDesk(email: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-CA', timezoneId: 'America/Toronto' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', ({ message }) => complaints.push(message))
  await page.goto(`${cercle}/c/c/desk#people`)
  await signIn(page, email)
  return page
}

async function signIn(page: Page, email: string): Promise<void> {
  const known = (await mailedCodes(cercle, email)).length
  await page.locator('[name="email"]').fill(email)
  await page.keyboard.press('Enter')
  await page.locator('[name="code"]').fill(await nextCode(cercle, email, known))
  expect(await page.locator('[name="keep"]').count()).toBe(0)
  await page.keyboard.press('Enter')
  await page.locator('cercle-desk[data-state="ready"]').waitFor()
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).press('Enter')

test('R28 R57 R109: who facilitates arranges groups and spaces from her desk, and each text keeps its readers', async () => {
  const desk = await atTheDesk(addressOf('c', 'facilitator'))
  const [rosalie, emile, catherine] = await Promise.all([
    enter('c', 'member'),
    enter('c', 'restricted'),
    enter('c', 'facilitator'),
  ])
  const opened = await catherine.discussions.createThread({
    space: 'equipes',
    kind: 'question',
    title: 'Pour la nuit seulement',
    body: 'Qui garde la porte ouverte après minuit ?',
  })

  // what a member reads, before: not the space of the night
  await desk.getByLabel('Chercher un nom ou un organisme').fill('rosal')
  await expect.poll(() => desk.locator('.person').count()).toBe(1)
  await press(desk, 'Ouvrir la fiche de Rosalie')
  await press(desk, 'Regarder')
  await desk.getByText('Équipes de nuit, ne lit pas').waitFor()
  const { viewer } = await rosalie.communities.current()
  expect((await rosalie.privacy.journal().page()).items).toMatchObject([{ kind: 'seen_by', by: 'Catherine' }])

  // into the group of the night and out again, at once
  await desk.getByLabel('Ajouter à un groupe').selectOption({ label: 'Équipes de nuit' })
  await press(desk, 'Ajouter')
  await desk.getByText('Rosalie est dans Équipes de nuit.').waitFor()
  expect((await rosalie.spaces.list()).items.map(({ slug }) => slug)).toContain('nuit')
  await press(desk, 'Annuler')
  await desk.getByText('C’est annulé.').waitFor()
  expect((await rosalie.spaces.list()).items.map(({ slug }) => slug)).not.toContain('nuit')
  expect(viewer!.name).toBe('Rosalie')

  // a part of a space for the night alone: the discussion is there for some, and for others it never was
  await desk.getByRole('link', { name: 'Espaces' }).press('Enter')
  await press(desk, /^Diviser .Entre équipes/u)
  await desk.getByLabel('Nom du nouvel espace').fill('Portes de nuit')
  await desk.getByRole('radio', { name: 'Seulement certains groupes' }).press('Space')
  await desk.getByRole('checkbox', { name: /^Équipes de nuit, /u }).press('Space')
  await desk.getByRole('checkbox', { name: 'Pour la nuit seulement' }).press('Space')
  await press(desk, 'Créer l’espace')
  await desk.getByText('L’espace « Portes de nuit » est créé.').waitFor()
  const { id } = opened
  expect((await emile.discussions.thread({ id })).space.slug).toBe('portes-de-nuit')
  await expect(rosalie.discussions.thread({ id })).rejects.toMatchObject({ code: 'not_found' })

  // back together: told in the wider space, read by those who read it
  await press(desk, /^Joindre à un autre .Portes de nuit/u)
  await desk.getByLabel('À quel espace').selectOption({ label: 'Entre équipes' })
  await press(desk, /^Joindre$/u)
  await desk.getByText('« Portes de nuit » fait maintenant partie de « Entre équipes ».').waitFor()
  expect((await emile.discussions.thread({ id })).space.slug).toBe('equipes')
  await expect(rosalie.discussions.thread({ id })).rejects.toMatchObject({ code: 'not_found' })

  // another name and another place, and back: everybody sees them so at their next look
  const spacesOf = async () => (await rosalie.spaces.list()).items.map(({ slug, name }) => `${slug} ${name}`)
  const atFirst = await spacesOf()
  await press(desk, 'Renommer (Entre équipes)')
  await desk.getByLabel('Son nom').fill('D’une équipe à l’autre')
  await press(desk, /^Renommer$/u)
  await desk.getByText('« Entre équipes » s’appelle maintenant « D’une équipe à l’autre ».').waitFor()
  expect(await spacesOf()).toEqual(atFirst.map((one) => one.replace('Entre équipes', 'D’une équipe à l’autre')))
  await press(desk, 'Annuler')
  await desk.getByText('C’est annulé.').waitFor()
  await press(desk, 'Monter (Entre équipes)')
  await desk.getByText('« Entre équipes » est maintenant à la place 1 sur').waitFor()
  expect(await spacesOf()).not.toEqual(atFirst)
  await press(desk, 'Annuler')
  await desk.getByText('C’est annulé.').waitFor()
  expect(await spacesOf()).toEqual(atFirst)

  // a group that nobody else knows of
  await desk.getByRole('link', { name: 'Groupes' }).press('Enter')
  await desk.getByLabel('Nom', { exact: true }).fill('Comité de veille')
  await desk.getByRole('checkbox', { name: /^Groupe caché/u }).press('Space')
  await press(desk, 'Créer le groupe')
  await desk.getByText('Le groupe « Comité de veille » est créé.').waitFor()
  expect((await emile.groups.list()).items.map(({ name }) => name)).not.toContain('Comité de veille')

  // a new tab knows her; once she leaves, the page asks for a code again
  const tab = await desk.context().newPage()
  await tab.goto(`${cercle}/c/c/desk#groups`)
  await tab.getByRole('heading', { name: 'Comité de veille' }).waitFor()
  await press(desk, 'Se déconnecter')
  await desk.locator('[name="email"]').waitFor()
  await tab.locator('[name="email"]').waitFor()
  expect(complaints).toEqual([])
  await desk.context().close()
}, 90_000)

test('the desk is not for others: a member is told so, and her page of a partner shows no way there', async () => {
  const desk = await atTheDesk(addressOf('c', 'member'))
  await desk.getByText('Le bureau est pour les personnes qui animent cette communauté.').waitFor()
  expect(await desk.getByRole('navigation').count()).toBe(0)
  expect(await desk.title()).toBe('Espace')
  await desk.context().close()
  const partner = await visit(browser, { cercle, url: sites.c })
  await partner.whenReady()
  await partner.signIn(addressOf('c', 'facilitator'))
  const way = partner.inAccount.getByRole('link', { name: 'Bureau d’animation', exact: true })
  expect(await way.getAttribute('href')).toBe(`${cercle}/c/c/desk`)
  await partner.page.context().close()
}, 60_000)

test('a member who is suspended at the desk is out at once, on her partner’s page too, and in again when it is taken back', async () => {
  const email = addressOf('c', 'outsider')
  const aicha = await visit(browser, { cercle, url: sites.c })
  await aicha.whenReady()
  await aicha.signIn(email)
  const desk = await atTheDesk(addressOf('c', 'facilitator'))
  await desk.getByLabel('Chercher un nom ou un organisme').fill('aicha')
  await expect.poll(() => desk.locator('.person').count()).toBe(1)
  await press(desk, 'Ouvrir la fiche de Aïcha')
  await press(desk, 'Suspendre')
  await desk.getByText(/est en suspension\./u).waitFor()
  await aicha.page.reload()
  await aicha.feed.getByRole('button', { name: 'Entrer avec un code' }).waitFor()
  await press(desk, 'Annuler')
  await desk.getByText('C’est annulé.').waitFor()
  await aicha.signIn(email)
  await desk.context().close()
  await aicha.page.context().close()
}, 60_000)

test('R111: a new version of the charter goes out from the desk; members are asked to sign it, and the desk stays open', async () => {
  const desk = await atTheDesk(addressOf('c', 'facilitator'))
  const rosalie = await enter('c', 'member')
  expect((await rosalie.spaces.list()).items.map(({ slug }) => slug)).toContain('equipes')
  await desk.getByRole('link', { name: 'Charte' }).press('Enter')
  const text = desk.getByLabel('Le texte', { exact: true })
  await text.fill(`${await text.inputValue()}\n\nJe préviens avant de citer une collègue.`)
  await press(desk, 'Publier cette version')
  await desk.getByText('Chaque personne devra signer cette version.').waitFor()
  await press(desk, 'Publier et signer')
  await desk.getByText(/La version \d+ est publiée, et vous l’avez signée\./u).waitFor()
  const { viewer } = await rosalie.communities.current()
  expect(viewer!.status).toBe('unsigned')
  expect((await rosalie.spaces.list()).items.map(({ slug }) => slug)).toEqual(['accueil'])
  expect((await rosalie.charter.read({ id: viewer!.charter!.id })).text).toContain('Je préviens avant de citer une collègue.')
  // the journeys that come after find members who have signed
  for (const person of [rosalie, ...(await Promise.all([enter('c', 'restricted'), enter('c', 'outsider')]))]) {
    const { id, hash } = await person.charter.read({ id: viewer!.charter!.id })
    await person.charter.sign({ id, hash })
  }
  await desk.getByRole('link', { name: 'Personnes' }).press('Enter')
  await desk.locator('.person').first().waitFor()
  expect(complaints).toEqual([])
  await desk.context().close()
}, 60_000)

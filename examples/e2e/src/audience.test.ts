import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { allText, visit } from './partner-page.ts'
import { addressOf, cercle, enter, sites } from './people.ts'
import { callAs, sessionIn } from './session-in-frame.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const title = 'Une chambre pour trois nuits'

test('A6: a member posts to her sector alone; outside it there is nothing, by page, call, list or count', async () => {
  const josee = await visit(browser, { cercle, url: sites.a })
  await josee.whenReady()
  await josee.signIn(addressOf('a', 'member'))
  const carole = await visit(browser, { cercle, url: sites.a })
  await carole.whenReady()
  await carole.signIn(addressOf('a', 'outsider'))

  await josee.inFeed.getByRole('button', { name: 'Une question', exact: true }).press('Enter')
  const composer = josee.inFeed.locator('cercle-composer')
  await composer.locator('[name="body"]').fill('Qui a une chambre libre jusqu’à vendredi\u202f?')
  await composer.locator('[name="title"]').fill(title)
  await composer.locator('[name="space"]').selectOption('entraide')
  // who will read is opened and chosen by keyboard
  await composer.getByRole('button', { name: 'Voir qui, ou choisir' }).press('Enter')
  await composer.getByText('Leurs noms').waitFor()
  const counted = async () => Number.parseInt(await composer.getByText(/personnes liront ceci/u).innerText())
  const everybody = await counted()
  expect(everybody).toBeGreaterThan(6)
  await composer.getByRole('radio', { name: 'Un plus petit groupe' }).press('Space')
  await composer.getByRole('checkbox', { name: /^Maisons d’hébergement/u }).press('Space')
  await composer.getByText('Ni votre employeur, ni le site où vous êtes').waitFor()
  await expect.poll(counted).toBeLessThan(everybody)
  await composer.locator('[part~="send"]').press('Enter')
  const row = josee.inFeed.getByRole('button', { name: title })
  await row.waitFor()

  // in her sector it is read, and said to be for few
  const fatou = await enter('a', 'restricted')
  const found = (await fatou.discussions.threads({ space: 'entraide' }).page()).items.find((one) => one.title === title)
  expect(found).toMatchObject({ space: { slug: 'entraide' }, circle: { groups: ['Maisons d’hébergement'] } })
  const { id } = found!

  // outside it, nothing: not the page, not a list, not by its id, and no word that something came
  await carole.page.reload()
  await carole.whenSignedIn()
  expect(await allText(carole.frameOfFeed())).not.toContain(title)
  const session = await sessionIn(carole.frameOfFeed())
  const call = (path: string, input: unknown) => callAs(session, `${cercle}/c/a/trpc/${path}`, input)
  const hidden = await call('discussions.thread', { id })
  const absent = await call('discussions.thread', { id: '00000000-0000-7000-8000-000000000000' })
  expect([hidden.status, hidden.body]).toEqual([404, absent.body])
  expect((await call('spaces.audience', { thread: id })).status).toBe(404)
  expect((await call('discussions.reply', { id: crypto.randomUUID(), threadId: id, body: 'Texte' })).status).toBe(404)
  for (const input of [{}, { space: 'entraide' }, { kind: 'question' }])
    expect((await call('discussions.threads', { ...input, limit: 50 })).body).not.toContain(title)
  const page = await fetch(`${cercle}/c/a`)
  expect(await page.text()).not.toContain(title)
}, 90_000)

test('R80: who looked at what a member reads is in her account, with what the facilitator can see', async () => {
  const marie = await enter('a', 'facilitator')
  const carole = await enter('a', 'outsider')
  const { viewer } = await carole.communities.current()
  const seen = await marie.spaces.seenBy({ member: viewer!.memberId })
  expect(seen.items.find(({ space }) => space.slug === 'laval')).toMatchObject({ sees: false })
  const page = await visit(browser, { cercle, url: sites.a })
  await page.whenReady()
  await page.signIn(addressOf('a', 'outsider'))
  await page.inAccount.getByRole('button', { name: 'Ce que l’animatrice peut voir' }).press('Enter')
  await page.inAccount.getByText('Marie-Ève a regardé quels espaces vous lisez').first().waitFor()
}, 60_000)

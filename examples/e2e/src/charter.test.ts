import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { allText, visit } from './partner-page.ts'
import { addressOf, cercle, enter, hiddenFrom, sites } from './people.ts'
import { callAs, sessionIn } from './session-in-frame.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const calls = [
  ['communities.current', undefined],
  ['spaces.list', undefined],
  ['discussions.threads', {}],
  ['discussions.threads', { space: 'entraide' }],
  ['discussions.threads', { space: 'laval' }],
  ['charter.list', undefined],
] as const

test('A3: on first entry the member reads and signs the charter; without a signature the server returns no protected content', async () => {
  const hidden = hiddenFrom('a-unsigned')
  expect(hidden.length).toBeGreaterThan(8)
  const member = await enter('a', 'member')
  const { id: behind } = (await member.discussions.threads({ space: 'entraide' }).page()).items[0]!
  const ines = await visit(browser, { cercle, url: sites.a })
  await ines.whenReady()
  await ines.signIn(addressOf('a', 'unsigned'))

  // the charter stands in place of what members write; what is public is below it
  await ines.inFeed.getByRole('heading', { name: 'La charte de la communauté' }).waitFor()
  await ines.inFeed.getByText('Ce qui se dit ici reste ici.').waitFor()
  expect(await ines.inFeed.locator('article.row').count()).toBeGreaterThanOrEqual(3)
  expect(await ines.inFeed.locator('[part~="compose"]').count()).toBe(0)
  const seen = await allText(ines.frameOfFeed())
  for (const canary of hidden) expect(seen).not.toContain(canary)

  // nor does the server give any of it to a call with her own token
  const session = await sessionIn(ines.frameOfFeed())
  const call = (path: string, input: unknown) => callAs(session, `${cercle}/c/a/trpc/${path}`, input)
  const answers = await Promise.all(calls.map(async ([path, input]) => (await call(path, input)).body))
  for (const canary of [...hidden, 'Entraide', 'Josée', 'Groupe Laval']) expect(answers.join('\n')).not.toContain(canary)
  expect(answers[0]).toContain('"unsigned"')
  expect((await call('discussions.thread', { id: behind })).status).toBe(404)
  expect((await call('discussions.reply', { id: behind, threadId: behind, body: 'Texte' })).status).toBe(403)

  // without the box the button says what is missing; with it, she is in, and nothing was loaded again
  const { page } = ines
  let loads = 0
  page.on('framenavigated', () => (loads += 1))
  await ines.inFeed.getByRole('button', { name: 'Signer la charte' }).press('Enter')
  await ines.inFeed.getByText('cochez d’abord la case').waitFor()
  await ines.inFeed.getByRole('checkbox').press('Space')
  await ines.inFeed.getByRole('button', { name: 'Signer la charte' }).press('Enter')
  await ines.inFeed.getByText('Les espaces des membres sont ouverts.').waitFor()
  await ines.inFeed.locator('[part~="compose"]').waitFor()
  await expect.poll(() => ines.inFeed.getByRole('button', { name: 'Entraide', exact: true }).count()).toBe(1)
  expect(loads).toBe(0)
  expect((await call('discussions.thread', { id: behind })).status).toBe(200)

  // she is greeted by name, once: her first steps are hers to take or to pass
  await ines.inFeed.getByRole('heading', { name: 'Bienvenue, Ines' }).waitFor()
  await ines.inFeed.getByText('Marie-Ève, qui anime').waitFor()
  await ines.inFeed.getByRole('button', { name: 'Lire', exact: true }).press('Enter')
  await ines.inFeed.locator('cercle-first-steps').getByText('C’est fait').waitFor()
  await ines.inFeed.getByRole('button', { name: 'Passer, aller voir les discussions' }).press('Enter')
  await ines.inFeed.locator('cercle-first-steps').waitFor({ state: 'detached' })
  await expect.poll(async () => (await call('communities.current', undefined)).body).toContain('"firstSteps":null')
  // the space of her group has a charter of its own: still shut
  await ines.inFeed.getByText('a une charte à lui').waitFor()
  expect((await call('discussions.threads', { space: 'laval' })).status).toBe(404)

  // her account says when, proves it on paper without an address, and takes it back
  await ines.inAccount.getByText(/^Charte signée le .+, version 2\.$/u).waitFor()
  await ines.inAccount.getByRole('button', { name: 'La preuve à imprimer' }).press('Enter')
  await ines.inAccount.getByRole('heading', { name: 'Preuve de signature' }).waitFor()
  const proof = await allText(ines.frames().find((one) => new URL(one.url()).pathname.endsWith('/account'))!)
  expect(proof).toMatch(/Ines, Maison Lumen[\s\S]+Communauté Alizé[\s\S]+[0-9a-f]{64}[\s\S]+Ce qui se dit ici reste ici\./u)
  expect(
    page
      .frames()
      .map((frame) => frame.url())
      .join(' '),
  ).not.toContain(session.access)
  await ines.inAccount.getByRole('button', { name: 'Revenir à votre compte' }).press('Enter')
  await ines.inAccount.getByRole('button', { name: 'Retirer ma signature' }).press('Enter')
  await ines.inAccount.getByText('vous ne lirez plus ce que les membres écrivent').waitFor()
  await ines.inAccount.locator('.back').press('Enter')
  await ines.inAccount.getByText('Votre signature est retirée.').waitFor()
  expect((await call('discussions.thread', { id: behind })).status).toBe(404)
  // the other frame of the page hears of it by itself
  await ines.inFeed.getByRole('heading', { name: 'La charte de la communauté' }).waitFor()
  expect(await ines.inFeed.locator('[part~="compose"]').count()).toBe(0)
  await page.context().close()
})

test('A3: a person who has signed on one site is not asked again, and a community without a charter asks nobody', async () => {
  for (const [community, role] of [
    ['a', 'member'],
    ['b', 'member'],
    ['c', 'member'],
  ] as const) {
    const { viewer } = await (await enter(community, role)).communities.current()
    expect(viewer).toMatchObject({ status: 'active', charter: null })
  }
  expect((await (await enter('b', 'member')).charter.list()).items).toEqual([])
})

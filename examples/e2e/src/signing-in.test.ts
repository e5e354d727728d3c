import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { mailedCodes, nextCode } from './mailed-codes.ts'
import { allText, visit, type PartnerPage } from './partner-page.ts'
import { addressOf, cercle, enter, hiddenFrom, sites } from './people.ts'
import { callAs, sessionIn } from './session-in-frame.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const arrive = async (): Promise<PartnerPage> => {
  const partner = await visit(browser, { cercle, url: sites.a })
  await partner.whenReady()
  return partner
}
const leave = (partner: PartnerPage) => partner.page.context().close()
const isOut = (partner: PartnerPage) => expect.poll(() => partner.frames().length, { timeout: 20_000 }).toBe(0)
const current = `${cercle}/c/a/trpc/communities.current`

test('R34: enters with the code of her mail, after a wrong one; the page knows her after a reload; leaving shows the public page again', async () => {
  const josee = await arrive()
  const email = addressOf('a', 'member')
  const known = (await mailedCodes(cercle, email)).length
  await josee.openForm()
  await josee.askForCode(email)
  const code = await nextCode(cercle, email, known)
  await josee.giveCode(code === '12345678' ? '87654321' : '12345678')
  await josee.inFeed.getByRole('alert').filter({ hasText: 'Ce code ne marche pas.' }).waitFor()
  expect(await josee.inFeed.locator('[name="code"]').getAttribute('aria-invalid')).toBe('true')
  await josee.inFeed.getByText('Ça ne marche pas ? Marie-Ève peut vous aider :').waitFor()
  const ways = josee.inFeed.locator('cercle-reach').getByRole('link')
  expect(await ways.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
    'mailto:animation@alize.example',
    'tel:8195550142',
  ])
  await josee.giveCode(`${code.slice(0, 4)} ${code.slice(4)}`)
  await josee.whenSignedIn()
  await josee.inAccount.getByText('Josée').waitFor()

  await josee.page.reload()
  await josee.whenSignedIn()
  await josee.inFeed.locator('[part~="compose"]').waitFor()
  const session = await sessionIn(josee.frameOfFeed())
  expect((await callAs(session, current, undefined)).body).toContain('Josée')

  await josee.inAccount.getByRole('button', { name: 'Se déconnecter' }).press('Enter')
  await isOut(josee)
  await josee.feed.getByRole('button', { name: 'Entrer avec un code' }).waitFor()
  await josee.account.getByRole('button', { name: 'Entrer avec un code' }).waitFor()
  expect(await callAs(session, current, undefined)).toMatchObject({ status: 401 })
  await josee.page.reload()
  await josee.whenReady()
  expect(josee.frames()).toEqual([])
  await leave(josee)
})

/** What the second step says and shows, her address left out. */
async function wordsAfterAsking(email: string): Promise<string[]> {
  const partner = await arrive()
  await partner.openForm()
  await partner.askForCode(email)
  const words = [await partner.inFeed.locator('.sign-in').innerText()]
  await partner.giveCode('00000000')
  words.push(await partner.inFeed.getByRole('alert').innerText())
  await leave(partner)
  return words.map((text) => text.replace(/\S+•••@\S+/u, '…@…'))
}

test('a person who was removed reads the same words as a member, and no code leaves', async () => {
  const [removed, member] = [addressOf('a', 'removed'), addressOf('a', 'member')]
  const known = (await mailedCodes(cercle, member)).length
  expect(await wordsAfterAsking(removed)).toEqual(await wordsAfterAsking(member))
  await nextCode(cercle, member, known)
  expect(await mailedCodes(cercle, removed)).toEqual([])
})

test('a person whose request waits reads what is public, without a name, and is told that it waits', async () => {
  const member = await enter('a', 'member')
  const authors = (await member.discussions.threads().page()).items.map(({ author }) => author?.name)
  const amina = await arrive()
  await amina.signIn(addressOf('a', 'pending'))
  await amina.inAccount.getByText('Votre demande attend une réponse.').waitFor()
  expect(await amina.inFeed.locator('article.row').count()).toBeGreaterThanOrEqual(3)
  expect(await amina.inFeed.locator('[part~="compose"]').count()).toBe(0)
  const text = await allText(amina.frameOfFeed())
  for (const name of authors) expect(text).not.toContain(`${name},`)
  for (const canary of hiddenFrom('a-pending')) expect(text).not.toContain(canary)
  await leave(amina)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { mailedCodes, nextCode } from './mailed-codes.ts'
import { visit, type PartnerPage } from './partner-page.ts'
import { addressOf, cercle, enter, sites } from './people.ts'
import { startPlainSite } from './plain-site.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const title = 'Ma grille d’accueil courte : six questions'
const secret = 'La sixième, je la pose en premier maintenant.'

interface Mail {
  subject: string
  text: string
  html: string
  code: string | null
}

const newsTo = async (address: string): Promise<Mail[]> => {
  const mails = (await (await fetch(`${cercle}/dev/mail.json?to=${encodeURIComponent(address)}`)).json()) as Mail[]
  return mails.filter(({ code, subject }) => code === null && subject === 'Du nouveau pour vous')
}
const later = (advance: string) =>
  fetch(`${cercle}/dev/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance }),
  })

const bellOf = (page: PartnerPage) => page.inFeed.locator('cercle-notices[bell] .turns')
const countOf = async (page: PartnerPage) => Number(/\d+/u.exec(await bellOf(page).innerText())?.[0] ?? 0)

/** On a second site of the community, that has a feed alone. */
async function fatouAnswers(url: string): Promise<PartnerPage> {
  const email = addressOf('a', 'restricted')
  const fatou = await visit(browser, { cercle, url })
  await fatou.whenReady()
  const known = (await mailedCodes(cercle, email)).length
  await fatou.openForm()
  await fatou.askForCode(email)
  await fatou.giveCode(await nextCode(cercle, email, known))
  await fatou.inFeed.locator('cercle-feed-view[data-state="ready"]').waitFor()
  const thread = await fatou.open(title)
  await thread.getByRole('button', { name: 'Répondre à Josée' }).press('Enter')
  const answer = thread.locator('cercle-reply form')
  await answer.locator('[name="body"]').fill(secret)
  await answer.locator('[part~="send"]').press('Enter')
  await thread.locator('cercle-post').getByText(secret).waitFor()
  return fatou
}

test('R78: what is written on one site rings on another, leads there, and is told in a mail without a word of it', async () => {
  await using other = await startPlainSite(cercle, 'a', '127.0.0.2')
  const desk = await enter('a', 'facilitator')
  await desk.organisations.addSite({ name: 'Un autre site', origins: [new URL(other.url).origin] })
  const api = await enter('a', 'member')
  await api.notifications.setRhythm({ rhythm: 'at_once' })
  const josee = await visit(browser, { cercle, url: sites.a })
  await josee.whenReady()
  expect(await josee.page.locator('cercle-notices').count(), 'a stranger has no bell').toBe(0)
  await josee.signIn(addressOf('a', 'member'))

  // the demo has something for her already: replies, gestures, new discussions
  await expect.poll(() => countOf(josee)).toBeGreaterThan(1)
  const before = await countOf(josee)
  const kinds = new Set((await api.notifications.list().page()).items.map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual(['reaction', 'reply', 'thread'])

  // Fatou answers elsewhere: the bell changes by itself, and she who writes is left where she is
  await josee.inAccount.getByRole('button', { name: 'Se déconnecter' }).focus()
  const fatou = await fatouAnswers(other.url)
  await expect.poll(() => countOf(josee)).toBe(before + 1)
  await expect
    .poll(() => josee.inFeed.locator('cercle-notices[bell] [role="status"]').last().innerText())
    .toMatch(/^\d+ nouveautés pour vous$/u)
  expect(
    await josee.inAccount.getByRole('button', { name: 'Se déconnecter' }).evaluate((button) => button.matches(':focus')),
  ).toBe(true)

  // a mail waits a minute; it says neither who nor what, and stops by one gesture
  const address = addressOf('a', 'member')
  const known = (await newsTo(address)).length
  await later('PT2M')
  await expect.poll(async () => (await newsTo(address)).length, { timeout: 15_000 }).toBe(known + 1)
  const [mail] = await newsTo(address)
  for (const word of [secret, title, 'Fatou', 'Entraide'])
    expect(`${mail!.subject} ${mail!.text} ${mail!.html}`).not.toContain(word)
  const stop = /https?:\S+\/mail\/\S+/u.exec(mail!.text)![0]
  expect((await fetch(stop, { method: 'POST' })).status).toBe(200)
  expect((await api.notifications.rhythms()).general.rhythm).toBe('never')

  // the bell opens by the keyboard, and its line leads to the discussion
  await bellOf(josee).press('Enter')
  const line = josee.inFeed.getByRole('button', { name: `1 réponse dans « ${title} »` })
  await line.press('Enter')
  await josee.inFeed.locator('cercle-thread[data-state="ready"]').getByText(secret).waitFor()
  await expect.poll(() => countOf(josee)).toBe(before)

  // what she has seen in the account is seen in the feed
  await josee.inAccount.getByRole('button', { name: 'Ce qui vous concerne' }).press('Enter')
  await josee.inAccount.getByRole('button', { name: 'J’ai tout vu' }).press('Enter')
  await bellOf(josee).filter({ hasText: 'Rien de nouveau' }).waitFor()

  expect([...josee.complaints, ...fatou.complaints]).toEqual([])
  await Promise.all([josee.page.context().close(), fatou.page.context().close()])
})

test('in an account alone, a line opens its discussion in the same frame, and closing leads back to it', async () => {
  const carole = await visit(browser, { cercle, url: sites.a })
  await carole.whenReady()
  await carole.signIn(addressOf('a', 'outsider'))
  await carole.inAccount.getByRole('button', { name: 'Ce qui vous concerne' }).press('Enter')
  const line = carole.inAccount.locator('cercle-notices .way').first()
  const words = await line.innerText()
  await line.press('Enter')
  const thread = carole.inAccount.locator('cercle-thread[data-state="ready"]')
  await thread.waitFor()
  await thread.locator('.close').press('Enter')
  await thread.waitFor({ state: 'detached' })
  await expect.poll(() => carole.inAccount.locator('cercle-notices .way:focus').innerText()).toBe(words)
  expect(carole.complaints).toEqual([])
  await carole.page.context().close()
})

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Browser } from 'playwright-core'
import { ssoSite } from '@cercle/example-express-sso'
import { openBrowser } from './browser.ts'
import { mailedCodes, nextCode } from './mailed-codes.ts'
import { visit, type PartnerPage } from './partner-page.ts'
import { addressOf, cercle, enter, guide } from './people.ts'

/** Other journeys let time go by in the demo; a partner whose clock is behind is not believed. */
async function followClock(): Promise<void> {
  const answer = await fetch(`${cercle}/dev/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: 'PT1S' }),
  })
  const { now } = (await answer.json()) as { now: string }
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(now), shouldAdvanceTime: true })
}

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
  await followClock()
})
afterAll(async () => {
  vi.useRealTimers()
  await browser.close()
})

/** The example, on an origin that is another site than Cercle’s, known to the desk. */
async function startIntranet() {
  const { privateKey: key, publicKey } = await generateKeyPair('EdDSA')
  const kid = 'intranet-1'
  const server = createServer((req, res) => void app(req, res))
  const origin = () => `http://127.0.0.3:${(server.address() as AddressInfo).port}`
  const app = ssoSite({ cercle, community: 'a', issuer: 'https://intranet.example', origin, kid, key })
  server.listen(0, '127.0.0.3')
  await once(server, 'listening')
  const desk = await enter('a', 'facilitator')
  const { id: site } = await desk.organisations.addSite({ name: 'Intranet', origins: [origin()] })
  const jwk = { ...(await exportJWK(publicKey)), kid }
  await desk.organisations.setSignIn({ site, issuer: 'https://intranet.example', keys: [jwk] })
  return {
    origin: origin(),
    seen: async () => (await desk.organisations.sites()).seen.map(({ origin: one }) => one),
    switch: (on: boolean) => desk.organisations.switchSignIn({ site, on }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const restricted = guide.canaries.find(
  ({ readableBy }) => readableBy.includes('a-restricted') && !readableBy.includes('a-outsider'),
)!
const more = (page: PartnerPage) => page.inFeed.locator('cercle-more-spaces')
const canary = (page: PartnerPage) => page.inFeed.locator('article.row').filter({ hasText: restricted.text })
const pressEnter = (page: PartnerPage) => page.feed.getByRole('button', { name: 'Entrer avec un code' }).press('Enter')

test('R111: who is signed in on her own site enters with a code once, and then by its word, which opens nothing restricted', async () => {
  await using intranet = await startIntranet()
  const email = addressOf('a', 'restricted')
  const fatou = await visit(browser, { cercle, url: `${intranet.origin}/entrer/u-17` })
  await fatou.whenReady()

  // the first time: the site is known, who it is here is not
  await pressEnter(fatou)
  await fatou.inFeed.getByText('La première fois seulement').waitFor()
  const known = (await mailedCodes(cercle, email)).length
  await fatou.askForCode(email)
  await fatou.giveCode(await nextCode(cercle, email, known))
  await fatou.whenSignedIn()
  expect(await more(fatou).count()).toBe(0)
  await canary(fatou).waitFor()

  // the desk knows that the page works
  await expect.poll(() => intranet.seen()).toContain(intranet.origin)

  // then no code: what all members read, and the offer
  const mails = (await mailedCodes(cercle, email)).length
  await fatou.inAccount.getByRole('button', { name: 'Se déconnecter' }).press('Enter')
  await fatou.page.locator('cercle-feed:not(:has(iframe))').waitFor()
  await pressEnter(fatou)
  await fatou.whenSignedIn()
  await more(fatou).getByText('Intranet a dit qui vous êtes').waitFor()
  expect(await canary(fatou).count()).toBe(0)
  expect((await mailedCodes(cercle, email)).length).toBe(mails)

  // a code opens the rest, without an address to type
  await more(fatou).getByRole('button', { name: 'Recevoir un code' }).press('Enter')
  await more(fatou)
    .locator('#code')
    .fill(await nextCode(cercle, email, mails))
  await more(fatou).getByRole('button', { name: 'Ouvrir' }).press('Enter')
  await canary(fatou).waitFor()
  await more(fatou).waitFor({ state: 'detached' })
  expect(fatou.complaints).toEqual([])

  // switched off at the desk: it is over at once, in words, or in the page of a stranger when something was asked meanwhile
  await intranet.switch(false)
  const stranger = fatou.page.locator('cercle-feed cercle-feed-view')
  const over = fatou.inFeed.getByText('Votre session est terminée')
  await expect.poll(async () => (await over.count()) + (await stranger.count()), { timeout: 20_000 }).toBeGreaterThan(0)

  // then she is a stranger again, and the form is there
  await fatou.page.reload()
  await stranger.waitFor()
  await pressEnter(fatou)
  await fatou.inFeed.getByText('n’a pas pu dire qui vous êtes').waitFor()
  expect(await fatou.inFeed.locator('[name="email"]').isVisible()).toBe(true)
})

test('who is not signed in on her own site finds the form, as always', async () => {
  await using intranet = await startIntranet()
  const stranger = await visit(browser, { cercle, url: intranet.origin })
  await stranger.whenReady()
  await stranger.openForm()
  expect(await stranger.inFeed.getByText('qui vous êtes').count()).toBe(0)
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { forge } from './hostile/forgery.ts'
import { drawGallery } from './hostile/gallery.ts'
import type { HostKind } from './hostile/hosts.ts'
import { changesIn, takeStock } from './hostile/inventory.ts'
import { foreignParts, observe, watchPage, type Incident } from './hostile/observer.ts'
import { flat, showAll, textsOf } from './hostile/reading.ts'
import { vectors } from './hostile/vectors.ts'
import {
  bodies,
  charters,
  isFull,
  names,
  requests,
  siteHosts,
  startHostileWorld,
  texts,
  type HostileWorld,
} from './hostile/world.ts'
import { publishByProgram } from './hostile/program.ts'
import { mailedCodes, nextCode } from './mailed-codes.ts'
import { PartnerPage } from './partner-page.ts'

let browser: Browser
let world: HostileWorld
beforeAll(async () => {
  ;[browser, world] = await Promise.all([openBrowser(), startHostileWorld()])
  await publishByProgram(world)
})
afterAll(async () => {
  await browser?.close()
  await world?.[Symbol.asyncDispose]()
})

const ours = 'cercle-feed, cercle-account, cercle-community, #gallery'
const inFrame = 'main, #gallery'
const inDesk = 'main'
const email = 'm0@h.example'

interface Visit {
  context: BrowserContext
  partner: PartnerPage
  page: Page
  incidents: Incident[]
}

async function open(address: string): Promise<Visit> {
  const context = await browser.newContext({ locale: 'fr-CA', timezoneId: 'America/Toronto' })
  const incidents = await observe(context)
  await takeStock(context)
  const page = await context.newPage()
  await page.setViewportSize({ width: 1280, height: 2400 })
  const partner = new PartnerPage(page, world.cercle)
  await page.goto(address)
  watchPage(page, incidents)
  return { context, partner, page, incidents }
}
const openHost = (kind: HostKind, query = '') => open(`${world.hosts[kind].origin}/${query}`)

/** The box of an element says nothing where the site's own rules take it away; what is inside is looked at. */
async function whenReady({ page, feed }: PartnerPage): Promise<void> {
  for (const one of ['feed', 'account']) await page.locator(`cercle-${one}[data-state="ready"]`).waitFor({ state: 'attached' })
  await feed.locator('article.row').first().waitFor()
}

async function signIn(partner: PartnerPage): Promise<Frame> {
  const known = (await mailedCodes(world.cercle, email)).length
  await partner.openForm()
  // by the keyboard: once a window was opened from the page, Chromium under automation gives presses on the frame to the page
  const address = partner.inFeed.locator('[name="email"]')
  await address.fill(email)
  await address.press('Enter')
  const code = partner.inFeed.locator('[name="code"]')
  await code.fill(await nextCode(world.cercle, email, known))
  await code.press('Enter')
  await partner.whenSignedIn()
  return partner.frameOfFeed()
}

/** All discussions, then one with all its answers: every title, excerpt, message, name and organisation. */
async function readAll(partner: PartnerPage, place: Page | Frame): Promise<void> {
  const within = place === partner.page ? partner.feed : partner.inFeed
  await showAll(place, 'Discussions plus anciennes')
  expect(await textsOf(place, 'article.row :is(h2, h3)')).toEqual(expect.arrayContaining(texts.map(flat)))
  await within.locator('article.row').filter({ hasText: 'canari(0)' }).last().getByRole('button').first().click()
  await within.locator('cercle-thread[data-state="ready"]').waitFor()
  await showAll(place, 'Réponses suivantes')
  expect(await within.locator('cercle-thread cercle-post').count()).toBeGreaterThan(bodies.length)
}

/** Each charter that she signed, in its proof. */
async function readCharters(partner: PartnerPage): Promise<void> {
  const { inAccount } = partner
  const proofs = inAccount.getByRole('button', { name: 'La preuve à imprimer' })
  await proofs.first().waitFor()
  expect(await proofs.count()).toBe(charters.length)
  for (let index = 0; index < charters.length; index += 1) {
    await proofs.nth(index).press('Enter')
    const proof = inAccount.locator('cercle-charter-proof')
    await proof.getByText('canari').first().waitFor()
    for (const one of partner.frames()) expect(await foreignParts(one, inFrame)).toEqual([])
    await proof.getByRole('button', { name: 'Revenir à votre compte' }).first().press('Enter')
  }
}

/** Elements that ask the server at once, as many as a page may have. */
const AT_ONCE = 30

/** In the page of a host: an element for each text, which it has in every attribute and for every value of its look, in place of those before. */
function dressElements(given: string[]): void {
  document.querySelectorAll('.dressed').forEach((one) => one.remove())
  for (const [index, text] of given.entries()) {
    const element = document.createElement(index % 2 ? 'cercle-feed' : 'cercle-account')
    element.className = 'dressed'
    element.setAttribute('community', index % 3 ? 'h' : text)
    for (const name of ['space', 'lang', 'theme']) element.setAttribute(name, text)
    for (const name of ['accent', 'ground', 'font', 'font-heading', 'radius']) element.style.setProperty(`--cercle-${name}`, text)
    document.body.append(element)
  }
}

test('what runs is seen: as markup in a page, hundreds of the vectors do', async () => {
  expect(vectors.length).toBeGreaterThanOrEqual(500)
  expect(new Set(vectors.map(({ text, id }) => text.replaceAll(String(id), ''))).size).toBeGreaterThan(500)
  const { context, page, incidents } = await openHost('plain', '?without')
  await page.evaluate(
    ([given, asDocuments]) => {
      for (const text of given) {
        // what this product does nowhere
        Reflect.set(document.body.appendChild(document.createElement('div')), 'innerHTML', text)
        if (!asDocuments) continue
        const { contentDocument } = document.body.appendChild(document.createElement('iframe'))
        Reflect.apply(Reflect.get(contentDocument!, 'write') as () => void, contentDocument, [text])
        contentDocument!.close()
      }
      for (const element of document.querySelectorAll('*'))
        for (const { name } of element.attributes) if (name.startsWith('on')) element.dispatchEvent(new Event(name.slice(2)))
      for (const link of document.querySelectorAll<HTMLAnchorElement>('a')) if (link.protocol === 'javascript:') link.click()
    },
    // as documents of their own too, in the long form: each is a frame
    [vectors.map(({ text }) => text), isFull] as const,
  )
  const ran = () =>
    new Set(incidents.flatMap(({ what, detail }) => (/called|asked/u.test(what) ? (/\d+$/u.exec(detail)?.[0] ?? []) : [])))
  await expect.poll(() => ran().size, { timeout: 20_000 }).toBeGreaterThan(isFull ? 250 : 200)
  const families = new Set(vectors.filter(({ id }) => ran().has(String(id))).map(({ family }) => family))
  for (const family of ['tags', 'events', 'drawings', 'links', 'breakouts', 'hidden', 'mutations', 'sheets', 'polyglots'])
    expect([...families]).toContain(family)
  expect(new Set(incidents.map(({ what }) => what))).toContain('asked')
  await context.close()
})

describe.each(['plain', 'strict', 'hostile'] as const)('on the %s host', (kind) => {
  test('a stranger is shown every vector as text, nothing runs, and the page keeps what it had', async () => {
    const { context, partner, page, incidents } = await openHost(kind)
    await whenReady(partner)
    await readAll(partner, page)
    expect(await partner.feed.locator('article.row').first().isVisible()).toBe(true)
    expect(await foreignParts(page, ours)).toEqual([])
    expect(await changesIn(page)).toEqual([])
    expect([incidents, partner.complaints]).toEqual([[], []])
    await context.close()
  })

  // the frames are the same everywhere: the short form takes the host that does most to them
  test.runIf(isFull || kind === 'hostile')(
    'a member too, in the frames; she enters and writes, and the page keeps what it had',
    async () => {
      const { context, partner, page, incidents } = await openHost(kind)
      await whenReady(partner)
      const frame = await signIn(partner)
      await readAll(partner, frame)
      // by the keyboard too, for the same reason
      await partner.inFeed.getByRole('button', { name: 'Une question' }).press('Enter')
      const composer = partner.inFeed.locator('cercle-composer')
      await composer.locator('[name="space"]').selectOption('groups')
      await composer.getByRole('button', { name: 'Voir qui' }).press('Enter')
      const title = `${kind} <img src=x onerror=canari(0)>`
      await composer.locator('[name="title"]').fill(title)
      await composer.locator('[name="body"]').fill(bodies.at(-1)!)
      await composer.locator('[part~="send"]').press('Enter')
      await partner.row(title).waitFor()
      const byProgram = await partner.open('Par un programme')
      await byProgram.getByRole('button', { name: 'voir les textes d’avant' }).first().click()
      await byProgram.getByText('Remplacé').first().waitFor()
      await readCharters(partner)
      for (const one of partner.frames()) expect(await foreignParts(one, inFrame)).toEqual([])
      expect(await changesIn(page)).toEqual([])
      expect([incidents, partner.complaints]).toEqual([[], []])
      await context.close()
    },
  )

  test.runIf(isFull)('nothing runs in the community’s own element, nor from any attribute or value of the look', async () => {
    const { context, page, incidents } = await openHost(kind, '?only=community')
    await page.locator('cercle-community[data-state="ready"]').waitFor({ state: 'attached' })
    const loading = page.locator(':is(cercle-feed, cercle-account)[data-state=loading]')
    for (let from = 0; from < texts.length; from += AT_ONCE) {
      await page.evaluate(dressElements, texts.slice(from, from + AT_ONCE))
      await expect.poll(() => loading.count(), { timeout: 60_000 }).toBe(0)
      expect(await foreignParts(page, ours)).toEqual([])
    }
    expect(incidents).toEqual([])
    await context.close()
  })
})

test.runIf(isFull)('every name alone, in the views that show one, in the page of a frame', async () => {
  const { context, partner, incidents } = await openHost('strict')
  await whenReady(partner)
  const frame = await signIn(partner)
  await partner.inFeed.locator('cercle-feed-view').waitFor()
  const given = vectors.map(({ text }) => text)
  expect(await drawGallery(frame, given, ['cercle-sign-in', 'cercle-feed-view'])).toEqual({
    'cercle-sign-in': given.length,
    'cercle-feed-view': given.length,
  })
  const account = partner.frames().find((one) => one.url().includes('/account'))!
  expect(await drawGallery(account, given, ['cercle-account-view'])).toEqual({ 'cercle-account-view': given.length })
  for (const one of partner.frames()) expect(await foreignParts(one, inFrame)).toEqual([])
  expect(incidents).toEqual([])
  await context.close()
})

test.runIf(isFull)('nothing runs in the pages without script, in the page of a frame by itself, or in a mail', async () => {
  const { context, page, incidents } = await open(`${world.cercle}/c/h`)
  incidents.length = 0
  const read = async (address: string) => {
    await page.goto(address)
    expect(await foreignParts(page, 'body')).toEqual([])
    return page.locator('a[rel=next]').evaluateAll(([next]) => (next as HTMLAnchorElement | undefined)?.href)
  }
  const titles: string[] = []
  for (let next: string | undefined = `${world.cercle}/c/h`; next;) {
    next = await read(next)
    titles.push(...(await page.locator('article.row h2').allInnerTexts()).map(flat))
  }
  expect(titles).toEqual(expect.arrayContaining(texts.map(flat)))
  const withAnswers =
    (await page.goto(`${world.cercle}/c/h?space=s0`)) && page.locator('article.row a').filter({ hasText: 'canari(0)' })
  for (let next: string | undefined = await withAnswers!.first().evaluate((link) => (link as HTMLAnchorElement).href); next;)
    next = await read(next)
  for (const text of texts)
    await read(`${world.cercle}/c/h?${new URLSearchParams({ space: text, kind: text, cursor: text }).toString()}`)
  for (const host of siteHosts(world)) await read(`${world.cercle}/frame/${host}/feed?community=h`)
  const mails = await world.askCodes(email)
  expect(mails.length).toBeGreaterThan(20)
  await page.goto(`${world.hosts.plain.origin}/?without`)
  await page.evaluate(async (all) => {
    for (const text of all) {
      const frame = document.createElement('iframe')
      const isLoaded = new Promise((done) => frame.addEventListener('load', done))
      Reflect.set(frame, 'srcdoc', text)
      document.body.append(frame)
      await isLoaded
    }
  }, mails)
  expect(incidents.filter(({ what }) => what !== 'moved' && what !== 'refused')).toEqual([])
  await context.close()
})

test('who facilitates is shown every name and title as text at her desk, and nothing runs', async () => {
  const { context, page, incidents } = await open(`${world.cercle}/c/h/desk#people`)
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  const known = (await mailedCodes(world.cercle, email)).length
  await page.locator('[name="email"]').fill(email)
  await page.keyboard.press('Enter')
  await page.locator('[name="code"]').fill(await nextCode(world.cercle, email, known))
  await page.keyboard.press('Enter')
  await page.locator('.person').first().waitFor()
  await showAll(page, 'Voir plus')
  expect(await page.locator('.person').count()).toBe(texts.length)
  await page
    .getByRole('button', { name: /^Ouvrir la fiche de/u })
    .first()
    .press('Enter')
  await page.getByRole('button', { name: 'Regarder' }).press('Enter')
  await page.locator('.seen li').first().waitFor()
  expect(await page.locator('.seen li').count()).toBe(names.length + charters.length)
  expect(await foreignParts(page, inDesk)).toEqual([])
  await page.getByRole('link', { name: 'Groupes' }).press('Enter')
  await page.locator('cercle-desk-groups form').waitFor()
  expect(await page.locator('cercle-desk-groups li').count()).toBe(names.length)
  expect(await foreignParts(page, inDesk)).toEqual([])
  await page.getByRole('link', { name: 'Espaces' }).press('Enter')
  for (const what of ['Joindre à un autre', 'Diviser']) {
    await page
      .getByRole('button', { name: new RegExp(`^${what}`, 'u') })
      .first()
      .press('Enter')
    await page.locator('cercle-desk-spaces form').waitFor()
    expect(await foreignParts(page, inDesk)).toEqual([])
  }
  expect(await page.locator('[name="thread"]').count()).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'À faire' }).press('Enter')
  await page.locator('cercle-desk-work li').first().waitFor()
  expect(await foreignParts(page, inDesk)).toEqual([])
  await page.getByRole('link', { name: 'Demandes', exact: true }).press('Enter')
  await page.locator('cercle-desk-requests .row-top').first().waitFor()
  await showAll(page, 'Voir plus')
  expect(await page.locator('cercle-desk-requests .row-top').count()).toBe(requests.length)
  await page
    .getByRole('button', { name: /^Ouvrir la demande de/u })
    .first()
    .press('Enter')
  await page.locator('cercle-desk-request').first().waitFor()
  expect(await foreignParts(page, inDesk)).toEqual([])
  // from room to room
  expect(incidents.map(({ what, detail }) => [what, new URL(detail).hash])).toEqual([
    ['moved', '#groups'],
    ['moved', '#spaces'],
    ['moved', '#work'],
    ['moved', '#requests'],
  ])
  expect(complaints).toEqual([])
  await context.close()
})

test('what is forged is not heard: from the page, another frame, a window, or made up', async () => {
  const { context, partner, page, incidents } = await openHost('plain')
  await whenReady(partner)
  expect(await forge(page)).toMatchObject({ heard: 0 })
  const frame = await signIn(partner)
  const before = await frame.evaluate(() => [
    document.documentElement.lang,
    document.documentElement.style.cssText,
    document.body.innerText,
  ])
  const { heard, sent } = await forge(page)
  expect([heard, sent > 100]).toEqual([0, true])
  expect(
    await frame.evaluate(() => [document.documentElement.lang, document.documentElement.style.cssText, document.body.innerText]),
  ).toEqual(before)
  await partner.whenSignedIn()
  expect(await partner.feed.locator('dialog[open]').count()).toBe(0)
  expect(incidents.filter(({ what }) => what === 'asked' || what === 'moved')).toEqual([])
  await context.close()
})

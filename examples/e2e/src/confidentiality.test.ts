import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { newId } from '@cercle/sdk'
import type { ErrorCode } from '@cercle/server'
import { openBrowser } from './browser.ts'
import { allText, visit, type PartnerPage } from './partner-page.ts'
import { addressOf, cercle, enter, guide, hiddenFrom, sites } from './people.ts'
import { callAs, sessionIn } from './session-in-frame.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const group = 'Groupe Laval'
const title = 'Le local de la rue des Pins'
const secret = 'canari-nouveau-5h2x'

/** All that the server says to this page and to its frames, as it arrives. */
function listenTo(page: Page, heard: string[]): void {
  page.on('response', (response) => {
    if (response.url().startsWith(`${cercle}/c/`))
      response.text().then(
        (body) => heard.push(body),
        () => undefined,
      )
  })
}

/** What is in the page, and apart from it what is in Cercle's elements and frames. */
async function shown(partner: PartnerPage): Promise<{ page: string; cercle: string }> {
  const elements = await allText(partner.page, 'cercle-feed, cercle-account')
  const frames = await Promise.all(partner.frames().map((frame) => allText(frame)))
  return { page: await allText(partner.page), cercle: [elements, ...frames].join('\n') }
}

describe('R58: a space of a hidden group', () => {
  test('is read and written by a member of the group', async () => {
    const fatou = await visit(browser, { cercle, url: sites.a })
    await fatou.whenReady()
    await fatou.signIn(addressOf('a', 'restricted'))
    await fatou.inFeed.getByRole('button', { name: group }).press('Enter')
    await fatou.inFeed.getByText('personnes du groupe peuvent lire').waitFor()
    await fatou.inFeed.getByRole('button', { name: 'Écrire au groupe, quelques mots suffisent' }).press('Enter')
    await fatou.inFeed.getByRole('button', { name: 'Raconter une expérience' }).press('Enter')
    const form = fatou.inFeed.locator('cercle-composer form')
    await form.locator('[name="body"]').fill(`Deux personnes sont venues. ${secret}`)
    await form.locator('[name="title"]').fill(title)
    expect(await form.locator('[part~="audience"]').innerText()).toMatch(/Qui lira ceci\u202f\? \d+ personnes du groupe Laval/u)
    await form.locator('[part~="send"]').press('Enter')
    await fatou.row(title).waitFor()
    await fatou.page.context().close()
  })

  test('does not exist for an outsider: not in her page, not in what it is told, not when she asks for it', async () => {
    const heard: string[] = []
    const carole = await visit(browser, { cercle, url: sites.a, before: async (page) => listenTo(page, heard) })
    await carole.whenReady()
    await carole.signIn(addressOf('a', 'outsider'))
    const tabs = await carole.inFeed.getByRole('navigation', { name: 'Espaces' }).getByRole('button').allInnerTexts()
    expect(tabs).toEqual(['Toute la communauté', 'Accueil', 'Entraide'])
    const older = carole.inFeed.getByRole('button', { name: 'Discussions plus anciennes' })
    while (await older.count()) {
      const before = await carole.inFeed.locator('article.row').count()
      await older.press('Enter')
      await expect.poll(() => carole.inFeed.locator('article.row').count(), { timeout: 20_000 }).toBeGreaterThan(before)
    }
    await carole.open('Ma grille d’accueil courte : six questions')

    const words = await shown(carole)
    // she is shown what is hers to read
    expect(words.cercle).toContain('canari-a-entraide-4m9t')
    const told = heard.join('\n')
    expect(told).toContain('canari-a-entraide-4m9t')
    for (const forbidden of [...hiddenFrom('a-outsider'), secret, title, group])
      for (const place of [words.page, words.cercle, told]) expect(place).not.toContain(forbidden)
    // the partner's own page names the town
    for (const place of [words.cercle, told]) expect(place).not.toMatch(/laval/iu)
    await refusals(carole)
    await carole.page.context().close()
  })
})

/** Her own token, and the id of what she may not know of: the very answer that a made-up id gets. */
async function refusals(carole: PartnerPage): Promise<void> {
  const fatou = await enter('a', 'restricted')
  const [thread] = (await fatou.discussions.threads({ space: 'laval' }).page()).items
  expect(thread).toMatchObject({ space: { slug: 'laval' } })
  const session = await sessionIn(carole.frameOfFeed())
  const call = (procedure: string, input: unknown) => callAs(session, `${cercle}/c/a/trpc/${procedure}`, input)
  const known = thread!.id
  // what another journey told to fewer is not hers either
  const forAll = (await fatou.discussions.threads({ space: 'entraide' }).page()).items.find(({ circle }) => circle === null)
  expect(await call('discussions.thread', { id: forAll!.id })).toMatchObject({ status: 200 })
  const asks: [string, (id: string) => unknown][] = [
    ['discussions.thread', (id) => ({ id })],
    ['discussions.source', (id) => ({ id })],
    ['discussions.revisions', (id) => ({ id })],
    ['discussions.markRead', (id) => ({ id })],
    ['discussions.withdraw', (id) => ({ id })],
    ['discussions.react', (id) => ({ postId: id, key: 'thanks', on: true })],
    ['discussions.edit', (id) => ({ id, body: 'Essai' })],
    ['discussions.reply', (id) => ({ id: newId(), threadId: id, body: 'Essai' })],
  ]
  for (const [procedure, input] of asks) {
    const answer = await call(procedure, input(known))
    expect(answer, procedure).toMatchObject({ status: 404 })
    expect(JSON.parse(answer.body), procedure).toMatchObject([{ error: { data: { code: 'not_found' satisfies ErrorCode } } }])
    expect(await call(procedure, input(newId())), procedure).toEqual(answer)
  }
  expect(await call('discussions.threads', { space: 'laval' })).toEqual(
    await call('discussions.threads', { space: 'nulle-part' }),
  )
}

test('R47: no page of any partner shows a stranger a sentence that is not public', async () => {
  for (const [community, url] of Object.entries(sites)) {
    const heard: string[] = []
    const stranger = await visit(browser, { cercle, url, before: async (page) => listenTo(page, heard) })
    await stranger.whenReady()
    const words = Object.values(await shown(stranger)).join('\n')
    expect(heard.length).toBeGreaterThan(0)
    expect(hiddenFrom(`${community}-anonymous`)).toHaveLength(guide.canaries.length)
    for (const canary of [...hiddenFrom(`${community}-anonymous`), secret]) {
      expect(words).not.toContain(canary)
      expect(heard.join('\n')).not.toContain(canary)
    }
    await stranger.page.context().close()
  }
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Request } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { mailedCodes, nextCode } from './mailed-codes.ts'
import { visit, type PartnerPage } from './partner-page.ts'
import { addressOf, cercle, enter, sites } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function entered(role: 'member' | 'restricted'): Promise<PartnerPage> {
  const partner = await visit(browser, { cercle, url: sites.a })
  await partner.whenReady()
  await partner.signIn(addressOf('a', role))
  return partner
}

describe('what a member says of how she is here', () => {
  test('R81: she accepts one thing, takes it back, and it holds after a reload', async () => {
    const { inAccount, page, complaints } = await entered('member')
    const open = () => inAccount.getByRole('button', { name: 'Ce que j’accepte' }).press('Enter')
    const named = inAccount.getByRole('checkbox', { name: 'Que mon prénom soit dit' })
    await open()
    expect(await named.isChecked()).toBe(false)
    await named.press('Space')
    await inAccount.getByText('C’est noté. Pour le retirer, appuyez de nouveau.').waitFor()
    await inAccount.getByText('Accepté le').waitFor()
    await named.press('Space')
    await inAccount.getByText('Retiré le').waitFor()
    await page.reload()
    await open()
    await inAccount.getByText('Retiré le').waitFor()
    expect(await named.isChecked()).toBe(false)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('R45: her name alone is what others read, from the moment that she says so until she takes it back', async () => {
    const { inAccount, page, complaints } = await entered('member')
    const [member, other] = [await enter('a', 'member'), await enter('a', 'restricted')]
    const { memberId, name, organisation } = (await member.communities.current()).viewer!
    const read = async () => {
      const { people } = await other.spaces.audience({ space: 'entraide' })
      return people!.find((one) => one.memberId === memberId)
    }
    expect(await read()).toEqual({ memberId, name, organisation })
    await inAccount.getByRole('button', { name: 'Ce qui se dit de vous' }).press('Enter')
    const shown = inAccount.getByRole('checkbox', { name: 'Montrer où je travaille à côté de mon nom' })
    const save = () => inAccount.getByRole('button', { name: 'Enregistrer' }).press('Enter')
    await inAccount.getByText(`À côté de vos textes, on lira : ${name}, ${organisation}.`).waitFor()
    await shown.press('Space')
    await inAccount.getByText(`À côté de vos textes, on lira : ${name}.`).waitFor()
    await save()
    await inAccount.getByText('Ce n’est pas montré à côté de votre nom.').waitFor()
    expect(await read()).toEqual({ memberId, name, organisation: null })
    await shown.press('Space')
    await save()
    await expect.poll(read).toEqual({ memberId, name, organisation })
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('she chooses English: both frames speak it at once, after a reload and on another device; what members wrote stays', async () => {
    const first = await entered('member')
    const { inAccount, inFeed, page } = first
    const title = await inFeed.locator('article.row h3').first().innerText()
    await inAccount.getByRole('button', { name: 'Langue et données' }).press('Enter')
    await inAccount.getByRole('radio', { name: 'English' }).press('Space')
    await inAccount.getByText('Noted.').waitFor()
    await inAccount.getByRole('button', { name: 'Sign out' }).waitFor()
    await inFeed.getByRole('button', { name: 'A question' }).waitFor()
    expect(await inFeed.locator('article.row h3').first().innerText()).toBe(title)
    await page.reload()
    await inAccount.getByRole('button', { name: 'Sign out' }).waitFor()
    await inFeed.getByRole('button', { name: 'A question' }).waitFor()

    const second = await visit(browser, { cercle, url: sites.a })
    await second.whenReady()
    const email = addressOf('a', 'member')
    const known = (await mailedCodes(cercle, email)).length
    await second.openForm()
    await second.askForCode(email)
    await second.giveCode(await nextCode(cercle, email, known))
    await second.inAccount.getByRole('button', { name: 'Language and data' }).press('Enter')
    await second.inAccount.getByRole('radio', { name: 'As the page does' }).press('Space')
    await second.inAccount.getByRole('button', { name: 'Se déconnecter' }).waitFor()
    const member = await enter('a', 'member')
    expect((await member.communities.current()).viewer!.language).toBe(null)
    expect([...first.complaints, ...second.complaints]).toEqual([])
    await page.context().close()
    await second.page.context().close()
  })

  test('R33: where data are spared no stream is opened, no font loaded, and the list is shorter; pressed, it is read again', async () => {
    const partner = await entered('restricted')
    const { inAccount, inFeed, page } = partner
    const wanted = (urls: string[]) => urls.some(isStream) && urls.some(isFont)
    const plain = await firstScreen(partner, (urls) => expect.poll(() => wanted(urls())).toBe(true))
    await inAccount.getByRole('button', { name: 'Langue et données' }).press('Enter')
    await inAccount.getByRole('checkbox', { name: 'Économiser les données' }).press('Space')
    const refresh = inFeed.getByRole('button', { name: 'Actualiser' })
    await refresh.waitFor()
    const spared = await firstScreen(partner, () => refresh.waitFor())
    expect(spared.urls.filter((url) => isStream(url) || isFont(url))).toEqual([])
    expect(spared.bytes).toBeLessThan(plain.bytes)
    expect(await inFeed.locator('article.row').count()).toBeLessThanOrEqual(8)
    const asked = page.waitForRequest((request) => request.url().includes('discussions.threads'))
    await refresh.press('Enter')
    await asked
    await page.context().close()
  })
})

const isStream = (url: string) => new URL(url).pathname.endsWith('/live')
const isFont = (url: string) => new URL(url).pathname.endsWith('.woff2')

/** What the frames load anew until `isThere` and all that was asked has come: bytes of bodies, and addresses. */
async function firstScreen({ page, inFeed }: PartnerPage, isThere: (urls: () => string[]) => Promise<unknown>) {
  // nothing is taken from the cache of the browser then
  await page.context().route('**/*', (route) => route.continue())
  const asked: Request[] = []
  const urls = () => asked.map((request) => request.url()).filter((url) => url.startsWith(cercle))
  const finished: Request[] = []
  const ended = new Set<Request>()
  const ask = (request: Request) => void asked.push(request)
  const end = (request: Request) => void ended.add(request)
  const finish = (request: Request) => {
    finished.push(request)
    end(request)
  }
  page.on('request', ask)
  page.on('requestfinished', finish)
  page.on('requestfailed', end)
  await page.reload()
  await inFeed.locator('cercle-feed-view[data-state="ready"]').waitFor()
  await isThere(urls)
  const isOnItsWay = (request: Request) => request.url().startsWith(cercle) && !isStream(request.url()) && !ended.has(request)
  await expect.poll(() => asked.filter(isOnItsWay).length).toBe(0)
  page.off('request', ask)
  page.off('requestfinished', finish)
  page.off('requestfailed', end)
  const ours = finished.filter((request) => request.url().startsWith(cercle))
  const sizes = await Promise.all(ours.map((request) => request.sizes()))
  return {
    bytes: sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0),
    urls: urls(),
  }
}

import { expect } from '@open-wc/testing'
import '../loader.ts'
import { greet } from './guest-greeting.ts'
import { StandIn, cercleServer, clean, dialogOf, iframeOf, put, until, viewOf } from './test-host.ts'
import type { Shell } from './shell.ts'

customElements.define('cercle-feed-view', StandIn)
customElements.define('cercle-account-view', class extends StandIn {})

const hour = 3_600_000
const tokens = (name: string) => ({
  access: `${name}-access`,
  accessExpiresAt: new Date(Date.now() + hour).toISOString(),
  refresh: `${name}-refresh`,
  refreshExpiresAt: new Date(Date.now() + 24 * hour).toISOString(),
})

interface Described {
  elements: string[]
  isSeen: boolean
  accent: string
  ground: string
  radius: string
  scheme: string
  size: string
  lang: string
  space: string
  stored: string[]
}

/** What the real page of a frame shows and wears, said by its stand-ins. */
async function describeFrame(shell: Shell): Promise<Described> {
  const { contentWindow } = iframeOf(shell)!
  const answer = new Promise<Described>((resolve) => {
    const hear = ({ source, data }: MessageEvent) => {
      if (source !== contentWindow || !data.described) return
      removeEventListener('message', hear)
      resolve(data.described)
    }
    addEventListener('message', hear)
  })
  contentWindow!.postMessage('describe', cercleServer)
  return answer
}

const act = (shell: Shell, message: { on: string; does?: string; detail?: unknown; style?: object; keeps?: string }) =>
  iframeOf(shell)!.contentWindow!.postMessage({ does: 'nothing', ...message }, cercleServer)
const isShown = (shell: Shell) => getComputedStyle(iframeOf(shell)!).visibility === 'visible'

/** A community of its own for each test: what a frame keeps is kept by community. */
let count = 0
const fresh = () => `guest-${Date.now()}-${(count += 1)}`

async function openForm(community: string): Promise<Shell> {
  const shell = put({ community, server: cercleServer, space: 'accueil', lang: 'en-CA' })
  ;(await until(() => viewOf(shell))).signIn()
  await until(() => isShown(shell))
  return shell
}

async function signIn(community: string, keep = true): Promise<Shell> {
  const shell = await openForm(community)
  act(shell, { on: 'cercle-sign-in', does: 'cercle-signed-in', detail: { tokens: tokens(community), keep } })
  await until(() => localStorage.getItem(`cercle ${cercleServer} ${community}`))
  return shell
}

before(async function (this: { timeout(milliseconds: number): void }) {
  // fetched and compiled once, on a machine that may be busy
  this.timeout(30_000)
  await openForm(fresh())
  clean()
})

describe('the page of a frame', function () {
  this.timeout(20_000)
  afterEach(clean)

  it('says at once that there is no session', async () => {
    const community = fresh()
    localStorage.setItem(`cercle ${cercleServer} ${community}`, '1')
    const shell = put({ community, server: cercleServer })
    expect(iframeOf(shell)).not.to.equal(null)
    await until(() => viewOf(shell))
    expect(iframeOf(shell)).to.equal(null)
  })

  it('shows the form, then the view in its place', async () => {
    const shell = await openForm(fresh())
    expect((await describeFrame(shell)).elements).to.deep.equal(['cercle-exit', 'cercle-sign-in'])
    expect(viewOf(shell)).not.to.equal(null)
    act(shell, { on: 'cercle-sign-in', does: 'cercle-signed-in', detail: { tokens: tokens('a'), keep: false } })
    await until(() => !viewOf(shell))
    const { elements, space, lang } = await describeFrame(shell)
    expect(elements).to.deep.equal(['cercle-exit', 'cercle-feed-view', 'cercle-help'])
    expect({ space, lang }).to.deep.equal({ space: 'accueil', lang: 'en-CA' })
    await until(() => shell.offsetHeight === 240)
    expect(shell.dataset['state']).to.equal('ready')
  })

  it('closes the form when asked', async () => {
    const shell = await openForm(fresh())
    act(shell, { on: 'cercle-sign-in', does: 'cercle-sign-in-close' })
    await until(() => !iframeOf(shell))
    expect(viewOf(shell)!.offsetHeight).to.equal(300)
  })

  it('wears the look of its host', async () => {
    document.body.style.cssText = '--cercle-accent: rebeccapurple; --cercle-ground: #141110; --cercle-radius: 1rem'
    const shell = await signIn(fresh())
    await until(() => !viewOf(shell))
    const worn = await describeFrame(shell)
    document.body.removeAttribute('style')
    expect(worn.accent).to.equal('rgb(102, 51, 153)')
    expect(worn.ground).to.equal('rgb(20, 17, 16)')
    expect(worn.radius).to.equal('16px')
    expect(worn.scheme).to.equal('dark')
    expect(worn.size).to.equal('16px')
  })

  it('says how tall it is whenever that changes', async () => {
    const shell = await signIn(fresh())
    await until(() => shell.offsetHeight === 240)
    act(shell, { on: 'cercle-feed-view', style: { height: '612.4px' } })
    await until(() => shell.offsetHeight === 613)
    act(shell, { on: 'cercle-feed-view', style: { height: '80px' } })
    await until(() => shell.offsetHeight === 80)
  })

  it('asks for the whole window for what is inside, and gives it back', async () => {
    const shell = await signIn(fresh())
    await until(() => shell.offsetHeight === 240)
    act(shell, { on: 'cercle-feed-view', does: 'cercle-larger', detail: { title: 'Écrire' } })
    await until(() => dialogOf(shell)!.open)
    expect(dialogOf(shell)!.getAttribute('aria-label')).to.equal('Écrire')
    act(shell, { on: 'cercle-feed-view', style: { height: '300px' } })
    act(shell, { on: 'cercle-feed-view', does: 'cercle-smaller' })
    await until(() => !dialogOf(shell)!.open && shell.offsetHeight === 300)
  })

  it('finds the session again after a reload, and all frames of the site follow', async () => {
    const community = fresh()
    const feed = await signIn(community)
    await until(() => !viewOf(feed))
    feed.remove()
    document.body.append(feed)
    const account = put({ tag: 'cercle-account', community, server: cercleServer })
    await until(() => isShown(feed) && isShown(account))
    expect(viewOf(feed)).to.equal(null)
    act(account, { on: 'cercle-account-view', does: 'cercle-sign-out' })
    await until(() => viewOf(feed) && viewOf(account))
    expect(localStorage.getItem(`cercle ${cercleServer} ${community}`)).to.equal(null)
  })

  it('offers a code to who came by the word of the site, until one of the frames was given it', async () => {
    const community = fresh()
    const shell = await openForm(community)
    const detail = { tokens: { ...tokens(community), limited: true }, keep: true }
    act(shell, { on: 'cercle-sign-in', does: 'cercle-signed-in', detail })
    await until(() => !viewOf(shell))
    const other = put({ community, server: cercleServer })
    const account = put({ tag: 'cercle-account', community, server: cercleServer })
    await until(() => isShown(other) && isShown(account))
    const shownIn = async (one: Shell) => (await describeFrame(one)).elements
    for (const feed of [shell, other])
      expect(await shownIn(feed)).to.deep.equal(['cercle-exit', 'cercle-more-spaces', 'cercle-feed-view', 'cercle-help'])
    expect(await shownIn(account)).to.deep.equal(['cercle-exit', 'cercle-account-view', 'cercle-help'])
    act(shell, { on: 'cercle-more-spaces', does: 'cercle-more-spaces-open' })
    for (const feed of [shell, other])
      while ((await shownIn(feed)).join() !== 'cercle-exit,cercle-feed-view,cercle-help') await shownIn(feed)
  })

  it('speaks the language that she chose in all frames, also at the next visit, and forgets it when she signs out', async () => {
    const community = fresh()
    const feed = await signIn(community)
    await until(() => !viewOf(feed))
    const langIn = async (shell: Shell) => (await describeFrame(shell)).lang
    expect(await langIn(feed)).to.equal('en-CA')
    const account = put({ tag: 'cercle-account', community, server: cercleServer, lang: 'en-CA' })
    await until(() => isShown(account))
    const choose = (language: string | null, chosen: boolean) =>
      act(account, { on: 'cercle-account-view', does: 'cercle-language', detail: { language, chosen } })
    choose('fr-CA', true)
    for (const shell of [account, feed]) while ((await langIn(shell)) !== 'fr-CA') await langIn(shell)
    // what was answered before she chose is old
    choose(null, false)
    expect(await langIn(account)).to.equal('fr-CA')
    feed.remove()
    document.body.append(feed)
    await until(() => isShown(feed))
    expect(await langIn(feed)).to.equal('fr-CA')
    act(account, { on: 'cercle-account-view', does: 'cercle-sign-out' })
    await until(() => viewOf(feed) && viewOf(account))
    viewOf(feed)!.signIn()
    await until(() => isShown(feed))
    expect(await langIn(feed)).to.equal('en-CA')
  })

  it('leads who finds her session over to the form, in its place, and keeps what she had begun', async () => {
    const community = fresh()
    const draft = `cercle draft ${community} member space accueil`
    const shell = await signIn(community)
    const shows = async (...elements: string[]) => {
      while ((await describeFrame(shell)).elements.join() !== ['cercle-exit', ...elements].join()) await Promise.resolve()
    }
    await shows('cercle-feed-view', 'cercle-help')
    act(shell, { on: 'cercle-feed-view', keeps: draft, does: 'cercle-sign-in' })
    await shows('cercle-sign-in')
    expect((await describeFrame(shell)).stored).to.include(draft)
    expect(isShown(shell)).to.equal(true)
    act(shell, { on: 'cercle-sign-in', does: 'cercle-signed-in', detail: { tokens: tokens('again'), keep: true } })
    await shows('cercle-feed-view', 'cercle-help')
    expect(isShown(shell)).to.equal(true)
  })

  it('leaves no draft behind when the person signs out', async () => {
    const community = fresh()
    const shell = await signIn(community)
    await until(() => !viewOf(shell))
    act(shell, { on: 'main', keeps: `cercle draft ${community} member space accueil` })
    act(shell, { on: 'main', keeps: 'cercle draft elsewhere member space accueil' })
    expect((await describeFrame(shell)).stored.length).to.be.greaterThan(1)
    act(shell, { on: 'cercle-feed-view', does: 'cercle-sign-out' })
    await until(() => viewOf(shell))
    viewOf(shell)!.signIn()
    await until(() => isShown(shell))
    const { stored } = await describeFrame(shell)
    expect(stored).to.include('cercle draft elsewhere member space accueil')
    expect(stored).not.to.include(`cercle draft ${community} member space accueil`)
  })
})

describe('« Quitter rapidement » in a frame', function () {
  this.timeout(20_000)
  afterEach(clean)

  /** Leaves, and comes back to the page: what somebody sees who does so after her. The address to go to is refused here, and the page stays. */
  async function leaveAndReturn(keep: boolean): Promise<Shell> {
    const shell = await signIn(fresh(), keep)
    await until(() => !viewOf(shell))
    expect((await describeFrame(shell)).isSeen).to.equal(true)
    act(shell, { on: 'cercle-exit', does: 'cercle-leave' })
    expect((await describeFrame(shell)).isSeen).to.equal(false)
    shell.remove()
    document.body.append(shell)
    return shell
  }

  it('hides what it shows at once, and forgets a session that the device was not told to keep', async () => {
    const shell = await leaveAndReturn(false)
    await until(() => viewOf(shell))
    expect(iframeOf(shell)).to.equal(null)
  })

  it('leaves a session on the device of the person', async () => {
    const shell = await leaveAndReturn(true)
    await until(() => isShown(shell))
    expect((await describeFrame(shell)).elements).to.deep.equal(['cercle-exit', 'cercle-feed-view', 'cercle-help'])
  })
})

describe('the greeting of a frame', () => {
  it('goes to a page of the site only', () => {
    expect(greet(['https://partner.example'], 'https://partner.example/page')).to.equal(undefined)
    expect(greet(['https://partner.example'], '')).to.equal(undefined)
  })
})

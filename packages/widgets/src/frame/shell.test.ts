import { expect } from '@open-wc/testing'
import '../loader.ts'
import { StandIn, cercleServer, clean, dialogOf, greeted, iframeOf, put, until, viewOf } from './test-host.ts'

customElements.define('cercle-feed-view', StandIn)
customElements.define('cercle-account-view', class extends StandIn {})
customElements.define('cercle-community-view', class extends StandIn {})

const server = cercleServer
const hint = (community: string) => `cercle ${server} ${community}`

before(async function (this: { timeout(milliseconds: number): void }) {
  // fetched and compiled once, on a machine that may be busy
  this.timeout(30_000)
  await Promise.all([import('../inline.ts'), import('./host-fittings.ts')])
})

describe('an element of a partner’s page', function () {
  this.timeout(20_000)
  afterEach(clean)

  it('shows a stranger the view itself, without a frame', async () => {
    const arrivals: EventTarget[] = []
    const listen = (event: Event) => arrivals.push(event.target!)
    document.body.addEventListener('cercle-ready', listen)
    const shell = put({ community: 'a', space: 'accueil', server, theme: 'dark' })
    expect(shell.dataset['state']).to.equal('loading')
    const view = await until(() => viewOf(shell))
    document.body.removeEventListener('cercle-ready', listen)
    expect(view.localName).to.equal('cercle-feed-view')
    expect(view.space).to.equal('accueil')
    expect(view.theme).to.equal('dark')
    expect(view.client).to.have.property('discussions')
    expect(view.getAttribute('exportparts')).to.contain('sign-in')
    expect(iframeOf(shell)).to.equal(null)
    await until(() => shell.dataset['state'] === 'ready')
    expect(arrivals).to.deep.equal([shell])
  })

  it('shares one client among the elements of a community', async () => {
    const feed = put({ community: 'a', server })
    const account = put({ tag: 'cercle-account', community: 'a', server })
    const other = put({ community: 'b', server })
    const [one, two, three] = await Promise.all([feed, account, other].map((shell) => until(() => viewOf(shell))))
    expect(one!.client).to.equal(two!.client)
    expect(one!.client).not.to.equal(three!.client)
  })

  it('opens the frame at once where a session may exist', async () => {
    localStorage.setItem(hint('silent'), '1')
    const shell = put({ community: 'silent', server })
    const iframe = iframeOf(shell)!
    expect(iframe.src).to.equal(`${server}/frame/${location.host}/feed?community=silent#`)
    expect(iframe.referrerPolicy).to.equal('origin')
    expect(iframe.getAttribute('scrolling')).to.equal('no')
    expect(iframe.allow, 'nothing before it is used').to.equal('')
    expect(iframe.getAttribute('part')).to.equal('frame')
    expect(getComputedStyle(iframe).visibility).to.equal('hidden')
    expect(iframe.offsetHeight).to.equal(600)
    expect(viewOf(shell)).to.equal(null)
    await until(() => iframe.title)
    expect(iframe.title).to.equal('Cercle – fil de discussion')
    const dialog = dialogOf(shell)!
    expect(dialog.getAttribute('role')).to.equal('group')
    expect(dialog.getAttribute('aria-label')).to.equal(iframe.title)
    expect(dialog.tabIndex).to.equal(-1)
  })

  it('takes what it does not say itself from the community around it', async () => {
    const around = put({ tag: 'cercle-community', community: 'a', server, theme: 'light' })
    const shell = document.createElement('cercle-feed') as typeof around
    around.append(shell)
    const view = await until(() => viewOf(shell))
    expect(view.theme).to.equal('light')
    expect(around.shadowRoot!.querySelector('slot')).not.to.equal(null)
    expect(viewOf(around)).to.equal(null)
    around.setAttribute('theme', 'dark')
    await until(() => view.theme === 'dark')
    shell.remove()
    const alone = await until(() => viewOf(around))
    expect(alone.localName).to.equal('cercle-community-view')
  })

  it('follows its attributes, and comes back after it was moved', async () => {
    const shell = put({ server })
    expect(shell.dataset['state']).to.equal('ready')
    shell.setAttribute('community', 'a')
    const view = await until(() => viewOf(shell))
    shell.setAttribute('space', 'outils')
    await until(() => view.space === 'outils')
    shell.setAttribute('community', 'b')
    await until(() => viewOf(shell) && viewOf(shell) !== view)
    const before = viewOf(shell)
    document.body.prepend(shell)
    await until(() => shell.dataset['state'] === 'ready')
    expect(viewOf(shell)).to.equal(before)
  })

  it('works where the page may keep nothing', async () => {
    const { getItem, setItem } = Storage.prototype
    Storage.prototype.getItem = Storage.prototype.setItem = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
    try {
      const shell = put({ community: 'scripted', server })
      const view = await until(() => viewOf(shell))
      view.signIn()
      const frame = await greeted(shell)
      frame.say({ type: 'ready', signedIn: true, px: 410 })
      await until(() => iframeOf(shell)!.offsetHeight === 410)
    } finally {
      Object.assign(Storage.prototype, { getItem, setItem })
    }
  })
})

describe('signing in and out', function () {
  this.timeout(20_000)
  afterEach(clean)

  it('keeps the view until the form is drawn, then never lower than it', async () => {
    const shell = put({ community: 'scripted', server })
    const view = await until(() => viewOf(shell))
    view.signIn()
    view.signIn()
    const frame = await greeted(shell)
    expect(shell.box.querySelectorAll('iframe').length).to.equal(1)
    expect(await frame.hears('intent')).to.deep.equal({ type: 'intent', intent: 'sign-in' })
    expect(getComputedStyle(view).visibility).to.equal('visible')
    expect(getComputedStyle(iframeOf(shell)!).visibility).to.equal('hidden')
    frame.say({ type: 'ready', signedIn: false, px: 120 })
    await until(() => getComputedStyle(iframeOf(shell)!).visibility === 'visible')
    expect(getComputedStyle(view).visibility).to.equal('hidden')
    expect(shell.offsetHeight).to.equal(300)
    await until(() => shell.shadowRoot!.activeElement === iframeOf(shell))
  })

  it('gives the view and the keyboard back when the form is closed', async () => {
    const shell = put({ community: 'scripted', server })
    const view = await until(() => viewOf(shell))
    view.focus()
    view.signIn()
    const frame = await greeted(shell)
    frame.say({ type: 'ready', signedIn: false, px: 120 })
    await until(() => shell.shadowRoot!.activeElement === iframeOf(shell))
    frame.say({ type: 'signed-out' })
    await until(() => !iframeOf(shell))
    await until(() => getComputedStyle(view).visibility === 'visible')
    expect(viewOf(shell)).to.equal(view)
    await until(() => shell.shadowRoot!.activeElement === view)
  })

  it('signs all elements of the community in and out together', async () => {
    const feed = put({ community: 'scripted', server })
    const account = put({ tag: 'cercle-account', community: 'scripted', server })
    const stranger = put({ community: 'scripted-other', server })
    await Promise.all([feed, account, stranger].map((shell) => until(() => viewOf(shell))))
    viewOf(feed)!.signIn()
    const first = await greeted(feed)
    first.say({ type: 'ready', signedIn: false, px: 120 })
    first.say({ type: 'signed-in' })
    const second = await greeted(account)
    expect(await second.hears('intent')).to.deep.equal({ type: 'intent', intent: 'resume' })
    expect(localStorage.getItem(hint('scripted'))).to.equal('1')
    expect(viewOf(feed)).to.equal(null)
    expect(iframeOf(stranger)).to.equal(null)
    second.say({ type: 'ready', signedIn: true, px: 80 })
    await until(() => !viewOf(account))
    second.say({ type: 'signed-out' })
    await until(() => viewOf(feed) && viewOf(account))
    expect(iframeOf(feed)).to.equal(null)
    expect(localStorage.getItem(hint('scripted'))).to.equal(null)
  })

  it('goes back to the view when no session is there after all', async () => {
    localStorage.setItem(hint('scripted'), '1')
    const shell = put({ community: 'scripted', server })
    const frame = await greeted(shell)
    frame.say({ type: 'signed-out' })
    await until(() => viewOf(shell))
    expect(iframeOf(shell)).to.equal(null)
    expect(localStorage.getItem(hint('scripted'))).to.equal(null)
  })
})

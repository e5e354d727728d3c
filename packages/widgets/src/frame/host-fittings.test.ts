import { expect } from '@open-wc/testing'
import '../loader.ts'
import {
  StandIn,
  cercleServer,
  clean,
  deadServer,
  dialogOf,
  greeted,
  iframeOf,
  put,
  until,
  viewOf,
  FrameControl,
} from './test-host.ts'
import type { Shell } from './shell.ts'

customElements.define('cercle-feed-view', StandIn)

const server = cercleServer
const resume = (community: string, at = server): Shell => {
  localStorage.setItem(`cercle ${at} ${community}`, '1')
  return put({ community, server: at, space: 'accueil', lang: 'en-CA' })
}

/** The waits of the refusal, a tenth as long. */
const { setTimeout: realTimeout } = globalThis
const hurry = () => {
  globalThis.setTimeout = ((act: () => void, ms = 0) => realTimeout(act, ms >= 1000 ? ms / 10 : ms)) as typeof setTimeout
}
const note = (shell: Shell) => shell.shadowRoot!.querySelector<HTMLElement>('[part=error]')

before(async function (this: { timeout(milliseconds: number): void }) {
  // fetched and compiled once, on a machine that may be busy
  this.timeout(30_000)
  await Promise.all([import('../inline.ts'), import('./host-fittings.ts')])
})

describe('the frame in its page', function () {
  this.timeout(20_000)
  afterEach(clean)

  it('is told look, attributes and why it was opened', async () => {
    document.body.style.setProperty('--cercle-accent', 'var(--brand)')
    document.body.style.setProperty('--brand', '#6d3f9c')
    document.body.style.setProperty('--cercle-ground', 'hsl(0 0% 8%)')
    const frame = await greeted(resume('scripted'))
    document.body.removeAttribute('style')
    const { theme } = await frame.hears('theme')
    expect(theme.accent).to.equal('rgb(109, 63, 156)')
    expect(theme.ground).to.equal('rgb(20, 20, 20)')
    expect(theme.scheme).to.equal('dark')
    expect(theme.rootSize).to.equal(16)
    expect((await frame.hears('attributes')).attributes).to.deep.equal({ space: 'accueil', lang: 'en-CA' })
    expect((await frame.hears('intent')).intent).to.equal('resume')
  })

  it('is told again when the look changes, and only then', async () => {
    const shell = resume('scripted')
    const frame = await greeted(shell)
    const looks = () => frame.heard.filter(({ type }) => type === 'theme').length
    expect(looks()).to.equal(1)
    shell.setAttribute('theme', 'dark')
    await until(() => looks() === 2)
    expect(getComputedStyle(iframeOf(shell)!).colorScheme).to.equal('dark')
    shell.setAttribute('space', 'outils')
    await until(() => frame.heard.filter(({ type }) => type === 'attributes').length === 3)
    expect(looks()).to.equal(2)
  })

  it('listens to this frame only, and only from its origin', async () => {
    const shell = resume('silent')
    const iframe = iframeOf(shell)!
    const { port1, port2 } = new MessageChannel()
    let heard = false
    port1.onmessage = () => (heard = true)
    const { port2: other } = new MessageChannel()
    window.dispatchEvent(
      new MessageEvent('message', {
        source: iframe.contentWindow,
        origin: location.origin,
        data: { cercle: 'hello' },
        ports: [port2],
      }),
    )
    window.dispatchEvent(
      new MessageEvent('message', { source: window, origin: server, data: { cercle: 'hello' }, ports: [other] }),
    )
    await new Promise((done) => (iframe.onload = done))
    const frame = new FrameControl(shell)
    frame.say('hello')
    await frame.hears('intent')
    expect(heard).to.equal(false)
  })

  it('is as tall as it says, and as tall the next time from the start', async () => {
    const shell = resume('scripted')
    const frame = await greeted(shell)
    frame.say({ type: 'ready', signedIn: true, px: 480 })
    await until(() => shell.offsetHeight === 480)
    frame.say({ type: 'height', px: 730 })
    await until(() => shell.offsetHeight === 730)
    frame.say({ type: 'state', state: 'empty' })
    await until(() => shell.dataset['state'] === 'empty')
    shell.remove()
    document.body.append(shell)
    expect(shell.offsetHeight).to.equal(730)
  })

  it('holds the place it had while its first content is shorter', async () => {
    const community = 'scripted'
    const first = resume(community)
    const known = await greeted(first)
    known.say({ type: 'ready', signedIn: true, px: 700 })
    await until(() => first.offsetHeight === 700)
    first.remove()
    const shell = resume(community)
    const frame = await greeted(shell)
    const heights = new Set<number>()
    const observer = new ResizeObserver(() => heights.add(shell.offsetHeight))
    observer.observe(shell)
    frame.say({ type: 'ready', signedIn: true, px: 640 })
    frame.say({ type: 'height', px: 820 })
    await until(() => shell.offsetHeight === 820)
    observer.disconnect()
    expect([...heights].every((height) => height >= 700)).to.equal(true)
  })

  it('takes the whole window on demand and gives it back, without a new document', async () => {
    const shell = resume('scripted')
    const frame = await greeted(shell)
    frame.say({ type: 'ready', signedIn: true, px: 480 })
    await until(() => shell.offsetHeight === 480)
    frame.say({ type: 'larger', title: 'Écrire' })
    const dialog = dialogOf(shell)!
    await until(() => dialog.open)
    expect(dialog.getBoundingClientRect().toJSON()).to.include({ top: 0, left: 0, width: innerWidth, height: innerHeight })
    expect(dialog.getAttribute('aria-label')).to.equal('Écrire')
    expect(dialog.hasAttribute('role')).to.equal(false)
    expect(shell.offsetHeight).to.equal(480)
    frame.say({ type: 'height', px: 9999 })
    frame.say({ type: 'smaller' })
    await until(() => !dialog.open)
    expect(shell.offsetHeight).to.equal(480)
    expect(dialog.getAttribute('role')).to.equal('group')
    await frame.hears('smaller')
    expect(frame.heard.filter(({ type }) => type === 'intent').length).to.equal(1)
  })

  it('comes back into the page when the browser closes the larger view', async () => {
    const shell = resume('scripted')
    const frame = await greeted(shell)
    frame.say({ type: 'ready', signedIn: true, px: 480 })
    frame.say({ type: 'larger', title: 'Write' })
    const dialog = dialogOf(shell)!
    await until(() => dialog.open)
    dialog.close()
    await frame.hears('smaller')
    expect(getComputedStyle(dialog).position).to.equal('static')
    expect(shell.offsetHeight).to.equal(480)
  })

  it('has what the keyboard went to brought into the window, and only that', async () => {
    const shell = resume('scripted')
    const frame = await greeted(shell)
    frame.say({ type: 'ready', signedIn: true, px: 4000 })
    await until(() => shell.offsetHeight === 4000)
    const inWindow = (px: number) => iframeOf(shell)!.getBoundingClientRect().top + px
    frame.say({ type: 'focus', top: 3000, bottom: 3040 })
    await until(() => inWindow(3040) <= innerHeight)
    expect(inWindow(3000)).to.be.greaterThan(innerHeight / 2)
    expect(shell.offsetHeight).to.equal(4000)
    const before = scrollY
    // in sight already; what is told after it is heard after it
    frame.say({ type: 'focus', top: 2900, bottom: 2940 })
    frame.say({ type: 'focus', top: 100, bottom: 140 })
    const seen = new Set<number>()
    await until(() => seen.add(scrollY) && inWindow(100) >= 0)
    expect(inWindow(140)).to.be.lessThan(innerHeight / 2)
    expect([...seen].filter((y) => y !== before && y !== scrollY)).to.deep.equal([])
  })

  it('can not send the page anywhere but to a secure address', async () => {
    const shell = resume('scripted')
    const frame = await greeted(shell)
    for (const to of [
      'http://weather.example/',
      'javascript:document.body.remove()',
      'data:text/html,x',
      '/elsewhere',
      'https:',
      '',
    ])
      frame.say({ type: 'leave', to })
    // what is told after them is heard after them
    frame.say({ type: 'ready', signedIn: true, px: 410 })
    await until(() => shell.offsetHeight === 410)
    expect(document.documentElement.style.display).to.equal('')
    expect(document.querySelector('meta[name=referrer]')).to.equal(null)
  })

  it('gets more room on paper than the window gave it', async () => {
    const shell = resume('scripted')
    const frame = await greeted(shell)
    shell.style.width = '1280px'
    frame.say({ type: 'ready', signedIn: true, px: 400 })
    await until(() => shell.offsetHeight === 400)
    dispatchEvent(new Event('beforeprint'))
    expect(iframeOf(shell)!.offsetHeight).to.equal(800)
    dispatchEvent(new Event('afterprint'))
    expect(iframeOf(shell)!.offsetHeight).to.equal(400)
  })
})

describe('a frame that does not answer', function () {
  this.timeout(20_000)
  beforeEach(hurry)
  afterEach(() => {
    globalThis.setTimeout = realTimeout
    clean()
  })

  it('says how to register the site, under it what anybody may read', async () => {
    const shell = resume('unknown')
    // on a slow machine it is first said that the line is
    const words = await until(() => [note(shell)].find((one) => one?.textContent?.includes('not registered')))
    expect(words.textContent).to.contain('not registered').and.to.contain(location.origin)
    expect(words.getAttribute('role')).to.equal('status')
    await until(() => viewOf(shell))
    expect(viewOf(shell)!.offsetHeight).to.equal(300)
  })

  it('is welcome when it answers after all', async () => {
    const shell = resume('silent')
    await until(() => note(shell)?.textContent.includes('not registered'))
    const frame = new FrameControl(shell)
    frame.say('hello')
    await frame.hears('intent')
    expect(note(shell)).to.equal(null)
    frame.say({ type: 'ready', signedIn: true, px: 320 })
    await until(() => !viewOf(shell) && iframeOf(shell)!.offsetHeight === 320)
  })

  it('says that the server is out of reach, and tries again when told', async () => {
    const shell = resume('a', deadServer)
    const words = await until(() => note(shell))
    expect(words.textContent).to.contain('Nothing is lost')
    const iframe = iframeOf(shell)
    words.querySelector('button')!.click()
    await until(() => iframeOf(shell) !== iframe)
  })
})

/*
 * Frame pages for the tests of this folder, served by the test runner. It answers at `localhost` and at `127.0.0.1`: a page of one and a
 * frame of the other are as foreign to one another as a partner's page and Cercle.
 *
 * `/frame/<site>/<element>?community=<kind>`
 * - `scripted`  says hello, then does what the test tells it by `postMessage`, and repeats what it hears
 * - `silent`    the same, but says hello only when told
 * - `guest`     the real page of a frame, with stand-ins for the views
 * - anything else: 404
 */
const scripted = (isSilent) => `
const { port1, port2 } = new MessageChannel()
const host = new URL(document.referrer).origin
const hello = () => parent.postMessage({ cercle: 'hello' }, host, [port2])
port1.onmessage = ({ data }) => parent.postMessage({ heard: data }, host)
addEventListener('message', ({ data }) => (data === 'hello' ? hello() : port1.postMessage(data)))
${isSilent ? '' : 'hello()'}`

const guest = `
class View extends HTMLElement {
  connectedCallback() {
    this.dataset.state = 'ready'
    this.dispatchEvent(new Event('cercle-ready', { bubbles: true, composed: true }))
  }
}
customElements.define('cercle-feed-view', View)
customElements.define('cercle-account-view', class extends View {})
customElements.define('cercle-sign-in', class extends HTMLElement {})
customElements.define('cercle-help', class extends HTMLElement {})
customElements.define('cercle-exit', class extends HTMLElement {})
const sheet = new CSSStyleSheet()
sheet.replaceSync('cercle-feed-view, cercle-account-view { display: block; height: 240px } cercle-sign-in { display: block; height: 120px }')
document.adoptedStyleSheets = [sheet]
addEventListener('message', ({ data }) => {
  if (data.keeps) localStorage.setItem(data.keeps, 'x')
  if (!data.does) return
  const element = document.querySelector(data.on)
  if (data.style) Object.assign(element.style, data.style)
  element.dispatchEvent(new CustomEvent(data.does, { bubbles: true, composed: true, detail: data.detail }))
})
addEventListener('message', ({ data, source }) => {
  if (data !== 'describe') return
  const style = getComputedStyle(document.documentElement)
  const read = (name) => style.getPropertyValue('--cercle-' + name)
  source.postMessage({ described: {
    elements: [...document.querySelector('main').children].map(({ localName }) => localName),
    isSeen: style.display !== 'none',
    accent: read('accent'), ground: read('ground'), font: read('font'), radius: read('radius'),
    scheme: style.colorScheme, size: style.fontSize, lang: document.documentElement.lang,
    space: document.querySelector('cercle-feed-view')?.space,
    stored: Object.keys(localStorage),
  } }, '*')
})
await import('/packages/widgets/src/frame/frame.ts')`

const page = (script, config) => `<!doctype html><html lang="fr-CA"><head><meta charset="utf-8"><title>Espace</title>
<script type="application/json" id="cercle-frame">${JSON.stringify(config)}</script><script type="module">${script}</script></head><body></body></html>`

export function testFrames() {
  return {
    name: 'cercle-test-frames',
    serve({ path, query }) {
      const [, site, element] = /^\/frame\/([^/]+)\/([^/?]+)/u.exec(path) ?? []
      if (!site) return undefined
      const community = query.community ?? ''
      const origins = [`http://${decodeURIComponent(site)}`]
      const config = {
        site: '0192f0c1-2b3d-7000-8000-0000000000aa',
        siteName: 'Un site',
        origins,
        community,
        element,
        exit: 'http://plain.example/',
      }
      if (community.startsWith('guest')) return { body: page(guest, { ...config, community }), type: 'html' }
      if (community.startsWith('scripted')) return { body: page(scripted(false), config), type: 'html' }
      if (community.startsWith('silent')) return { body: page(scripted(true), config), type: 'html' }
      return undefined
    },
  }
}

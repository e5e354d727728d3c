import type { Fittings } from './host-fittings.ts'
import { recall, remember } from './host-memory.ts'
import type { FrameMessage } from './protocol.ts'

export type ElementName = 'feed' | 'account' | 'community' | 'join'

/** The frame of one element, from the start inside a dialog: the larger view then never moves it (moving reloads it). */
export interface HostFrame {
  dialog: HTMLDialogElement
  iframe: HTMLIFrameElement
  /** `sign-in` until somebody is signed in there. */
  intent: 'sign-in' | 'resume'
  /** First content is drawn. */
  isReady: boolean
  /** The site is not registered, or the server does not answer; a late word of the frame mends it. */
  isRefused?: boolean
  /** Its document is there; says nothing of what is in it. */
  loaded: Promise<unknown>
  /** Look, larger view, print, refusal in words: fetched while the frame opens. */
  fittings: Promise<Fittings>
}

/** Every element in the page: they follow one another, and sign in and out together. */
const shells = new Set<Shell>()
const followAll = (): void => shells.forEach((shell) => shell.follow())

addEventListener('message', (event) => shells.forEach((shell) => shell.greet(event)))

/**
 * The public element: a light shell around either the view itself (a stranger: public texts, no token) or the frame of Cercle's
 * origin (signed in), whose inside no script of the page can read.
 */
export class Shell extends HTMLElement {
  static observedAttributes = ['community', 'space', 'server', 'lang', 'theme']
  readonly box = document.createElement('div')
  /** What a stranger's feed asks first: on its way while the view is. */
  declare early: Promise<Response> | undefined
  declare frame: HostFrame | undefined
  readonly #root = this.attachShadow({ mode: 'open' })
  #view: HTMLElement | undefined
  /** Server and community; empty when there is nothing to show here. */
  #key: string | undefined

  /** An attribute of this element, or of the `<cercle-community>` around it. */
  setting(name: string): string | null | undefined {
    return this.closest(`${this.localName}[${name}],cercle-community[${name}]`)?.getAttribute(name)
  }

  /** Address without a slash at its end. `cercle.js` lies at the root of its server. */
  get server(): string {
    return new URL(this.setting('server') ?? '.', import.meta.url).href.replace(/\/$/u, '')
  }

  get element(): ElementName {
    return this.localName.slice(7) as ElementName
  }

  connectedCallback(): void {
    shells.add(this)
    followAll()
  }

  disconnectedCallback(): void {
    shells.delete(this)
    this.#closeFrame()
    followAll()
  }

  attributeChangedCallback(): void {
    followAll()
  }

  /** Shows what the attributes ask for now. A `<cercle-community>` gives way to the elements inside it. */
  follow(): void {
    const community = this.setting('community')
    const key = !community || this.querySelector('cercle-feed,cercle-account') ? '' : `cercle ${this.server} ${community}`
    if (key !== this.#key) {
      this.#key = key
      this.#closeFrame()
      this.#dropView()
      // view and frame lie in one cell: while the form is open the page is never lower than what was read until then
      this.box.style.cssText = 'display:grid;grid:auto/minmax(0,1fr)'
      this.#root.replaceChildren(key ? this.box : document.createElement('slot'))
      this.showState(key ? 'loading' : 'ready')
    }
    if (this.frame) this.use((fittings) => fittings.update())
    else if (key) {
      if (recall(key) && !this.#view) this.openFrame('resume')
      else this.showInline()
    }
  }

  showState(state: string): void {
    this.dataset['state'] = state
  }

  arrive(): void {
    this.dispatchEvent(new Event('cercle-ready', { bubbles: true, composed: true }))
  }

  showInline(): void {
    const key = this.#key
    if (!this.#view && this.element === 'feed' && !this.setting('space'))
      // told where it is read, if it is
      (this.early = fetch(`${this.server}/c/${this.setting('community')}/first`)).catch(Boolean)
    import('../inline.ts').then(({ draw }) => {
      if (!this.frame?.isReady && key === this.#key) this.#view = draw(this, this.#view)
    }, this.#cut)
  }

  openFrame(intent: HostFrame['intent']): void {
    const dialog = document.createElement('dialog')
    const iframe = document.createElement('iframe')
    iframe.src = `${this.server}/frame/${location.host}/${this.element}?community=${this.setting('community')}#${this.setting('space') ?? ''}`
    iframe.referrerPolicy = 'origin'
    iframe.scrolling = 'no'
    iframe.part.value = 'frame'
    iframe.style.cssText = 'border:0;display:block;width:100%;color-scheme:inherit'
    // alone, the frame holds its place from the start; beside a view it takes none
    iframe.style.height = `${this.#view ? 1 : recall(this.#heightKey) || 600}px`
    dialog.style.cssText = 'all:unset;display:block;grid-area:1/1;visibility:hidden'
    dialog.append(iframe)
    this.#closeFrame()
    const loaded = new Promise((done) => (iframe.onload = done))
    const fittings = import('./host-fittings.ts').then(({ fit }) => fit(this, frame))
    const frame: HostFrame = { dialog, iframe, intent, isReady: false, loaded, fittings }
    this.frame = frame
    this.box.append(dialog)
  }

  use(then: (fittings: Fittings) => void): void {
    this.frame?.fittings.then(then, this.#cut)
  }

  /** The first word of the frame: only from this frame, only from its origin. A late one is always welcome. */
  greet({ source, origin, data, ports: [port] }: MessageEvent): void {
    const { frame } = this
    if (
      frame &&
      source === frame.iframe.contentWindow &&
      origin === new URL(frame.iframe.src).origin &&
      data?.cercle === 'hello'
    ) {
      port!.onmessage = (event) => this.frame === frame && this.#hear(event.data, frame)
      this.use((fittings) => fittings.hello(port!))
    }
  }

  #hear(message: FrameMessage, frame: HostFrame): void {
    const { type } = message
    if ('px' in message && !frame.dialog.open) {
      frame.iframe.style.height = `${message.px}px`
      remember(this.#heightKey, message.px)
    }
    if (type === 'ready') {
      frame.isReady = true
      frame.dialog.style.visibility = ''
      if (frame.intent === 'resume') this.#dropView()
      else if (this.#view) this.#view.style.visibility = 'hidden'
      this.arrive()
    } else if (type === 'state') this.showState(message.state)
    else if (type === 'signed-in') {
      remember(this.#key!, 1)
      frame.intent = 'resume'
      this.#dropView()
      this.#peers((peer) => peer.frame || peer.openFrame('resume'))
    } else if (type === 'signed-out') {
      remember(this.#key!, 0)
      // a frame that never had a session speaks for itself alone
      if (frame.isReady && frame.intent === 'resume') this.#peers((peer) => peer.frame && peer.#leave())
      else this.#leave()
    }
    this.use((fittings) => fittings.hear(message))
  }

  /** Signed out, or the form was closed: what a stranger sees. */
  #leave(): void {
    this.#closeFrame()
    this.showInline()
  }

  #closeFrame(): void {
    this.use((fittings) => fittings.release())
    this.frame?.dialog.remove()
    this.frame = undefined
  }

  #dropView(): void {
    this.#view?.remove()
    this.#view = undefined
  }

  get #heightKey(): string {
    return `${this.#key} ${this.element} ${this.setting('space')} ${Math.round(this.box.offsetWidth / 100)}`
  }

  #cut = (): void => this.showState('offline')

  /** This element and the others of its community. */
  #peers(act: (peer: Shell) => unknown): void {
    for (const peer of shells) if (peer.#key === this.#key) act(peer)
  }
}

/** Where a script or a gesture happens: in the partner's page, or in the document of Cercle inside the feed's frame. */
export type Place = 'page' | 'frame'

/** Of the window, in px: so tall that what is pressed lies in it, for a page that was just scrolled is pressed where it was. */
export const WIDTH = 1280
export const HEIGHT = 1600

/** One tab of one browser, whatever speaks to it. Disposing of it ends what was opened for it. */
export interface Tab extends AsyncDisposable {
  /** Of the browser, as it says it itself. */
  version: string
  /** Another person's: it shares nothing with this one. */
  another(): Promise<Tab>
  goto(url: string): Promise<void>
  reload(): Promise<void>
  /** How tall the window is, in px. */
  resize(height: number): Promise<void>
  /**
   * Runs the body of a function; its result comes back as JSON. In it `find(selector, text?)`, `focused()` and `words()` look through
   * shadow roots, `frame()` is the feed's, `frames()` waits until something was drawn.
   */
  run<Result>(place: Place, body: string): Promise<Result>
  /** The pointer itself, on the middle of the first element that is found, wherever that is by then. Journeys use `press`. */
  click(place: Place, selector: string, text?: string): Promise<void>
  /** Real keys where the focus is. */
  keys(text: string): Promise<void>
  key(name: 'Tab' | 'Escape'): Promise<void>
}

export interface Engine {
  name: string
  /** A fresh profile, nothing kept. */
  open(): Promise<Tab>
}

/** Source of the helpers that every script may use. */
export const helpers = `
  const find = (selector, text) => {
    const walk = (root) => {
      for (const one of root.querySelectorAll(selector)) {
        const shown = one.getClientRects().length > 0
        if (shown && (text === undefined || (one.textContent ?? '').replace(/\\s+/gu, ' ').includes(text))) return one
      }
      for (const one of root.querySelectorAll('*')) {
        const found = one.shadowRoot && walk(one.shadowRoot)
        if (found) return found
      }
      return undefined
    }
    return walk(document)
  };
  const frame = () => document.querySelector('cercle-feed').shadowRoot.querySelector('iframe');
  const frames = () => new Promise((resolve) => {
    const turn = (left) => (left ? requestAnimationFrame(() => turn(left - 1)) : resolve())
    turn(3)
  });
  const focused = () => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    return active
  };
  const words = () => {
    const collect = (root) => [...root.childNodes].map((node) =>
      node.nodeType === 3 ? node.nodeValue : (node.shadowRoot ? collect(node.shadowRoot) : '') + (node.childNodes ? collect(node) : '')).join(' ')
    return collect(document.body)
  };
`

/** Asks until the answer is true, or says what was waited for. */
export async function until(what: string, ask: () => Promise<boolean>, patience = 20_000): Promise<void> {
  const end = Date.now() + patience
  let reason = ''
  for (;;) {
    const isSo = await ask().catch((error: unknown) => {
      reason = ` (${(error as Error).message})`
      return false
    })
    if (isSo) return
    if (Date.now() > end) throw new Error(`never happened: ${what}${reason}`)
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 100)
    })
  }
}

import { tokens } from '../src/theme/tokens.ts'

export interface Setting {
  /** px; the whole width of the page unless told. */
  width?: number
  lang?: string
  /** Custom properties of the host page: `{ '--cercle-accent': '#6d3f9c' }`. */
  host?: Record<string, string>
  /** For an element that stands inside a view: the view's tokens around it. */
  nested?: 'light' | 'dark'
}

const mounted: HTMLElement[] = []

/** A place in the page, as a host has one. It goes after the test. */
export function placeOf({ width, lang, host = {} }: Setting = {}): HTMLElement {
  const place = document.createElement('div')
  if (width) place.style.width = `${width}px`
  if (lang) place.lang = lang
  for (const [name, value] of Object.entries(host)) place.style.setProperty(name, value)
  mounted.push(place)
  return place
}

/** Puts an element with its properties into that place, and the place into the page. */
export function mountIn<Tag extends keyof HTMLElementTagNameMap>(
  place: HTMLElement,
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  nested?: Setting['nested'],
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties)
  ;(nested ? view(place, nested) : place).append(element)
  document.body.append(place)
  return element
}

/** Puts an element with its properties into the page, as a host would. It goes after the test. */
export const mount = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  setting: Setting = {},
): HTMLElementTagNameMap[Tag] => mountIn(placeOf(setting), tag, properties, setting.nested)

/** What a view puts around the elements inside it. */
function view(place: HTMLElement, scheme: 'light' | 'dark'): HTMLElement {
  const root = place.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = tokens.map(({ styleSheet }) => styleSheet!)
  const cercle = document.createElement('div')
  cercle.className = 'cercle'
  cercle.dataset['theme'] = scheme
  root.append(cercle)
  return cercle
}

export function unmountAll(): void {
  for (const place of mounted.splice(0)) place.remove()
}

if ('afterEach' in globalThis) afterEach(unmountAll)

/** Resolves once `look` gives something, looking again whenever a frame is drawn; the test's own time limit ends it otherwise. */
export async function until<Out>(look: () => Out): Promise<NonNullable<Out>> {
  for (;;) {
    const seen = look()
    if (seen) return seen
    await new Promise((turn) => setTimeout(turn, 5))
  }
}

/** Resolves once the element says that it is in this state and has drawn it. */
export async function settled<Host extends HTMLElement>(element: Host, state: string): Promise<Host> {
  await until(() => element.dataset['state'] === state)
  await (element as Host & { updateComplete?: Promise<unknown> }).updateComplete
  return element
}

/** The first that fits, through all open shadow roots. */
export function deep<Found extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): Found | undefined {
  const here = root.querySelector<Found>(selector)
  if (here) return here
  for (const element of root.querySelectorAll('*')) {
    const found = element.shadowRoot && deep<Found>(element.shadowRoot, selector)
    if (found) return found
  }
  return undefined
}

/** The element that has the focus, through all open shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active
}

/** The button (or link) that says this, through all open shadow roots; no-break spaces count as spaces. */
export function pressable(root: ParentNode, words: string): HTMLElement | undefined {
  const plain = (text: string) => text.replace(/\s+/gu, ' ').trim()
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches('button, a, summary') && plain(element.textContent).includes(plain(words))) return element
    const found = element.shadowRoot && pressable(element.shadowRoot, words)
    if (found) return found
  }
  return undefined
}

/** All the words of it, through the shadow roots. */
export function wordsOf(root: ParentNode): string {
  const inner = [...root.querySelectorAll('*')].map(({ shadowRoot }) => (shadowRoot ? wordsOf(shadowRoot) : ''))
  return `${root.textContent} ${inner.join(' ')}`.replace(/\s+/gu, ' ')
}

import type { ReactiveController, ReactiveElement } from 'lit'

export type Scheme = 'light' | 'dark'
type ThemedHost = ReactiveElement & { theme?: string | undefined }

/** How light a computed colour is, 0 to 1, whatever its notation. */
function lightness(colour: string): number {
  const [first = 0, second = 0, third = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  if (colour.startsWith('l')) return first / 100
  return colour.startsWith('ok') ? first : (0.3 * first + 0.59 * second + 0.11 * third) / (colour.startsWith('rgb') ? 255 : 1)
}

/** The ground that the host gave, else the first that is painted behind the element. */
function groundOf(host: HTMLElement): string | undefined {
  let ground: string | undefined
  // A colour is computed where it is used. Nothing is painted in between; without the token this is transparent.
  host.style.backgroundColor = 'var(--cercle-ground)'
  for (
    let at: Element | null = host;
    at && !ground;
    at = at.assignedSlot ?? at.parentElement ?? (at.getRootNode() as ShadowRoot).host
  ) {
    const { backgroundColor } = getComputedStyle(at)
    if (!/[,/] ?0\)$/.test(backgroundColor)) ground = backgroundColor
  }
  host.style.backgroundColor = ''
  return ground
}

/**
 * Light or dark, for `data-theme` of the outermost `.cercle`. The host's word goes first (`theme="light"` or `"dark"`), then its
 * ground (a widget on a dark page is dark), then its `color-scheme`; where that allows both, the person's own preference. The frame
 * decides by the same rules (`frame/theme-reader.ts`), so that signing in changes nothing of the look.
 */
export class ThemeScheme implements ReactiveController {
  scheme: Scheme = 'light'
  readonly #host: ThemedHost
  readonly #dark = matchMedia('(prefers-color-scheme: dark)')
  readonly #page: MutationObserver

  constructor(host: ThemedHost) {
    this.#host = host
    this.#page = new MutationObserver(this.#look)
    host.addController(this)
  }

  hostConnected(): void {
    this.#dark.addEventListener('change', this.#look)
    // A style sheet that comes late.
    addEventListener('load', this.#look)
    for (const root of [document.documentElement, document.body]) this.#page.observe(root, { attributes: true })
  }

  hostDisconnected(): void {
    this.#dark.removeEventListener('change', this.#look)
    removeEventListener('load', this.#look)
    this.#page.disconnect()
  }

  hostUpdate(): void {
    this.scheme = this.#wanted()
  }

  hostUpdated(): void {
    if (CSS.supports('color', 'oklch(from red l c h)')) return
    void import('./contrast.ts').then(({ enforceContrast }) => enforceContrast(this.#host.renderRoot as ShadowRoot))
  }

  readonly #look = (): void => {
    if (this.#wanted() !== this.scheme) this.#host.requestUpdate()
  }

  #wanted(): Scheme {
    const { theme } = this.#host
    if (theme === 'light' || theme === 'dark') return theme
    const ground = groundOf(this.#host)
    if (ground) return lightness(ground) < 0.4 ? 'dark' : 'light'
    const { colorScheme } = getComputedStyle(this.#host)
    return colorScheme.includes('dark') && (this.#dark.matches || !colorScheme.includes('light')) ? 'dark' : 'light'
  }
}

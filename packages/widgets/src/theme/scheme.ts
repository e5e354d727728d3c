import type { ReactiveController, ReactiveElement } from 'lit'

export type Scheme = 'light' | 'dark'

/** How light the ground is that the host gave, 0 to 1, from its computed colour; `undefined` if it cannot be told. */
function lightness(colour: string): number | undefined {
  const [a = NaN, b = NaN, c = NaN] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  if (colour.startsWith('rgb')) return (0.3 * a + 0.59 * b + 0.11 * c) / 255
  return /^(?:ok)?l(?:ab|ch)/.test(colour) ? (colour.startsWith('ok') ? a : a / 100) : undefined
}

/**
 * Light or dark, for `data-theme` of the outermost `.cercle`. The host's word goes first (`theme="light"` or `"dark"`), then
 * the ground it gave (`--cercle-ground` of a dark site is dark), then its `color-scheme`; where that allows both, or with
 * `theme="auto"`, the person's own preference.
 */
export class ThemeScheme implements ReactiveController {
  scheme: Scheme = 'light'
  readonly #host: ReactiveElement & { theme?: string | undefined }
  readonly #dark = matchMedia('(prefers-color-scheme: dark)')
  readonly #changes = new MutationObserver(() => this.#look())

  constructor(host: ReactiveElement & { theme?: string | undefined }) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.#dark.addEventListener('change', this.#look)
    this.#changes.observe(document.documentElement, { attributes: true })
    this.#changes.observe(document.body, { attributes: true })
  }

  hostDisconnected(): void {
    this.#dark.removeEventListener('change', this.#look)
    this.#changes.disconnect()
  }

  hostUpdate(): void {
    this.scheme = this.#wanted()
  }

  hostUpdated(): void {
    const cercle = this.#host.renderRoot.querySelector<HTMLElement>('.cercle')
    if (cercle && !CSS.supports('color', 'oklch(from red l c h)')) {
      void import('./contrast.ts').then(({ enforceContrast }) => enforceContrast(cercle))
    }
  }

  readonly #look = (): void => {
    if (this.#wanted() !== this.scheme) this.#host.requestUpdate()
  }

  #wanted(): Scheme {
    const { theme } = this.#host
    if (theme === 'light' || theme === 'dark') return theme
    const style = getComputedStyle(this.#host)
    if (style.getPropertyValue('--cercle-ground').trim()) {
      // A colour is only computed where it is used: on the element itself, by a property that paints nothing here.
      this.#host.style.setProperty('text-decoration-color', 'var(--cercle-ground)')
      const light = lightness(style.textDecorationColor)
      this.#host.style.removeProperty('text-decoration-color')
      if (light !== undefined) return light < 0.4 ? 'dark' : 'light'
    }
    const schemes = style.colorScheme
    const either = theme === 'auto' || /dark/.test(schemes)
    if (!either) return 'light'
    return theme !== 'auto' && !/light/.test(schemes) ? 'dark' : this.#dark.matches ? 'dark' : 'light'
  }
}

import type { Theme } from './protocol.ts'
import type { Shell } from './shell.ts'

/*
 * Reads the look of the page around an element: computed values only. A colour is computed by using it, on an element of our own
 * inside the shadow root, so that `var(--brand)`, `hsl(…)` or a name all arrive in one notation.
 */

const transparent = /^(?:transparent|rgba\(.*,\s*0\)|.*\/\s*0\))$/u

/** 0 (black) to 1 (white) of a computed colour; undefined where the notation does not tell at a glance. */
function lightness(colour: string): number | undefined {
  const [a = NaN, b = NaN, c = NaN] = (colour.match(/[\d.]+/gu) ?? []).map(Number)
  if (colour.startsWith('rgb')) return (0.3 * a + 0.59 * b + 0.11 * c) / 255
  if (colour.startsWith('color(srgb')) return 0.3 * a + 0.59 * b + 0.11 * c
  if (/^(?:ok)?l(?:ab|ch)\(/u.test(colour)) return colour.startsWith('ok') ? a : a / 100
  return undefined
}

/** The first ground that is painted behind the element. */
function groundBehind(element: Element | null): string | undefined {
  for (let at: Element | null = element; at; at = at.assignedSlot ?? at.parentElement ?? hostOf(at)) {
    const { backgroundColor } = getComputedStyle(at)
    if (!transparent.test(backgroundColor)) return backgroundColor
  }
  return undefined
}

const hostOf = (element: Element): Element | null => {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}

function schemeOf(shell: Shell, style: CSSStyleDeclaration, ground: string | undefined): Theme['scheme'] {
  const wanted = shell.setting('theme')
  if (wanted === 'light' || wanted === 'dark') return wanted
  const light = ground === undefined ? undefined : lightness(ground)
  if (light !== undefined) return light < 0.4 ? 'dark' : 'light'
  const schemes = style.colorScheme
  if (!schemes.includes('dark')) return 'light'
  return !schemes.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export function readTheme(shell: Shell): Theme {
  const style = getComputedStyle(shell)
  const given = (name: string) => style.getPropertyValue(`--cercle-${name}`).trim()
  const probe = document.createElement('i')
  shell.shadowRoot!.append(probe)
  const computed = (property: 'color' | 'borderTopLeftRadius' | 'fontFamily', value: string) => {
    probe.style[property] = ''
    probe.style[property] = value
    return probe.style[property] ? getComputedStyle(probe)[property] : ''
  }
  const ground = computed('color', given('ground')) || groundBehind(shell)
  const scheme = schemeOf(shell, style, ground)
  const font = computed('fontFamily', given('font')) || style.fontFamily
  const theme: Theme = {
    scheme,
    accent: computed('color', given('accent')),
    ground: ground ?? (scheme === 'dark' ? 'rgb(23, 22, 26)' : 'rgb(255, 255, 255)'),
    font,
    fontHeading: computed('fontFamily', given('font-heading')) || font,
    radius: computed('borderTopLeftRadius', given('radius')),
    rootSize: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
  }
  probe.remove()
  return theme
}

/** Calls `changed` whenever what is read may be another: preference of the person, class or style of the page, a late style sheet. */
export function watchTheme(changed: () => void): () => void {
  const prefers = matchMedia('(prefers-color-scheme: dark)')
  const page = new MutationObserver(changed)
  for (const element of [document.documentElement, document.body]) page.observe(element, { attributes: true })
  prefers.addEventListener('change', changed)
  addEventListener('load', changed)
  return () => {
    page.disconnect()
    prefers.removeEventListener('change', changed)
    removeEventListener('load', changed)
  }
}

import { addStyles } from './add-styles.ts'
import { plainColours } from './plain-colours.ts'

/*
 * What CSS cannot do before relative colours (Chrome < 119, Safari < 16.4, Firefox < 128): keep words legible whatever the
 * accent of the host. Loaded there only.
 */

/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number]

/** Reads a computed colour, `rgb(109, 63, 156)` or `rgb(109 63 156 / 1)`; `undefined` for any other notation. */
export function parseRgb(colour: string): Rgb | undefined {
  const [red, green, blue] = /^rgba?\(/.test(colour) ? (colour.match(/[\d.]+/g) ?? []).map(Number) : []
  return red === undefined || green === undefined || blue === undefined ? undefined : [red, green, blue]
}

/** Relative luminance as WCAG defines it, 0 to 1. */
export function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast as WCAG defines it, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const black: Rgb = [21, 19, 22]
const white: Rgb = [255, 255, 255]

/** The better of near-black and white on a filled button. */
export const onAccent = (accent: Rgb): Rgb => (contrast(accent, white) >= contrast(accent, black) ? white : black)

/** The accent, moved towards black or white until it reads at 4.5 : 1 on `surface`. */
export function accentInk(accent: Rgb, surface: Rgb): Rgb {
  const goal = luminance(surface) > 0.18 ? black : white
  for (let step = 0; step <= 20; step += 1) {
    const share = step / 20
    const ink = accent.map((channel, index) => Math.round(channel + (goal[index]! - channel) * share)) as unknown as Rgb
    if (contrast(ink, surface) >= 4.5) return ink
  }
  return goal
}

const css = (colour: Rgb): string => `rgb(${colour.join(' ')})`

const dressed = new WeakSet<ShadowRoot>()

/** Sets what the style sheet could not work out in the shadow root of a view; what the host gave is read from computed styles. */
export function enforceContrast(root: ShadowRoot): void {
  const cercle = root.querySelector<HTMLElement>('.cercle')
  if (!cercle) return
  if (!dressed.has(root)) addStyles(root, [plainColours])
  dressed.add(root)
  const { columnRuleColor, colorScheme } = getComputedStyle(cercle)
  const accent = parseRgb(columnRuleColor)
  if (!accent) return
  cercle.style.setProperty('--cercle-on-accent', css(onAccent(accent)))
  // The quiet grounds on which it is used differ little from these.
  cercle.style.setProperty('--cercle-accent-ink', css(accentInk(accent, colorScheme === 'dark' ? [42, 41, 46] : [238, 238, 240])))
}

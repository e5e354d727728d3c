/*
 * What a page paints with the one colour that a community chose: legible whatever it is, at 4.5 : 1 as WCAG defines it. In `theme/contrast.ts` the
 * elements work out the same for themselves.
 */

/** Red, green, blue, 0 to 255. */
type Rgb = readonly [number, number, number]

const black: Rgb = [21, 19, 22]
const white: Rgb = [255, 255, 255]
/** The darkest of the light grounds that words stand on, and the lightest of the dark ones. */
const grounds = { light: [234, 241, 240], dark: [47, 49, 48] } as const satisfies Record<string, Rgb>
const surfaces = { light: white, dark: [22, 24, 23] } as const satisfies Record<string, Rgb>
const shares = { light: { soft: 0.07, line: 0.38 }, dark: { soft: 0.08, line: 0.35 } } as const

const parse = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb
const write = (colour: Rgb): string => `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
const mixed = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((channel, index) => Math.round(channel + (to[index]! - channel) * share)) as unknown as Rgb

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours, 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(parse(one)), luminance(parse(other))].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

export interface Palette {
  /** Of words, and of the ground of a button. */
  ink: string
  /** A quiet ground that `ink` is read on. */
  soft: string
  line: string
}

/** Made of `#0f6b62`, for light pages or dark ones. */
export function paletteOf(accent: string, scheme: 'light' | 'dark'): Palette {
  const colour = parse(accent)
  const soft = write(mixed(surfaces[scheme], colour, shares[scheme].soft))
  const line = write(mixed(surfaces[scheme], colour, shares[scheme].line))
  const ground = write(grounds[scheme])
  const isRead = (ink: string) => contrastOf(ink, ground) >= 4.5 && contrastOf(ink, soft) >= 4.5
  const goal = scheme === 'light' ? black : white
  const inks = Array.from({ length: 21 }, (_, step) => write(mixed(colour, goal, step / 20)))
  return { ink: inks.find(isRead) ?? write(goal), soft, line }
}

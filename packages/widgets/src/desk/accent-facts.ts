import type { Rgb } from '../theme/contrast.ts'

/** The quiet grounds that words stand on, light and dark. */
const light: Rgb = [238, 238, 240]
const dark: Rgb = [42, 41, 46]

/** Whether a colour (`#0f6b62`) is made darker on light pages, or lighter on dark ones, for words in it to be read. */
export type Adjustment = (accent: string) => { isDarker: boolean; isLighter: boolean }

/** Fetched by itself, as old browsers fetch it: bound to the desk, it would draw a helper into what strangers load. */
export async function loadAdjustment(): Promise<Adjustment> {
  const { accentInk } = await import('../theme/contrast.ts')
  return (accent) => {
    const rgb = [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16)) as unknown as Rgb
    const isChanged = (surface: Rgb) => accentInk(rgb, surface).join() !== rgb.join()
    return { isDarker: isChanged(light), isLighter: isChanged(dark) }
  }
}

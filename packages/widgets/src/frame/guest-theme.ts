import type { Theme } from './protocol.ts'

/*
 * What a host may change of the frame's look: values of these forms, and nothing else. No `url()`, no `var()`, no nesting: a colour is a
 * colour, a font list is names.
 */
const colour = /^(?:#[\da-f]{3,8}|[a-z]+|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([\w\s.,%/+-]+\))$/iu
const fontList = /^(?:"[\p{L}\p{N}\s.'_-]*"|'[\p{L}\p{N}\s._-]*'|[\p{L}\p{N}\s,._-])+$/u
const pixels = /^\d{1,3}(?:\.\d+)?px$/u

const isColour = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= 100 &&
  colour.test(value) &&
  CSS.supports('color', value) &&
  !/^(?:inherit|initial|unset|revert)/iu.test(value)
const isFontList = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 400 && fontList.test(value) && CSS.supports('font-family', value)
const isRadius = (value: unknown): value is string => typeof value === 'string' && pixels.test(value)
const isRootSize = (value: unknown): value is number => typeof value === 'number' && value >= 8 && value <= 40
const isScheme = (value: unknown): value is Theme['scheme'] => value === 'light' || value === 'dark'

/** The values that may be used; what is refused is left out, and the default of the widgets stands. */
export function allowed(theme: unknown): Partial<Theme> {
  const { scheme, accent, ground, font, fontHeading, radius, rootSize } = (theme ?? {}) as Record<keyof Theme, unknown>
  return {
    ...(isScheme(scheme) && { scheme }),
    ...(isColour(accent) && { accent }),
    ...(isColour(ground) && { ground }),
    ...(isFontList(font) && { font }),
    ...(isFontList(fontHeading) && { fontHeading }),
    ...(isRadius(radius) && { radius }),
    ...(isRootSize(rootSize) && { rootSize }),
  }
}

/** Puts them on the root of the frame's document; a value that is absent now is taken away. */
export function wear(theme: Partial<Theme>): void {
  const { style } = document.documentElement
  const put = (property: string, value: string | undefined) => style.setProperty(property, value ?? '')
  put('--cercle-accent', theme.accent)
  put('--cercle-ground', theme.ground)
  put('--cercle-font', theme.font)
  put('--cercle-font-heading', theme.fontHeading)
  put('--cercle-radius', theme.radius)
  put('font-family', theme.font)
  put('font-size', theme.rootSize === undefined ? undefined : `${theme.rootSize}px`)
  // the same scheme as on the host's side of the frame, or the browser paints an opaque box behind it
  put('color-scheme', theme.scheme)
}

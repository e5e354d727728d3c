import { savesData } from '../primitives/data-saver.ts'

/** A font of the partner's site, kept by Cercle: a frame loads none from the page around it. */
export interface FrameFont {
  family: string
  /** `400`, or a range: `200 900`. */
  weight: string
  src: string
}

interface Line {
  effectiveType?: string
}

/** On a slow line, or where data are spared, the fonts stay where they are: words first. */
const isSlow = ({ effectiveType }: Line = {}): boolean => savesData() || /(?:2|3)g$/u.test(effectiveType ?? '')

/**
 * Loads those of the fonts that the theme names, once the words are there; each shows as it comes.
 * A font that does not come changes nothing: the next name of the list stands.
 */
export function loadFonts(fonts: FrameFont[], families: (string | undefined)[], loaded: () => void): void {
  const { connection } = navigator as Navigator & { connection?: Line }
  if (isSlow(connection)) return
  const named = families.join(',')
  for (const { family, weight, src } of fonts) {
    if (!named.includes(family)) continue
    const face = new FontFace(family, `url("${src}") format("woff2")`, { weight, display: 'swap' })
    face.load().then(
      () => {
        document.fonts.add(face)
        loaded()
      },
      () => undefined,
    )
  }
}

import { adoptStyles, supportsAdoptingStyleSheets, type CSSResult } from 'lit'

/** Adds sheets after those that a shadow root already wears; one that it wears is not added again. */
export function addStyles(root: ShadowRoot, styles: readonly CSSResult[]): void {
  if (!supportsAdoptingStyleSheets) return adoptStyles(root, [...styles])
  const sheets = styles.map(({ styleSheet }) => styleSheet!)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet)), ...sheets]
}

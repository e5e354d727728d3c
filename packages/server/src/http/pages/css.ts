/** A sheet as text; named so that editors and the formatter know it. */
export const css = String.raw

/** Without what only its readers need. */
export const squeezed = (sheets: string[]): string =>
  sheets
    .join('')
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')
    .trim()

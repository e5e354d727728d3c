/** What is written one to a line, blanks left out. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Keys as they are pasted: one JWK a line, one over several lines, or a whole JWKS; `undefined`: none of these. */
export function keysIn(text: string): Record<string, unknown>[] | undefined {
  if (!text.trim()) return []
  const whole = parse(text)
  const given = whole ? [whole] : linesOf(text).map(parse)
  const keys = given.flatMap((one) => (Array.isArray(one?.['keys']) ? (one['keys'] as unknown[]) : [one]))
  const isEach = keys.every((key): key is Record<string, unknown> => typeof key === 'object' && key !== null)
  return isEach ? keys : undefined
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return undefined
  }
}

/** The server that this page of the desk is of, without a slash at the end. */
export const serverOf = (href: string): string =>
  href.replace(/\/c\/[^/]+\/desk\/?(?:[?#].*)?$/u, '').replace(/\/?(?:[?#].*)?$/u, '')

/** The lines that embed a community; with where the site says who is there, if it does. */
export const snippet = (server: string, community: string, isBySite: boolean): string =>
  `<script type="module" src="${server}/cercle.js"${isBySite ? ' auth-endpoint="/cercle"' : ''}></script>
<cercle-account community="${community}"></cercle-account>
<cercle-feed community="${community}"></cercle-feed>`

/** A day and an hour, here. */
export const momentOf = (instant: string, language: string): string =>
  new Date(instant).toLocaleString(`${language}-CA`, { dateStyle: 'long', timeStyle: 'short' })

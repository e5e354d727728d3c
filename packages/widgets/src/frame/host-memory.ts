/*
 * What the host page keeps between two visits, in its own localStorage: that a session may exist (`1`, no name) and how tall each
 * element was. It may be blocked, full or switched off: then there is no hint, and the element starts as for a stranger.
 */

/** Nothing when nothing is kept or nothing can be read. */
export const recall = (key: string): string | undefined => {
  try {
    return localStorage[key] as string | undefined
  } catch {
    return undefined
  }
}

/** Zero forgets. */
export const remember = (key: string, value: number): void => {
  try {
    if (value) localStorage[key] = value
    else localStorage.removeItem(key)
  } catch {
    // nothing is kept: the next visit starts as for a stranger
  }
}

import type { Cercle } from '@cercle/sdk'

/*
 * Whether data are spared on this device: as she says here, or else as the browser does. Kept for all the frames of a site in this browser; where
 * nothing can be kept, the browser's word stands.
 */
const KEY = 'cercle data-saver'
const CHANGED = 'cercle-data-saver'

/** The browser asks for it (`Save-Data`). */
export const browserSaves = (): boolean =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true

export function savesData(): boolean {
  try {
    return (localStorage.getItem(KEY) ?? (browserSaves() ? 'on' : 'off')) === 'on'
  } catch {
    return browserSaves()
  }
}

export function setSaving(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off')
  } catch {
    // the box goes back to what the browser says
  }
  dispatchEvent(new Event(CHANGED))
}

/** Told when it is otherwise now, in this document or another; answers how to be told no more. */
export function onSaving(changed: () => void): () => void {
  const hear = ({ key }: StorageEvent): void => {
    if (key === KEY) changed()
  }
  addEventListener(CHANGED, changed)
  addEventListener('storage', hear)
  return () => {
    removeEventListener(CHANGED, changed)
    removeEventListener('storage', hear)
  }
}

/** Discussions in a page of a list, in the place of 20. */
const SHORT_PAGE = 8

/** A list comes in smaller pieces from this client. */
export function shortenPages({ discussions }: Cercle): void {
  const { threads } = discussions
  discussions.threads = (filter, options) => threads({ ...filter, limit: SHORT_PAGE }, options)
}

/*
 * Whether the browser has stayed open at this site since its last frame: this tab was here before (its sessionStorage goes with it), or
 * another tab is (it holds a lock for as long as it lives). Where neither can be known: no.
 */

const lockOf = (name: string): string => `${name} open`

export async function wasOpen(name: string): Promise<boolean> {
  if (wasHere(name)) return true
  try {
    const { held } = await navigator.locks.query()
    return held?.some((lock) => lock.name === lockOf(name)) ?? false
  } catch {
    return false
  }
}

/** From now on this document counts, until it goes. */
export async function stayOpen(name: string): Promise<void> {
  try {
    sessionStorage.setItem(name, '')
  } catch {
    // the lock tells, or the next visit asks for a code
  }
  await new Promise<void>((held) => {
    const hold = () => {
      held()
      return new Promise<never>(() => {})
    }
    if (navigator.locks) navigator.locks.request(lockOf(name), { mode: 'shared' }, hold).catch(() => held())
    else held()
  })
}

/** At once, for a document that has no time left: to the next one here the browser was closed in between, unless another tab is open. */
export function leaveOpen(name: string): void {
  try {
    sessionStorage.removeItem(name)
  } catch {
    // then nothing was noted there
  }
}

function wasHere(name: string): boolean {
  try {
    return sessionStorage.getItem(name) !== null
  } catch {
    return false
  }
}

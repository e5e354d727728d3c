/** What a page tells of its own opening. Times in milliseconds since its navigation began. */
export interface Seen {
  /** The first thread is painted. */
  first?: number
  /** Each of 50 ms or more, in milliseconds. */
  longTasks: number[]
  /** Cumulative layout shift, all of it. */
  shift: number
}

declare global {
  /** Put there by `watch`. */
  var cercleSeen: Seen
  /** Resolves once the first thread is painted and the page then had a second for itself. */
  var cercleSettled: Promise<void>
}

/** Runs inside the page before anything of it. The element says `cercle-ready`; the frame after that is what a person sees. */
export function watch(): void {
  const seen: Seen = { longTasks: [], shift: 0 }
  globalThis.cercleSeen = seen
  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  observe('longtask', ({ duration }) => seen.longTasks.push(duration))
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
    if (!hadRecentInput) seen.shift += value
  })
  globalThis.cercleSettled = new Promise((settled) => {
    const painted = (): void => {
      seen.first ??= performance.now()
      setTimeout(settled, 1000)
    }
    addEventListener('cercle-ready', () =>
      requestAnimationFrame(() => {
        // a message comes after the paint of the frame it was sent in
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = painted
        port2.postMessage(0)
      }),
    )
  })
}

/** Inside the page: the first element that `selector` finds, through the shadow roots. */
export function deep(selector: string): Element | undefined {
  const look = (root: ParentNode): Element | undefined => {
    const found = root.querySelector(selector)
    if (found) return found
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      const inside = shadowRoot && look(shadowRoot)
      if (inside) return inside
    }
    return undefined
  }
  return look(document)
}

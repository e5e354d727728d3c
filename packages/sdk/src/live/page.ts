/** Whether anybody looks, and when to look again. */
export interface LivePage {
  isHidden(): boolean
  /** Told when the page is shown or hidden, and when the network is back; returns how to stop. */
  watch(changed: () => void): () => void
}

/** The document's, where there is one; elsewhere somebody always looks. */
export function pageOf(): LivePage {
  const targets: [EventTarget, string][] =
    typeof document === 'object'
      ? [
          [document, 'visibilitychange'],
          [globalThis, 'online'],
        ]
      : []
  return {
    isHidden: () => typeof document === 'object' && document.visibilityState === 'hidden',
    watch(changed) {
      for (const [target, type] of targets) target.addEventListener(type, changed)
      return () => targets.forEach(([target, type]) => target.removeEventListener(type, changed))
    },
  }
}

/**
 * Answers the elements inside `root` that ask for `context`. By hand, as do `ask` and its callers: what a stranger loads has no more of the
 * protocol than it needs.
 */
export function give<Value>(root: HTMLElement, context: { __context__: Value }, value: Value): void {
  root.addEventListener('context-request', (event) => {
    const asked = event as Event & { context?: unknown; callback?: (value: Value) => void }
    if (asked.context !== context) return
    event.stopPropagation()
    asked.callback?.(value)
  })
}

/** Asks those around `host` for `context`; `take` hears of it at once, or never. */
export function ask<Value>(host: HTMLElement, context: { __context__: Value }, take: (value: Value) => void): void {
  const asking = new Event('context-request', { bubbles: true, composed: true })
  host.dispatchEvent(Object.assign(asking, { context, contextTarget: host, callback: take }))
}

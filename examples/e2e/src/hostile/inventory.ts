import type { BrowserContext, Page } from 'playwright-core'

declare global {
  /** In the page of a host: what differs now from what was there before any script of ours. */
  var hostDifferences: (() => string[]) | undefined
}

/**
 * Takes stock of a host's page when its own scripts have run and before ours do (module scripts wait for the end of the page): every global, what
 * every function and prototype holds, by name, descriptor and identity; the looks of every element, attributes, head, history, storage.
 */
export const takeStock = (context: BrowserContext): Promise<unknown> => context.addInitScript(stock)

/** What changed since. */
export const changesIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => globalThis.hostDifferences?.() ?? ['nothing was taken stock of'])

function stock(): void {
  if (window !== top) return
  type Kept = Map<string, unknown[]>
  const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf } = Reflect
  const isThing = (value: unknown): value is object =>
    (typeof value === 'object' && value !== null) || typeof value === 'function'

  const holdings = (): Kept => {
    const kept: Kept = new Map()
    const walk = (thing: object, path: string, depth: number): void => {
      for (const key of ownKeys(thing)) {
        const descriptor = getOwnPropertyDescriptor(thing, key)!
        // frames of the page, and what the browser makes at each reading
        if (thing === globalThis && (/^\d+$/u.test(String(key)) || key === 'length' || key === 'event')) continue
        const name = `${path}.${String(key)}`
        kept.set(name, [
          descriptor.value,
          descriptor.get,
          descriptor.set,
          descriptor.writable,
          descriptor.enumerable,
          descriptor.configurable,
        ])
        const { value } = descriptor as { value: unknown }
        if (depth < 2 && isThing(value) && (typeof value === 'function' || key === 'prototype')) walk(value, name, depth + 1)
      }
    }
    walk(globalThis, 'window', 0)
    for (const one of [document, navigator, history, customElements, localStorage, JSON, Math, Reflect, performance, location])
      for (let thing: object | null = one; thing && thing !== Object.prototype; thing = getPrototypeOf(thing))
        if (thing !== localStorage) walk(thing, `${Object.prototype.toString.call(one)}`, 2)
    return kept
  }

  const ofLayout = new Set(['height', 'width', 'block-size', 'inline-size', 'perspective-origin', 'transform-origin'])
  const looks = (): Kept => {
    const kept: Kept = new Map()
    for (const element of document.querySelectorAll('html, body, head, head *, body > :not(#place), body > :not(#place) *')) {
      // the ones around ours are as tall as what they hold
      const isAround = element.matches('html, body')
      const style = getComputedStyle(element)
      const values: string[] = []
      for (let at = 0; at < style.length; at += 1) {
        const property = style[at]!
        if (!isAround || !ofLayout.has(property)) values.push(`${property}:${style.getPropertyValue(property)}`)
      }
      let path = element.localName
      for (let up = element.parentElement; up; up = up.parentElement) path = `${up.localName}>${path}`
      const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`).join(' ')
      let nth = 0
      while (kept.has(`${path} ${nth}`)) nth += 1
      kept.set(`${path} ${nth}`, [...values, attributes])
    }
    kept.set('page', [
      document.title,
      document.head.childElementCount,
      document.body.childElementCount,
      history.length,
      location.href,
      document.cookie,
      sessionStorage.length,
      document.adoptedStyleSheets.length,
      document.styleSheets.length,
    ])
    return kept
  }

  let before: [Kept, Kept] | undefined
  Object.defineProperty(globalThis, 'hostDifferences', {
    value: () => {
      if (!before) return ['too early']
      const found: string[] = []
      for (const [old, now] of [
        [before[0], holdings()],
        [before[1], looks()],
      ] as const) {
        for (const name of new Set([...old.keys(), ...now.keys()])) {
          const [was, is] = [old.get(name), now.get(name)]
          if (!was) found.push(`+ ${name}`)
          else if (!is) found.push(`- ${name}`)
          else
            was.forEach(
              (value, index) => Object.is(value, is[index]) || found.push(`${name}: ${String(value)} → ${String(is[index])}`),
            )
        }
      }
      return found
    },
  })
  document.addEventListener('readystatechange', () => {
    if (document.readyState === 'interactive') before = [holdings(), looks()]
  })
}

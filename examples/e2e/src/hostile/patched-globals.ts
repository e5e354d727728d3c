/* eslint-disable no-extend-native */
/**
 * What libraries of another time, and scripts that watch a page, do to its globals. Runs in the page: it must use nothing from around it. Everything it
 * puts somewhere is marked, so that a test can tell it from what came later.
 */
export function patches(): void {
  const mark = <Value extends object>(value: Value): Value => Object.assign(value, { fromTheHost: true })
  const all = globalThis as unknown as Record<string, unknown>

  // as Prototype and MooTools did: enumerable, on what every loop meets
  for (const prototype of [Object.prototype, Array.prototype, Function.prototype, String.prototype, Number.prototype]) {
    Object.defineProperty(prototype, 'hostKey', {
      value: mark(() => 'host'),
      enumerable: true,
      writable: true,
      configurable: true,
    })
  }
  const array = Array.prototype as unknown as Record<string, unknown>
  array['each'] = mark(function each(this: unknown[], act: (one: unknown) => void) {
    for (let at = 0; at < this.length; at += 1) act(this[at])
  })
  array['first'] = mark(function first(this: unknown[]) {
    return this[0]
  })
  // an old polyfill, with the faults such ones have: no holes, no second argument
  array['flat'] = mark(function flat(this: unknown[]) {
    return (Array.prototype.concat as (...parts: unknown[]) => unknown[]).apply([], this)
  })
  array['includes'] = mark(function includes(this: unknown[], wanted: unknown) {
    return this.indexOf(wanted) !== -1
  })
  array['toJSON'] = mark(function toJSON(this: unknown[]) {
    return this
  })
  Object.defineProperty(String.prototype, 'toJSON', {
    value: mark(function toJSON(this: string) {
      return `${this}`
    }),
    enumerable: true,
    writable: true,
    configurable: true,
  })

  // wrapped by what measures and records
  const { fetch: plainFetch, setTimeout: plainTimeout, Promise: PlainPromise } = globalThis
  all['fetch'] = mark((...asked: Parameters<typeof fetch>) => plainFetch(...asked).then((answer) => answer))
  all['setTimeout'] = mark((act: (...given: unknown[]) => void, wait?: number, ...given: unknown[]) =>
    plainTimeout((...called: unknown[]) => act(...called), wait, ...given),
  )
  const plainThen = PlainPromise.prototype.then as (...steps: unknown[]) => Promise<unknown>
  const zoned = mark(function zonedThen(this: Promise<unknown>, ...steps: unknown[]) {
    return plainThen.apply(this, steps)
  })
  Reflect.set(PlainPromise.prototype, 'then', zoned)
  const { parse, stringify } = JSON
  JSON.parse = mark((text: string, revive?: Parameters<typeof parse>[1]) => parse(text, revive) as unknown)
  JSON.stringify = mark((value: unknown, replace?: never, space?: never) => stringify(value, replace, space))
  for (const [owner, name] of [
    [customElements, 'define'],
    [Element.prototype, 'attachShadow'],
    [Element.prototype, 'setAttribute'],
    [Element.prototype, 'getAttribute'],
    [Element.prototype, 'closest'],
    [Element.prototype, 'append'],
    [Node.prototype, 'appendChild'],
    [Node.prototype, 'insertBefore'],
    [EventTarget.prototype, 'addEventListener'],
    [EventTarget.prototype, 'dispatchEvent'],
    [Document.prototype, 'createElement'],
    [Document.prototype, 'importNode'],
    [History.prototype, 'replaceState'],
    [Storage.prototype, 'getItem'],
    [Storage.prototype, 'setItem'],
  ] as [Record<string, (...given: unknown[]) => unknown>, string][]) {
    const plain = owner[name]!
    owner[name] = mark(function wrapped(this: unknown, ...given: unknown[]) {
      return plain.apply(this, given)
    })
  }
  const PlainObserver = globalThis.MutationObserver
  all['MutationObserver'] = mark(class extends PlainObserver {})
  const PlainEvent = globalThis.CustomEvent as unknown as typeof Event
  all['CustomEvent'] = mark(class extends PlainEvent {})
  // names that a script of ours might take for its own
  for (const name of ['$', '_', 'process', 'global', 'module', 'exports', 'define', 'require', 'h', 't', 'e'])
    all[name] = mark({})
  document.addEventListener('keydown', (event) => event.key === 'F13' && event.preventDefault(), true)
}

import type { Stretch } from './protocol.ts'

/** Where the focus is now; nowhere when nothing has it. */
export function focusNow(): Stretch | undefined {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active && active !== document.body ? stretchOf(active) : undefined
}

function stretchOf(element: Element): Stretch {
  const { top, bottom } = element.getBoundingClientRect()
  return { top, bottom }
}

/**
 * Tells where the focus goes when a key or the page itself moved it. Browsers scroll the host's page along, WebKit does not: there the host
 * must. Not told: what a pointer presses (it is in sight, and must not move under the finger), and what has the focus back because the
 * person came back to the window (she may have gone on reading elsewhere).
 */
export function followFocus(went: (to: Stretch) => void): void {
  let last: EventTarget | undefined
  let heard: Event | undefined
  let isPressed = false
  let isBack = false

  const press = ({ type }: Event): void => void (isPressed = type === 'pointerdown')
  for (const type of ['pointerdown', 'pointerup', 'pointercancel', 'keydown']) addEventListener(type, press, true)
  addEventListener('focus', () => {
    isBack = true
    setTimeout(() => (isBack = false))
  })

  const hear = (event: Event): void => {
    if (event === heard) return
    heard = event
    const path = event.composedPath()
    // a move inside one shadow root is heard nowhere else; every root of the way here may hold the next
    for (const node of path) if (node instanceof ShadowRoot) node.addEventListener('focusin', hear)
    const [target] = path
    const isOld = isBack && target === last
    last = target
    if (isPressed || isOld || !(target instanceof Element)) return
    went(stretchOf(target))
  }
  document.addEventListener('focusin', hear)
}

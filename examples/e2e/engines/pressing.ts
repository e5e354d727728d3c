import { until, type Place, type Tab } from './engine.ts'

/** How long a press may take to be heard, in ms. */
const HEARD = 5000

/** What is kept free above and below what is brought into the window, in px. */
const AROUND = 60

/**
 * Presses an element that may come late, as a hand does: once, when it is in the window and lies still. A pointer goes to a place and not
 * to an element, and browsers send it for some frames to what was there before a page or a frame moved; so it is checked that the press
 * arrived. One that went elsewhere fails in words and is never tried again: what moves under a finger is a fault of the page.
 */
export async function press(tab: Tab, place: Place, selector: string, text?: string): Promise<void> {
  const what = `${selector} ${text ?? ''}`.trim()
  await until(`at rest in the window: ${what}`, () => isAtRest(tab, place, selector, text))
  await tab.click(place, selector, text)
  const hear = (where: Place) => tab.run<string | undefined>(where, 'return window.pressed')
  let heard: string | undefined
  await until('heard', async () => Boolean((heard = await hear(place))), HEARD).catch(() => undefined)
  if (!heard && place === 'frame') heard = await hear('page')
  if (heard !== 'arrived') throw new Error(`the press on ${what} went to ${heard ?? 'nothing'}`)
}

/** Presses a field, then types into it. */
export async function type(tab: Tab, place: Place, selector: string, text: string): Promise<void> {
  await press(tab, place, selector)
  await tab.keys(text)
}

/** Notes what the next click goes to: `arrived`, or the element that had it instead. Without a selector nothing is right. */
const listen = (selector?: string, text?: string): string => `
  const isWanted = (node) => node instanceof Element && node.matches(${JSON.stringify(selector ?? ':not(*)')}) &&
    node.textContent.replace(/\\s+/gu, ' ').includes(${JSON.stringify(text ?? '')})
  window.pressed = undefined
  window.stopHearing?.()
  const hear = (event) => {
    const path = event.composedPath()
    window.pressed = path.some(isWanted) ? 'arrived' : path[0].cloneNode?.(false).outerHTML ?? 'the document'
  }
  addEventListener('click', hear, true)
  window.stopHearing = () => removeEventListener('click', hear, true)
`

/**
 * Brings it into the window, as a person does with the wheel (not every engine lets a frame of another site scroll the page), and begins to
 * listen. `false`: something moved. From one document to the other and back only once: in WebKit that takes as long as all the rest.
 */
async function isAtRest(tab: Tab, place: Place, selector: string, text?: string): Promise<boolean> {
  const middle = `const one = find(${JSON.stringify(selector)}, ${JSON.stringify(text) ?? 'undefined'})
    if (!one) throw new Error('not there')
    const middle = () => { const { top, bottom } = one.getBoundingClientRect(); return (top + bottom) / 2 }`
  const begin = `${listen(selector, text)}; return middle()`
  const [before, after] = await tab.run<[number, number]>(
    place,
    `${middle}
    one.scrollIntoView({ block: 'nearest', behavior: 'instant' })
    const before = middle(); await frames(); return [before, middle()]`,
  )
  if (before !== after) return false
  const isStill = place === 'page' || (await tab.run<boolean>('page', inWindow(after)))
  return isStill && after === (await tab.run<number>(place, `${middle}; ${begin}`))
}

/** In the page: what lies at `y` in the frame is brought into the window, and the frame lies still. */
const inWindow = (y: number): string => `
  ${listen()}
  const y = frame().getBoundingClientRect().top + ${y}
  const isOut = y < ${AROUND} || y > innerHeight - ${AROUND}
  const isLarger = frame().closest('dialog').matches(':modal')
  if (isOut && !isLarger) scrollBy({ top: y - innerHeight / 2, behavior: 'instant' })
  const { top, height } = frame().getBoundingClientRect()
  await frames()
  const now = frame().getBoundingClientRect()
  return now.top === top && now.height === height && y === top + ${y}
`

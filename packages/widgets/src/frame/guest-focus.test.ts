import { expect } from '@open-wc/testing'
import { focusNow, followFocus } from './guest-focus.ts'
import type { Stretch } from './protocol.ts'

const went: Stretch[] = []
followFocus((to) => went.push(to))

/** Two buttons in a shadow root inside a shadow root, far from one another; a third outside. */
function scene() {
  const outer = document.createElement('div')
  const inner = document.createElement('div')
  outer.attachShadow({ mode: 'open' }).append(inner)
  const [first, second, outside] = [0, 1, 2].map(() => document.createElement('button')) as [
    HTMLButtonElement,
    HTMLButtonElement,
    HTMLButtonElement,
  ]
  second.style.marginTop = '40px'
  first.style.display = second.style.display = 'block'
  inner.attachShadow({ mode: 'open' }).append(first, second)
  document.body.append(outer, outside)
  return { first, second, outside }
}

const placeOf = (element: Element): Stretch => {
  const { top, bottom } = element.getBoundingClientRect()
  return { top, bottom }
}

describe('where the focus goes in a frame', () => {
  afterEach(() => {
    document.body.replaceChildren()
    went.length = 0
  })

  it('is told once for each move, inside one shadow root too', () => {
    const { first, second, outside } = scene()
    first.focus()
    second.focus()
    outside.focus()
    first.focus()
    expect(went).to.deep.equal([first, second, outside, first].map(placeOf))
    expect(focusNow()).to.deep.equal(placeOf(first))
    first.blur()
    expect(focusNow()).to.equal(undefined)
  })

  it('is not told while a pointer presses', () => {
    const { first, second } = scene()
    first.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }))
    first.focus()
    expect(went).to.deep.equal([])
    first.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, composed: true }))
    second.focus()
    expect(went).to.deep.equal([placeOf(second)])
  })

  it('is not told when the person comes back to where she was', () => {
    const { first, second } = scene()
    first.focus()
    first.blur()
    window.dispatchEvent(new FocusEvent('focus'))
    first.focus()
    expect(went).to.deep.equal([placeOf(first)])
    second.focus()
    expect(went).to.deep.equal([first, second].map(placeOf))
  })
})

import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { mount, pressable } from '../../test/mount.ts'
import type { Exit } from './exit.ts'
import './register.ts'

async function show(lang: 'fr' | 'en' = 'fr'): Promise<{ exit: Exit; left: Event[] }> {
  const left: Event[] = []
  const exit = mount('cercle-exit', {}, { lang })
  exit.addEventListener('cercle-leave', (event) => left.push(event))
  await exit.updateComplete
  return { exit, left }
}
/** ms on the clock of events: a press of the test comes when the test says. */
let at = 10_000
function press(key: string, after = 100, more: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, ...more })
  Object.defineProperty(event, 'timeStamp', { value: (at += after) })
  document.body.dispatchEvent(event)
}
const said = ({ renderRoot }: Exit) => renderRoot.querySelector('[role=status]')!.textContent

describe('the way out', () => {
  it('is one button that says what it does', async () => {
    const { exit, left } = await show()
    await expectAria(exit, 'exit')
    await expectAccessible(exit)
    pressable(exit.renderRoot, 'Quitter rapidement')!.click()
    expect(left.map(({ composed, bubbles }) => [composed, bubbles])).to.deep.equal([[true, true]])
  })

  it('is there in English', async () => {
    const { exit } = await show('en')
    await expectAria(exit, 'exit-en')
  })

  it('takes three presses of Shift, wherever the keyboard is, and says so before the last', async () => {
    const { exit, left } = await show()
    press('Shift', 5000)
    await exit.updateComplete
    expect(said(exit)).to.equal('')
    press('Shift')
    await exit.updateComplete
    expect(said(exit)).to.equal('Encore une fois Majuscule pour quitter')
    await expectAccessible(exit)
    expect(left.length).to.equal(0)
    press('Shift')
    await exit.updateComplete
    expect([left.length, said(exit)]).to.deep.equal([1, ''])
  })

  it('does not take capitals, a key that is held down, or presses far apart for a wish to leave', async () => {
    const { left } = await show()
    for (const key of ['Shift', 'A', 'Shift', 'Escape', 'Shift', 'B', 'Shift']) press(key)
    for (let held = 0; held < 9; held += 1) press('Shift', 30, { repeat: true })
    for (let slow = 0; slow < 3; slow += 1) press('Shift', 2500)
    expect(left.length).to.equal(0)
    press('Shift')
    press('Shift')
    expect(left.length).to.equal(1)
  })

  it('hears nothing once it is gone', async () => {
    const { exit, left } = await show()
    exit.remove()
    for (let presses = 0; presses < 3; presses += 1) press('Shift')
    expect(left.length).to.equal(0)
  })
})

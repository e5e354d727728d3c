import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { fakeClient, type FakeClient } from '../../test/fake-client.ts'
import { focused, mount, until } from '../../test/mount.ts'
import { press, type } from '../../test/runner.ts'
import type { MoreSpaces } from './more-spaces.ts'
import './register.ts'

async function show(): Promise<{ client: FakeClient; note: MoreSpaces }> {
  const client = fakeClient({ code: '48201357' })
  const note = mount('cercle-more-spaces', { client, siteName: 'Carrefour Alizé' }, { lang: 'fr' })
  await until(() => note.renderRoot.querySelector('button'))
  return { client, note }
}
const says = (note: MoreSpaces, words: string) =>
  until(() => note.renderRoot.textContent.replace(/[ \n]+/gu, ' ').includes(words))
const pressButton = (note: MoreSpaces, selector = 'button') => note.renderRoot.querySelector<HTMLElement>(selector)!.click()

describe('more spaces by a code', () => {
  it('is offered in words that tell nothing of what there is', async () => {
    const { client, note } = await show()
    await expectAria(note, 'more-spaces')
    await expectAccessible(note)
    expect(client.calls).to.deep.equal([])
  })

  it('opens them with the keyboard alone, and without an address', async () => {
    const { client, note } = await show()
    const opened = new Promise((done) => note.addEventListener('cercle-more-spaces-open', done))
    note.renderRoot.querySelector('button')!.focus()
    await press('Enter')
    await until(() => focused()?.id === 'code')
    await expectAria(note, 'more-spaces-code')
    await expectAccessible(note)
    await type('48201357')
    await press('Enter')
    await opened
    expect(client.calls.map(({ procedure }) => procedure)).to.deep.equal(['auth.requestProof', 'auth.prove'])
  })

  it('says what to mend, and the keyboard is there', async () => {
    const { client, note } = await show()
    pressButton(note)
    const field = await until(() => note.renderRoot.querySelector<HTMLInputElement>('#code'))
    pressButton(note, '[type=submit]')
    await says(note, 'Il faut les huit chiffres')
    field.value = '1111 1111'
    field.dispatchEvent(new Event('input'))
    pressButton(note, '[type=submit]')
    await says(note, 'Ce code ne marche pas')
    await until(() => focused() === field)
    client.fail('offline')
    pressButton(note, '[type=submit]')
    await says(note, 'La connexion est coupée')
  })
})

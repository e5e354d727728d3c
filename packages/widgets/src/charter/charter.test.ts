import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { buildCommunity, buildViewer, treeOf } from '../../test/factories.ts'
import { buildCharter } from '../../test/fake-charters.ts'
import { fakeClient } from '../../test/fake-client.ts'
import { focused, mount, pressable, until, type Setting } from '../../test/mount.ts'
import type { Charter } from './charter.ts'
import './register.ts'

const community = buildCommunity()
const laval = { id: 'x', slug: 'laval', name: 'Groupe Laval' }
function show(charter = buildCharter(), setting: Setting = {}) {
  const client = fakeClient({ community, viewer: buildViewer(), charters: [charter] })
  const element = mount(
    'cercle-charter',
    { client, community, charterId: charter.id },
    { lang: 'fr', nested: 'light', ...setting },
  )
  return { client, charter, element }
}
const box = ({ renderRoot }: Charter) => until(() => renderRoot.querySelector<HTMLInputElement>('[name=agreed]'))
const signButton = ({ renderRoot }: Charter) => pressable(renderRoot, 'Signer la charte')!
const calls = (client: ReturnType<typeof fakeClient>) => client.calls.filter(({ procedure }) => procedure === 'charter.sign')

describe('charter', () => {
  it('shows the text, who will read what, and the way to sign (R48)', async () => {
    const { element } = show()
    await box(element)
    await expectAria(element, 'charter')
    await expectAccessible(element)
  })

  it('asks for the box first, beside it, and keeps the keyboard there', async () => {
    const { element, client } = show()
    const agreed = await box(element)
    signButton(element).click()
    await until(() => focused() === agreed)
    expect(agreed.getAttribute('aria-invalid')).to.equal('true')
    expect(element.renderRoot.querySelector('[role=alert]')!.textContent).to.contain('cochez d’abord la case')
    await expectAccessible(element)
    expect(calls(client)).to.deep.equal([])
    agreed.click()
    await until(() => !element.renderRoot.querySelector('[role=alert]'))
  })

  it('signs the text that was read, by its hash, and says so', async () => {
    const { element, client, charter } = show()
    ;(await box(element)).click()
    const signed = new Promise<CustomEvent>((heard) => element.addEventListener('cercle-charter-signed', heard as () => void))
    signButton(element).click()
    expect((await signed).detail.signature.version).to.equal(2)
    expect(calls(client).map(({ input }) => input)).to.deep.equal([{ id: charter.id, hash: charter.hash }])
    await until(() => element.renderRoot.textContent.includes('Charte signée le'))
    expect(element.renderRoot.querySelector('form')).to.equal(null)
  })

  it('shows a text that came in between, and asks anew', async () => {
    const { element, client, charter } = show()
    ;(await box(element)).click()
    client.world.charters[0]!.current = false
    client.world.charters.unshift(buildCharter({ version: 3, text: 'Autre', body: treeOf('Une charte plus courte.') }))
    signButton(element).click()
    await until(() => focused()?.id === 'changed')
    expect(element.renderRoot.textContent).to.contain('Une charte plus courte.').and.contain('Version 3')
    expect((await box(element)).checked).to.equal(false)
    expect(calls(client).map(({ input }) => (input as { id: string }).id)).to.deep.equal([charter.id])
    await expectAccessible(element)
  })

  it('says when the signature did not leave, and keeps the box ticked', async () => {
    const { element, client } = show()
    const agreed = await box(element)
    agreed.click()
    client.fail('offline', { procedure: 'charter.sign' })
    signButton(element).click()
    await until(() => element.renderRoot.textContent.includes('Votre signature n’est pas partie.'))
    expect(agreed.checked).to.equal(true)
    await expectAccessible(element)
    client.fail()
    signButton(element).click()
    await until(() => element.renderRoot.textContent.includes('Charte signée le'))
  })

  it('says when the text does not come, and reads it again', async () => {
    const charter = buildCharter()
    const client = fakeClient({ viewer: buildViewer(), charters: [charter] })
    client.fail('internal')
    const element = mount('cercle-charter', { client, community, charterId: charter.id }, { lang: 'fr', nested: 'light' })
    const again = await until(() => pressable(element.renderRoot, 'Essayer de nouveau'))
    client.fail()
    again.click()
    await box(element)
  })

  it('is that of a space in English, at 320 px and in the dark, in the language it was written in', async () => {
    const { element } = show(buildCharter({ space: laval }), { lang: 'en', width: 320, nested: 'dark' })
    await box(element)
    await expectAria(element, 'charter-space-en')
    await expectAccessible(element)
    expect(element.renderRoot.querySelector('.text')!.getAttribute('lang')).to.equal('fr-CA')
    expect(element.renderRoot.querySelector('section')!.scrollWidth).to.be.at.most(320)
  })

  it('leaves it for later on request', async () => {
    const { element } = show()
    await box(element)
    const later = new Promise((heard) => element.addEventListener('cercle-charter-later', heard))
    pressable(element.renderRoot, 'Pas maintenant')!.click()
    await later
  })
})

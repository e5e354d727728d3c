import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { buildCommunity, buildViewer, now } from '../../test/factories.ts'
import { buildCharter, buildSignature } from '../../test/fake-charters.ts'
import { fakeClient, type FakeWorld } from '../../test/fake-client.ts'
import { focused, mount, pressable, until, type Setting } from '../../test/mount.ts'
import '../account/register.ts'
import './register.ts'

const community = buildCommunity()
const old = buildSignature({ version: 1, signedAt: '2025-06-02T14:00:00.000Z' })
const signature = buildSignature({ id: 's2' })
const build = () => buildCharter({ signatures: [{ ...signature }, { ...old }] })
function show(world: Partial<FakeWorld> = {}, setting: Setting = {}) {
  const client = fakeClient({ community, viewer: buildViewer(), charters: [build()], ...world })
  const element = mount('cercle-charters', { client, community }, { lang: 'fr', nested: 'light', ...setting })
  const root = element.renderRoot
  return { client, element, root, press: async (words: string) => (await until(() => pressable(root, words))).click() }
}

describe('signatures of an account', () => {
  it('says when the charter was signed, and which version; reads it again on request', async () => {
    const { element, root, press } = show()
    await press('La relire')
    await until(() => root.querySelector('cercle-charter')?.renderRoot.textContent?.includes('Ce qui se dit ici'))
    await until(() => focused()?.id === 'title')
    expect(root.textContent).to.contain('Charte signée le 13 janvier 2026, version 2.')
    await expectAria(element, 'charters')
    await expectAccessible(element)
    await press('Refermer')
    await until(() => focused()?.textContent?.includes('La relire'))
  })

  it('takes a signature back after a plain warning, and undoes it by signing again', async () => {
    const { client, element, root, press } = show()
    await press('Retirer ma signature')
    await until(() => focused()?.textContent === 'La garder')
    expect(root.textContent).to.contain('vous ne lirez plus ce que les membres écrivent')
    await expectAccessible(element)
    await press('La garder')
    await until(() => focused()?.textContent?.includes('Retirer ma signature'))
    await press('Retirer ma signature')
    ;(await until(() => root.querySelector<HTMLElement>('.back'))).click()
    await until(() => focused()?.textContent?.includes('Signer de nouveau'))
    expect(root.textContent).to.contain('Votre signature est retirée.').and.contain('pas signée')
    await expectAria(element, 'charters-back')
    // the button turns into the first choice, colour by colour
    await Promise.all((root as ShadowRoot).getAnimations().map(({ finished }) => finished))
    await expectAccessible(element)
    await press('Signer de nouveau')
    await until(() => root.textContent.includes('Charte signée le 22 janvier 2026'))
    expect(client.world.charters[0]!.signatures).to.have.length(3)
  })

  it('says when a signature could not be taken back: it stands', async () => {
    const { client, root, press } = show()
    await press('Retirer ma signature')
    client.fail('offline')
    root.querySelector<HTMLElement>('.back')!.click()
    await until(() => root.textContent.includes('Votre signature n’a pas pu être retirée.'))
    expect(root.textContent).to.contain('Charte signée le 13 janvier 2026')
  })

  it('follows what happens elsewhere', async () => {
    const { client, root } = show()
    await until(() => root.textContent.includes('Charte signée le'))
    client.world.charters[0]!.signatures = []
    client.tell({ type: 'charter.changed', seq: 7 })
    await until(() => root.textContent.includes('pas signée'))
  })

  it('shows nothing where there is no charter', async () => {
    const { client, root } = show({ charters: [] })
    await until(() => client.calls.length === 1)
    await new Promise((turn) => setTimeout(turn))
    expect(root.textContent!.trim()).to.equal('')
  })
})

describe('the proof of a signature', () => {
  it('holds the text, its hash, who and when by the community’s clock, and nothing else of the account (R48)', async () => {
    const client = fakeClient({ community, viewer: buildViewer(), charters: [build()] })
    const account = mount('cercle-account-view', { client, now }, { lang: 'fr' })
    ;(await until(() => pressable(account.renderRoot, 'La preuve à imprimer'))).click()
    const proof = await until(() => account.renderRoot.querySelector('cercle-charter-proof'))
    await until(() => focused()?.textContent?.includes('Preuve de signature'))
    expect(account.renderRoot.querySelector<HTMLElement>('.account')!.offsetHeight).to.equal(0)
    expect(proof.renderRoot.textContent)
      .to.contain('13 janvier 2026')
      .and.contain('ab12'.repeat(16))
      .and.contain('9 h 35 min 12 s')
    await expectAria(proof, 'charter-proof')
    await expectAccessible(proof)
    pressable(proof.renderRoot, 'Revenir à votre compte')!.click()
    await until(() => focused()?.textContent?.includes('La preuve à imprimer'))
  })

  it('says when it does not come', async () => {
    const client = fakeClient({ community, viewer: buildViewer(), charters: [build()] })
    client.fail('not_found')
    const proof = mount('cercle-charter-proof', { client, signatureId: 's2' }, { lang: 'en', nested: 'light', width: 320 })
    await until(() => proof.renderRoot.textContent.includes('This charter is no longer there.'))
    await expectAccessible(proof)
  })
})

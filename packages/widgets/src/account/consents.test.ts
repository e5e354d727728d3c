import { expect } from '@open-wc/testing'
import type { Consents } from '@cercle/sdk'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { buildCommunity, buildViewer } from '../../test/factories.ts'
import { fakeClient, type FakeClient } from '../../test/fake-client.ts'
import { deep, focused, mount, pressable, until, wordsOf, type Setting } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'
import './consents-register.ts'
import type { ConsentsView } from './consents.ts'

const community = buildCommunity()
const givenAt = '2026-01-13T15:00:00.000Z'
const help = { equipment: { computer: 'no' as const }, ease: 'call' as const, phone: '514 555-0142' }
const kept: Consents = { items: [{ kind: 'help_facts', given: true, givenAt, withdrawnAt: null }], help }

function show(accepted: Consents = { items: [], help: null }, setting: Setting = {}) {
  const client: FakeClient = fakeClient({ viewer: buildViewer(), community, accepted })
  const consents: ConsentsView = mount('cercle-consents', { client, community }, { lang: 'fr', nested: 'light', ...setting })
  return { client, consents }
}
const opener = ({ renderRoot }: ConsentsView) => until(() => renderRoot.querySelector<HTMLElement>('.turns'))
const says = ({ renderRoot }: ConsentsView, text: string) => until(() => wordsOf(renderRoot).includes(text))
const box = ({ renderRoot }: ConsentsView, name: string) =>
  until(() => renderRoot.querySelector<HTMLInputElement>(`[name=${name}]`)) as Promise<HTMLInputElement>
const field = ({ renderRoot }: ConsentsView, selector: string) =>
  until(() => deep<HTMLInputElement>(renderRoot, selector)) as Promise<HTMLInputElement>

async function opened(accepted?: Consents, setting: Setting = {}) {
  const shown = show(accepted, setting)
  ;(await opener(shown.consents)).click()
  await box(shown.consents, 'named')
  return shown
}

describe('what a member accepts', () => {
  it('is closed and asks nothing; opened, nothing is ticked that she did not say', async () => {
    const { client, consents } = show()
    const button = await opener(consents)
    await expectAccessible(consents)
    expect(client.calls).to.deep.equal([])
    button.focus()
    await press('Enter')
    for (const name of ['named', 'accompany', 'help_facts']) expect((await box(consents, name)).checked).to.equal(false)
    expect(wordsOf(consents.renderRoot)).not.to.contain('Accepté le')
    await expectAria(consents, 'consents')
    await expectAccessible(consents)
  })

  it('is said by the keyboard, dated, and taken back by pressing again', async () => {
    const { client, consents } = await opened()
    ;(await box(consents, 'named')).focus()
    await press('Space')
    await says(consents, 'C’est noté. Pour le retirer, appuyez de nouveau.')
    expect(client.calls.at(-1)).to.deep.equal({
      procedure: 'privacy.setConsent',
      input: { kind: 'named', given: true, words: 1 },
    })
    await says(consents, 'Accepté le 22 janvier 2026.')
    expect(focused()).to.equal(await box(consents, 'named'))
    await press('Space')
    await says(consents, 'Retiré le 22 janvier 2026.')
    expect((await box(consents, 'named')).checked).to.equal(false)
  })

  it('that was not noted stays as it is, and says why', async () => {
    const { client, consents } = await opened()
    client.fail('offline')
    const named = await box(consents, 'named')
    named.click()
    await says(consents, 'Ce n’est pas noté. Rien n’a changé. La connexion est coupée.')
    expect(named.checked).to.equal(false)
    await expectAccessible(consents)
  })

  it('that did not come says why, and is asked for again', async () => {
    const { client, consents } = show()
    client.fail('internal')
    ;(await opener(consents)).click()
    await says(consents, 'Ce que vous acceptez n’a pas pu être affiché.')
    await expectAccessible(consents)
    client.fail()
    pressable(consents.renderRoot, 'Essayer de nouveau')!.click()
    await box(consents, 'named')
  })

  it('what helps her is in the fields of who asks to come in; without a number nobody can call', async () => {
    const { client, consents } = await opened(kept)
    const phone = await field(consents, '#phone')
    expect(phone.value).to.equal('514 555-0142')
    expect((await field(consents, '#computer')).value).to.equal('no')
    await expectAria(consents, 'consents-help')
    await expectAccessible(consents)
    phone.value = ' '
    pressable(consents.renderRoot, 'Enregistrer')!.click()
    await until(() => focused() === phone && phone.getAttribute('aria-invalid') === 'true')
    await expectAccessible(consents)
    ;(await field(consents, '[value=easy]')).click()
    await until(() => !deep(consents.renderRoot, '#phone'))
    pressable(consents.renderRoot, 'Enregistrer')!.click()
    await until(() => deep(consents.renderRoot, 'cercle-help-facts') && client.world.accepted.help?.ease === 'easy')
    expect(client.world.accepted.help).to.deep.equal({ equipment: {}, ease: 'easy', phone: null })
    ;(await box(consents, 'help_facts')).click()
    await until(() => !deep(consents.renderRoot, 'cercle-help-facts'))
    expect(client.world.accepted.help).to.equal(null)
  })

  it('is the same in English, at 320 px and in the dark', async () => {
    const { consents } = await opened(kept, { lang: 'en', width: 320, nested: 'dark', host: { background: '#141110' } })
    await says(consents, 'Accepted on January 13, 2026.')
    await field(consents, '#phone')
    await expectAria(consents, 'consents-en')
    await expectAccessible(consents)
    expect(consents.scrollWidth).to.be.at.most(320)
  })
})

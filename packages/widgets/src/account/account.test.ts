import { expect } from '@open-wc/testing'
import type { DeviceView } from '@cercle/sdk'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { ago, buildId, buildViewer, now } from '../../test/factories.ts'
import { fakeClient, type FakeClient, type FakeWorld } from '../../test/fake-client.ts'
import { giveFakeOutbox } from '../../test/fake-outbox.ts'
import { focused, mount, mountIn, placeOf, pressable, settled, until, wordsOf, type Setting } from '../../test/mount.ts'
import type { AccountView } from './account.ts'
import './register.ts'

const device = (id: string, site: string | null, current = false): DeviceView => ({
  id,
  site,
  current,
  signedInAt: ago(60 * 24 * 9),
  lastUsedAt: ago(current ? 5 : 60 * 24 * 3),
})
const devices = [device('d1', 'alize.example', true), device('d2', 'lumen.example'), device('d3', null)]
const viewer = buildViewer()

function show(world: Partial<FakeWorld> = {}, setting: Setting = {}): { client: FakeClient; account: AccountView } {
  const client = fakeClient({ viewer, devices, ...world })
  return { client, account: mount('cercle-account-view', { client, now }, { lang: 'fr', ...setting }) }
}
const open = ({ renderRoot }: AccountView) => {
  renderRoot.querySelector('details')!.open = true
}
/** What is fetched after the rest. */
const whole = ({ renderRoot }: AccountView) =>
  until(() => {
    const parts = ['cercle-profile', 'cercle-notices', 'cercle-mail-rhythms', 'cercle-sight']
    const buttons = parts.map((tag) => renderRoot.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>('.turns'))
    return buttons.every(Boolean) ? buttons.at(-1) : undefined
  })
const rows = ({ renderRoot }: AccountView) => renderRoot.querySelectorAll('li')
const heard = (account: AccountView, type: string) =>
  new Promise<Event>((done) => document.addEventListener(type, done, { once: true }))

describe('account', () => {
  it('gives a stranger one way in, and asks nothing of her devices', async () => {
    const { account, client } = show({ viewer: null })
    await settled(account, 'ready')
    const button = account.renderRoot.querySelector<HTMLElement>('[part=sign-in]')!
    await expectAria(account, 'account-stranger')
    await expectAccessible(account)
    const asked = heard(account, 'cercle-sign-in')
    button.click()
    expect((await asked).composed).to.equal(true)
    expect(client.calls.map(({ procedure }) => procedure)).to.deep.equal(['communities.current'])
  })

  it('says who is here, on how many devices and on request on which, and leaves on request', async () => {
    const { account } = show()
    await settled(account, 'ready')
    await until(() => rows(account).length === 3)
    await whole(account)
    await expectAria(account, 'account-closed')
    await expectAccessible(account)
    pressable(account.renderRoot, 'Appareils connectés (3)')!.click()
    await expectAria(account, 'account')
    await expectAccessible(account)
    const left = heard(account, 'cercle-sign-out')
    pressable(account.renderRoot, 'Se déconnecter')!.click()
    expect((await left).composed).to.equal(true)
  })

  it('tells that it is ready once, when there is something to see', async () => {
    const { account } = show()
    let times = 0
    account.addEventListener('cercle-ready', () => (times += 1))
    await settled(account, 'ready')
    await until(() => rows(account).length)
    expect(times).to.equal(1)
    expect(account.renderRoot.textContent).to.contain('Nadia')
  })

  it('says at once the name that she takes', async () => {
    const { account } = show({ viewer: buildViewer() })
    await whole(account)
    const profile = account.renderRoot.querySelector('cercle-profile')!
    profile.renderRoot.querySelector<HTMLElement>('.turns')!.click()
    const input = await until(() => profile.renderRoot.querySelector<HTMLInputElement>('#name'))
    input.value = 'Nadège'
    input.dispatchEvent(new Event('input', { bubbles: true }))
    pressable(profile.renderRoot, 'Enregistrer')!.click()
    await until(() => account.renderRoot.querySelector('.me b')!.textContent === 'Nadège')
    // and her name alone, once she shows no more beside it
    expect(account.renderRoot.querySelector('.me small')!.textContent).to.equal('Maison Lumen')
    profile.renderRoot.querySelector<HTMLElement>('#organisationShown')!.click()
    pressable(profile.renderRoot, 'Enregistrer')!.click()
    await until(() => !account.renderRoot.querySelector('.me small'))
  })

  it('says on request what the facilitator can see and who looked, and asks for it only then (R80)', async () => {
    const { account, client } = show({ journal: [{ at: ago(60 * 24 * 3), kind: 'seen_by', by: 'Sophie' }] })
    const button = await whole(account)
    const looks = () => client.calls.filter(({ procedure }) => procedure === 'privacy.journal')
    expect(looks()).to.have.length(0)
    button.click()
    await until(() => wordsOf(account.renderRoot).includes('Sophie a regardé quels espaces vous lisez'))
    expect(looks()).to.have.length(1)
  })

  it('closes one session, and goes on from above the list', async () => {
    const { account, client } = show()
    await until(() => rows(account).length === 3)
    open(account)
    pressable(account.renderRoot, 'Fermer cette session')!.click()
    await until(() => rows(account).length === 2)
    expect(client.calls.at(-1)).to.deep.equal({ procedure: 'auth.revoke', input: { id: 'd2' } })
    expect(account.renderRoot.textContent).to.contain('La session est fermée.')
    await until(() => focused()?.id === 'devices')
  })

  it('closes all the others at once', async () => {
    const { account, client } = show()
    await until(() => rows(account).length === 3)
    pressable(account.renderRoot, 'Fermer toutes les autres')!.click()
    await until(() => rows(account).length === 1)
    expect(client.calls.at(-1)!.input).to.deep.equal({})
    expect(account.renderRoot.textContent).to.contain('Toutes les autres sessions sont fermées.')
    expect(pressable(account.renderRoot, 'Fermer toutes les autres')).to.equal(undefined)
  })

  it('says when a session could not be closed, and keeps its line', async () => {
    const { account, client } = show()
    await until(() => rows(account).length === 3)
    client.fail('offline')
    pressable(account.renderRoot, 'Fermer cette session')!.click()
    await until(() => account.renderRoot.textContent.includes('La session n’a pas pu être fermée.'))
    expect(rows(account)).to.have.length(3)
    await expectAccessible(account)
  })

  it('says when the devices could not be listed, and tries again', async () => {
    const { account, client } = show()
    client.fail('internal', { procedure: 'auth.devices' })
    const again = await until(() => pressable(account.renderRoot, 'Essayer de nouveau'))
    expect(account.renderRoot.textContent).to.contain('Nadia')
    client.fail()
    again.click()
    await until(() => rows(account).length === 3)
  })

  it('says a failure in words, and comes back with the line', async () => {
    const { account, client } = show()
    client.fail('internal')
    await settled(account, 'error')
    await expectAria(account, 'account-error')
    await expectAccessible(account)
    client.fail('offline')
    pressable(account.renderRoot, 'Essayer de nouveau')!.click()
    await settled(account, 'offline')
    await expectAria(account, 'account-offline')
    client.fail()
    dispatchEvent(new Event('online'))
    await settled(account, 'ready')
  })

  it('tells a person who waits that her request does', async () => {
    const { account } = show({ viewer: buildViewer({ status: 'pending' }) })
    await settled(account, 'ready')
    expect(account.renderRoot.textContent).to.contain('Votre demande attend une réponse.')
    expect(account.renderRoot.querySelector('cercle-sight, cercle-profile')).to.equal(null)
  })

  it('asks before what waits to be sent is erased, and lets one stay', async () => {
    const client = fakeClient({ viewer, devices })
    client.fail('offline', { procedure: 'discussions.reply' })
    const place = placeOf({ lang: 'fr' })
    const { outbox } = giveFakeOutbox(client, place)
    await outbox.add({ type: 'reply', input: { threadId: buildId(), body: 'Chez nous.' } })
    const account = mountIn(place, 'cercle-account-view', { client, now })
    await until(() => rows(account).length === 3)
    let isLeft = false
    account.addEventListener('cercle-sign-out', () => (isLeft = true))
    pressable(account.renderRoot, 'Se déconnecter')!.click()
    await until(() => focused()?.textContent === 'Rester')
    expect(account.renderRoot.textContent).to.contain('1 message attend encore d’être envoyé.')
    await whole(account)
    await expectAria(account, 'account-unsent')
    await expectAccessible(account)
    pressable(account.renderRoot, 'Rester')!.click()
    await until(() => focused()?.textContent?.includes('Se déconnecter'))
    expect(isLeft).to.equal(false)
    pressable(account.renderRoot, 'Se déconnecter')!.click()
    ;(await until(() => pressable(account.renderRoot, 'Se déconnecter et effacer'))).click()
    expect(isLeft).to.equal(true)
  })

  it('is the same in English, at 320 px and in the dark', async () => {
    const { account } = show(
      {},
      { lang: 'en', width: 320, host: { '--cercle-accent': '#ff8a3d', '--cercle-ground': '#141110', background: '#141110' } },
    )
    await until(() => rows(account).length === 3)
    open(account)
    await whole(account)
    await expectAria(account, 'account-en')
    await expectAccessible(account)
    expect(account.renderRoot.querySelector('section')!.scrollWidth).to.be.at.most(320)
  })
})

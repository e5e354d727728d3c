import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { buildCommunity, buildViewer } from '../../test/factories.ts'
import { fakeClient } from '../../test/fake-client.ts'
import { mount, until, wordsOf, type Setting } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'
import { onSaving, savesData } from '../primitives/data-saver.ts'
import './preferences-register.ts'
import type { PreferencesView } from './preferences.ts'

const community = buildCommunity()

function show(setting: Setting = {}) {
  const client = fakeClient({ viewer: buildViewer(), community })
  const given = { client, community, chosen: null }
  return { client, preferences: mount('cercle-preferences', given, { lang: 'fr', nested: 'light', ...setting }) }
}
const opener = ({ renderRoot }: PreferencesView) => until(() => renderRoot.querySelector<HTMLElement>('.turns'))
const says = ({ renderRoot }: PreferencesView, text: string) => until(() => wordsOf(renderRoot).includes(text))
const box = ({ renderRoot }: PreferencesView, selector: string) =>
  until(() => renderRoot.querySelector<HTMLInputElement>(selector)) as Promise<HTMLInputElement>

async function opened(setting: Setting = {}) {
  const shown = show(setting)
  ;(await opener(shown.preferences)).click()
  await box(shown.preferences, '[name=saver]')
  return shown
}

describe('how Cercle speaks to a member, and what it loads', () => {
  afterEach(() => localStorage.removeItem('cercle data-saver'))

  it('is closed and asks nothing; opened by the keyboard it speaks as the page does', async () => {
    const { client, preferences } = show()
    const button = await opener(preferences)
    await expectAccessible(preferences)
    button.focus()
    await press('Enter')
    expect((await box(preferences, '[name=language]')).checked).to.equal(true)
    expect((await box(preferences, '[name=saver]')).checked).to.equal(false)
    expect(client.calls).to.deep.equal([])
    await expectAria(preferences, 'preferences')
    await expectAccessible(preferences)
  })

  it('another language is kept, and told to the page of the frame', async () => {
    const { client, preferences } = await opened()
    const told = new Promise<CustomEvent>((done) =>
      document.addEventListener('cercle-language', (event) => done(event as CustomEvent), { once: true }),
    )
    ;(await box(preferences, '[value=en-CA]')).click()
    await says(preferences, 'C’est noté.')
    expect(client.calls.at(-1)).to.deep.equal({ procedure: 'members.changeProfile', input: { language: 'en-CA' } })
    expect((await told).detail).to.deep.equal({ language: 'en-CA', chosen: true })
  })

  it('one that could not be kept is not told, and says why', async () => {
    const { client, preferences } = await opened()
    client.fail('offline')
    ;(await box(preferences, '[value=en-CA]')).click()
    await says(preferences, 'Ce n’est pas noté. Rien n’a changé. La connexion est coupée.')
    expect((await box(preferences, '[name=language]')).checked).to.equal(true)
    await expectAccessible(preferences)
  })

  it('data are spared on this device from now on, and no more when pressed again', async () => {
    const { client, preferences } = await opened()
    let times = 0
    const stop = onSaving(() => times++)
    const saver = await box(preferences, '[name=saver]')
    saver.click()
    expect([savesData(), times]).to.deep.equal([true, 1])
    saver.click()
    expect([savesData(), times]).to.deep.equal([false, 2])
    stop()
    saver.click()
    expect(times).to.equal(2)
    expect(client.calls).to.deep.equal([])
  })

  it('data are spared by themselves where the browser says so, until she says otherwise', async () => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true })
    try {
      const { preferences } = await opened()
      await says(preferences, 'Votre navigateur le demande.')
      const saver = await box(preferences, '[name=saver]')
      expect(saver.checked).to.equal(true)
      saver.click()
      expect(savesData()).to.equal(false)
    } finally {
      Reflect.deleteProperty(navigator, 'connection')
    }
  })

  it('is the same in English, at 320 px and in the dark', async () => {
    const { preferences } = await opened({ lang: 'en', width: 320, nested: 'dark', host: { background: '#141110' } })
    await says(preferences, 'Spare data on this device')
    await expectAria(preferences, 'preferences-en')
    await expectAccessible(preferences)
    expect(preferences.scrollWidth).to.be.at.most(320)
  })
})

import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { buildCommunity, buildViewer, now } from '../../test/factories.ts'
import { fakeClient, type FakeClient } from '../../test/fake-client.ts'
import { buildNotices } from '../../test/fake-notifications.ts'
import { focused, mount, pressable, until, wordsOf, type Setting } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'
import { tellLooked } from '../controllers/notice-channel.ts'
import type { Notices } from './notices.ts'
import './register.ts'

const community = buildCommunity()

function show(
  notifications = buildNotices(),
  setting: Setting = {},
  { pageSize = 20, ...given }: { pageSize?: number; hears?: boolean } = {},
) {
  const client: FakeClient = fakeClient({ viewer: buildViewer(), community, notifications, pageSize })
  const own = { client, community, now, ...given }
  return { client, notices: mount('cercle-notices', own, { lang: 'fr', nested: 'light', ...setting }) }
}
const opener = ({ renderRoot }: Notices) => until(() => renderRoot.querySelector<HTMLElement>('.turns'))
const says = ({ renderRoot }: Notices, text: string) => until(() => wordsOf(renderRoot).includes(text))
/** A count may be asked again at any time: another tab has looked. */
const asked = ({ calls }: FakeClient) => calls.map(({ procedure }) => procedure).filter((one) => one !== 'notifications.unread')

describe('what concerns a member', () => {
  it('is closed and says how much is new; opened by the keyboard it says what happened, together (R78)', async () => {
    const { client, notices } = show()
    const button = await opener(notices)
    await says(notices, '3 nouveautés')
    await expectAria(notices, 'notices-closed')
    await expectAccessible(notices)
    expect(asked(client)).to.deep.equal([])
    button.focus()
    await press('Enter')
    await says(notices, '2 réponses dans « Hébergement de nuit »')
    expect(wordsOf(notices.renderRoot)).to.contain('3 personnes ont répondu d’un geste à votre message')
    expect(wordsOf(notices.renderRoot)).to.contain('4 nouvelles discussions dans Entraide')
    expect(asked(client)).to.deep.equal(['notifications.list'])
    await expectAria(notices, 'notices')
    await expectAccessible(notices)
  })

  it('says that there is nothing, and offers nothing to mark', async () => {
    const { notices } = show([])
    ;(await opener(notices)).click()
    await says(notices, 'Rien pour le moment.')
    expect(pressable(notices.renderRoot, 'J’ai tout vu')).to.equal(undefined)
    await expectAccessible(notices)
  })

  it('is marked as seen on request, and says so', async () => {
    const { client, notices } = show()
    ;(await opener(notices)).click()
    ;(await until(() => pressable(notices.renderRoot, 'J’ai tout vu'))).click()
    await says(notices, 'Tout est marqué comme vu.')
    expect(client.calls).to.deep.include({ procedure: 'notifications.markRead', input: {} })
    expect(wordsOf(notices.renderRoot)).to.not.contain('Nouveau ').and.not.contain('nouveauté')
  })

  it('keeps the list when it cannot be marked, and says why', async () => {
    const { client, notices } = show()
    ;(await opener(notices)).click()
    const button = await until(() => pressable(notices.renderRoot, 'J’ai tout vu'))
    client.fail('unavailable')
    button.click()
    await says(notices, 'Cela n’a pas pu être noté. Le service est très occupé.')
    expect(wordsOf(notices.renderRoot)).to.contain('3 nouveautés').and.contain('Hébergement de nuit')
    await expectAccessible(notices)
  })

  it('shows older ones on request, and goes on from the first of them', async () => {
    const { notices } = show(buildNotices(), {}, { pageSize: 4 })
    ;(await opener(notices)).click()
    ;(await until(() => pressable(notices.renderRoot, 'Voir les plus anciennes'))).click()
    await until(() => focused()?.textContent?.includes('Une charte à lire et à signer'))
    expect(pressable(notices.renderRoot, 'Voir les plus anciennes')).to.equal(undefined)
  })

  it('says why the list did not come, and asks again', async () => {
    const { client, notices } = show()
    await says(notices, '3 nouveautés')
    client.fail('offline')
    ;(await opener(notices)).click()
    await says(notices, 'La connexion est coupée.')
    await expectAccessible(notices)
    client.fail()
    pressable(notices.renderRoot, 'Essayer de nouveau')!.click()
    await says(notices, 'Hébergement de nuit')
  })

  it('hears of more and of less without being asked, and leaves the focus where it is', async () => {
    const { client, notices } = show(buildNotices(), {}, { hears: true })
    await says(notices, '3 nouveautés')
    const button = await opener(notices)
    button.focus()
    client.world.notifications[3]!.read = false
    client.tell({ type: 'notices.changed' })
    await says(notices, '4 nouveautés')
    for (const item of client.world.notifications) item.read = true
    client.tell({ type: 'notices.changed' })
    await until(() => !wordsOf(notices.renderRoot).includes('nouveauté'))
    expect(focused()).to.equal(button)
    expect(notices.renderRoot.querySelectorAll('[role=status]')).to.have.length(0)
  })

  it('follows what was looked at in another frame', async () => {
    const { client, notices } = show()
    await says(notices, '3 nouveautés')
    for (const item of client.world.notifications) item.read = true
    tellLooked()
    await until(() => !wordsOf(notices.renderRoot).includes('nouveauté'))
  })

  it('is the same in English, at 320 px and in the dark', async () => {
    const setting = { lang: 'en', width: 320, nested: 'dark', host: { background: '#141110' } } as const
    const { notices } = show(buildNotices(), setting)
    ;(await opener(notices)).click()
    await says(notices, '3 people answered your message in “Hébergement de nuit” with a gesture')
    await expectAria(notices, 'notices-en')
    await expectAccessible(notices)
    expect(notices.scrollWidth).to.be.at.most(320)
  })
})

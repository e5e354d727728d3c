import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { buildCommunity, buildSpace, buildViewer } from '../../test/factories.ts'
import { fakeClient, type FakeClient } from '../../test/fake-client.ts'
import { mount, pressable, until, wordsOf, type Setting } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'
import type { MailRhythmsView } from './mail-rhythms.ts'
import './register.ts'

const community = buildCommunity()
const spaces = [buildSpace({ slug: 'entraide', name: 'Entraide', level: 'members' })]

function show(setting: Setting = {}) {
  const client: FakeClient = fakeClient({ viewer: buildViewer(), community, spaces })
  const own = { client, community }
  return { client, mails: mount('cercle-mail-rhythms', own, { lang: 'fr', nested: 'light', ...setting }) }
}
const opener = ({ renderRoot }: MailRhythmsView) => until(() => renderRoot.querySelector<HTMLElement>('.turns'))
const says = ({ renderRoot }: MailRhythmsView, text: string) => until(() => wordsOf(renderRoot).includes(text))
const field = (mails: MailRhythmsView, selector: string) =>
  until(() => mails.renderRoot.querySelector<HTMLInputElement>(selector)) as Promise<HTMLInputElement>

async function opened(setting: Setting = {}) {
  const shown = show(setting)
  ;(await opener(shown.mails)).click()
  await field(shown.mails, '[name=general]')
  return shown
}
async function pick(mails: MailRhythmsView, selector: string, value: string): Promise<void> {
  const select = await field(mails, selector)
  select.value = value
  select.dispatchEvent(new Event('change'))
}

describe('when mail tells a member of what concerns her', () => {
  it('is closed and asks nothing; opened by the keyboard it says what a mail says and when (R47)', async () => {
    const { client, mails } = show()
    const button = await opener(mails)
    await expectAccessible(mails)
    expect(client.calls).to.deep.equal([])
    button.focus()
    await press('Enter')
    expect((await field(mails, '#rhythm-daily')).checked).to.equal(true)
    expect(wordsOf(mails.renderRoot)).to.contain('Il ne dit ni qui a écrit ni ce qui est écrit.')
    await expectAria(mails, 'mail-rhythms')
    await expectAccessible(mails)
  })

  it('is chosen in general, and noted at once', async () => {
    const { client, mails } = await opened()
    ;(await field(mails, '#rhythm-never')).click()
    await says(mails, 'C’est noté.')
    expect(client.calls.at(-1)).to.deep.equal({
      procedure: 'notifications.setRhythm',
      input: { space: undefined, rhythm: 'never', days: [] },
    })
  })

  it('on chosen days: begins with Monday, takes others, and keeps the last that is left', async () => {
    const { client, mails } = await opened()
    ;(await field(mails, '#rhythm-days')).click()
    const monday = await field(mails, '#day-1')
    expect([monday.checked, monday.disabled]).to.deep.equal([true, true])
    ;(await field(mails, '#day-4')).click()
    await until(() => client.world.rhythms.general.days.length === 2)
    await until(() => !monday.disabled)
    monday.click()
    await until(() => client.world.rhythms.general.days.join() === '4')
    await expectAccessible(mails)
  })

  it('of a space: otherwise than in general, and back', async () => {
    const { client, mails } = await opened()
    await pick(mails, '#space-entraide', 'at_once')
    await until(() => client.world.rhythms.spaces[0]?.rhythm === 'at_once')
    await pick(mails, '#space-entraide', '')
    await until(() => client.world.rhythms.spaces.length === 0)
  })

  it('quiet hours: over the night, then by other hours, then none', async () => {
    const { client, mails } = await opened()
    const quiet = await field(mails, '[name=quiet]')
    quiet.click()
    await until(() => client.world.rhythms.quiet?.from === 21)
    await pick(mails, '#until', '9')
    await until(() => client.world.rhythms.quiet?.until === 9)
    await expectAria(mails, 'mail-rhythms-quiet')
    await expectAccessible(mails)
    quiet.click()
    await until(() => client.world.rhythms.quiet === null)
  })

  it('that could not be noted says why, and shows again what holds', async () => {
    const { client, mails } = await opened()
    client.fail('offline')
    const never = await field(mails, '#rhythm-never')
    never.click()
    await says(mails, 'Votre choix n’a pas pu être noté. Rien n’a changé. La connexion est coupée.')
    await until(() => !never.checked)
    expect((await field(mails, '#rhythm-daily')).checked).to.equal(true)
    await expectAccessible(mails)
  })

  it('that did not come says why, and is asked for again', async () => {
    const { client, mails } = show()
    client.fail('internal')
    ;(await opener(mails)).click()
    await says(mails, 'Vos choix n’ont pas pu être affichés.')
    await expectAccessible(mails)
    client.fail()
    pressable(mails.renderRoot, 'Essayer de nouveau')!.click()
    await field(mails, '[name=general]')
  })

  it('is the same in English, at 320 px and in the dark', async () => {
    const { mails } = await opened({ lang: 'en', width: 320, nested: 'dark', host: { background: '#141110' } })
    await says(mails, 'Once a day')
    await expectAria(mails, 'mail-rhythms-en')
    await expectAccessible(mails)
    expect(mails.scrollWidth).to.be.at.most(320)
  })
})

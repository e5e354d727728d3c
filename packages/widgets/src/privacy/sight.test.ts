import { expect } from '@open-wc/testing'
import type { AccessNote } from '@cercle/sdk'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { ago, buildCommunity, buildViewer, now } from '../../test/factories.ts'
import { fakeClient, type FakeClient } from '../../test/fake-client.ts'
import { focused, mount, pressable, until, wordsOf, type Setting } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'
import type { Sight } from './sight.ts'
import './register.ts'

const community = buildCommunity()
const viewer = buildViewer()
const look = (by: string, minutes: number): AccessNote => ({ at: ago(minutes), kind: 'seen_by', by })
const journal = [look('Sophie', 60 * 24 * 3), look('Marc', 60 * 24 * 40)]

function show(notes = journal, setting: Setting = {}, given: Partial<Sight> = {}): { client: FakeClient; sight: Sight } {
  const client = fakeClient({ viewer, community, journal: notes })
  const own = { client, community, viewer, now, ...given }
  return { client, sight: mount('cercle-sight', own, { lang: 'fr', nested: 'light', ...setting }) }
}
const opener = ({ renderRoot }: Sight) => until(() => renderRoot.querySelector<HTMLElement>('.turns'))
const says = ({ renderRoot }: Sight, text: string) => until(() => wordsOf(renderRoot).includes(text))

describe('what the facilitator can see', () => {
  it('is closed and asks nothing; opened by the keyboard it says what she sees, what not, and who looked (R80 R86)', async () => {
    const { client, sight } = show()
    const button = await opener(sight)
    await expectAccessible(sight)
    expect(client.calls).to.deep.equal([])
    button.focus()
    await press('Enter')
    await says(sight, 'Sophie a regardé quels espaces vous lisez : lundi 19 janvier, 14 h.')
    expect(client.calls.map(({ procedure }) => procedure)).to.deep.equal(['privacy.journal'])
    await expectAria(sight, 'sight')
    await expectAccessible(sight)
    await press('Enter')
    await until(() => button.getAttribute('aria-expanded') === 'false')
  })

  it('says that nobody has looked', async () => {
    const { sight } = show([])
    ;(await opener(sight)).click()
    await says(sight, 'Personne n’a regardé.')
  })

  it('shows older ones on request, and goes on from the first of them', async () => {
    const { client, sight } = show()
    const pages = [{ items: [journal[0]!], cursor: 'next' }, { items: [journal[1]!] }]
    const asked: (string | undefined)[] = []
    const page = (cursor?: string) => {
      asked.push(cursor)
      return Promise.resolve(pages[asked.length - 1]!)
    }
    client.privacy.journal = () => ({ ...fakeClient().privacy.journal(), page })
    ;(await opener(sight)).click()
    ;(await until(() => pressable(sight.renderRoot, 'Voir les plus anciens'))).click()
    await until(() => focused()?.textContent?.includes('Marc'))
    expect(asked).to.deep.equal([undefined, 'next'])
    expect(pressable(sight.renderRoot, 'Voir les plus anciens')).to.equal(undefined)
  })

  it('says why the list did not come, keeps the rest, and asks again', async () => {
    const { client, sight } = show()
    client.fail('offline')
    ;(await opener(sight)).click()
    await says(sight, 'La connexion est coupée.')
    expect(wordsOf(sight.renderRoot)).to.contain('Vos brouillons').and.not.contain('Personne n’a regardé')
    await expectAccessible(sight)
    client.fail()
    pressable(sight.renderRoot, 'Essayer de nouveau')!.click()
    await says(sight, 'Sophie a regardé')
  })

  it('shows and asks nothing for who is no active member', async () => {
    for (const who of [null, buildViewer({ status: 'pending' }), buildViewer({ status: 'unsigned' })]) {
      const { client, sight } = show(journal, {}, { viewer: who, isOpen: true })
      await sight.updateComplete
      await import('../locales/privacy.fr.ts')
      await sight.updateComplete
      expect(sight.renderRoot.textContent).to.equal('')
      expect(client.calls).to.deep.equal([])
    }
  })

  it('is the same in English, at 320 px and in the dark', async () => {
    const { sight } = show(journal, { lang: 'en', width: 320, nested: 'dark', host: { background: '#141110' } })
    ;(await opener(sight)).click()
    await says(sight, 'Sophie looked at which spaces you read')
    await expectAria(sight, 'sight-en')
    await expectAccessible(sight)
    expect(sight.scrollWidth).to.be.at.most(320)
  })
})

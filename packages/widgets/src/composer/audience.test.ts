import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { answer, asked, begin, entraide, line, open, opener, reader, says, words, world, write } from '../../test/audiences.ts'
import { buildCommunity, buildSpace, buildViewer } from '../../test/factories.ts'
import { focused, pressable, until } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'
import './register.ts'

describe('« Qui lira ceci ? », opened', () => {
  beforeEach(() => localStorage.clear())

  it('asks nothing before it is opened, then once', async () => {
    const shown = begin()
    const button = await opener(shown)
    expect(button.getAttribute('aria-expanded')).to.equal('false')
    expect(asked(shown)).to.deep.equal([])
    button.focus()
    await press('Enter')
    await says(shown, '5 personnes liront ceci.')
    expect(button.getAttribute('aria-expanded')).to.equal('true')
    await press('Enter')
    await until(() => !words(shown).includes('liront ceci.'))
    await press('Enter')
    await says(shown, '5 personnes liront ceci.')
    expect(asked(shown)).to.deep.equal([{ space: 'entraide' }])
  })

  it('says how many, which groups, which names, and who cannot read (R44 R86)', async () => {
    const shown = await open(begin())
    await says(shown, 'Leurs noms')
    await expectAria(shown.audience(), 'audience-open')
    await expectAccessible(shown.host)
  })

  it('names the first twelve, and the others on request', async () => {
    const names = Array.from({ length: 15 }, (_, index) => reader(`Membre ${String(index + 1).padStart(2, '0')}`))
    const shown = await open(begin({ readers: names }))
    await says(shown, 'Membre 12')
    const list = () => shown.audience().renderRoot.querySelectorAll('.names li')
    expect(list()).to.have.length(12)
    pressable(shown.audience().renderRoot, 'et 3 autres')!.click()
    await until(() => list().length === 15)
    await until(() => focused()?.className === 'names')
  })

  it('tells no name where none is given, and why', async () => {
    const hidden = await open(begin())
    hidden.client.spaces.audience = () => Promise.resolve({ level: 'restricted', readers: 5, people: null, groups: [] })
    hidden.host.remove()
    const shown = begin()
    shown.client.spaces.audience = hidden.client.spaces.audience
    await open(shown)
    await says(shown, 'Dans un espace affinitaire, les noms ne sont pas montrés.')
    for (const { name } of world.readers) expect(words(shown)).not.to.contain(name)
    expect(words(shown), 'nobody to choose').not.to.contain('À qui le dire')
  })

  it('says of what is public that anyone reads it, and names nobody', async () => {
    const accueil = buildSpace({ readers: 5, can: write })
    const shown = await open(answer(accueil))
    await says(shown, 'Toute personne sur Internet peut le lire, sans votre nom.')
    for (const text of ['Fatou', 'Ni votre employeur', 'À qui le dire']) expect(words(shown)).not.to.contain(text)
  })

  it('asks of an answer by its discussion, and offers nothing to choose', async () => {
    const circle = { readers: 3, groups: ['CALACS'], people: 1 }
    const shown = answer(entraide, circle)
    await opener(shown)
    expect(line(shown)).to.contain('Entraide · lu par 3 personnes : CALACS, 1 personne nommée')
    await open(shown)
    await says(shown, 'Leurs noms')
    expect(asked(shown)).to.deep.equal([{ thread: shown.host.threadId }])
    expect(words(shown)).not.to.contain('À qui le dire')
  })

  it('says why it is not known, keeps the rest, and asks again on request or when the line is back', async () => {
    const shown = begin()
    shown.client.fail('unavailable', { procedure: 'spaces.audience' })
    await open(shown)
    await says(shown, 'Le service est très occupé.')
    await expectAria(shown.audience(), 'audience-failed')
    await expectAccessible(shown.host)
    shown.client.fail('offline', { procedure: 'spaces.audience' })
    pressable(shown.audience().renderRoot, 'Essayer de nouveau')!.click()
    await says(shown, 'La connexion est coupée.')
    shown.client.fail()
    dispatchEvent(new Event('online'))
    await says(shown, '5 personnes liront ceci.')
  })

  it('says on request what the facilitator can see, and asks nothing for it (R80)', async () => {
    const shown = await open(begin())
    ;(await until(() => pressable(shown.audience().renderRoot, 'Ce que l’animatrice peut voir'))).click()
    await says(shown, 'Vos brouillons')
    expect(shown.client.calls.map(({ procedure }) => procedure)).to.deep.equal(['spaces.audience'])
  })

  it('calls who facilitates as the community does', async () => {
    const community = buildCommunity({ vocabulary: { facilitator: 'la gardienne' } })
    const shown = await open(begin({}, {}, { community }))
    ;(await until(() => pressable(shown.audience().renderRoot, 'Ce que la gardienne peut voir'))).click()
    await says(shown, 'Cette personne peut voir')
  })

  it('shows nothing to who is no active member', async () => {
    for (const who of [null, buildViewer({ status: 'pending' }), buildViewer({ status: 'unsigned' })]) {
      const shown = begin({ viewer: who }, {}, { viewer: who })
      await until(() => shown.host.renderRoot.querySelector('#audience'))
      expect(shown.audience()).to.equal(null)
    }
  })
})

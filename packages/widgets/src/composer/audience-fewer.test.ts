import { expect } from '@open-wc/testing'
import type { NewThread } from '@cercle/sdk'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import {
  asked,
  begin,
  calacs,
  created,
  entraide,
  fill,
  josee,
  line,
  lumen,
  nadia,
  open,
  option,
  pick,
  reader,
  says,
  submit,
  words,
  write,
} from '../../test/audiences.ts'
import { buildId, buildSpace } from '../../test/factories.ts'
import { focused, until } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'
import type { Waiting } from '../controllers/unsent.ts'
import { queued } from '../controllers/unsent-handing.ts'
import './register.ts'

describe('a smaller audience', () => {
  beforeEach(() => localStorage.clear())

  it('is chosen by the keyboard, followed by the line, and sent (R57)', async () => {
    const shown = await open(begin())
    fill(shown)
    ;(await option(shown, 'Toutes les personnes de l’espace')).focus()
    await press('ArrowDown')
    await says(shown, 'Des groupes')
    expect(line(shown)).to.contain('à choisir')
    ;(await option(shown, 'CALACS')).focus()
    await press('Space')
    await until(() => line(shown).includes('3 personnes : CALACS'))
    await pick(shown, 'Josée')
    await until(() => line(shown).includes('4 personnes : CALACS, 1 personne nommée'))
    await expectAria(shown.audience(), 'audience-fewer')
    await expectAccessible(shown.host)
    const button = shown.host.renderRoot.querySelector('[part=send]')!
    expect(button.getAttribute('aria-describedby')).to.equal('audience')
    submit(shown)
    await until(() => created(shown).length)
    expect(created(shown)[0]!.audience).to.deep.equal({ groups: [calacs.id], members: [josee.memberId] })
    await until(() => shown.client.world.threads.length)
    expect(shown.client.world.threads[0]!.circle).to.deep.equal({ readers: 4, groups: ['CALACS'], people: 1 })
  })

  it('never offers the author herself, and tells no name where a hidden group is chosen', async () => {
    const shown = await open(begin())
    await pick(shown, 'Un plus petit groupe')
    await option(shown, 'Josée')
    const labels = [...shown.audience().renderRoot.querySelectorAll('label')].map(({ textContent }) => textContent)
    expect(labels.some((text) => text.includes('Nadia'))).to.equal(false)
    await pick(shown, 'Comité discret')
    await says(shown, 'Dans un espace affinitaire, les noms ne sont pas montrés.')
    expect(shown.audience().renderRoot.querySelector('.names')).to.equal(null)
  })

  it('is not told to all when nobody is chosen yet', async () => {
    const shown = await open(begin())
    fill(shown)
    await pick(shown, 'Un plus petit groupe')
    submit(shown)
    await says(shown, 'Choisissez au moins un groupe ou une personne.')
    expect(created(shown)).to.deep.equal([])
    await until(() => focused()?.matches('input[type=radio]:checked'))
    await pick(shown, 'Toutes les personnes')
    submit(shown)
    await until(() => created(shown).length)
    expect(created(shown)[0]).not.to.have.property('audience')
  })

  it('is not offered where there are no groups and nobody to name', async () => {
    const shown = await open(begin({ groups: [], readers: [nadia] }))
    await says(shown, '1 personne lira ceci.')
    expect(words(shown)).not.to.contain('À qui le dire')
  })

  it('stays in the draft, and is counted again when it comes back', async () => {
    const shown = await open(begin())
    fill(shown)
    await pick(shown, 'Un plus petit groupe')
    await pick(shown, 'CALACS')
    await until(() => line(shown).includes('3 personnes'))
    shown.host.remove()
    const again = begin()
    await until(() => line(again).includes('3 personnes : CALACS'))
    expect(asked(again)).to.deep.equal([{ space: 'entraide', groups: [calacs.id] }])
    submit(again)
    await until(() => created(again).length)
    expect(created(again)[0]!.audience).to.deep.equal({ groups: [calacs.id] })
  })

  it('comes back with a message that was on its way', async () => {
    const text = { kind: 'question', title: 'Un titre', body: 'Un texte.', space: 'entraide' } as const
    const shown = begin({}, {}, { resumed: { id: buildId(), ...text, audience: { members: [josee.memberId] } } })
    await until(() => line(shown).trim().endsWith('2 personnes'))
  })

  it('goes with a message that waits for the line', async () => {
    const messages: unknown[] = []
    const send = <Answer>(message: unknown): Promise<Answer | typeof queued> => {
      messages.push(message)
      return Promise.resolve(queued)
    }
    const waiting = { entries: [], isKept: true, stopped: undefined, send } as unknown as Waiting
    const shown = await open(begin({}, {}, { waiting }))
    fill(shown)
    await pick(shown, 'Un plus petit groupe')
    await pick(shown, 'CALACS')
    submit(shown)
    await until(() => messages.length)
    expect((messages[0] as { input: NewThread }).input.audience).to.deep.equal({ groups: [calacs.id] })
  })

  it('that is refused is said at the choice, and nothing is lost', async () => {
    const shown = await open(begin())
    fill(shown)
    await pick(shown, 'Un plus petit groupe')
    await pick(shown, 'CALACS')
    await until(() => line(shown).includes('3 personnes'))
    const failure = { procedure: 'discussions.createThread', fields: [{ path: 'audience', reason: 'not_allowed' }] }
    shown.client.fail('invalid', failure)
    submit(shown)
    await says(shown, 'n’est plus là. Rien n’est parti, votre texte est gardé')
    expect(words(shown), 'nothing is wrong with the text').not.to.contain('Quelque chose dans ce texte')
    expect((await option(shown, 'CALACS')).checked).to.equal(true)
    await expectAccessible(shown.host)
    shown.client.fail()
    await pick(shown, 'CALACS')
    await pick(shown, 'Maison Lumen')
    await until(() => !words(shown).includes('Rien n’est parti'))
    submit(shown)
    await until(() => created(shown).length === 2)
    expect(created(shown)[1]!.audience).to.deep.equal({ groups: [lumen.id] })
  })

  it('is chosen anew, never dropped, where the space is another one', async () => {
    const laval = buildSpace({ slug: 'laval', name: 'Laval', level: 'restricted', readers: 2, groups: ['Laval'], can: write })
    const shown = await open(begin({ spaces: [entraide, laval] }, {}, { spaces: [entraide, laval] }))
    fill(shown)
    await pick(shown, 'Un plus petit groupe')
    await pick(shown, 'CALACS')
    const select = shown.host.renderRoot.querySelector('select')!
    select.value = 'laval'
    select.dispatchEvent(new Event('input', { bubbles: true }))
    await until(() => line(shown).includes('à choisir'))
    submit(shown)
    await says(shown, 'Choisissez au moins un groupe ou une personne.')
    expect(created(shown)).to.deep.equal([])
  })

  it('finds a name among many, whatever its accents, and keeps in sight who is chosen', async () => {
    const many = ['Amélie', 'Béa', 'Chloé', 'Dina', 'Élise', 'Flore', 'Gaëlle', 'Hana', 'Irène'].map((name) => reader(name))
    const shown = await open(begin({ readers: many }))
    await pick(shown, 'Un plus petit groupe')
    await pick(shown, 'Hana')
    const filter = await until(() => shown.audience().renderRoot.querySelector<HTMLInputElement>('#filter'))
    filter.value = 'elise'
    filter.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
    const listed = () =>
      [...shown.audience().renderRoot.querySelectorAll('[aria-labelledby=to-people] .c-check')].map(({ textContent }) =>
        textContent.trim(),
      )
    await until(() => listed().length === 2)
    expect(listed()).to.deep.equal(['Élise, Maison Lumen', 'Hana, Maison Lumen'])
  })

  it('is the same in English, at 320 px and in the dark', async () => {
    const shown = await open(begin({}, { lang: 'en', width: 320, nested: 'dark' }))
    await pick(shown, 'A smaller group')
    await pick(shown, 'CALACS')
    await until(() => line(shown).includes('3 people: CALACS'))
    await expectAria(shown.audience(), 'audience-en')
    await expectAccessible(shown.host)
    expect(shown.host.renderRoot.querySelector('.compose')!.scrollWidth).to.be.at.most(320)
    for (const input of shown.audience().renderRoot.querySelectorAll('label.c-check'))
      expect(input.getBoundingClientRect().height).to.be.at.least(44)
  })
})

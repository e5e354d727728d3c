import { expect } from '@open-wc/testing'
import type { NewThread, SpaceView } from '@cercle/sdk'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { buildCommunity, buildId, buildSpace, buildThread, buildViewer } from '../../test/factories.ts'
import { fakeClient, type FakeClient, type FakeWorld } from '../../test/fake-client.ts'
import { buildGroup, type FakeReader } from '../../test/fake-spaces.ts'
import { focused, mount, pressable, until, wordsOf, type Setting } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'
import type { Audience } from './audience.ts'
import type { Composer } from './composer.ts'
import type { Reply } from './reply.ts'
import './register.ts'

const community = buildCommunity()
const viewer = buildViewer()
const write = { write: true, pin: false }
const entraide = buildSpace({ slug: 'entraide', name: 'Entraide', level: 'members', readers: 5, can: write })
const calacs = buildGroup({ name: 'CALACS' })
const lumen = buildGroup({ name: 'Maison Lumen', kind: 'workplace' })
const cachee = buildGroup({ name: 'Comité discret', kind: 'committee', hidden: true })
const reader = (name: string, ...groups: string[]): FakeReader => ({
  memberId: buildId(),
  name,
  organisation: 'Maison Lumen',
  groups,
})
const nadia: FakeReader = { ...reader('Nadia', lumen.id), memberId: viewer.memberId }
const [fatou, ines, josee, rose] = [
  reader('Fatou', calacs.id),
  reader('Ines', calacs.id),
  reader('Josée'),
  reader('Rose', cachee.id),
]
const world = { groups: [calacs, lumen, cachee], readers: [fatou, ines, josee, nadia, rose] }

interface Shown<Host extends Composer | Reply> {
  client: FakeClient
  host: Host
  audience(): Audience
}
const shownOf = <Host extends Composer | Reply>(client: FakeClient, host: Host): Shown<Host> => ({
  client,
  host,
  audience: () => host.renderRoot.querySelector('cercle-audience')!,
})

function begin(given: Partial<FakeWorld> = {}, setting: Setting = {}, properties: Partial<Composer> = {}): Shown<Composer> {
  const space = given.spaces?.[0] ?? entraide
  const client = fakeClient({ viewer, community, spaces: [space], ...world, ...given })
  const own = { client, community, viewer, space, kind: 'experience' as const, draftScope: 'a nadia', ...properties }
  return shownOf(client, mount('cercle-composer', own, { lang: 'fr', nested: 'light', ...setting }))
}

function answer(space: SpaceView, circle: Reply['circle'] = null): Shown<Reply> {
  const thread = buildThread({ space, circle })
  const client = fakeClient({ viewer, community, spaces: [space], threads: [thread], ...world })
  const own = { client, community, viewer, space, circle, threadId: thread.id, draftScope: 'a nadia' }
  return shownOf(client, mount('cercle-reply', own, { lang: 'fr', nested: 'light' }))
}

const opener = ({ host }: Shown<Composer | Reply>) =>
  until(() => host.renderRoot.querySelector('cercle-audience')?.renderRoot?.querySelector<HTMLElement>('.open'))
async function open<Host extends Composer | Reply>(shown: Shown<Host>): Promise<Shown<Host>> {
  ;(await opener(shown)).click()
  await until(() => shown.audience().renderRoot.querySelector('[role=status], [part=error]'))
  return shown
}
const words = ({ host }: Shown<Composer | Reply>) => wordsOf(host.renderRoot)
const says = (shown: Shown<Composer | Reply>, text: string) => until(() => words(shown).includes(text))
const line = ({ host }: Shown<Composer | Reply>) =>
  (host.renderRoot.querySelector('#audience')?.textContent ?? '').replace(/\s+/gu, ' ')
const asked = ({ client }: Shown<Composer | Reply>) =>
  client.calls.filter(({ procedure }) => procedure === 'spaces.audience').map(({ input }) => input)
const created = ({ client }: Shown<Composer>) =>
  client.calls.filter(({ procedure }) => procedure === 'discussions.createThread').map(({ input }) => input as NewThread)
/** The radio or the checkbox of these words. */
const option = (shown: Shown<Composer>, text: string) =>
  until(() => {
    const labels = [...shown.audience().renderRoot.querySelectorAll('label')]
    return labels.find(({ textContent }) => textContent.includes(text))?.querySelector<HTMLInputElement>('input')
  })
const pick = async (shown: Shown<Composer>, text: string) => (await option(shown, text)).click()

function fill({ host }: Shown<Composer>): void {
  for (const [name, text] of [
    ['body', 'Le silence a duré.'],
    ['title', 'Le silence'],
  ] as const) {
    const field = host.renderRoot.querySelector<HTMLInputElement>(`[name="${name}"]`)!
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
const send = ({ host }: Shown<Composer>) => host.renderRoot.querySelector<HTMLElement>('[part=send]')!.click()

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

  it('shows nothing to who is no active member', async () => {
    for (const who of [null, buildViewer({ status: 'pending' }), buildViewer({ status: 'unsigned' })]) {
      const shown = begin({ viewer: who }, {}, { viewer: who })
      await until(() => shown.host.renderRoot.querySelector('#audience'))
      expect(shown.audience()).to.equal(null)
    }
  })
})

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
    await expectAria(shown.host, 'audience-fewer')
    await expectAccessible(shown.host)
    send(shown)
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
    send(shown)
    await says(shown, 'Choisissez au moins un groupe ou une personne.')
    expect(created(shown)).to.deep.equal([])
    await until(() => focused()?.matches('input[type=radio]:checked'))
    await pick(shown, 'Toutes les personnes')
    send(shown)
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
    send(again)
    await until(() => created(again).length)
    expect(created(again)[0]!.audience).to.deep.equal({ groups: [calacs.id] })
  })

  it('comes back with a message that was on its way', async () => {
    const text = { kind: 'question', title: 'Un titre', body: 'Un texte.', space: 'entraide' } as const
    const shown = begin({}, {}, { resumed: { id: buildId(), ...text, audience: { members: [josee.memberId] } } })
    await until(() => line(shown).includes('2 personnes : 1 personne nommée'))
  })

  it('that is refused is said at the choice, and nothing is lost', async () => {
    const shown = await open(begin())
    fill(shown)
    await pick(shown, 'Un plus petit groupe')
    await pick(shown, 'CALACS')
    await until(() => line(shown).includes('3 personnes'))
    const failure = { procedure: 'discussions.createThread', fields: [{ path: 'audience', reason: 'not_allowed' }] }
    shown.client.fail('invalid', failure)
    send(shown)
    await says(shown, 'n’est plus là. Rien n’est parti, votre texte est gardé')
    expect(words(shown), 'nothing is wrong with the text').not.to.contain('Quelque chose dans ce texte')
    expect((await option(shown, 'CALACS')).checked).to.equal(true)
    await expectAccessible(shown.host)
    shown.client.fail()
    await pick(shown, 'CALACS')
    await pick(shown, 'Maison Lumen')
    await until(() => !words(shown).includes('Rien n’est parti'))
    send(shown)
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
    send(shown)
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

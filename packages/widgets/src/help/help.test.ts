import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { buildCommunity, buildSpace, buildViewer, now } from '../../test/factories.ts'
import { fakeClient, type FakeClient } from '../../test/fake-client.ts'
import { buildAnswer, buildHelp } from '../../test/fake-help.ts'
import { deep, focused, mount, pressable, until, wordsOf, type Setting } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'
import './register.ts'
import type { HelpLine } from './help-line.ts'

const community = buildCommunity()
const viewer = buildViewer()

afterEach(() => localStorage.clear())

interface Shown {
  client: FakeClient
  line: HelpLine
}
function show(client = fakeClient({ viewer, community }), more: Partial<HelpLine> = {}, setting: Setting = {}): Shown {
  const given = { client, element: 'feed', siteName: 'La Rive', now, ...more }
  return { client, line: mount('cercle-help', given, { lang: 'fr', ...setting }) }
}
const says = ({ line }: Shown, words: string) => until(() => wordsOf(line.renderRoot).includes(words))
const field = ({ line }: Shown, selector = '#text') =>
  until(() => deep<HTMLTextAreaElement>(line.renderRoot, selector)) as Promise<HTMLTextAreaElement>
const button = ({ line }: Shown, words: string) => until(() => pressable(line.renderRoot, words))
async function open(shown: Shown): Promise<Shown> {
  ;(await until(() => shown.line.renderRoot.querySelector<HTMLElement>('.line'))).click()
  await field(shown)
  return shown
}
function type(input: HTMLTextAreaElement, value: string): void {
  input.value = value
  input.dispatchEvent(new Event('input', { bubbles: true }))
}
const asked = ({ client }: Shown, procedure: string) =>
  client.calls.filter((call) => call.procedure === procedure).map(({ input }) => input as Record<string, unknown>)

describe('the line at the foot', () => {
  it('names who can be written to; opened by the keyboard, it says who reads and when they can be reached', async () => {
    const client = fakeClient({ viewer, community, helpers: [{ name: 'Marie-Ève', availability: 'le mardi, après 13 h' }] })
    const shown = show(client)
    await says(shown, 'Besoin d’aide ? Écrire à Marie-Ève')
    await expectAccessible(shown.line)
    expect(asked(shown, 'help.ask')).to.deep.equal([])
    shown.line.renderRoot.querySelector<HTMLElement>('.line')!.focus()
    await press('Enter')
    await says(shown, 'Marie-Ève, qui anime, lira ce que vous écrivez ici, et personne d’autre.')
    await says(shown, 'Pour joindre Marie-Ève : le mardi, après 13 h.')
    await until(() => focused()?.id === 'title')
    await expectAria(shown.line, 'help')
    await expectAccessible(shown.line)
  })

  it('names both of two, and nobody to who is not in yet', async () => {
    const helpers = [
      { name: 'Marie-Ève', availability: null },
      { name: 'Sophie', availability: null },
    ]
    await says(show(fakeClient({ viewer, community, helpers })), 'Écrire à Marie-Ève et Sophie')
    const pending = fakeClient({ viewer: buildViewer({ status: 'pending' }), community, helpers })
    const shown = await open(show(pending, { element: 'join' }))
    await says(shown, 'L’équipe d’animation lira ce que vous écrivez ici, et personne d’autre.')
    expect(wordsOf(shown.line.renderRoot)).to.not.include('Marie-Ève')
  })

  it('says that an answer came while the page stays open, and shows it in the screen that is open', async () => {
    const waits = buildHelp()
    const shown = show(fakeClient({ viewer, community, help: [waits] }))
    await says(shown, 'Écrire à Marie-Ève')
    const answered = (words: string) => {
      shown.client.world.help = [{ ...waits, state: 'answered', unseen: true, turns: [buildAnswer({ text: words })] }]
      shown.client.tell({ type: 'notices.changed' })
    }
    answered('Elle est dans votre compte.')
    await says(shown, 'Une réponse vous attend')
    await expectAccessible(shown.line)
    await open(shown)
    await says(shown, 'Elle est dans votre compte.')
    const seen = asked(shown, 'help.see').length
    answered('Je vous appelle.')
    await says(shown, 'Je vous appelle.')
    await until(() => asked(shown, 'help.see').length > seen)
  })

  it('hears nothing at the foot of who waits to come in, or facilitates', async () => {
    for (const given of [buildViewer({ status: 'pending' }), buildViewer({ facilitates: true })]) {
      const shown = show(fakeClient({ viewer: given, community }))
      await until(() => asked(shown, 'help.own').length === 1)
      await shown.line.updateComplete
      expect(shown.client.listeners()).to.equal(0)
    }
  })

  it('leads who facilitates to the desk', async () => {
    const shown = show(fakeClient({ viewer: buildViewer({ facilitates: true }), community }), {
      desk: 'https://cercle.example/c/a/desk',
    })
    const link = await until(() => shown.line.renderRoot.querySelector<HTMLAnchorElement>('a.line'))
    expect(link.href).to.equal('https://cercle.example/c/a/desk#help')
    await expectAccessible(shown.line)
  })

  it('says that there is an answer; opened, the answer is there and is no news any more', async () => {
    const client = fakeClient({
      viewer,
      community,
      help: [buildHelp({ state: 'answered', unseen: true, turns: [buildAnswer()] })],
    })
    const shown = show(client)
    await says(shown, 'Une réponse vous attend')
    await open(shown)
    await says(shown, 'Elle est dans votre compte')
    await until(() => asked(shown, 'help.see').length)
    await expectAria(shown.line, 'help-answered')
    await expectAccessible(shown.line)
    await press('Escape')
    await says(shown, 'Écrire à Marie-Ève')
    expect((focused() as HTMLElement).className).to.include('line')
  })
})

describe('asking for help', () => {
  it('takes one press, some words and one press; where she was goes with it', async () => {
    const client = fakeClient({
      viewer,
      community,
      spaces: [buildSpace({ slug: 'entraide', name: 'Entraide', level: 'members' })],
    })
    const shown = await open(show(client, { space: 'entraide' }))
    ;(await button(shown, 'Je ne trouve pas…')).click()
    await until(() => focused()?.id === 'text')
    await says(shown, 'Les discussions, espace Entraide, sur le site de La Rive')
    ;(await button(shown, 'Envoyer')).click()
    await says(shown, 'C’est envoyé. La réponse viendra ici même.')
    await until(() => (focused() as HTMLElement).className === 'outcome')
    const [{ id, ...sent }] = asked(shown, 'help.ask') as [Record<string, unknown>]
    const place = 'Les discussions, espace Entraide, sur le site de La Rive'
    expect(sent).to.deep.equal({ text: 'Je ne trouve pas…', place, call: false, phone: null })
    expect(id).to.be.a('string')
    expect((await field(shown)).value).to.equal('')
    await says(shown, 'En attente d’une réponse')
  })

  it('does not name a restricted space, and says nothing of where when she takes it off', async () => {
    const client = fakeClient({
      viewer,
      community,
      spaces: [buildSpace({ slug: 'laval', name: 'Groupe Laval', level: 'restricted' })],
    })
    const shown = await open(show(client, { space: 'laval' }))
    await until(() => asked(shown, 'spaces.list').length === 1)
    expect(wordsOf(shown.line.renderRoot)).to.not.include('Groupe Laval')
    ;(await button(shown, 'Ne pas le dire')).click()
    await says(shown, 'Il ne sera pas dit où vous êtes.')
    type(await field(shown), 'Bonjour')
    ;(await button(shown, 'Envoyer')).click()
    await says(shown, 'C’est envoyé.')
    expect(asked(shown, 'help.ask')[0]).to.include({ text: 'Bonjour', place: null })
  })

  it('asks for a call with a telephone that is kept nowhere', async () => {
    const shown = await open(show())
    ;(await button(shown, 'J’aimerais qu’on m’appelle')).click()
    const phone = await field(shown, '#phone')
    await until(() => focused()?.id === 'phone')
    await expectAria(shown.line, 'help-call')
    type(phone, '819 555-0142')
    await says(shown, 'Gardé sur cet appareil')
    expect(JSON.stringify({ ...localStorage }))
      .to.include('appelle')
      .and.not.include('0142')
    ;(await button(shown, 'Envoyer')).click()
    await says(shown, 'C’est envoyé.')
    expect(asked(shown, 'help.ask')[0]).to.include({ call: true, phone: '819 555-0142' })
    expect(localStorage.length).to.equal(0)
  })

  it('keeps what is written, and sends it again under the same id when it did not leave', async () => {
    const shown = await open(show())
    type(await field(shown), 'Ça ne marche pas')
    shown.client.fail('offline', { procedure: 'help.ask' })
    ;(await button(shown, 'Envoyer')).click()
    await says(shown, 'Ce n’est pas parti. Votre texte est encore là.')
    await expectAccessible(shown.line)
    shown.client.fail()
    shown.line.remove()
    const again = await open(show(shown.client))
    expect((await field(again)).value).to.equal('Ça ne marche pas')
    ;(await button(again, 'Envoyer')).click()
    await says(again, 'C’est envoyé.')
    const ids = asked(again, 'help.ask').map(({ id }) => id)
    expect(ids.length).to.equal(2)
    expect(ids[0]).to.equal(ids[1])
  })

  it('R52: begins an idea as it begins the rest', async () => {
    const shown = await open(show())
    ;(await button(shown, 'J’ai une idée pour améliorer ceci')).click()
    await until(() => focused()?.id === 'text')
    expect((await field(shown)).value).to.equal('J’ai une idée pour améliorer ceci')
    ;(await button(shown, 'Envoyer')).click()
    await says(shown, 'C’est envoyé. La réponse viendra ici même.')
    expect(asked(shown, 'help.ask')[0]).to.include({ text: 'J’ai une idée pour améliorer ceci', call: false })
  })

  it('says what to do where five wait already, and keeps what is written', async () => {
    const help = Array.from({ length: 5 }, () => buildHelp())
    const shown = await open(show(fakeClient({ viewer, community, help })))
    type(await field(shown), 'Ça ne marche pas')
    await says(shown, 'Gardé sur cet appareil')
    ;(await button(shown, 'Envoyer')).click()
    await says(shown, 'Cinq demandes attendent déjà une réponse. Ajoutez un mot à l’une d’elles')
    await expectAccessible(shown.line)
    expect((await field(shown)).value).to.equal('Ça ne marche pas')
    expect(JSON.stringify({ ...localStorage })).to.include('marche pas')
    help[0]!.state = 'answered'
    ;(await button(shown, 'Envoyer')).click()
    await says(shown, 'C’est envoyé.')
    expect(localStorage.length).to.equal(0)
  })

  it('wants some words', async () => {
    const shown = await open(show())
    ;(await button(shown, 'Envoyer')).click()
    await says(shown, 'Écrivez quelques mots')
    await until(() => focused()?.id === 'text')
    expect(asked(shown, 'help.ask')).to.deep.equal([])
    await expectAccessible(shown.line)
  })

  it('says why it could not be shown, and asks again', async () => {
    const client = fakeClient({ viewer, community })
    client.fail('unavailable', { procedure: 'help.own' })
    const shown = show(client)
    await says(shown, 'Écrire à l’équipe d’animation')
    shown.line.renderRoot.querySelector<HTMLElement>('.line')!.click()
    await says(shown, 'Vos demandes n’ont pas pu être affichées.')
    client.fail()
    ;(await button(shown, 'Essayer de nouveau')).click()
    await says(shown, 'Marie-Ève, qui anime')
  })
})

describe('what was asked', () => {
  it('goes on by a word more, and is erased in two presses', async () => {
    const client = fakeClient({ viewer, community, help: [buildHelp({ state: 'answered', turns: [buildAnswer()] })] })
    const shown = await open(show(client))
    const word = await field(shown, '#word')
    word.value = 'Merci, trouvée.'
    ;(await button(shown, 'Envoyer ce mot')).click()
    await says(shown, 'Merci, trouvée.')
    expect(asked(shown, 'help.add')[0]).to.include({ text: 'Merci, trouvée.' })
    ;(await button(shown, 'Effacer cette demande')).click()
    ;(await button(shown, 'Effacer pour de bon')).click()
    await says(shown, 'C’est effacé, ici et au bureau d’animation.')
    expect(client.world.help).to.deep.equal([])
    await until(() => !wordsOf(shown.line.renderRoot).includes('Merci, trouvée.'))
  })
})

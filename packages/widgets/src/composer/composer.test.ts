import { expect } from '@open-wc/testing'
import { CercleClientError, type SpaceView, type ThreadView } from '@cercle/sdk'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { give } from '../context/give.ts'
import { stageContext } from '../context/stage.ts'
import { buildCommunity, buildSpace, buildViewer } from '../../test/factories.ts'
import { fakeClient, type FakeClient } from '../../test/fake-client.ts'
import { deep, focused, mount, mountIn, placeOf, pressable, until, type Setting } from '../../test/mount.ts'
import { press, type } from '../../test/runner.ts'
import type { Composer } from './composer.ts'
import './register.ts'

const community = buildCommunity()
const viewer = buildViewer()
const write = { write: true, pin: false }
const laval = buildSpace({ slug: 'laval', name: 'Groupe Laval', level: 'restricted', readers: 14, groups: ['Laval'], can: write })
const entraide = buildSpace({ slug: 'entraide', name: 'Entraide', level: 'members', readers: 42, can: write })
const accueil = buildSpace({ readers: 42, can: write })

interface Shown {
  client: FakeClient
  composer: Composer
  field(name: string): HTMLInputElement
  fill(name: string, text: string): void
  text(): string
}

function show(given: Partial<Composer> = {}, setting: Setting = {}): Shown {
  const client = fakeClient({ viewer, community, spaces: [laval, entraide, accueil] })
  const composer = mount(
    'cercle-composer',
    { client, community, viewer, space: laval, kind: 'experience', draftScope: 'a nadia', ...given },
    { lang: 'fr', nested: 'light', ...setting },
  )
  const field = (name: string) => composer.renderRoot.querySelector<HTMLInputElement>(`[name="${name}"]`)!
  return {
    client,
    composer,
    field,
    fill(name, text) {
      field(name).value = text
      field(name).dispatchEvent(new Event('input', { bubbles: true }))
    },
    text: () => composer.renderRoot.textContent.replace(/\s+/gu, ' '),
  }
}

async function ready(shown: Shown): Promise<Shown> {
  await until(() => shown.composer.renderRoot.querySelector('[part=compose]'))
  const audience = shown.composer.renderRoot.querySelector('cercle-audience')
  if (audience) await until(() => audience.renderRoot?.querySelector('.open'))
  return shown
}

const sendOf = (shown: Shown) => shown.composer.renderRoot.querySelector<HTMLElement>('[part=send]')!
const failed = (shown: Shown) => until(() => shown.composer.renderRoot.querySelector('.c-banner'))
const created = ({ client }: Shown) =>
  client.calls.filter(({ procedure }) => procedure === 'discussions.createThread').map(({ input }) => input as { id: string })

async function filled(given: Partial<Composer> = {}): Promise<Shown> {
  const shown = await ready(show(given))
  shown.fill('body', 'Le silence a duré longtemps.')
  shown.fill('title', 'Le silence')
  return shown
}

describe('composer', () => {
  beforeEach(() => localStorage.clear())

  it('takes the whole window where there is one to take, and gives it back when it is closed', async () => {
    expect((await ready(show())).text()).not.to.contain('Plus grand')
    const frame = placeOf({ lang: 'fr' })
    give(frame, stageContext, { grows: true })
    const given = { client: fakeClient({ viewer, community }), community, viewer, space: laval, kind: 'question' as const }
    const composer = mountIn(frame, 'cercle-composer', { ...given, draftScope: 'a nadia' }, 'light')
    await until(() => pressable(composer.renderRoot, 'Plus grand'))
    const turn = (words: string) => pressable(composer.renderRoot, words)!.click()
    const heard: string[] = []
    const hear = (event: Event) => void heard.push(`${event.type} ${(event as CustomEvent).detail?.title ?? ''}`.trim())
    for (const word of ['cercle-larger', 'cercle-smaller']) document.addEventListener(word, hear)
    try {
      turn('Plus grand')
      expect(heard).to.deep.equal(['cercle-larger Poser une question'])
      await until(() => pressable(composer.renderRoot, 'Plus petit'))
      turn('Plus petit')
      expect(heard.at(-1)).to.equal('cercle-smaller Poser une question')
      expect(pressable(composer.renderRoot, 'Plus petit'), 'as long as the window is taken').to.not.equal(undefined)
      composer.dispatchEvent(new Event('cercle-smaller'))
      await until(() => pressable(composer.renderRoot, 'Plus grand'))
      turn('Plus grand')
      composer.remove()
      expect(heard.slice(-2)).to.deep.equal(['cercle-larger Poser une question', 'cercle-smaller'])
    } finally {
      for (const word of ['cercle-larger', 'cercle-smaller']) document.removeEventListener(word, hear)
      frame.remove()
    }
  })

  it('asks what brings one before there is a blank page, and keeps the text when one changes one’s mind (R103)', async () => {
    const shown = await ready(show({ kind: undefined }))
    await expectAria(shown.composer, 'composer-choice')
    await expectAccessible(shown.composer)
    pressable(shown.composer.renderRoot, 'Poser une question')!.click()
    await until(() => focused()?.localName === 'textarea')
    shown.fill('body', 'Par où commencer ?')
    pressable(shown.composer.renderRoot, 'Changer')!.click()
    await until(() => focused()?.matches('.choice[aria-pressed=true]'))
    pressable(shown.composer.renderRoot, 'Partager un outil')!.click()
    await until(() => shown.text().includes('L’outil, et comment vous l’utilisez'))
    expect(shown.field('body').value).to.equal('Par où commencer ?')
  })

  it('says who will read, with a number, above the button and to whoever hears it (R44)', async () => {
    const cases: [SpaceView, string][] = [
      [laval, '14 personnes du groupe Laval'],
      [entraide, '42 personnes de la communauté'],
      [accueil, 'Toute personne qui visite ce site, dont 42 membres'],
      [{ ...laval, groups: [] }, '14 personnes de l’espace «\u00a0Groupe Laval\u00a0»'],
      [{ ...laval, readers: 27, groups: ['Laval', 'Rive-Sud'] }, '27 personnes, de 2 groupes'],
    ]
    for (const [space, words] of cases) {
      const { composer } = await ready(show({ space }))
      const audience = composer.renderRoot.querySelector('[part=audience]')!
      expect(audience.textContent).to.contain(words)
      const send = composer.renderRoot.querySelector('[part=send]')!
      expect(audience.compareDocumentPosition(send) & Node.DOCUMENT_POSITION_FOLLOWING).not.to.equal(0)
      expect(send.getAttribute('aria-describedby')).to.equal('audience')
    }
  })

  it('follows the space that is chosen, and sends there', async () => {
    const shown = await filled({ spaces: [laval, entraide] })
    shown.field('space').value = 'entraide'
    shown.field('space').dispatchEvent(new Event('input', { bubbles: true }))
    await until(() => shown.text().includes('42 personnes de la communauté'))
    sendOf(shown).click()
    await until(() => created(shown).length)
    expect(created(shown)[0]).to.include({
      space: 'entraide',
      kind: 'experience',
      title: 'Le silence',
      body: 'Le silence a duré longtemps.',
    })
  })

  it('is written and sent with the keyboard alone', async () => {
    const shown = await ready(show())
    const sent = new Promise<ThreadView>((done) => {
      shown.composer.addEventListener('cercle-composer-sent', (event) => done((event as CustomEvent<ThreadView>).detail))
    })
    shown.composer.focus()
    await until(() => focused()?.localName === 'textarea')
    await type('Elle est restée deux heures.')
    await press('Tab')
    await type('Deux heures')
    await press('Tab')
    expect(focused()?.textContent).to.contain('Voir qui')
    await press('Tab')
    expect(focused()).to.equal(sendOf(shown))
    await press('Enter')
    const thread = await sent
    expect(thread.title).to.equal('Deux heures')
    expect(Object.keys(localStorage), 'no draft of what is sent').to.deep.equal([])
  })

  it('puts a sentence to begin with into the text, with the caret behind it', async () => {
    const shown = await ready(show())
    pressable(shown.composer.renderRoot, 'Au début')!.click()
    await until(() => focused()?.localName === 'textarea')
    await type('tout allait bien.')
    expect(shown.field('body').value).to.equal('Au début, je pensais que tout allait bien.')
    expect(pressable(shown.composer.renderRoot, 'Au début')!.getAttribute('aria-pressed')).to.equal('true')
  })

  it('says what to mend beside the fields, goes to the first, and takes it away once mended', async () => {
    const shown = await ready(show())
    shown.fill('title', '   ')
    sendOf(shown).click()
    await until(() => focused() === shown.field('body'))
    expect(shown.text()).to.contain('Écrivez au moins quelques mots.').and.contain('Donnez un titre en quelques mots')
    await expectAria(shown.composer, 'composer-to-mend')
    await expectAccessible(shown.composer)
    expect(created(shown)).to.deep.equal([])
    shown.fill('body', 'Quelques mots.')
    await until(() => !shown.text().includes('Écrivez au moins quelques mots.'))
  })

  it('counts what is too long as a person counts, and what the server refuses beside its field', async () => {
    const shown = await filled()
    shown.fill('title', '🌱'.repeat(163))
    sendOf(shown).click()
    await until(() => shown.text().includes('enlevez 3 caractères'))
    shown.fill('title', 'Un titre')
    shown.client.fail('invalid', { fields: [{ path: 'title', reason: 'format' }] })
    sendOf(shown).click()
    await until(() => shown.text().includes('ne peut pas être gardé'))
    expect(shown.field('title').getAttribute('aria-invalid')).to.equal('true')
    expect(focused()).to.equal(shown.field('title'))
    expect(shown.field('body').value).to.equal('Le silence a duré longtemps.')
  })

  it('says a failure in words and keeps the text (R115)', async () => {
    for (const [code, words] of [
      ['offline', 'La connexion est coupée.'],
      ['unavailable', 'Le service est très occupé.'],
      ['internal', 'Ce n’est pas de votre faute.'],
      ['unauthorized', 'Votre session est terminée.'],
      ['not_found', 'n’est plus là'],
    ] as const) {
      localStorage.clear()
      const shown = await filled()
      shown.client.fail(code)
      sendOf(shown).click()
      await failed(shown)
      expect(shown.text()).to.contain(words).and.contain('Votre texte est gardé ici.')
      expect(shown.field('body').value).to.equal('Le silence a duré longtemps.')
    }
    const shown = await filled()
    shown.client.fail('rate_limited', { retryAfter: 170 })
    sendOf(shown).click()
    await failed(shown)
    expect(shown.text()).to.contain('Attendez 3 minutes')
    await expectAria(shown.composer, 'composer-failed')
    await expectAccessible(shown.composer)
  })

  it('never doubles: an answer that is lost, a retry, a reload and another retry make one discussion', async () => {
    const shown = await filled()
    const { createThread } = shown.client.discussions
    shown.client.discussions.createThread = async (input, options) => {
      await createThread(input, options)
      throw new CercleClientError('offline')
    }
    sendOf(shown).click()
    await failed(shown)
    pressable(shown.composer.renderRoot, 'Essayer de nouveau')!.click()
    await until(() => created(shown).length === 2)
    await failed(shown)
    shown.composer.remove()
    const again = await ready(show({ client: shown.client, kind: undefined }))
    shown.client.discussions.createThread = createThread
    expect(again.field('body').value).to.equal('Le silence a duré longtemps.')
    const sent = new Promise((done) => again.composer.addEventListener('cercle-composer-sent', done, { once: true }))
    sendOf(again).click()
    await sent
    expect(new Set(created(shown).map(({ id }) => id)).size).to.equal(1)
    expect(created(shown)).to.have.length(3)
    expect(shown.client.world.threads).to.have.length(1)
  })

  it('presses twice, sends once', async () => {
    const shown = await filled()
    shown.client.hold()
    sendOf(shown).click()
    sendOf(shown).click()
    await until(() => sendOf(shown).getAttribute('aria-disabled') === 'true')
    expect(created(shown)).to.have.length(1)
    expect(shown.field('body').readOnly).to.equal(true)
  })

  it('when another text has left under this id, says so and publishes only on request', async () => {
    const shown = await filled()
    shown.client.fail('conflict')
    sendOf(shown).click()
    await failed(shown)
    expect(shown.text()).to.contain('Un message est déjà parti d’ici')
    shown.client.fail()
    pressable(shown.composer.renderRoot, 'Publier comme un nouveau message')!.click()
    await until(() => created(shown).length === 2)
    expect(created(shown)[0]!.id).not.to.equal(created(shown)[1]!.id)
  })

  it('keeps a draft, offers it back in words, and erases it with a way back', async () => {
    const shown = await filled()
    const status = await until(() => deep(shown.composer.renderRoot, '.status:not(.mute)'))
    expect(status.textContent).to.match(/Brouillon gardé à \d/u)
    let closed = false
    shown.composer.addEventListener('cercle-composer-close', () => (closed = true))
    pressable(shown.composer.renderRoot, 'Continuer plus tard')!.click()
    expect(closed).to.equal(true)
    shown.composer.remove()
    const again = await ready(show())
    expect(again.text()).to.contain('Votre brouillon est là, gardé')
    expect(again.field('title').value).to.equal('Le silence')
    pressable(again.composer.renderRoot, 'Effacer le brouillon')!.click()
    await until(() => again.text().includes('Brouillon effacé.'))
    expect(again.field('title').value).to.equal('')
    expect(Object.keys(localStorage)).to.deep.equal([])
    pressable(again.composer.renderRoot, 'Le remettre')!.click()
    await until(() => again.field('title').value === 'Le silence')
  })

  it('says when the browser refuses to keep a draft, and sends all the same', async () => {
    const keep = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    try {
      const shown = await filled()
      await until(() => shown.text().includes('Ce navigateur refuse de garder un brouillon.'))
      sendOf(shown).click()
      await until(() => shown.client.world.threads.length === 1)
    } finally {
      Object.defineProperty(Storage.prototype, 'setItem', keep)
    }
  })

  it('begins with the sentence of an empty space', async () => {
    const shown = await ready(show({ kind: undefined, starter: 'Cette semaine, une petite chose a bien marché…' }))
    expect(shown.field('body').value).to.equal('Cette semaine, une petite chose a bien marché ')
  })

  it('is the same in English, at 320 px and in the dark', async () => {
    const several = [{ ...laval, groups: ['Laval', 'Rive-Sud'] }, entraide]
    const shown = await ready(show({ space: several[0]!, spaces: several }, { lang: 'en', width: 320, nested: 'dark' }))
    await expectAria(shown.composer, 'composer-en')
    await expectAccessible(shown.composer)
    expect(deep(shown.composer.renderRoot, '.compose')!.scrollWidth).to.be.at.most(320)
  })
})

import { expect } from '@open-wc/testing'
import { newId, type NewThread } from '@cercle/sdk'
import { memoryOutboxStore, type OutboxStore } from '@cercle/sdk/outbox'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { fakeClient, type FakeClient } from '../../test/fake-client.ts'
import { giveFakeOutbox, keptStore, type FakeOutbox } from '../../test/fake-outbox.ts'
import { ago, buildSpace, buildThread, buildViewer, now } from '../../test/factories.ts'
import { deep, focused, mountIn, placeOf, pressable, settled, until, wordsOf, type Setting } from '../../test/mount.ts'
import type { FeedView } from './feed.ts'
import './register.ts'

const group = buildSpace({
  slug: 'laval',
  name: 'Groupe Laval',
  level: 'restricted',
  readers: 14,
  groups: ['Groupe Laval'],
  can: { write: true, pin: false },
})
const viewer = buildViewer()
const build = () =>
  fakeClient({
    viewer,
    spaces: [group],
    threads: [buildThread({ space: group, title: 'La première', createdAt: ago(60), can: { reply: true, pin: false } })],
  })

interface Scene extends FakeOutbox {
  client: FakeClient
  feed: FeedView
}
async function show(client = build(), store?: OutboxStore, setting: Setting = { lang: 'fr' }): Promise<Scene> {
  const place = placeOf(setting)
  const fake = giveFakeOutbox(client, place, store)
  const feed = mountIn(place, 'cercle-feed-view', { client, now })
  await until(() => feed.dataset['state'] !== 'loading' && feed.dataset['state'] !== undefined)
  await until(() => client.listeners() === 2)
  return { client, feed, ...fake }
}

const titles = (feed: FeedView) => [...feed.renderRoot.querySelectorAll('h3')].map((title) => title.textContent.trim())
const says = (feed: FeedView, sentence: string) => until(() => wordsOf(feed.renderRoot).includes(sentence))
const card = (feed: FeedView) => deep(feed.renderRoot, 'cercle-queued')
const sends = (client: FakeClient, procedure = 'discussions.createThread') =>
  client.calls.filter((call) => call.procedure === procedure).map(({ input }) => input as NewThread)

function fill(root: ParentNode, name: string, text: string): void {
  const field = deep<HTMLTextAreaElement>(root, `[name=${name}]`)!
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Writes a discussion and presses « Publier ». */
async function write({ feed }: Pick<Scene, 'feed'>, title = 'Les lunettes', body = 'Elle les avait sur le nez.'): Promise<void> {
  pressable(feed.renderRoot, 'Une question')!.click()
  await until(() => deep(feed.renderRoot, 'textarea'))
  fill(feed.renderRoot, 'body', body)
  fill(feed.renderRoot, 'title', title)
  deep(feed.renderRoot, '[part=send]')!.click()
}

async function answer({ feed }: Pick<Scene, 'feed'>, body: string): Promise<void> {
  pressable(feed.renderRoot, 'La première')!.click()
  ;(await until(() => pressable(feed.renderRoot, 'Répondre à Fatou'))).click()
  await until(() => deep(feed.renderRoot, 'textarea'))
  fill(feed.renderRoot, 'body', body)
  deep(feed.renderRoot, '[part=send]')!.click()
}

describe('feed of a member whose line is cut', () => {
  beforeEach(() => localStorage.clear())

  it('sends by way of the outbox as before while there is a line', async () => {
    const { client, feed, outbox } = await show()
    await write({ feed })
    await says(feed, 'C’est publié. 14 personnes pourront le lire.')
    expect(titles(feed)[0]).to.equal('Les lunettes')
    expect(sends(client)).to.have.length(1)
    expect(await outbox.list()).to.deep.equal([])
    expect(card(feed)).to.equal(undefined)
  })

  it('keeps what could not leave as a card, with the focus on it and no draft left', async () => {
    const { client, feed } = await show()
    client.fail('offline', { procedure: 'discussions.createThread' })
    await write({ feed })
    const queued = await until(() => card(feed))
    await says(feed, 'Gardé sur cet appareil. Il sera envoyé une seule fois, au groupe Laval (14 personnes).')
    expect(wordsOf(queued.shadowRoot!)).to.contain('En attente d’envoi').and.contain('Les lunettes')
    await until(() => focused()?.localName === 'article' && queued.shadowRoot!.activeElement)
    expect(Object.keys(localStorage)).to.deep.equal([])
  })

  it('sends it once, and in order, when the line is back: the card becomes the line of the list', async () => {
    const { client, feed, reconnect } = await show()
    client.fail('offline', { procedure: 'discussions.createThread' })
    await write({ feed }, 'La un')
    await until(() => card(feed))
    await write({ feed }, 'La deux')
    await until(() => feed.renderRoot.querySelectorAll('cercle-queued').length === 2)
    client.fail()
    client.calls.length = 0
    reconnect()
    await until(() => !card(feed) && titles(feed).length === 3)
    expect(sends(client).map(({ title }) => title)).to.deep.equal(['La un', 'La deux'])
    expect(titles(feed).slice(0, 2)).to.deep.equal(['La deux', 'La un'])
    expect(client.world.threads).to.have.length(3)
    expect(focused()!.textContent.trim(), 'the focus was on the second card').to.equal('La deux')
  })

  it('tries now when asked, and says why it waits where that is not the line', async () => {
    const { client, feed } = await show()
    client.fail('unavailable', { procedure: 'discussions.createThread' })
    await write({ feed })
    await says(feed, 'Le service est très occupé. Gardé sur cet appareil.')
    client.fail()
    pressable(feed.renderRoot, 'Essayer maintenant')!.click()
    await until(() => titles(feed)[0] === 'Les lunettes' && !card(feed))
  })

  it('finds it again after a reload, and sends it under the same id', async () => {
    const client = build()
    const store = keptStore()
    const before = await show(client, store)
    client.fail('offline', { procedure: 'discussions.createThread' })
    await write(before)
    await until(() => card(before.feed))
    before.feed.remove()
    before.outbox.close()
    const { feed, reconnect } = await show(client, store)
    await until(() => card(feed))
    await says(feed, 'Les lunettes')
    client.fail()
    reconnect()
    await until(() => titles(feed)[0] === 'Les lunettes' && !card(feed))
    expect(new Set(sends(client).map(({ id }) => id)).size).to.equal(1)
    expect(client.world.threads).to.have.length(2)
  })

  it('says why the server refused what had waited, and gives the text back', async () => {
    const { client, feed, reconnect } = await show()
    client.fail('offline', { procedure: 'discussions.createThread' })
    await write({ feed })
    await until(() => card(feed))
    client.fail('too_large', { procedure: 'discussions.createThread' })
    reconnect()
    await says(feed, 'Ce n’est pas parti. Ce texte est trop long pour partir en une fois. Votre texte est gardé ici.')
    expect(pressable(feed.renderRoot, 'Essayer maintenant')).to.equal(undefined)
    await expectAria(feed, 'feed/queued-refused.fr')
    await expectAccessible(feed)
    pressable(feed.renderRoot, 'Modifier')!.click()
    await until(() => !card(feed))
    const field = await until(() => deep<HTMLTextAreaElement>(feed.renderRoot, 'textarea'))
    expect(field.value).to.equal('Elle les avait sur le nez.')
    client.fail()
    fill(feed.renderRoot, 'body', 'Plus court.')
    deep(feed.renderRoot, '[part=send]')!.click()
    await until(() => titles(feed)[0] === 'Les lunettes')
    expect(new Set(sends(client).map(({ id }) => id)).size).to.equal(1)
  })

  it('leaves what is refused at once in its box, as ever', async () => {
    const { client, feed, outbox } = await show()
    client.fail('invalid', { procedure: 'discussions.createThread', fields: [{ path: 'title', reason: 'format' }] })
    await write({ feed })
    await says(feed, 'Un signe de ce texte ne peut pas être gardé.')
    expect(await outbox.list()).to.deep.equal([])
    expect(card(feed)).to.equal(undefined)
  })

  it('changes one that waits: it does not leave meanwhile, and another draft of the place stays', async () => {
    const { client, feed, reconnect, outbox } = await show()
    client.fail('offline', { procedure: 'discussions.createThread' })
    await write({ feed })
    await until(() => card(feed))
    pressable(feed.renderRoot, 'Une question')!.click()
    await until(() => deep(feed.renderRoot, 'textarea'))
    fill(feed.renderRoot, 'body', 'Un autre texte.')
    pressable(feed.renderRoot, 'Modifier')!.click()
    await until(() => deep<HTMLTextAreaElement>(feed.renderRoot, 'textarea')?.value === 'Elle les avait sur le nez.')
    await until(() => !card(feed))
    client.fail()
    reconnect()
    expect(await outbox.list()).to.deep.equal([])
    expect(sends(client).length).to.equal(1)
    fill(feed.renderRoot, 'body', 'Mieux dit.')
    deep(feed.renderRoot, '[part=send]')!.click()
    await until(() => client.world.threads.length === 2)
    expect(client.world.threads[0]!.excerpt).to.equal('Mieux dit.')
    pressable(await until(() => feed.renderRoot.querySelector('[part=compose]')?.parentElement), 'Une question')!.click()
    await until(() => deep<HTMLTextAreaElement>(feed.renderRoot, 'textarea')?.value === 'Un autre texte.')
  })

  it('no longer sends what is given up, and brings it back on request', async () => {
    const { client, feed, reconnect } = await show()
    client.fail('offline', { procedure: 'discussions.createThread' })
    await write({ feed })
    ;(await until(() => pressable(feed.renderRoot, 'Ne plus envoyer'))).click()
    await says(feed, 'Il était peut-être déjà arrivé')
    expect(card(feed)).to.equal(undefined)
    await until(() => focused()?.textContent?.includes('Le remettre'))
    pressable(feed.renderRoot, 'Le remettre')!.click()
    await until(() => card(feed))
    await until(() => deep(feed.renderRoot, 'cercle-queued')?.shadowRoot?.activeElement)
    pressable(feed.renderRoot, 'Ne plus envoyer')!.click()
    await until(() => !card(feed))
    client.fail()
    client.calls.length = 0
    reconnect()
    await feed.updateComplete
    expect(sends(client)).to.deep.equal([])
  })

  it('shows a reply that waits inside its discussion, and above the list when that is closed', async () => {
    const { client, feed, reconnect } = await show()
    client.fail('offline', { procedure: 'discussions.reply' })
    await answer({ feed }, 'Je commence par ce qu’elle aime.')
    const thread = feed.renderRoot.querySelector('cercle-thread')!
    await until(() => thread.renderRoot.querySelector('cercle-queued'))
    expect(feed.renderRoot.querySelector('cercle-queued')).to.equal(null)
    await says(feed, 'Votre message attend la connexion. Il partira tout seul.')
    await expectAccessible(thread)
    pressable(feed.renderRoot, 'Refermer')!.click()
    await until(() => feed.renderRoot.querySelector('cercle-queued'))
    await says(feed, 'en réponse à Fatou')
    client.fail()
    reconnect()
    await until(() => !card(feed))
    await says(feed, '1 réponse')
    expect(sends(client, 'discussions.reply').length).to.equal(2)
    expect(client.world.threads[0]!.replies.items).to.have.length(1)
  })

  it('puts a reply that was sent at its place, and one that is changed back into its box', async () => {
    const { client, feed, reconnect } = await show()
    client.fail('offline', { procedure: 'discussions.reply' })
    await answer({ feed }, 'Je commence par ce qu’elle aime.')
    ;(await until(() => pressable(feed.renderRoot, 'Modifier'))).click()
    await until(() => deep<HTMLTextAreaElement>(feed.renderRoot, 'textarea')?.value === 'Je commence par ce qu’elle aime.')
    await until(() => !card(feed))
    deep(feed.renderRoot, '[part=send]')!.click()
    await until(() => card(feed))
    client.fail()
    reconnect()
    await says(feed, 'Votre réponse est publiée.')
    await until(() => !card(feed))
    const thread = feed.renderRoot.querySelector('cercle-thread')!
    expect(thread.renderRoot.querySelectorAll('cercle-post').length).to.equal(2)
  })

  it('opens the discussion of a reply that is changed from the list', async () => {
    const client = build()
    const scene = await show(client)
    client.fail('offline', { procedure: 'discussions.reply' })
    await scene.outbox.add({ type: 'reply', input: { id: newId(), threadId: client.world.threads[0]!.id, body: 'Chez nous.' } })
    ;(await until(() => pressable(scene.feed.renderRoot, 'Modifier'))).click()
    await until(() => deep<HTMLTextAreaElement>(scene.feed.renderRoot, 'textarea')?.value === 'Chez nous.')
    await until(() => !card(scene.feed))
  })

  for (const lang of ['fr', 'en']) {
    it(`says that one may go on writing, tells it to a screen reader, and axe finds nothing (${lang})`, async () => {
      const dark = { '--cercle-accent': '#ff8a3d', '--cercle-ground': '#141110', background: '#141110' }
      for (const host of [{}, dark]) {
        const client = build()
        const { feed, outbox } = await show(client, undefined, { lang, host, width: 390 })
        client.fail('offline')
        dispatchEvent(new Event('offline'))
        await outbox.add({ type: 'reply', input: { id: newId(), threadId: client.world.threads[0]!.id, body: 'Chez nous.' } })
        await until(() => card(feed)?.shadowRoot?.querySelector('small'))
        await says(feed, lang === 'fr' ? 'Tout partira dès que la connexion reviendra.' : 'Everything will leave as soon as')
        await expectAria(feed, `feed/queued.${lang}`)
        await expectAccessible(feed)
        dispatchEvent(new Event('online'))
        await settled(feed, 'ready')
      }
    })
  }

  it('says that it goes with the page where the browser keeps nothing', async () => {
    const { client, feed } = await show(undefined, memoryOutboxStore())
    client.fail('offline', { procedure: 'discussions.createThread' })
    await write({ feed })
    await says(feed, 'Ce navigateur ne le garde que dans cette page : laissez-la ouverte.')
  })

  it('fits 320 px, and everything pressed is 44 px', async () => {
    const { client, feed } = await show(undefined, undefined, { lang: 'fr', width: 320 })
    client.fail('offline', { procedure: 'discussions.createThread' })
    await write({ feed })
    const queued = await until(() => card(feed))
    await until(() => queued.shadowRoot!.querySelector('button'))
    for (const button of queued.shadowRoot!.querySelectorAll('button')) {
      expect(button.getBoundingClientRect().height, button.textContent).to.be.at.least(44)
      expect(button.getBoundingClientRect().right).to.be.at.most(feed.getBoundingClientRect().right)
    }
    expect(feed.scrollWidth).to.be.at.most(320)
  })
})

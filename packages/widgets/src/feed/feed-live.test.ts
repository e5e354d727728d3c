import { expect } from '@open-wc/testing'
import type { LiveEvent } from '@cercle/sdk'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { bellTold } from '../../test/bell.ts'
import { fakeClient, type FakeClient } from '../../test/fake-client.ts'
import { ago, buildId, buildPost, buildSpace, buildThread, buildViewer, now, treeOf } from '../../test/factories.ts'
import { focused, mount, pressable, settled, until, type Setting } from '../../test/mount.ts'
import { setSaving } from '../primitives/data-saver.ts'
import type { FeedView } from './feed.ts'
import './register.ts'

const hall = buildSpace({ level: 'members', readers: 31, can: { write: true, pin: false } })
const group = buildSpace({
  slug: 'laval',
  name: 'Groupe Laval',
  level: 'restricted',
  readers: 14,
  can: { write: true, pin: false },
})
const viewer = buildViewer()

interface Scene {
  client: FakeClient
  feed: FeedView
}
async function show(setting: Setting = { lang: 'fr' }, spaces = [hall, group], isMember = true): Promise<Scene> {
  const threads = [
    buildThread({ space: hall, title: 'La première', createdAt: ago(60), can: { reply: true, pin: false } }),
    buildThread({ space: hall, kind: 'tool', title: 'La seconde', createdAt: ago(90), can: { reply: true, pin: false } }),
  ]
  const client = fakeClient({ viewer: isMember ? viewer : { ...viewer, status: 'pending' }, spaces, threads })
  const feed = mount('cercle-feed-view', { client, now }, setting)
  await settled(feed, 'ready')
  if (isMember) await until(() => client.listeners() === 2)
  await bellTold(feed)
  return { client, feed }
}

type News = Extract<LiveEvent, { thread: string }>
let seq = 0
const tell = (client: FakeClient, type: News['type'], thread: string, given: Partial<News> = {}) =>
  client.tell({ type, seq: (seq += 1), space: hall.id, thread, post: thread, own: false, ...given })
/** Somebody begins a discussion. */
const publish = (client: FakeClient, title: string, space = hall, kind: 'question' | 'tool' = 'question') => {
  const thread = buildThread({ space, title, kind, createdAt: ago(1) })
  client.world.threads.unshift(thread)
  tell(client, 'thread.created', thread.id, { space: space.id })
  return thread
}
const titles = (feed: FeedView) => [...feed.renderRoot.querySelectorAll('h3')].map((title) => title.textContent.trim())
const bar = (feed: FeedView) => feed.renderRoot.querySelector<HTMLElement>('.live')
const barWords = (feed: FeedView) => bar(feed)?.textContent.replace(/\s+/gu, ' ').trim()
const told = (feed: FeedView) =>
  [...feed.renderRoot.querySelectorAll('[role=status]')]
    .map(({ textContent }) => textContent.replace(/\s+/gu, ' ').trim())
    .join('|')
const asked = (client: FakeClient, procedure: string) => client.calls.filter((call) => call.procedure === procedure).length

describe('feed where data are spared', () => {
  afterEach(() => localStorage.removeItem('cercle data-saver'))

  it('hears nothing until it is pressed, shows then what is new, and hears again once data are not spared', async () => {
    const { client, feed } = await show()
    setSaving(true)
    await until(() => client.listeners() === 0)
    await until(() => barWords(feed) === 'Pour économiser les données, rien n’arrive tout seul. Actualiser')
    expect(told(feed)).not.to.contain('économiser')
    await expectAccessible(feed)
    publish(client, 'Une nouvelle')
    const calls = client.calls.length
    bar(feed)!.click()
    await until(() => titles(feed).includes('Une nouvelle'))
    expect(client.calls.length).to.equal(calls + 1)
    expect(barWords(feed)).to.contain('Actualiser')
    setSaving(false)
    await until(() => client.listeners() === 2 && !bar(feed))
  })
})

describe('feed that is looked at while others write', () => {
  it('counts what arrives, tells it once, moves neither the list nor the focus (R35)', async () => {
    const { client, feed } = await show()
    const place = feed.renderRoot.querySelector<HTMLElement>('[data-id]')!
    place.focus()
    const calls = client.calls.length
    publish(client, 'Une nouvelle')
    await until(() => barWords(feed) === '1 nouveau message vient d’arriver L’afficher')
    expect(told(feed)).to.contain('1 nouveau message vient d’arriver')
    publish(client, 'Une autre')
    tell(client, 'post.created', client.world.threads[2]!.id, { post: buildId() })
    await until(() => barWords(feed) === '3 nouveaux messages viennent d’arriver Les afficher')
    expect(told(feed), 'not told at each count').to.contain('1 nouveau message vient d’arriver')
    expect(titles(feed)).to.deep.equal(['La première', 'La seconde'])
    expect(focused()).to.equal(place)
    expect(client.calls.length, 'asks nothing by itself').to.equal(calls)
  })

  it('shows it on request, with the focus on the first that is new', async () => {
    const { client, feed } = await show()
    publish(client, 'Une nouvelle')
    publish(client, 'Une autre')
    ;(await until(() => bar(feed))).click()
    await until(() => focused()?.textContent?.trim() === 'Une autre')
    expect(titles(feed)).to.deep.equal(['Une autre', 'Une nouvelle', 'La première', 'La seconde'])
    expect(bar(feed)).to.equal(null)
  })

  it('keeps what is new when it cannot be shown, says so, and tries again', async () => {
    const { client, feed } = await show()
    publish(client, 'Une nouvelle')
    client.fail('unavailable')
    ;(await until(() => bar(feed))).click()
    await until(() => barWords(feed)?.startsWith('Les nouveaux messages n’ont pas pu être affichés.'))
    expect(titles(feed)).to.deep.equal(['La première', 'La seconde'])
    client.fail()
    bar(feed)!.click()
    await until(() => titles(feed).length === 3)
  })

  it('counts only what belongs to the list that is shown', async () => {
    const { client, feed } = await show()
    pressable(feed.renderRoot, 'Groupe Laval')!.click()
    await settled(feed, 'empty')
    publish(client, 'ailleurs')
    publish(client, 'dans le groupe', group)
    await until(() => barWords(feed)?.startsWith('1 nouveau'))
    bar(feed)!.click()
    await until(() => titles(feed).includes('dans le groupe'))
    expect(titles(feed)).not.to.include('ailleurs')
  })

  it('looks at the kind of what it does not know before it counts it', async () => {
    const { client, feed } = await show()
    pressable(feed.renderRoot, 'Outils')!.click()
    await until(() => titles(feed).length === 1)
    publish(client, 'une question')
    publish(client, 'un outil', hall, 'tool')
    await until(() => barWords(feed)?.startsWith('1 nouveau message'))
    expect(asked(client, 'discussions.thread')).to.equal(2)
  })

  it('forgets what was withdrawn before it was shown', async () => {
    const { client, feed } = await show()
    const { id } = publish(client, 'trop vite')
    await until(() => bar(feed))
    tell(client, 'post.withdrawn', id)
    await until(() => !bar(feed))
  })

  it('changes lines quietly for edits, gestures and pins, all of a second in one turn', async () => {
    const { client, feed } = await show()
    const [first, second] = client.world.threads as [(typeof client.world.threads)[0], (typeof client.world.threads)[0]]
    first.title = 'La première, mieux dite'
    second.pinned = true
    tell(client, 'post.edited', first.id)
    await until(() => titles(feed)[0] === 'La première, mieux dite')
    for (const type of ['reaction.changed', 'reaction.changed', 'thread.pinned'] as const) tell(client, type, second.id)
    await until(() => feed.renderRoot.textContent.includes('Épinglé'))
    expect(asked(client, 'discussions.thread')).to.equal(2)
    expect(bar(feed)).to.equal(null)
  })

  it('says of a discussion whose first text is withdrawn that it is, and lets go of one that is no more', async () => {
    const { client, feed } = await show()
    const [first, second] = client.world.threads as [(typeof client.world.threads)[0], (typeof client.world.threads)[0]]
    Object.assign(first.opening, { withdrawnAt: ago(0), body: [] })
    first.excerpt = ''
    tell(client, 'post.withdrawn', first.id)
    await until(() => titles(feed)[0] === 'Le premier message n’est plus là')
    client.world.threads = [first]
    tell(client, 'post.withdrawn', second.id)
    await until(() => titles(feed).length === 1)
  })

  it('shows at once what the viewer writes elsewhere', async () => {
    const { client, feed } = await show()
    const thread = buildThread({ space: hall, title: 'de mon téléphone' })
    client.world.threads.unshift(thread)
    tell(client, 'thread.created', thread.id, { own: true })
    await until(() => titles(feed)[0] === 'de mon téléphone')
    expect(bar(feed)).to.equal(null)
  })

  it('offers to read again when too much was missed', async () => {
    const { client, feed } = await show()
    client.world.threads.unshift(buildThread({ space: hall, title: 'manquée', createdAt: ago(1) }))
    client.world.threads.pop()
    client.tell({ type: 'resync', seq: (seq += 1) })
    await until(() => barWords(feed) === 'Il y a peut-être du nouveau. Actualiser')
    bar(feed)!.click()
    await until(() => titles(feed).join() === 'manquée,La première')
    expect(focused()!.textContent.trim()).to.equal('manquée')
  })

  it('says when the session is over', async () => {
    const { client, feed } = await show()
    client.tell({ type: 'ended' })
    await settled(feed, 'error')
    expect(feed.renderRoot.textContent).to.contain('Votre session est terminée.')
    expect(titles(feed).length).to.equal(2)
  })

  it('stops when it leaves the page, and listens for active members only', async () => {
    const { client, feed } = await show()
    feed.remove()
    expect(client.listeners()).to.equal(0)
    const pending = await show({ lang: 'fr' }, [hall, group], false)
    await pending.feed.updateComplete
    expect(pending.client.listeners()).to.equal(0)
  })

  it('leaves an open discussion to itself: its replies are counted inside, what is typed stays', async () => {
    const { client, feed } = await show()
    pressable(feed.renderRoot, 'La première')!.click()
    const thread = await until(() => feed.renderRoot.querySelector('cercle-thread'))
    await settled(thread, 'ready')
    const known = client.world.threads[0]!
    const reply = buildPost({
      threadId: known.id,
      author: { memberId: '0', name: 'Line', organisation: null },
      body: treeOf('Voici.'),
    })
    known.replies.items.push(reply)
    tell(client, 'post.created', known.id, { post: reply.id })
    await until(() => pressable(thread.renderRoot, '1 nouvelle réponse'))
    expect(bar(feed)).to.equal(null)
  })

  for (const lang of ['fr', 'en']) {
    it(`is told to a screen reader, and axe finds nothing, light and dark (${lang})`, async () => {
      const dark = { '--cercle-accent': '#ff8a3d', '--cercle-ground': '#141110', background: '#141110' }
      for (const host of [{}, dark]) {
        const { client, feed } = await show({ lang, host })
        publish(client, 'Une nouvelle')
        publish(client, 'Une autre')
        await until(() => bar(feed))
        await feed.updateComplete
        await expectAria(feed, `feed/arrivals.${lang}`)
        await expectAccessible(feed)
      }
    })
  }

  it('fits 320 px', async () => {
    const { client, feed } = await show({ lang: 'fr', width: 320 })
    publish(client, 'Une nouvelle')
    const { height, right } = (await until(() => bar(feed))).getBoundingClientRect()
    expect(height).to.be.at.least(44)
    expect(right).to.be.at.most(feed.getBoundingClientRect().right)
  })
})

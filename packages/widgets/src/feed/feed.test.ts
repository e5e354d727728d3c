import { expect } from '@open-wc/testing'
import { fakeClient, type FakeWorld } from '../../test/fake-client.ts'
import { ago, buildSpace, buildThread, buildViewer, now } from '../../test/factories.ts'
import { focused, mount, pressable, settled, until, type Setting } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'
import type { FeedView } from './feed.ts'
import './register.ts'

const show = (world: Partial<FakeWorld> = {}, properties: Partial<FeedView> = {}, setting: Setting = { lang: 'fr' }) => {
  const client = fakeClient({ spaces: [buildSpace()], threads: [buildThread()], ...world })
  return { client, feed: mount('cercle-feed-view', { client, now, ...properties }, setting) }
}
const titles = (feed: FeedView) => [...feed.renderRoot.querySelectorAll('h3')].map((title) => title.textContent.trim())
const words = (feed: FeedView) => feed.renderRoot.textContent.replace(/\s+/gu, ' ')

describe('feed', () => {
  it('asks for who reads, the spaces and the threads at once, and shows the threads', async () => {
    const { client, feed } = show()
    await settled(feed, 'ready')
    expect(client.calls.map(({ procedure }) => procedure)).to.have.members([
      'discussions.threads',
      'communities.current',
      'spaces.list',
    ])
    expect(titles(feed)[0]).to.contain('Une jeune de 16 ans')
    expect(feed.renderRoot.querySelectorAll('[part=thread]').length).to.equal(1)
  })

  it('says cercle-ready once, when there is something to read', async () => {
    const { client, feed } = show()
    client.hold()
    let count = 0
    feed.addEventListener('cercle-ready', () => (count += 1))
    await settled(feed, 'loading')
    expect(count).to.equal(0)
    client.release()
    await settled(feed, 'ready')
    feed.requestUpdate()
    await feed.updateComplete
    expect(count).to.equal(1)
  })

  it('holds the place while it loads, and shows that only after a while', async () => {
    const { client, feed } = show()
    client.hold()
    await settled(feed, 'loading')
    const waiting = feed.renderRoot.querySelector('[aria-busy=true]')!
    expect(waiting.getAttribute('aria-label')).to.equal('Chargement des discussions')
    expect(getComputedStyle(waiting).animationDelay).to.equal('0.3s')
    client.release()
  })

  it('says when and by whom in words, with reactions as sentences (R49)', async () => {
    const reactions = [
      { key: 'recognise', count: 3, mine: false },
      { key: 'hug', count: 1, mine: false },
      { key: 'thanks', count: 0, mine: false },
    ]
    const { client, feed } = show({
      threads: [
        buildThread({ createdAt: ago(60 * 21.8), reactions, replies: [{ createdAt: ago(60 * 21.8) }] }),
        buildThread({ reactions: [{ key: 'hug', count: 2, mine: false }] }),
      ],
    })
    client.world.community.reactions.push({ key: 'hug', label: 'Je vous serre fort' })
    await settled(feed, 'ready')
    expect(words(feed)).to.contain('hier, 16 h 12').and.contain('Fatou, Maison Lumen').and.contain('1 réponse')
    expect(words(feed)).to.contain('3 personnes se reconnaissent')
    expect(words(feed), 'in the community’s own word').to.contain('« Je vous serre fort » : 2 personnes')
    expect(words(feed), 'the strongest only').not.to.contain(': 1 personne').and.not.to.contain('merci')
  })

  it('names nobody to a stranger, and offers to enter with a code', async () => {
    const { feed } = show({ threads: [buildThread({ author: null })] })
    await settled(feed, 'ready')
    expect(words(feed)).to.contain('Une personne de la communauté').and.contain('Pour tout lire et répondre')
    let asked: Event | undefined
    document.addEventListener('cercle-sign-in', (event) => (asked = event), { once: true })
    feed.renderRoot.querySelector<HTMLElement>('[part=sign-in]')!.click()
    expect(asked?.composed).to.equal(true)
    expect(feed.renderRoot.querySelector('[part=compose]')).to.equal(null)
  })

  it('marks what is new and what is pinned', async () => {
    const { feed } = show({ threads: [buildThread({ pinned: true }), buildThread({ unread: true })] })
    await settled(feed, 'ready')
    const rows = [...feed.renderRoot.querySelectorAll('article')].map((row) => row.textContent)
    expect(rows[0]).to.contain('Épinglé').and.not.contain('Nouveau')
    expect(rows[1]).to.contain('Nouveau').and.not.contain('Épinglé')
  })

  it('lists one kind when asked, and says how many to a screen reader', async () => {
    const { feed, client } = show({ threads: [buildThread(), buildThread({ kind: 'tool', title: 'Le plan de sécurité' })] })
    await settled(feed, 'ready')
    pressable(feed.renderRoot, 'Outils')!.click()
    await until(() => titles(feed).length === 1)
    expect(titles(feed)).to.deep.equal(['Le plan de sécurité'])
    expect(feed.renderRoot.querySelector('[role=status]')!.textContent).to.equal('1 discussion affichée')
    expect(client.calls.filter(({ procedure }) => procedure === 'communities.current').length).to.equal(1)
    pressable(feed.renderRoot, 'Expériences')!.click()
    await settled(feed, 'empty')
    pressable(feed.renderRoot, 'Tout montrer')!.click()
    await until(() => titles(feed).length === 2)
  })

  it('keeps the newest answer when two were asked for', async () => {
    const { feed, client } = show({ threads: [buildThread(), buildThread({ kind: 'tool', title: 'Le plan de sécurité' })] })
    await settled(feed, 'ready')
    client.hold()
    pressable(feed.renderRoot, 'Questions')!.click()
    await feed.updateComplete
    pressable(feed.renderRoot, 'Outils')!.click()
    await feed.updateComplete
    client.release()
    await settled(feed, 'ready')
    expect(titles(feed)).to.deep.equal(['Le plan de sécurité'])
  })

  it('adds the older page on request and puts the focus on its first discussion (R34)', async () => {
    const threads = ['un', 'deux', 'trois', 'quatre', 'cinq'].map((title) => buildThread({ title }))
    const { feed } = show({ threads, pageSize: 2 })
    await settled(feed, 'ready')
    expect(titles(feed)).to.deep.equal(['un', 'deux'])
    pressable(feed.renderRoot, 'Discussions plus anciennes')!.click()
    await until(() => focused()?.textContent?.trim() === 'trois')
    pressable(feed.renderRoot, 'Discussions plus anciennes')!.click()
    await until(() => focused()?.textContent?.trim() === 'cinq')
    expect(titles(feed)).to.deep.equal(['un', 'deux', 'trois', 'quatre', 'cinq'])
    expect(pressable(feed.renderRoot, 'Discussions plus anciennes')).to.equal(undefined)
  })

  it('goes from one space to another by tabs, and has none when there is one', async () => {
    const [hall, group] = [buildSpace(), buildSpace({ slug: 'laval', name: 'Groupe Laval', level: 'restricted' })]
    const threads = [buildThread({ space: hall, title: 'dans le hall' }), buildThread({ space: group, title: 'dans le groupe' })]
    const { feed, client } = show({ spaces: [hall, group], threads, viewer: buildViewer() })
    await settled(feed, 'ready')
    pressable(feed.renderRoot, 'Groupe Laval')!.click()
    await until(() => titles(feed).length === 1)
    expect(titles(feed)).to.deep.equal(['dans le groupe'])
    expect(feed.renderRoot.querySelector('[aria-current]')!.textContent).to.contain('Groupe Laval')
    const narrow = mount('cercle-feed-view', { client, now, space: 'accueil' }, { lang: 'fr' })
    await settled(narrow, 'ready')
    expect(titles(narrow)).to.deep.equal(['dans le hall'])
    expect(narrow.renderRoot.querySelector('nav')).to.equal(null)
  })

  it('shows nothing, and no word of it, of a space that the viewer cannot read', async () => {
    const { feed } = show({}, { space: 'ailleurs' })
    await settled(feed, 'empty')
    expect(words(feed)).to.contain('Rien n’est publié ici pour le moment').and.not.contain('ailleurs')
    expect(feed.renderRoot.querySelector('[part=error]')).to.equal(null)
  })

  it('asks again when it is moved in the page while loading', async () => {
    const { feed, client } = show()
    client.hold()
    await feed.updateComplete
    document.body.append(feed)
    client.release()
    await settled(feed, 'ready')
    feed.remove()
  })

  it('is walked through with the keyboard alone (R34)', async () => {
    const { feed } = show({ threads: [buildThread({ title: 'un' }), buildThread({ title: 'deux' })] })
    await settled(feed, 'ready')
    const walked: string[] = []
    feed.renderRoot.querySelector<HTMLElement>('[part=sign-in]')!.focus()
    for (let step = 0; step < 7; step += 1) {
      await press('Tab')
      walked.push(focused()!.textContent!.trim())
    }
    expect(walked).to.deep.equal(['Tout', 'Questions', 'Expériences', 'Outils', 'Actualités', 'un', 'deux'])
    const ring = getComputedStyle(focused()!, '::after')
    expect(ring.outlineStyle).to.equal('solid')
    expect(ring.outlineWidth).to.equal('3px')
  })
})

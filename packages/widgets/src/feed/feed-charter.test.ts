import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { buildSpace, buildThread, buildViewer, now } from '../../test/factories.ts'
import { buildCharter, buildSignature } from '../../test/fake-charters.ts'
import { fakeClient, type FakeWorld } from '../../test/fake-client.ts'
import { deep, focused, mount, pressable, settled, until } from '../../test/mount.ts'
import '../community/register.ts'
import type { FeedView } from './feed.ts'
import './register.ts'

const hall = buildSpace()
const room = buildSpace({ slug: 'entraide', name: 'Entraide', level: 'members', readers: 12, can: { write: true, pin: false } })
const laval = { id: 'l', slug: 'laval', name: 'Groupe Laval' }
const world = (): Partial<FakeWorld> => ({
  viewer: buildViewer(),
  spaces: [hall, room],
  threads: [buildThread({ space: hall, title: 'Pour tout le monde' }), buildThread({ space: room, title: 'Entre nous' })],
  charters: [buildCharter()],
})
function show(change: Partial<FakeWorld> = {}, properties: Partial<FeedView> = {}) {
  const client = fakeClient({ ...world(), ...change })
  return { client, feed: mount('cercle-feed-view', { client, now, ...properties }, { lang: 'fr' }) }
}
const charterIn = (root: ParentNode) => until(() => deep(root, 'cercle-charter [name=agreed]') ?? deep(root, '[name=agreed]'))
const titles = (feed: FeedView) => [...feed.renderRoot.querySelectorAll('article h3')].map((title) => title.textContent!.trim())
async function sign(root: ParentNode): Promise<void> {
  ;(await charterIn(root)).click()
  pressable(root, 'Signer la charte')!.click()
}

describe('feed of a member who has not signed', () => {
  it('shows the charter in place of what members write, and what is public below (A3)', async () => {
    const { feed, client } = show()
    await settled(feed, 'ready')
    await charterIn(feed.renderRoot)
    expect(titles(feed)).to.deep.equal(['Pour tout le monde'])
    expect(feed.renderRoot.querySelector('[part=compose], nav.tabs')).to.equal(null)
    expect(client.calls.map(({ procedure }) => procedure)).to.include('charter.read')
    await expectAccessible(feed)
  })

  it('opens what members write once she has signed, without a reload, and goes on from a welcome', async () => {
    const { feed } = show()
    await sign(feed.renderRoot)
    await until(() => titles(feed).length === 2)
    await until(() => focused()?.textContent?.includes('Les espaces des membres sont ouverts.'))
    expect(feed.renderRoot.querySelector('cercle-charter')).to.equal(null)
    expect(feed.renderRoot.querySelector('[part=compose]')).to.not.equal(null)
    await expectAccessible(feed)
  })

  it('leaves one line when it is not now, and comes back to the charter from there', async () => {
    const { feed } = show()
    await charterIn(feed.renderRoot)
    pressable(feed.renderRoot, 'Pas maintenant')!.click()
    await until(() => focused()?.textContent?.includes('Lire la charte'))
    expect(feed.renderRoot.textContent).to.contain('les espaces des membres vous restent fermés')
    await expectAccessible(feed)
    ;(focused() as HTMLElement).click()
    await until(() => focused()?.id === 'title')
  })

  it('says the same in the whole community, whose account follows', async () => {
    const client = fakeClient(world())
    const view = mount('cercle-community-view', { client, now }, { lang: 'fr' })
    await sign(view.renderRoot)
    const feed = view.renderRoot.querySelector('cercle-feed-view')!
    await until(() => titles(feed).length === 2)
  })
})

describe('feed of a member', () => {
  it('goes back to the charter when her signature is taken back elsewhere, or a new text is asked for', async () => {
    const charter = buildCharter({ signatures: [buildSignature()] })
    const { feed, client } = show({ charters: [charter] })
    await until(() => titles(feed).length === 2)
    await until(() => client.listeners() === 2)
    charter.signatures = []
    client.world.charters[0]!.signatures = []
    client.tell({ type: 'charter.changed', seq: 9 })
    await charterIn(feed.renderRoot)
    await until(() => titles(feed).length === 1)
  })

  it('is told of a space that has a charter of its own, and signs it when she likes', async () => {
    const own = buildCharter({ space: laval, text: 'Entre nous, à Laval.' })
    const { feed, client } = show({ charters: [buildCharter({ signatures: [buildSignature()] }), own] })
    await until(() => feed.renderRoot.textContent!.includes('«\u00a0Groupe Laval\u00a0» a une charte à lui'))
    expect(titles(feed)).to.have.length(2)
    pressable(feed.renderRoot, 'Lire la charte')!.click()
    client.world.spaces.push(buildSpace({ ...laval, level: 'restricted' }))
    await sign(feed.renderRoot)
    await until(() => focused()?.textContent?.includes('«\u00a0Groupe Laval\u00a0» est ouvert'))
  })
})

import { expect } from '@open-wc/testing'
import type { ViewerView } from '@cercle/sdk'
import { expectAccessible } from '../../test/accessible.ts'
import { buildSpace, buildThread, buildViewer, now } from '../../test/factories.ts'
import { fakeClient } from '../../test/fake-client.ts'
import { buildNotices } from '../../test/fake-notifications.ts'
import { deep, focused, mount, pressable, settled, until, wordsOf } from '../../test/mount.ts'
import type { FeedView } from './feed.ts'
import './register.ts'
import '../community/register.ts'

const hall = buildSpace({ slug: 'entraide', name: 'Entraide', level: 'members' })

function build(viewer: ViewerView | null = buildViewer()) {
  const threads = [buildThread({ space: hall, title: 'La première' }), buildThread({ space: hall, title: 'La seconde' })]
  const [reply, ...others] = buildNotices()
  const notifications = [{ ...reply!, thread: { id: threads[1]!.id, title: 'La seconde', space: 'entraide' } }, ...others]
  return fakeClient({ viewer, spaces: [hall], threads, notifications })
}
const bellOf = ({ renderRoot }: FeedView) => renderRoot.querySelector('cercle-notices')
const opener = (root: FeedView) => until(() => bellOf(root)?.shadowRoot?.querySelector<HTMLElement>('.turns'))

describe('the bell of a feed', () => {
  it('stands at its head for a member, and opens a discussion where it is listed', async () => {
    const feed = mount('cercle-feed-view', { client: build(), now }, { lang: 'fr' })
    await settled(feed, 'ready')
    const height = bellOf(feed)!.getBoundingClientRect().height
    const button = await opener(feed)
    await until(() => wordsOf(bellOf(feed)!.shadowRoot!).includes('Du nouveau : 3'))
    expect(bellOf(feed)!.getBoundingClientRect().height, 'its place is kept before it comes').to.equal(height)
    await expectAccessible(feed)
    button.click()
    ;(await until(() => pressable(feed.renderRoot, '2 réponses dans « La seconde »'))).click()
    await until(() => feed.renderRoot.querySelector('cercle-thread'))
    await until(() => focused()?.textContent?.includes('La seconde'))
    expect(deep(bellOf(feed)!.shadowRoot!, 'cercle-thread'), 'not twice').to.equal(undefined)
  })

  for (const [who, viewer] of [
    ['a stranger', null],
    ['who waits to be let in', buildViewer({ status: 'pending' })],
  ] as const)
    it(`is not there for ${who}`, async () => {
      const client = build(viewer)
      const feed = mount('cercle-feed-view', { client, now }, { lang: 'fr' })
      await settled(feed, 'ready')
      expect(bellOf(feed)).to.equal(null)
      expect(client.calls.map(({ procedure }) => procedure)).to.not.include('notifications.unread')
    })

  it('in a community, a line of the account opens in the list as well', async () => {
    const community = mount('cercle-community-view', { client: build(), now }, { lang: 'fr' })
    await settled(community, 'ready')
    const details = await until(() => community.renderRoot.querySelector('details'))
    details.open = true
    const notices = await until(() => deep(details, 'cercle-account-view')?.shadowRoot?.querySelector('cercle-notices'))
    ;(await until(() => notices.shadowRoot?.querySelector<HTMLElement>('.turns'))).click()
    ;(await until(() => pressable(notices.shadowRoot!, '2 réponses dans « La seconde »'))).click()
    const feed = community.renderRoot.querySelector('cercle-feed-view')!
    await until(() => feed.renderRoot.querySelector('cercle-thread'))
    expect(deep(notices.shadowRoot!, 'cercle-thread')).to.equal(undefined)
  })
})

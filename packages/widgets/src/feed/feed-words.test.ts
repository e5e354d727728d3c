import { expect } from '@open-wc/testing'
import { buildCommunity, buildSpace, buildThread, buildViewer, now } from '../../test/factories.ts'
import { fakeClient } from '../../test/fake-client.ts'
import { deep, mount, pressable, settled, until, wordsOf } from '../../test/mount.ts'
import './register.ts'

const vocabulary = {
  someone: 'Une voix du cercle',
  everybody: 'Partout',
  discussions: 'Récits',
  'kind.tool': 'Truc',
  'kinds.tool': 'Trucs',
  'compose.tool': 'Donner un truc',
}
const community = buildCommunity({ vocabulary })
const hall = buildSpace({ can: { write: true, pin: false } })
const laval = buildSpace({ slug: 'laval', name: 'Groupe Laval' })
const world = (viewer = buildViewer()) => ({
  community,
  viewer,
  spaces: [hall, laval],
  threads: [buildThread({ space: hall, kind: 'tool', author: null })],
})

describe('the words of a community in its feed', () => {
  it('are said to a stranger, who loads nothing more for them', async () => {
    const client = fakeClient({ ...world(), viewer: null })
    const feed = await settled(mount('cercle-feed-view', { client, now }, { lang: 'fr' }), 'ready')
    const words = wordsOf(feed.renderRoot)
    for (const own of ['Une voix du cercle', 'Partout', 'Récits', 'Truc', 'Trucs']) expect(words).to.include(own)
    expect(words).not.to.include('Outils')
    expect(words).to.include('Questions')
    pressable(feed.renderRoot, 'Groupe Laval')!.click()
    await until(() => wordsOf(feed.renderRoot).includes('Récits : Groupe Laval'))
  })

  it('are said in what comes later: the box to write in', async () => {
    const client = fakeClient(world())
    const feed = await settled(mount('cercle-feed-view', { client, now }, { lang: 'fr' }), 'ready')
    ;(await until(() => pressable(feed.renderRoot, 'Donner un truc'))).click()
    const composer = await until(() => deep(feed.renderRoot, 'cercle-composer'))
    await until(() => composer.shadowRoot && wordsOf(composer.shadowRoot).includes('Donner un truc'))
  })

  it('stay out of a page in another language', async () => {
    const client = fakeClient({ ...world(), viewer: null })
    const feed = await settled(mount('cercle-feed-view', { client, now }, { lang: 'en' }), 'ready')
    const words = await until(() => {
      const said = wordsOf(feed.renderRoot)
      return said.includes('Tools') ? said : undefined
    })
    for (const own of Object.values(vocabulary)) expect(words).not.to.include(own)
  })
})

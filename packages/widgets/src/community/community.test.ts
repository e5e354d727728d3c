import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { fakeClient } from '../../test/fake-client.ts'
import { buildCommunity, buildSpace, buildThread, buildViewer, now } from '../../test/factories.ts'
import { mount, pressable, settled, until } from '../../test/mount.ts'
import './register.ts'

const hall = buildSpace()
const group = buildSpace({ slug: 'laval', name: 'Groupe Laval', level: 'restricted', readers: 14 })
const threads = [buildThread({ space: hall }), buildThread({ space: group, title: 'dans le groupe' })]

describe('community', () => {
  it('shows its name and its discussions, and asks who reads once', async () => {
    const client = fakeClient({ spaces: [hall], threads })
    const community = mount('cercle-community-view', { client, now }, { lang: 'fr' })
    let ready = 0
    community.addEventListener('cercle-ready', () => (ready += 1))
    await settled(community, 'ready')
    expect(community.renderRoot.querySelector('h2')!.textContent).to.equal('Communauté Alizé')
    expect(client.calls.map(({ procedure }) => procedure).sort()).to.deep.equal([
      'communities.current',
      'discussions.threads',
      'spaces.list',
    ])
    await expectAria(community, 'community/stranger.fr')
    await expectAccessible(community)
  })

  it('goes from one space to another, with the account of who is signed in', async () => {
    const client = fakeClient({ viewer: buildViewer(), spaces: [hall, group], threads })
    const community = mount('cercle-community-view', { client, now }, { lang: 'fr' })
    await settled(community, 'ready')
    const feed = community.renderRoot.querySelector('cercle-feed-view')!
    pressable(feed.renderRoot, 'Groupe Laval')!.click()
    await until(() => feed.renderRoot.querySelectorAll('h3').length === 1)
    expect(feed.renderRoot.querySelector('h3')!.textContent).to.contain('dans le groupe')
    expect(pressable(community.renderRoot, 'Votre compte')).not.to.equal(undefined)
    await expectAccessible(community)
  })

  it('recovers when who reads could not be asked', async () => {
    const client = fakeClient({ spaces: [hall], threads })
    client.fail('internal')
    const community = mount('cercle-community-view', { client, now }, { lang: 'fr' })
    await settled(community, 'error')
    client.fail()
    pressable(community.renderRoot, 'Essayer de nouveau')!.click()
    await settled(community, 'ready')
    await until(() => community.renderRoot.querySelector('h2')?.textContent === 'Communauté Alizé')
  })

  it('speaks the language of the community where the page says none', async () => {
    const client = fakeClient({ community: buildCommunity({ language: 'en-CA' }), spaces: [hall], threads })
    const community = mount('cercle-community-view', { client, now })
    await until(() => pressable(community.renderRoot, 'Enter with a code'))
    expect(community.renderRoot.querySelector('.cercle')!.getAttribute('lang')).to.equal('en-CA')
  })

  it('lets the way in be heard from outside', async () => {
    const client = fakeClient({ spaces: [hall], threads })
    const community = mount('cercle-community-view', { client, now }, { lang: 'fr' })
    await settled(community, 'ready')
    const asked = new Promise((done) => community.addEventListener('cercle-sign-in', done))
    pressable(community.renderRoot, 'Entrer avec un code')!.click()
    await asked
  })
})

import { expect } from '@open-wc/testing'
import { fakeClient } from '../../test/fake-client.ts'
import { buildSpace, buildThread, buildViewer, now } from '../../test/factories.ts'
import { mount, pressable, settled, until } from '../../test/mount.ts'
import type { FeedView } from './feed.ts'
import './register.ts'

const threads = ['un', 'deux', 'trois'].map((title) => buildThread({ title }))
const show = () => {
  const client = fakeClient({ spaces: [buildSpace()], threads, pageSize: 2 })
  return { client, feed: mount('cercle-feed-view', { client, now }, { lang: 'fr' }) }
}
const failure = (feed: FeedView) => feed.renderRoot.querySelector<HTMLElement>('[part=error]')
const titles = (feed: FeedView) => [...feed.renderRoot.querySelectorAll('h3')].map((title) => title.textContent.trim())

describe('feed that fails', () => {
  it('says that the list could not be shown, and shows it on another try', async () => {
    const { client, feed } = show()
    client.fail('internal')
    await settled(feed, 'error')
    expect(failure(feed)!.textContent).to.contain('Les discussions n’ont pas pu être affichées.')
    expect(failure(feed)!.getAttribute('role')).to.equal('alert')
    client.fail()
    pressable(feed.renderRoot, 'Essayer de nouveau')!.click()
    await settled(feed, 'ready')
    expect(failure(feed)).to.equal(null)
    expect(titles(feed)).to.deep.equal(['un', 'deux'])
  })

  it('says that the service is busy when it is', async () => {
    const { client, feed } = show()
    client.fail('unavailable', { retryAfter: 4 })
    await settled(feed, 'error')
    expect(failure(feed)!.textContent).to.contain('Le service est très occupé.')
  })

  it('keeps what is read when the older page fails, and asks for that page again', async () => {
    const { client, feed } = show()
    await settled(feed, 'ready')
    client.fail('internal')
    pressable(feed.renderRoot, 'Discussions plus anciennes')!.click()
    await settled(feed, 'error')
    expect(titles(feed)).to.deep.equal(['un', 'deux'])
    expect(failure(feed)!.textContent).to.contain('La suite n’a pas pu être affichée.')
    client.fail()
    pressable(feed.renderRoot, 'Essayer de nouveau')!.click()
    await settled(feed, 'ready')
    expect(titles(feed)).to.deep.equal(['un', 'deux', 'trois'])
  })

  it('waits for the connection when it is out of reach, and shows the list by itself', async () => {
    const { client, feed } = show()
    client.fail('offline')
    await settled(feed, 'offline')
    expect(failure(feed)!.textContent).to.contain('dès que la connexion reviendra')
    expect(failure(feed)!.getAttribute('role')).to.equal('status')
    client.fail()
    dispatchEvent(new Event('online'))
    await settled(feed, 'ready')
    expect(titles(feed)).to.deep.equal(['un', 'deux'])
  })

  it('keeps the list when the line drops while reading', async () => {
    const { feed } = show()
    await settled(feed, 'ready')
    dispatchEvent(new Event('offline'))
    await settled(feed, 'offline')
    expect(titles(feed)).to.deep.equal(['un', 'deux'])
    expect(failure(feed)!.textContent).to.contain('Ce qui est affiché reste lisible')
    dispatchEvent(new Event('online'))
    await settled(feed, 'ready')
    expect(failure(feed)).to.equal(null)
  })

  it('asks to enter again when the session is over', async () => {
    const client = fakeClient({ viewer: buildViewer(), spaces: [buildSpace()], threads })
    const feed = mount('cercle-feed-view', { client, now }, { lang: 'fr' })
    client.fail('unauthorized')
    await settled(feed, 'error')
    expect(failure(feed)!.textContent).to.contain('Votre session est terminée')
    const asked = new Promise((done) => feed.addEventListener('cercle-sign-in', done))
    pressable(feed.renderRoot, 'Entrer avec un code')!.click()
    await asked
  })

  it('listens no more once it is gone', async () => {
    const { client, feed } = show()
    client.fail('offline')
    await settled(feed, 'offline')
    const count = client.calls.length
    feed.remove()
    dispatchEvent(new Event('online'))
    expect(client.calls.length).to.equal(count)
    document.body.append(feed)
    client.fail()
    dispatchEvent(new Event('online'))
    await until(() => titles(feed).length === 2)
    feed.remove()
  })
})

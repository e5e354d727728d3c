import { expect } from '@open-wc/testing'
import { eraseDrafts } from './erase-drafts.ts'
import { SiteSessionStore } from './session-store.ts'

const tokens = {
  access: 'a',
  accessExpiresAt: '2030-01-01T00:00:00.000Z',
  refresh: 'r',
  refreshExpiresAt: '2030-02-01T00:00:00.000Z',
}
let count = 0
const fresh = () => `cercle test-${Date.now()}-${(count += 1)}`

/** The browser was closed in between: no tab remembers, none is open. */
const reopened = (name: string): SiteSessionStore => {
  sessionStorage.removeItem(name)
  return new SiteSessionStore(name)
}
const query = (held: string[]) => () => Promise.resolve({ held: held.map((name) => ({ name })) } as LockManagerSnapshot)

describe('the tokens of one site', () => {
  const { query: realQuery } = LockManager.prototype
  const { open } = IDBFactory.prototype
  afterEach(() => {
    LockManager.prototype.query = realQuery
    IDBFactory.prototype.open = open
  })

  it('are found by another frame of the site, and by no other site', async () => {
    const [here, elsewhere] = [fresh(), fresh()]
    const store = new SiteSessionStore(here)
    await store.write(tokens)
    expect(await new SiteSessionStore(here).read()).to.deep.equal(tokens)
    expect(await new SiteSessionStore(elsewhere).read()).to.equal(undefined)
    await store.write(undefined)
    expect(await new SiteSessionStore(here).read()).to.equal(undefined)
  })

  it('outlive the browser only where the person said that the device is hers', async () => {
    LockManager.prototype.query = query([])
    for (const keep of [true, false]) {
      const name = fresh()
      const store = new SiteSessionStore(name)
      store.keep = keep
      await store.write(tokens)
      expect(await new SiteSessionStore(name).read()).to.deep.equal(tokens)
      expect(await reopened(name).read()).to.deep.equal(keep ? tokens : undefined)
    }
  })

  it('stay while another tab of the site is open', async () => {
    const name = fresh()
    LockManager.prototype.query = query([])
    await new SiteSessionStore(name).write(tokens)
    LockManager.prototype.query = query([`${name} open`])
    expect(await reopened(name).read()).to.deep.equal(tokens)
  })

  it('keep the choice of the device through a refresh', async () => {
    LockManager.prototype.query = query([])
    const name = fresh()
    const store = new SiteSessionStore(name)
    store.keep = true
    await store.write(tokens)
    await new SiteSessionStore(name).write({ ...tokens, access: 'b' })
    expect((await reopened(name).read())?.access).to.equal('b')
  })

  it('are found in the second place when the browser lost the first, and signing out erases both', async () => {
    const name = fresh()
    const store = new SiteSessionStore(name)
    store.keep = true
    await store.write(tokens)
    await lose(name)
    const again = new SiteSessionStore(name)
    expect(await again.read()).to.deep.equal(tokens)
    await again.write(undefined)
    expect(await caches.has(name)).to.equal(false)
    expect(await new SiteSessionStore(name).read()).to.equal(undefined)
  })

  it('lie in no second place on a device of others', async () => {
    const name = fresh()
    await new SiteSessionStore(name).write(tokens)
    expect(await caches.has(name)).to.equal(false)
  })

  it('live in memory where the browser refuses storage, which is said once', async () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
    const store = new SiteSessionStore(fresh())
    let said = 0
    store.addEventListener('blocked', () => (said += 1))
    expect(await store.read()).to.equal(undefined)
    await store.write(tokens)
    expect(await store.read()).to.deep.equal(tokens)
    expect(said).to.equal(1)
  })
})

/** What WebKit does at a restart: the database of the frame is gone, the cache is not. */
async function lose(name: string): Promise<void> {
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = resolve
    request.onerror = reject
  })
}

describe('signing out', () => {
  it('erases the drafts of this community alone', () => {
    for (const key of ['cercle draft a m space x', 'cercle draft b m space x', 'other']) localStorage.setItem(key, 'x')
    eraseDrafts('a')
    expect(Object.keys(localStorage).sort()).to.deep.equal(['cercle draft b m space x', 'other'])
    localStorage.clear()
  })
})

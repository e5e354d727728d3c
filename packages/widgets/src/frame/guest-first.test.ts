import { expect } from '@open-wc/testing'
import { createCercle } from '@cercle/sdk'
import { loadSession } from '../context/session.ts'
import { setSaving, shortenPages } from '../primitives/data-saver.ts'
import { SiteSessionStore, storeName } from '../session/session-store.ts'
import type { FrameConfig } from './guest-config.ts'
import { firstQuestion } from './guest-first.ts'

const hour = 3_600_000
const { fetch } = globalThis
let count = 0

async function visit({ space = '', expiresIn = hour, element = 'feed' as FrameConfig['element'] } = {}) {
  const site = `0192f0c1-2b3d-7000-8000-${String(++count).padStart(12, '0')}`
  const tokens = {
    access: 'access',
    accessExpiresAt: new Date(Date.now() + expiresIn).toISOString(),
    refresh: 'refresh',
    refreshExpiresAt: new Date(Date.now() + 24 * hour).toISOString(),
  }
  await new SiteSessionStore(storeName(site, 'a')).write(tokens)
  const asked: string[] = []
  globalThis.fetch = (url, init) => {
    asked.push(`${new URL(url as string).pathname} ${init?.body as string}`)
    return Promise.resolve(
      Response.json([{ result: { data: {} } }, { result: { data: { items: [] } } }, { result: { data: { items: [] } } }]),
    )
  }
  location.hash = space
  const config = { server: 'https://cercle.example', community: 'a', site, element, siteName: '', origins: [], exit: '' }
  const first = firstQuestion(config)
  const { server, community } = config
  const client = createCercle({ server, community, site, token: 'access', fetch: first.fetch })
  return { asked, first, client }
}

/** What the feed asks when it starts, in one request. */
const startFeed = (client: ReturnType<typeof createCercle>, space?: string) => {
  const list = client.discussions.threads(space ? { space } : {})
  return Promise.all([loadSession(client), list.page()])
}

describe('the first question of a frame', () => {
  afterEach(() => {
    globalThis.fetch = fetch
    location.hash = ''
  })

  it('is asked before the feed is there, which then asks nothing', async () => {
    const { asked, first, client } = await visit()
    await first.store.read()
    await startFeed(client)
    expect(asked).to.deep.equal(['/c/a/trpc/communities.current,spaces.list,discussions.threads {"2":{}}'])
    await startFeed(client)
    expect(asked, 'the next time it is fresh').to.have.length(2)
  })

  it('is about a shorter list where data are spared', async () => {
    setSaving(true)
    const { asked, client } = await visit({ space: 'entraide' })
    shortenPages(client)
    await startFeed(client, 'entraide')
    localStorage.removeItem('cercle data-saver')
    expect(asked).to.deep.equal([
      '/c/a/trpc/communities.current,spaces.list,discussions.threads {"2":{"space":"entraide","limit":8}}',
    ])
  })

  it('is about the space of the element', async () => {
    const { asked, client } = await visit({ space: 'entraide' })
    await startFeed(client, 'entraide')
    expect(asked).to.deep.equal(['/c/a/trpc/communities.current,spaces.list,discussions.threads {"2":{"space":"entraide"}}'])
  })

  it('never answers another one', async () => {
    const { asked, client } = await visit({ space: 'entraide' })
    await startFeed(client)
    expect(asked).to.have.length(2)
  })

  it('is not asked with a token that ends, nor for another element', async () => {
    for (const one of [{ expiresIn: 1000 }, { element: 'account' as const }]) {
      const { asked, client } = await visit(one)
      await client.auth.devices().catch(() => undefined)
      expect(asked.filter((line) => line.includes('threads'))).to.deep.equal([])
    }
  })
})

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caller, signIn } from '../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../test/server.ts'

const seed = communitySeed()
let server: TestServer
beforeAll(async () => {
  server = await testServer()
  await server.server.seed(seed)
})
afterAll(() => server?.[Symbol.asyncDispose]())

/** Somebody's own application, with Cercle in it. */
async function around(app: express.Express): Promise<AsyncDisposable & { url: string }> {
  const host = express()
  host.use(app)
  host.get('/hello', (_req, res) => void res.send('from the host'))
  const listening = host.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  return {
    url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      listening.closeAllConnections()
      await new Promise((closed) => listening.close(closed))
    },
  }
}

describe('in somebody’s Express', () => {
  test('it reads and writes, and leaves the other addresses to its host', async () => {
    await using host = await around(server.server.app)
    expect((await fetch(`${host.url}/readyz`)).status).toBe(200)
    expect(await (await fetch(`${host.url}/hello`)).text()).toBe('from the host')
    const { data } = await caller(host.url, seed.slug).query('communities.current')
    expect(data).toMatchObject({ community: { slug: seed.slug }, viewer: null })
    // its public address stays the one it was told
    const origin = server.url
    const member = await signIn({ ...server, url: host.url }, seed.slug, `member@${seed.slug}.example`, { origin })
    const made = await member.mutate('discussions.createThread', {
      id: '0199f0a0-0000-7000-8000-000000000001',
      space: 'entraide',
      kind: 'question',
      title: 'Par où commencer ?',
      body: 'Un mot',
    })
    expect(made.error).toBeUndefined()
    expect((await member.query('discussions.threads', { limit: 5 })).data.items).toMatchObject([{ id: made.data.id }])
  })
})

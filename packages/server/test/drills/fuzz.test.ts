import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { signIn } from '../caller.ts'
import { communitySeed, testServer, type TestServer } from '../server.ts'
import { uuidv7 } from '../../src/ids.ts'
import { fuzz, procedures, type FuzzTarget } from './fuzz.ts'

vi.setConfig({ testTimeout: 120_000 })

let server: TestServer
let target: FuzzTarget
beforeAll(async () => {
  server = await testServer()
  const seed = communitySeed()
  await server.server.seed(seed)
  const who = `facilitator@${seed.slug}.example`
  const enter = async () => {
    server.mails.length = 0
    return signIn(server, seed.slug, who)
  }
  const writer = await enter()
  const id = uuidv7(Date.now())
  await writer.mutate('discussions.createThread', { id, space: 'entraide', kind: 'question', title: 'T', body: 'B' })
  target = {
    url: server.url,
    community: seed.slug,
    known: [id, 'entraide', 'accueil', 'laval', 'thanks', who],
    token: async () => (await enter()).tokens!.access,
  }
})
afterAll(() => server?.[Symbol.asyncDispose]())

test.each(procedures)('$path answers whatever it is sent', async (procedure) => {
  const { sent, faults, slowest } = await fuzz(target, procedure, 60)
  expect(faults).toEqual([])
  expect(sent).toBe(60)
  expect(slowest).toBeLessThan(10_000)
})

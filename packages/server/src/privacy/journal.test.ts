import { expect, test } from 'vitest'
import { signIn } from '../../test/caller.ts'
import { communitySeed, testServer } from '../../test/server.ts'
import { sweepOnce } from '../jobs/sweep.ts'

const DAY = 24 * 60 * 60 * 1000

test('who looked is told for 400 days', async () => {
  await using server = await testServer()
  const seed = communitySeed()
  await server.server.seed(seed)
  const marie = await signIn(server, seed.slug, `facilitator@${seed.slug}.example`)
  const { memberId } = (await marie.query('communities.current')).data.viewer
  expect((await marie.mutate('spaces.seenBy', { member: memberId })).error).toBeUndefined()
  const kept = async () => {
    await sweepOnce(server.database.pool, server.clock)
    return (await server.owner.selectFrom('access_note').select('kind').execute()).length
  }
  server.clock.advance(399 * DAY)
  expect(await kept()).toBe(1)
  server.clock.advance(2 * DAY)
  expect(await kept()).toBe(0)
})

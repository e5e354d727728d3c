import { expect, test } from 'vitest'
import { EnvelopeServer } from '../../test/envelope-server.ts'
import { createCercle } from '../index.ts'

test('what a community wants to do together is read without a token, and replaced with one', async () => {
  const aims = { aims: ['Nous soutenir entre collègues.'] }
  await using server = await EnvelopeServer.start({
    'communities.aims': () => aims,
    'communities.settleAims': (input: unknown) => input,
  })
  const stranger = createCercle({ server: server.url, community: 'a' })
  expect(await stranger.communities.aims()).toEqual(aims)
  expect(server.last).toMatchObject({ method: 'GET', paths: ['communities.aims'] })
  const facilitator = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  expect(await facilitator.communities.settleAims({ aims: [] })).toEqual({ aims: [] })
  expect(server.last).toMatchObject({ method: 'POST', paths: ['communities.settleAims'] })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nextMail, tokenIn } from '../../test/asking-to-join.ts'
import { caller, signIn } from '../../test/caller.ts'
import { htmlFaults } from '../../test/html-faults.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

const first = ['Nous entraider entre collègues.', 'Rester <prudentes> & à jour.']
async function makeCommunity(change: Parameters<typeof communitySeed>[0] = { aims: first }) {
  const seed = communitySeed(change)
  await server.server.seed(seed)
  const enter = (key: string) => signIn(server, seed.slug, `${key}@${seed.slug}.example`)
  const page = async (path = '') => (await fetch(`${server.url}/c/${seed.slug}${path}`)).text()
  return { seed, stranger: caller(server.url, seed.slug), facilitator: await enter('facilitator'), enter, page }
}
const title = 'Ce que nous voulons faire ensemble'

describe('R10: what a community wants to do together', () => {
  test('is said, put in another order and taken back by who facilitates, and read by everybody', async () => {
    const { stranger, facilitator, enter } = await makeCommunity()
    expect((await stranger.query('communities.aims')).data).toEqual({ aims: first })
    const aims = ['Apprendre des autres.', first[0]!]
    expect((await facilitator.mutate('communities.settleAims', { aims: [` ${aims[0]} `, aims[1]] })).data).toEqual({ aims })
    for (const person of [stranger, await enter('member'), await enter('pending')])
      expect((await person.query('communities.aims')).data).toEqual({ aims })
    expect((await (await enter('member')).query('members.welcome')).data.aims).toEqual(aims)
    expect((await facilitator.mutate('communities.settleAims', { aims: first })).data).toEqual({ aims: first })
    expect((await stranger.query('communities.aims')).data).toEqual({ aims: first })
  })

  test('is written without script: at the head of the community, of the form and of an invitation, at once and escaped', async () => {
    const { facilitator, page, seed } = await makeCommunity()
    const invitation = { id: uuidv7(server.clock.now()), email: `nadia@${seed.slug}.example` }
    expect((await facilitator.mutate('joining.invite', invitation)).error).toBeUndefined()
    const token = tokenIn(await nextMail(server, invitation.email, 0))
    const places = ['', '/join', `/join/i/${token}`]
    for (const path of places) {
      const text = await page(path)
      expect(text).toContain(title)
      expect(text).toContain('Rester &lt;prudentes&gt; &amp; à jour.')
      expect(text.indexOf(first[0]!)).toBeLessThan(text.indexOf('Rester'))
      expect(htmlFaults(text)).toEqual([])
    }
    // a list of one space or one kind is not the front door
    for (const path of ['?space=accueil', '?kind=question']) expect(await page(path)).not.toContain(title)
    await facilitator.mutate('communities.settleAims', { aims: [] })
    for (const path of places) expect(await page(path)).not.toContain(title)
  })

  test('is nothing until somebody says it, and is said in the language of the community', async () => {
    const { stranger, page } = await makeCommunity({})
    expect((await stranger.query('communities.aims')).data).toEqual({ aims: [] })
    expect(await page('/join')).not.toContain(title)
    const english = await makeCommunity({ language: 'en-CA', aims: ['Help one another.'] })
    expect(await english.page('/join')).toContain('What we want to do together')
  })

  test('is noted, with who said it', async () => {
    const { seed, facilitator } = await makeCommunity()
    await facilitator.mutate('communities.settleAims', { aims: ['Apprendre.'] })
    const rows = await server.owner
      .selectFrom('activity as a')
      .innerJoin('community as c', 'c.id', 'a.community_id')
      .innerJoin('member as m', 'm.id', 'a.actor_id')
      .select(['a.kind', 'm.facilitates'])
      .where('c.slug', '=', seed.slug)
      .where('a.kind', '=', 'community.settled')
      .execute()
    expect(rows).toEqual([{ kind: 'community.settled', facilitates: true }])
  })

  test('can not be said by a member, a stranger, who waits, or who facilitates elsewhere', async () => {
    const { seed, stranger, enter } = await makeCommunity()
    const mine = { aims: ['À moi.'] }
    for (const [person, code] of [
      [stranger, 'unauthorized'],
      [await enter('member'), 'forbidden'],
      [await enter('pending'), 'forbidden'],
    ] as const)
      expect((await person.mutate('communities.settleAims', mine)).error?.code).toBe(code)
    const other = await makeCommunity({ aims: ['Ailleurs.'] })
    // her session opens nothing here
    const intruder = caller(server.url, seed.slug, { tokens: other.facilitator.tokens })
    expect((await intruder.mutate('communities.settleAims', mine)).error?.code).toBe('unauthorized')
    expect((await other.facilitator.mutate('communities.settleAims', mine)).data).toEqual(mine)
    expect((await stranger.query('communities.aims')).data).toEqual({ aims: first })
  })

  test('can not be six sentences, an empty one, or one that is too long', async () => {
    const { stranger, facilitator } = await makeCommunity()
    for (const [aims, path] of [
      [Array.from({ length: 6 }, (_, n) => `Un but ${n}.`), 'aims'],
      [['Un but.', ' '], 'aims.1'],
      [['x'.repeat(201)], 'aims.0'],
    ] as const) {
      const { error } = await facilitator.mutate('communities.settleAims', { aims })
      expect([error?.code, error?.fields?.[0]?.path]).toEqual(['invalid', path])
    }
    expect((await stranger.query('communities.aims')).data).toEqual({ aims: first })
  })
})

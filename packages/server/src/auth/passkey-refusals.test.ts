import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caller, signIn, type Caller } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { SoftwareKey, type Wrongs } from '../../test/software-key.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

const MINUTE = 60_000

/** Who facilitates, with a key that works. */
async function withKey() {
  const seed = communitySeed()
  await server.server.seed(seed)
  const email = (key: string) => `${key}@${seed.slug}.example`
  const { id: community } = await server.owner
    .selectFrom('community')
    .select('id')
    .where('slug', '=', seed.slug)
    .executeTakeFirstOrThrow()
  const change = (name: string, values: { facilitates?: boolean; status?: 'removed' | 'suspended' | 'active' }) =>
    server.owner.updateTable('member').set(values).where('community_id', '=', community).where('name', '=', name).execute()
  const stranger = caller(server.url, seed.slug)
  const keyOf = async (who: Caller) => {
    const key = new SoftwareKey(server.url)
    const { data } = await who.mutate('passkeys.askToAdd')
    const { error } = await who.mutate('passkeys.add', { name: 'Clé', answer: key.create(data) })
    expect(error).toBeUndefined()
    return key
  }
  const facilitator = await signIn(server, seed.slug, email('facilitator'))
  const key = await keyOf(facilitator)
  const challenge = async (by: Caller, path: string) => (await by.mutate(path)).data
  const post = async (by: Caller, path: string, answer: unknown) => (await by.mutate(path, { answer })).error?.code
  return {
    seed,
    email,
    community,
    change,
    stranger,
    keyOf,
    facilitator,
    key,
    challenge,
    post,
    enter: async (wrongs: Wrongs = {}, by = stranger, one = key) =>
      post(by, 'passkeys.signIn', one.get(await challenge(by, 'passkeys.askToSignIn'), wrongs)),
    prove: async (wrongs: Wrongs = {}, one = key) =>
      post(facilitator, 'passkeys.prove', one.get(await challenge(facilitator, 'passkeys.askToProve'), wrongs)),
  }
}

describe('a passkey can not', () => {
  test('answer from another page, for another host, in a frame, unchecked, for another, or behind its counter', async () => {
    const { enter, prove, key } = await withKey()
    const wrongs: Wrongs[] = [
      { origin: server.url.replace('http:', 'https:') },
      { origin: 'https://cercle.example' },
      { rpId: 'cercle.example' },
      { crossOrigin: true },
      { unverified: true },
      { counter: 1 },
      { counter: 0 },
      { userHandle: Buffer.alloc(16).toString('base64url') },
    ]
    for (const wrong of wrongs) {
      expect(await enter(wrong), JSON.stringify(wrong)).toBe('invalid')
      expect(await prove(wrong), JSON.stringify(wrong)).toBe('invalid')
    }
    expect(key.counter).toBeGreaterThan(1)
    expect(await enter()).toBeUndefined()
    expect(await prove()).toBeUndefined()
  })

  test('answer twice, late, or what was asked for something else', async () => {
    const { facilitator, stranger, key, challenge, post } = await withKey()
    const answer = key.get(await challenge(stranger, 'passkeys.askToSignIn'))
    expect(await post(stranger, 'passkeys.signIn', answer)).toBeUndefined()
    expect(await post(stranger, 'passkeys.signIn', answer)).toBe('invalid')
    expect(await post(stranger, 'passkeys.signIn', key.get(await challenge(facilitator, 'passkeys.askToProve')))).toBe('invalid')
    expect(await post(facilitator, 'passkeys.prove', key.get(await challenge(stranger, 'passkeys.askToSignIn')))).toBe('invalid')
    const asked = await challenge(stranger, 'passkeys.askToSignIn')
    server.clock.advance(5 * MINUTE)
    expect(await post(stranger, 'passkeys.signIn', key.get(asked))).toBe('invalid')
  })

  test('answer twice at once', async () => {
    const { stranger, key, challenge, post } = await withKey()
    const answer = key.get(await challenge(stranger, 'passkeys.askToSignIn'))
    const codes = await Promise.all([1, 2, 3].map(() => post(stranger, 'passkeys.signIn', answer)))
    expect(codes.filter((code) => code === undefined)).toHaveLength(1)
    expect(codes.filter((code) => code === 'invalid')).toHaveLength(2)
  })

  test('use a challenge up and try again: a wrong answer spends it', async () => {
    const { stranger, key, challenge, post } = await withKey()
    const asked = await challenge(stranger, 'passkeys.askToSignIn')
    expect(await post(stranger, 'passkeys.signIn', key.get(asked, { unverified: true }))).toBe('invalid')
    expect(await post(stranger, 'passkeys.signIn', key.get(asked))).toBe('invalid')
  })

  test('open another community, nor one that it was not made for by another key’s name', async () => {
    const [here, there] = [await withKey(), await withKey()]
    expect(await here.enter({}, there.stranger)).toBe('invalid')
    const asked = await here.challenge(here.stranger, 'passkeys.askToSignIn')
    expect(await here.post(there.stranger, 'passkeys.signIn', there.key.get(asked))).toBe('invalid')
    const forged = { ...new SoftwareKey(server.url).get(asked), id: here.key.id.toString('base64url') }
    forged.response.userHandle = here.key.userHandle
    expect(await here.post(here.stranger, 'passkeys.signIn', forged)).toBe('invalid')
    expect(await here.enter()).toBeUndefined()
  })

  test('open for who was removed, is suspended, or facilitates no more', async () => {
    const { change, enter } = await withKey()
    for (const values of [{ status: 'removed' }, { status: 'suspended' }, { facilitates: false }] as const) {
      await change('Marie', values)
      expect(await enter()).toBe('invalid')
      await change('Marie', { status: 'active', facilitates: true })
    }
    expect(await enter()).toBeUndefined()
  })

  test('prove for another who facilitates, be removed by her, or be listed to her', async () => {
    const { seed, email, change, facilitator, keyOf, key, prove } = await withKey()
    await change('Kim', { facilitates: true })
    const kim = await signIn(server, seed.slug, email('other'))
    const other = await keyOf(kim)
    expect(await prove({}, other)).toBe('invalid')
    const [hers] = (await facilitator.query('passkeys.list')).data.items
    expect((await kim.query('passkeys.list')).data.items.map(({ id }: { id: string }) => id)).not.toContain(hers.id)
    expect((await kim.mutate('passkeys.remove', { id: hers.id })).error?.code).toBe('not_found')
    expect(await prove({}, key)).toBeUndefined()
  })

  test('be used in a partner’s frame', async () => {
    const { seed, email, community, facilitator, enter, key, challenge, post } = await withKey()
    const { id: site } = await server.owner
      .selectFrom('site')
      .select('id')
      .where('community_id', '=', community)
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(await enter({}, caller(server.url, seed.slug, { site }))).toBe('invalid')
    const framed = await signIn(server, seed.slug, email('facilitator'), { site })
    expect((await framed.mutate('passkeys.askToProve')).error?.code).toBe('not_found')
    const asked = await challenge(facilitator, 'passkeys.askToProve')
    expect(await post(framed, 'passkeys.prove', key.get(asked))).toBe('invalid')
  })

  test('confirm what a partner’s site said', async () => {
    const { facilitator, community, key, challenge, post } = await withKey()
    const asked = await challenge(facilitator, 'passkeys.askToProve')
    await server.owner.updateTable('session').set({ by_site: true }).where('community_id', '=', community).execute()
    expect((await facilitator.mutate('passkeys.askToProve')).error?.code).toBe('not_found')
    expect(await post(facilitator, 'passkeys.prove', key.get(asked))).toBe('invalid')
    expect((await facilitator.query('passkeys.list')).error?.code).toBe('forbidden')
  })

  test('be used for a step by who does not facilitate', async () => {
    const { seed, email, stranger, key, challenge, post } = await withKey()
    const member = await signIn(server, seed.slug, email('member'))
    expect((await member.mutate('passkeys.askToProve')).error?.code).toBe('not_found')
    expect((await member.query('passkeys.list')).error?.code).toBe('forbidden')
    const asked = await challenge(stranger, 'passkeys.askToSignIn')
    expect(await post(member, 'passkeys.prove', key.get(asked))).toBe('invalid')
    expect((await stranger.mutate('passkeys.askToProve')).error?.code).toBe('unauthorized')
  })
})

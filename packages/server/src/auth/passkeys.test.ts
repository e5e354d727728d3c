import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { mailsTo } from '../../test/asking-to-join.ts'
import { caller, signIn, type Caller } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { SoftwareKey, type Wrongs } from '../../test/software-key.ts'
import { erasuresAfter, replayErasures } from '../privacy/erasures.service.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

const MINUTE = 60_000

async function atTheDesk() {
  const seed = communitySeed()
  await server.server.seed(seed)
  const email = (key: string) => `${key}@${seed.slug}.example`
  const stranger = caller(server.url, seed.slug)
  let facilitator = await signIn(server, seed.slug, email('facilitator'))
  const as = (who: Caller) => ({
    key: new SoftwareKey(server.url),
    async add(wrongs: Wrongs = {}, key = new SoftwareKey(server.url)) {
      const asked = await who.mutate('passkeys.askToAdd')
      if (asked.error) return { code: asked.error.code, key }
      const answer = key.create(asked.data, wrongs)
      const { data, error } = await who.mutate('passkeys.add', { name: ' Téléphone ', answer })
      return { code: error?.code as string | undefined, view: data, key, answer }
    },
  })
  return {
    seed,
    email,
    stranger,
    get facilitator() {
      return facilitator
    },
    add: (wrongs?: Wrongs, key?: SoftwareKey) => as(facilitator).add(wrongs, key),
    addAs: (who: Caller) => as(who).add(),
    list: async () => (await facilitator.query('passkeys.list')).data.items,
    /** Time goes by, and the session goes on. */
    async later(minutes: number) {
      server.clock.advance(minutes * MINUTE)
      const { data } = await facilitator.mutate('auth.refresh', { refresh: facilitator.tokens!.refresh })
      facilitator = caller(server.url, seed.slug, { tokens: data.tokens })
    },
    /** A step that wants a proof. */
    act: async () => (await facilitator.mutate('passkeys.askToAdd')).error?.code,
    async prove(key: SoftwareKey, wrongs: Wrongs = {}) {
      const { data } = await facilitator.mutate('passkeys.askToProve')
      return (await facilitator.mutate('passkeys.prove', { answer: key.get(data, wrongs) })).error?.code
    },
    async enter(key: SoftwareKey, wrongs: Wrongs = {}, by: Caller = stranger) {
      const { data } = await by.mutate('passkeys.askToSignIn')
      return by.mutate('passkeys.signIn', { answer: key.get(data, wrongs) })
    },
  }
}

describe('a passkey', () => {
  test('is added with a recent code, listed, and opens a session of the desk without an address', async () => {
    const { seed, add, list, enter } = await atTheDesk()
    const { view, key, code } = await add()
    expect(code).toBeUndefined()
    expect(await list()).toEqual([{ id: view.id, name: 'Téléphone', addedAt: expect.any(String), usedAt: null }])
    const { data } = await enter(key)
    expect(Math.round((Date.parse(data.refreshExpiresAt) - server.clock.now()) / 1000)).toBe(1800)
    const entered = caller(server.url, seed.slug, { tokens: data })
    expect((await entered.query('communities.current')).data.viewer).toMatchObject({ name: 'Marie', facilitates: true })
    expect((await list())[0].usedAt).not.toBeNull()
    expect((await entered.mutate('passkeys.askToAdd')).error).toBeUndefined()
  })

  test('is asked to be discoverable and to check who holds it, and not to be made twice', async () => {
    const { add, facilitator } = await atTheDesk()
    const { answer } = await add()
    const { data } = await facilitator.mutate('passkeys.askToAdd')
    expect(data).toMatchObject({
      rp: { id: new URL(server.url).hostname, name: 'Réseau' },
      user: { name: 'Marie, Réseau', displayName: 'Marie' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: answer!.id, transports: ['internal'] }],
      attestation: 'none',
    })
  })

  test('gives the proof that a step asks for, and one that does not count does too', async () => {
    const { add, later, act, prove } = await atTheDesk()
    const { key } = await add()
    const uncounted = (await add({ counter: 0 })).key
    for (const [one, wrongs] of [
      [key, {}],
      [uncounted, { counter: 0 }],
    ] as const) {
      await later(10.1)
      expect(await act()).toBe('proof_needed')
      expect(await prove(one, wrongs)).toBeUndefined()
      expect(await act()).toBeUndefined()
    }
  })

  test('opens nothing once it is removed, also when a backup is put back; mail tells of both', async () => {
    const { email, add, enter, facilitator, list } = await atTheDesk()
    const { view, key } = await add()
    const kept = await server.owner.selectFrom('passkey').selectAll().where('id', '=', view.id).execute()
    expect((await facilitator.mutate('passkeys.remove', { id: view.id })).error).toBeUndefined()
    expect(await list()).toEqual([])
    expect((await enter(key)).error?.code).toBe('invalid')
    expect((await facilitator.mutate('passkeys.remove', { id: view.id })).error?.code).toBe('not_found')
    expect((await facilitator.mutate('passkeys.askToProve')).error?.code).toBe('not_found')
    // which of them leaves first is the mail server's matter
    await vi.waitFor(() => {
      const subjects = mailsTo(server, email('facilitator')).flatMap(({ code, subject }) => (code === undefined ? [subject] : []))
      expect(new Set(subjects)).toEqual(new Set(['Une clé d’accès a été ajoutée', 'Une clé d’accès a été retirée']))
    }, 20_000)
    // as a backup of before has it: the key is back, and the list of what was erased does not know of it
    const { erasures } = await erasuresAfter(server.owner, '0')
    const told = erasures.filter(({ id }) => id === view.id)
    expect(told).toMatchObject([{ kind: 'passkey', communityId: kept[0]!.community_id }])
    await server.owner.deleteFrom('erasure').where('id', '=', view.id).execute()
    await server.owner
      .insertInto('passkey')
      .values(kept.map((row) => ({ ...row, counter: Number(row.counter) })))
      .execute()
    expect(await replayErasures(server.owner, told)).toBe(1)
    expect(await list()).toEqual([])
  })
})

test('a passkey can not be removed without a recent code or key', async () => {
  const desk = await atTheDesk()
  const { add, later, prove, list } = desk
  const { view, key } = await add()
  await later(10.1)
  const remove = () => desk.facilitator.mutate('passkeys.remove', { id: view.id })
  expect((await remove()).error?.code).toBe('proof_needed')
  expect(await list()).toHaveLength(1)
  expect(await prove(key)).toBeUndefined()
  expect((await remove()).error).toBeUndefined()
})

describe('a passkey can not be added', () => {
  test('without a recent code, also where it was asked for in time', async () => {
    const it = await atTheDesk()
    const { data } = await it.facilitator.mutate('passkeys.askToAdd')
    await it.later(4)
    await it.later(4)
    await it.later(2.1)
    const answer = new SoftwareKey(server.url).create(data)
    expect((await it.facilitator.mutate('passkeys.add', { name: 'x', answer })).error?.code).toBe('proof_needed')
    expect((await it.add()).code).toBe('proof_needed')
  })

  test('by who does not facilitate, who is nobody here, or came by a partner’s word', async () => {
    const { seed, email, stranger, addAs } = await atTheDesk()
    expect((await addAs(await signIn(server, seed.slug, email('member')))).code).toBe('forbidden')
    expect((await addAs(stranger)).code).toBe('unauthorized')
    const { id: site } = await server.owner
      .selectFrom('site')
      .select('id')
      .where('name', '=', 'Site B')
      .limit(1)
      .where('community_id', '=', (row) => row.selectFrom('community').select('id').where('slug', '=', seed.slug))
      .executeTakeFirstOrThrow()
    const framed = await signIn(server, seed.slug, email('facilitator'), { site })
    await server.owner.updateTable('session').set({ by_site: true }).where('site_id', '=', site).execute()
    expect((await addAs(framed)).code).toBe('forbidden')
  })

  test('from another page, for another host, inside another’s frame, unchecked, or with certificates', async () => {
    const { add, list } = await atTheDesk()
    // { x5c: [] }
    const certified = { fmt: 'packed', attStmt: Buffer.from([0xa1, 0x63, 0x78, 0x35, 0x63, 0x80]) }
    const wrongs: Wrongs[] = [
      { origin: 'https://cercle.example' },
      { rpId: 'cercle.example' },
      { crossOrigin: true },
      { unverified: true },
      { attestation: certified },
    ]
    for (const wrong of wrongs) expect((await add(wrong)).code).toBe('invalid')
    expect(await list()).toEqual([])
  })

  test('twice, late, with a challenge of another purpose, or that of another', async () => {
    const { seed, add, facilitator, stranger, list } = await atTheDesk()
    const post = async (answer: unknown) => (await facilitator.mutate('passkeys.add', { name: 'x', answer })).error?.code
    const { key, answer } = await add()
    expect(await post(answer)).toBe('invalid')
    const { data: creation } = await facilitator.mutate('passkeys.askToAdd')
    const { challenge } = (await stranger.mutate('passkeys.askToSignIn')).data
    expect(await post(new SoftwareKey(server.url).create({ ...creation, challenge }))).toBe('invalid')
    await server.owner.updateTable('member').set({ facilitates: true }).where('name', '=', 'Kim').execute()
    const kim = await signIn(server, seed.slug, `other@${seed.slug}.example`)
    expect(await post(new SoftwareKey(server.url).create((await kim.mutate('passkeys.askToAdd')).data))).toBe('invalid')
    expect((await add({}, key)).code).toBe('conflict')
    server.clock.advance(5 * MINUTE)
    expect(await post(new SoftwareKey(server.url).create(creation))).toBe('invalid')
    expect(await list()).toHaveLength(1)
  })
})

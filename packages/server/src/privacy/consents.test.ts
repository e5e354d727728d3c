import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askToJoin } from '../../test/asking-to-join.ts'
import { caller, signIn, type Caller } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import type { Consents } from './consents.schema.ts'
import { erasuresAfter, replayErasures } from './erasures.service.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

async function makeCommunity(change: object = {}) {
  const seed = communitySeed(change)
  await server.server.seed(seed)
  const address = (key: string) => `${key}@${seed.slug}.example`
  return { seed, address, enter: (key: string) => signIn(server, seed.slug, address(key)) }
}
const consents = async (person: Caller): Promise<Consents> => (await person.query('privacy.consents')).data
const set = (person: Caller, kind: string, given: boolean) => person.mutate('privacy.setConsent', { kind, given, words: 1 })
const rowsOf = async (person: Caller) => {
  const { memberId } = (await person.query('communities.current')).data.viewer
  return server.owner.selectFrom('consent').selectAll().where('member_id', '=', memberId).orderBy('given_at').execute()
}

describe('what a member accepts', () => {
  test('is nothing until she says so, each by itself, dated, and hers to take back', async () => {
    const { enter } = await makeCommunity()
    const member = await enter('member')
    const never = { given: false, givenAt: null, withdrawnAt: null }
    const none = ['named', 'accompany', 'help_facts'].map((kind) => ({ kind, ...never }))
    expect(await consents(member)).toEqual({ items: none, help: null })
    const before = server.clock.now()
    const { items, help }: Consents = (await set(member, 'named', true)).data
    const given = items[0]!
    expect(given).toEqual({ kind: 'named', given: true, givenAt: expect.any(String), withdrawnAt: null })
    expect(Date.parse(given.givenAt!)).toBeGreaterThanOrEqual(before)
    expect([items.slice(1), help]).toEqual([none.slice(1), null])
    server.clock.advance(60_000)
    // the same again is no other
    expect((await set(member, 'named', true)).data.items[0]).toEqual(given)
    const [back] = (await set(member, 'named', false)).data.items
    expect(back).toEqual({ ...given, given: false, withdrawnAt: expect.any(String) })
    expect((await set(member, 'named', false)).data.items[0]).toEqual(back)
    server.clock.advance(60_000)
    await set(member, 'named', true)
    expect(await rowsOf(member), 'all of it is kept').toMatchObject([
      { words: 1, withdrawn_at: new Date(back.withdrawnAt) },
      { words: 1, withdrawn_at: null },
    ])
  })

  test('can not be asked or said by a stranger or a pending person, nor in words that nobody wrote yet', async () => {
    const { seed, enter } = await makeCommunity()
    const facts = { equipment: {}, ease: null, phone: null }
    for (const [person, code] of [
      [caller(server.url, seed.slug), 'unauthorized'],
      [await enter('pending'), 'forbidden'],
    ] as const) {
      expect((await person.query('privacy.consents')).error?.code).toBe(code)
      expect((await set(person, 'named', true)).error?.code).toBe(code)
      expect((await person.mutate('privacy.sayHelp', facts)).error?.code).toBe(code)
    }
    const input = { kind: 'named', given: true, words: 2 }
    expect((await (await enter('member')).mutate('privacy.setConsent', input)).error?.code).toBe('invalid')
  })

  test('is no part of a charter: it is hers before she signs', async () => {
    const charters = [{ text: 'Ce qui se dit ici reste ici.', minutesAgo: 5, signedBy: ['facilitator'] }]
    const { enter } = await makeCommunity({ charters })
    expect((await set(await enter('member'), 'named', true)).data.items[0].given).toBe(true)
  })
})

describe('to be named to who comes in', () => {
  const named = async (person: Caller) => (await person.query('members.welcome')).data.named

  test('says first names of those who agreed, how many others there are, and nothing once it is taken back', async () => {
    const { enter, seed } = await makeCommunity()
    await server.owner.updateTable('member').set({ name: 'Kim Roy' }).where('name', '=', 'Kim').execute()
    const [member, other, restricted] = [await enter('member'), await enter('other'), await enter('restricted')]
    expect(await named(member)).toBe(null)
    await set(other, 'named', true)
    const here = seed.members.filter(({ status = 'active', organisation }) => status === 'active' && organisation !== 'closed')
    expect(await named(member)).toEqual({ names: ['Kim'], others: here.length - 2 })
    expect(await named(other), 'not to herself').toBe(null)
    server.clock.advance(1000)
    await set(restricted, 'named', true)
    expect(await named(member)).toEqual({ names: ['Kim', 'Josée'], others: here.length - 3 })
    await set(other, 'named', false)
    expect(await named(member)).toEqual({ names: ['Josée'], others: here.length - 2 })
    await (await enter('facilitator')).mutate('members.stand', await suspended(restricted))
    expect(await named(member)).toBe(null)
  })

  test('can not name three whom the viewer shares no space with, nor who has not signed', async () => {
    const spaces = [{ slug: 'laval', name: 'Groupe', level: 'restricted' as const, groups: ['laval'] }]
    const apart = await makeCommunity({ spaces })
    await set(await apart.enter('restricted'), 'named', true)
    expect(await named(await apart.enter('member'))).toBe(null)
    expect(await named(await apart.enter('facilitator'))).toMatchObject({ names: ['Josée'] })
    const charters = [{ text: 'Ce qui se dit ici reste ici.', minutesAgo: 5, signedBy: ['member'] }]
    const closed = await makeCommunity({ charters })
    await set(await closed.enter('other'), 'named', true)
    expect(await named(await closed.enter('member'))).toBe(null)
  })
})

async function suspended(person: Caller) {
  const { memberId } = (await person.query('communities.current')).data.viewer
  return { member: memberId, standing: 'suspended' }
}

test('to be offered a hand: who facilitates finds those who agreed, and nothing of who did not', async () => {
  const { enter } = await makeCommunity()
  const [member, facilitator] = [await enter('member'), await enter('facilitator')]
  const quiet = async () =>
    (await facilitator.query('members.people', { only: 'quiet' })).data.items.map(({ name }: { name: string }) => name)
  const all = async () => JSON.stringify((await facilitator.query('members.people', {})).data)
  expect(await quiet()).toEqual([])
  const before = await all()
  await set(member, 'accompany', true)
  expect(await quiet()).toEqual(['Fatou'])
  expect(await all()).toBe(before)
  await set(member, 'accompany', false)
  expect(await quiet()).toEqual([])
})

describe('what helps her take part', () => {
  const facts = { equipment: { computer: 'no' }, ease: 'call', phone: '555 0100' }

  async function joined() {
    const { seed, address, enter } = await makeCommunity()
    const facilitator = await enter('facilitator')
    await askToJoin(server, seed.slug, address('nour'), facts)
    const request = async () => (await facilitator.query('joining.requests', { state: 'decided' })).data.items[0]
    const { id } = (await facilitator.query('joining.requests', {})).data.items[0]
    expect((await facilitator.mutate('joining.decide', { id, decision: 'approve' })).error).toBeUndefined()
    const nour = await enter('nour')
    const { memberId } = (await nour.query('communities.current')).data.viewer
    const card = async () => (await facilitator.query('members.people', { member: memberId })).data.items[0].help
    return { id, nour, facilitator, request, card, enter }
  }

  test('comes along from where she asked to come in, is shown at the desk, and goes everywhere at once', async () => {
    const { id, nour, request, card } = await joined()
    expect(await card()).toEqual(facts)
    const { items, help } = await consents(nour)
    expect(items[2]).toMatchObject({ kind: 'help_facts', given: true })
    expect(help).toEqual(facts)
    expect((await set(nour, 'help_facts', false)).data.help).toBe(null)
    expect(await card()).toBe(null)
    expect(await request()).toMatchObject({ equipment: {}, ease: null, phone: null })
    const { erasures } = await erasuresAfter(server.owner, '0')
    expect(erasures.at(-1)).toMatchObject({ kind: 'consent', id })
  })

  test('is said again once she accepts again, and can not be said without', async () => {
    const { nour, card, enter } = await joined()
    await set(nour, 'help_facts', false)
    const other = { equipment: { microphone: 'yes' }, ease: 'easy', phone: null }
    expect((await nour.mutate('privacy.sayHelp', other)).error?.code).toBe('conflict')
    await set(nour, 'help_facts', true)
    expect((await nour.mutate('privacy.sayHelp', { ...other, ease: 'call' })).error?.code).toBe('invalid')
    expect((await nour.mutate('privacy.sayHelp', other)).data.help).toEqual(other)
    expect(await card()).toEqual(other)
    expect((await (await enter('member')).query('members.people', {})).error?.code).toBe('forbidden')
  })

  const stand = async (person: Caller, facilitator: Caller) => {
    const { memberId: member } = (await person.query('communities.current')).data.viewer
    return async (standing: string) => (await facilitator.mutate('members.stand', { member, standing })).error
  }

  test('goes when she is removed, as if she had taken it back, and stays while she is suspended', async () => {
    const { id, nour, facilitator, request, card, enter } = await joined()
    await set(nour, 'named', true)
    const put = await stand(nour, facilitator)
    const listed = async () => (await erasuresAfter(server.owner, '0')).erasures.filter((one) => one.id === id)
    expect(await put('suspended')).toBeUndefined()
    expect(await card()).toEqual(facts)
    expect(await request()).toMatchObject(facts)
    expect(await put('active')).toBeUndefined()
    expect((await consents(await enter('nour'))).help).toEqual(facts)
    expect(await listed()).toEqual([])
    expect(await put('removed')).toBeUndefined()
    expect(await card()).toBe(null)
    expect(await request()).toMatchObject({ equipment: {}, ease: null, phone: null })
    expect(await listed()).toMatchObject([{ kind: 'consent', id }])
    // who comes back says it again, if she likes; the rest of what she accepted is as she left it
    expect(await put('active')).toBeUndefined()
    const { items, help } = await consents(await enter('nour'))
    expect([items[0], items[2], help]).toMatchObject([{ given: true }, { given: false, withdrawnAt: expect.any(String) }, null])
  })

  test('can not come back with a database from before she was removed', async () => {
    const { nour, facilitator, card } = await joined()
    const { memberId } = (await nour.query('communities.current')).data.viewer
    const rows = () => server.owner.selectFrom('member_help').selectAll().where('member_id', '=', memberId).execute()
    const held = () => server.owner.selectFrom('consent').selectAll().where('member_id', '=', memberId).executeTakeFirstOrThrow()
    const [before, consent] = [await rows(), await held()]
    await (
      await stand(nour, facilitator)
    )('removed')
    const gone = (await erasuresAfter(server.owner, '0')).erasures.filter(({ id }) => id === consent.id)
    // as the older database has it: she is in, it is kept, and nothing is said of its end
    await server.owner.deleteFrom('erasure').where('id', '=', consent.id).execute()
    await server.owner.updateTable('member').set({ status: 'active' }).where('id', '=', memberId).execute()
    await server.owner.updateTable('consent').set({ withdrawn_at: null }).where('id', '=', consent.id).execute()
    const [{ equipment, ...row }] = before as [(typeof before)[0]]
    await server.owner
      .insertInto('member_help')
      .values({ ...row, equipment: JSON.stringify(equipment) })
      .execute()
    expect(await card()).toEqual(facts)
    expect(await replayErasures(server.owner, gone)).toBe(1)
    expect(await card()).toBe(null)
    expect(await rows()).toEqual([])
  })

  test('does not come back with a database from before', async () => {
    const { id, nour, request, card } = await joined()
    const { communityId } = (await server.owner
      .selectFrom('consent')
      .select('community_id as communityId')
      .where('id', '=', id)
      .executeTakeFirst())!
    const gone = { communityId, kind: 'consent' as const, id, at: new Date(server.clock.now()) }
    expect(await replayErasures(server.owner, [gone])).toBe(1)
    expect(await card()).toBe(null)
    expect(await request()).toMatchObject({ equipment: {}, ease: null, phone: null })
    expect((await consents(nour)).items[2]).toMatchObject({ given: false, withdrawnAt: gone.at.toISOString() })
    expect(await replayErasures(server.owner, [gone])).toBe(0)
  })
})

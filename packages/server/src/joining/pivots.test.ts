import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nextMail, tokenIn } from '../../test/asking-to-join.ts'
import { caller, signIn, type Caller } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

const newOnes = [
  { key: 'outaouais', name: 'Outaouais', kind: 'region', fact: 'Outaouais' },
  { key: 'lieu', name: 'Équipe de Lumen', kind: 'workplace', organisation: 'lumen' },
  { key: 'milieu', name: 'Hébergement', kind: 'sector', fact: 'hébergement' },
  { key: 'rive', name: 'Rive-Sud', kind: 'region' },
  { key: 'cachee', name: 'Cachée', kind: 'region', hidden: true },
  { key: 'autres', name: 'Autres', kind: 'social' },
  { key: 'siens', name: 'Les siens', kind: 'social' },
] as const

/** A community with groups of every kind; Fatou is of the hidden group and of one of her own, and a pivot of `pivotOf`. */
async function makeCommunity(pivotOf: (typeof newOnes)[number]['key'] = 'outaouais') {
  const seed = communitySeed()
  seed.groups = [...seed.groups, ...newOnes.map((group) => ({ ...group }))]
  if (!seed.organisations.some(({ key }) => key === 'lumen')) seed.organisations.push({ key: 'lumen', name: 'Maison Lumen' })
  const fatou = seed.members.find(({ key }) => key === 'member')!
  Object.assign(fatou, { pivotOf, groups: [...(fatou.groups ?? []), 'siens'] })
  await server.server.seed(seed)
  const address = (key: string) => `${key}@${seed.slug}.example`
  const [facilitator, pivot] = [
    await signIn(server, seed.slug, address('facilitator')),
    await signIn(server, seed.slug, address('member')),
  ]
  const { id: communityId } = await server.owner
    .selectFrom('community')
    .select('id')
    .where('slug', '=', seed.slug)
    .executeTakeFirstOrThrow()
  const rows = await server.owner.selectFrom('group').select(['id', 'name']).where('community_id', '=', communityId).execute()
  const group = (key: (typeof newOnes)[number]['key']) =>
    rows.find(({ name }) => name === newOnes.find((one) => one.key === key)!.name)!.id
  const memberOf = async (key: string) =>
    (
      await server.owner
        .selectFrom('member as m')
        .innerJoin('person as p', 'p.id', 'm.person_id')
        .select('m.id')
        .where('p.email', '=', address(key))
        .executeTakeFirstOrThrow()
    ).id
  return { slug: seed.slug, address, facilitator, pivot, group, memberOf, stranger: caller(server.url, seed.slug) }
}
const invite = (person: Caller, change: object = {}) => person.mutate('pivots.invite', { id: uuidv7(Date.now()), ...change })
const groupsOf = async (person: Caller): Promise<string[]> =>
  (await person.query('groups.list')).data.items.flatMap(({ name, mine }: { name: string; mine: boolean }) =>
    mine ? [name] : [],
  )

describe('a pivot', () => {
  test.each([
    ['outaouais', 'Outaouais'],
    ['lieu', 'Équipe de Lumen'],
    ['milieu', 'Hébergement'],
    ['rive', 'Rive-Sud'],
  ] as const)('brings a person into %s by a link, once, and sees counts', async (key, name) => {
    const { slug, address, pivot, stranger, group } = await makeCommunity(key)
    expect((await pivot.query('communities.current')).data.viewer.pivot).toBe(name)
    const { data } = await invite(pivot, { groups: [group('siens')] })
    expect(data.invitation).toMatchObject({ by: 'Fatou', status: 'open', groups: ['Les siens'] })
    expect((await pivot.query('pivots.own')).data).toEqual({ group: { id: group(key), name }, open: 1, accepted: 0 })
    const { token } = data
    expect((await stranger.mutate('joining.accept', { token, name: 'Nadia', email: address('nadia') })).data).toEqual({
      done: true,
    })
    expect((await stranger.mutate('joining.accept', { token, name: 'Nadia', email: address('n2') })).error?.code).toBe(
      'not_found',
    )
    expect(await groupsOf(await signIn(server, slug, address('nadia')))).toEqual(['Les siens', name].toSorted())
    expect((await pivot.query('pivots.own')).data).toMatchObject({ open: 0, accepted: 1 })
  })

  test('invites by mail and withdraws; the facilitator sees who invited', async () => {
    const { address, facilitator, pivot, stranger } = await makeCommunity()
    const { data } = await invite(pivot, { email: address('nadia') })
    expect(data.token).toBe(null)
    const token = tokenIn(await nextMail(server, address('nadia'), 0))
    expect((await facilitator.query('joining.invitations', {})).data.items).toMatchObject([{ by: 'Fatou', status: 'open' }])
    const { id } = data.invitation
    expect((await pivot.mutate('pivots.withdraw', { id })).data).toMatchObject({ id, status: 'withdrawn' })
    expect((await pivot.query('pivots.invitations', {})).data.items).toMatchObject([{ id, can: { withdraw: false } }])
    expect((await stranger.mutate('joining.accept', { token, name: 'Nadia' })).error?.code).toBe('not_found')
  })

  test('moves nobody who is a member already', async () => {
    const { slug, address, pivot, stranger } = await makeCommunity()
    const { token } = (await invite(pivot)).data
    await stranger.mutate('joining.accept', { token, name: 'Kim', email: address('other') })
    expect(await groupsOf(await signIn(server, slug, address('other')))).not.toContain('Outaouais')
  })

  test('is appointed at the desk, in the place of another group, and back to none', async () => {
    const { slug, address, facilitator, group, memberOf } = await makeCommunity()
    const member = await memberOf('other')
    const kim = await signIn(server, slug, address('other'))
    const badge = async () => (await facilitator.query('members.people', { member })).data.items[0].pivot
    for (const key of ['outaouais', 'rive'] as const) {
      expect((await facilitator.mutate('pivots.appoint', { member, group: group(key) })).data).toEqual({ done: true })
      expect((await badge()).id).toBe(group(key))
      expect((await kim.query('pivots.own')).data.group.id).toBe(group(key))
    }
    await facilitator.mutate('pivots.appoint', { member, group: null })
    expect(await badge()).toBe(null)
    expect((await kim.query('communities.current')).data.viewer.pivot).toBe(null)
  })

  test('can not be made one of a group of another kind, by who does not facilitate, or without a code', async () => {
    const { slug, address, facilitator, pivot, group, memberOf } = await makeCommunity()
    const member = await memberOf('other')
    const appoint = (who: Caller, input: object) => who.mutate('pivots.appoint', { member, group: group('outaouais'), ...input })
    expect((await appoint(facilitator, { group: group('autres') })).error?.code).toBe('invalid')
    expect((await appoint(facilitator, { group: group('cachee') })).error?.code).toBe('not_found')
    expect((await appoint(facilitator, { member: uuidv7(1) })).error?.code).toBe('not_found')
    expect((await appoint(pivot, {})).error?.code).toBe('forbidden')
    const late = await signIn(server, slug, address('other'))
    await server.owner.updateTable('session').set({ proved_at: null }).execute()
    expect((await appoint(facilitator, {})).error?.code).toBe('proof_needed')
    expect((await invite(pivot)).error?.code).toBe('proof_needed')
    expect((await late.query('pivots.own')).error?.code).toBe('forbidden')
  })
})

describe('who invites as a pivot', () => {
  test('can not be a member who is none, nor who facilitates', async () => {
    const { slug, address, facilitator, stranger } = await makeCommunity()
    const kim = await signIn(server, slug, address('other'))
    for (const person of [kim, facilitator]) {
      expect((await invite(person)).error?.code).toBe('forbidden')
      expect((await person.query('pivots.invitations', {})).error?.code).toBe('forbidden')
      expect((await person.query('communities.current')).data.viewer.pivot).toBe(null)
    }
    expect((await invite(stranger)).error?.code).toBe('unauthorized')
    expect((await stranger.query('communities.current')).data.viewer).toBe(null)
  })

  test('can not open a group that she is not in or a space that she does not read', async () => {
    const { pivot, group } = await makeCommunity()
    expect((await invite(pivot, { groups: [group('autres')] })).error?.fields).toEqual([
      { path: 'groups', reason: 'not_allowed' },
    ])
    expect((await invite(pivot, { groups: [group('cachee')] })).error?.code).toBe('not_found')
    expect((await invite(pivot, { spaces: ['laval'] })).error?.code).toBe('not_found')
    expect((await pivot.query('pivots.invitations', {})).data.items).toEqual([])
  })

  test('can not see or withdraw an invitation of another', async () => {
    const { facilitator, pivot, group, memberOf, slug, address } = await makeCommunity()
    await facilitator.mutate('pivots.appoint', { member: await memberOf('other'), group: group('outaouais') })
    const kim = await signIn(server, slug, address('other'))
    const hers = [
      (await invite(kim)).data.invitation.id,
      (await facilitator.mutate('joining.invite', { id: uuidv7(Date.now()) })).data.invitation.id,
    ]
    expect((await pivot.query('pivots.invitations', {})).data.items).toEqual([])
    for (const id of hers) expect((await pivot.mutate('pivots.withdraw', { id })).error?.code).toBe('not_found')
    expect((await pivot.query('pivots.own')).data).toMatchObject({ open: 0 })
    expect((await pivot.mutate('joining.withdrawInvitation', { id: hers[0] })).error?.code).toBe('forbidden')
  })

  test('can not go on once her role ended: neither she, nor who holds her link', async () => {
    const { address, facilitator, pivot, stranger, group, memberOf } = await makeCommunity()
    const links = [(await invite(pivot)).data.token, (await invite(pivot)).data.token]
    const member = await memberOf('member')
    const accept = (token: string) => stranger.mutate('joining.accept', { token, name: 'Nadia', email: address('nadia') })
    for (const other of [null, group('rive')]) {
      await facilitator.mutate('pivots.appoint', { member, group: other })
      expect((await accept(links[0])).error?.code).toBe('not_found')
    }
    await facilitator.mutate('pivots.appoint', { member, group: null })
    expect((await invite(pivot)).error?.code).toBe('forbidden')
    expect((await pivot.query('pivots.own')).error?.code).toBe('forbidden')
    await facilitator.mutate('pivots.appoint', { member, group: group('outaouais') })
    expect((await accept(links[0])).data).toEqual({ done: true })
    await facilitator.mutate('members.stand', { member, standing: 'suspended' })
    expect((await accept(links[1])).error?.code).toBe('not_found')
  })

  test('can not write to more than 20 people a day; by a link, and again for one of them, she can', async () => {
    const { slug, address, pivot } = await makeCommunity()
    const ids = Array.from({ length: 20 }, (_, index) => uuidv7(Date.now() + index))
    const mail = async (id: string, name = id) =>
      (await invite(pivot, { id, email: address(name.replaceAll('-', '')) })).error?.code as string | undefined
    for (const id of ids.slice(2)) expect(await mail(id)).toBeUndefined()
    const last = await Promise.all(
      [...ids.slice(0, 2), ...[1, 2, 3].map((one) => uuidv7(Date.now() + 50 + one))].map((id) => mail(id)),
    )
    expect(last.filter((code) => code === undefined)).toHaveLength(2)
    expect(last.filter((code) => code === 'rate_limited')).toHaveLength(3)
    expect(await mail(ids[5]!)).toBeUndefined()
    const { error } = await invite(pivot, { email: address('nadia') })
    expect(error).toMatchObject({ code: 'rate_limited' })
    expect(error!.retryAfter).toBeGreaterThan(86_000)
    expect(error!.retryAfter).toBeLessThanOrEqual(86_400)
    expect((await invite(pivot)).error).toBeUndefined()
    server.clock.advance(86_400_000)
    const later = await signIn(server, slug, address('member'))
    expect((await invite(later, { email: address('nadia') })).error).toBeUndefined()
  })

  test('can not while she came by the word of a partner’s site alone, or once her group is hidden from her', async () => {
    const { pivot, memberOf, group } = await makeCommunity()
    const member = await memberOf('member')
    const limit = (by_site: boolean) =>
      server.owner.updateTable('session').set({ by_site }).where('member_id', '=', member).execute()
    await limit(true)
    await server.owner.updateTable('session').set({ verified_until: null }).where('member_id', '=', member).execute()
    expect((await invite(pivot)).error?.code).toBe('forbidden')
    expect((await pivot.query('communities.current')).data.viewer.pivot).toBe(null)
    await limit(false)
    expect((await pivot.query('pivots.own')).status).toBe(200)
    await server.owner.updateTable('group').set({ hidden: true }).where('id', '=', group('outaouais')).execute()
    expect((await pivot.query('pivots.own')).error?.code).toBe('forbidden')
  })
})

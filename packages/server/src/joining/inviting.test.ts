import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mailsTo, nextMail, tokenIn } from '../../test/asking-to-join.ts'
import { caller, signIn, type Caller } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'

const DAY = 24 * 60 * 60 * 1000

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

async function makeCommunity() {
  const seed = communitySeed()
  await server.server.seed(seed)
  const address = (key: string) => `${key}@${seed.slug}.example`
  const facilitator = await signIn(server, seed.slug, address('facilitator'))
  return { slug: seed.slug, address, facilitator, stranger: caller(server.url, seed.slug) }
}
const invite = (person: Caller, change: object = {}) =>
  person.mutate('joining.invite', { id: uuidv7(Date.now()), spaces: ['laval'], ...change })
const spacesOf = async (person: Caller): Promise<string[]> =>
  (await person.query('spaces.list')).data.items.map(({ slug }: { slug: string }) => slug)

describe('an invitation', () => {
  test('by mail lets its holder into the chosen space, once', async () => {
    const { slug, address, facilitator, stranger } = await makeCommunity()
    const { data } = await invite(facilitator, { email: address('Nadia') })
    expect(data).toMatchObject({
      token: null,
      invitation: { email: address('nadia'), by: 'Marie', status: 'open', spaces: ['Groupe Laval'] },
    })
    const mail = await nextMail(server, address('nadia'), 0)
    const token = tokenIn(mail)
    expect(`${mail.subject} ${mail.text}`).not.toMatch(/Laval|Marie/)
    // opened by a scanner of mails as often as it likes
    for (let time = 0; time < 3; time++)
      expect((await stranger.mutate('joining.invitation', { token })).data).toEqual({
        needsEmail: false,
        expiresAt: data.invitation.expiresAt,
      })
    expect((await stranger.mutate('joining.accept', { token, name: 'Nadia', email: address('elsewhere') })).data).toEqual({
      done: true,
    })
    expect((await stranger.mutate('joining.accept', { token, name: 'Nadia' })).error?.code).toBe('not_found')
    const nadia = await signIn(server, slug, address('nadia'))
    expect(await spacesOf(nadia)).toContain('laval')
    const { items } = (await facilitator.query('joining.invitations', {})).data
    expect(items).toMatchObject([{ status: 'accepted', can: { withdraw: false } }])
    expect((await facilitator.mutate('joining.withdrawInvitation', { id: items[0].id })).error?.code).toBe('conflict')
  })

  test('by link needs an address, and opens nothing when it is accepted by many at once but for one', async () => {
    const { slug, address, facilitator, stranger } = await makeCommunity()
    const { token } = (await invite(facilitator)).data
    expect((await stranger.mutate('joining.accept', { token, name: 'Nadia' })).error?.fields).toEqual([
      { path: 'email', reason: 'required' },
    ])
    const tries = await Promise.all(
      Array.from({ length: 6 }, (_, n) => stranger.mutate('joining.accept', { token, name: 'Nadia', email: address(`n${n}`) })),
    )
    expect(tries.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404, 404, 404, 404, 404])
    const inside = await server.owner.selectFrom('person').select('email').where('email', 'like', `n_@${slug}.example`).execute()
    expect(inside).toHaveLength(1)
  })

  test('by link leaves a member the end that is still to come, and opens anew for one whose end has come', async () => {
    const { slug, address, facilitator, stranger } = await makeCommunity()
    const endOf = async () => {
      const { expires_at } = await server.owner
        .selectFrom('member as m')
        .innerJoin('person as p', 'p.id', 'm.person_id')
        .select('m.expires_at')
        .where('p.email', '=', address('other'))
        .executeTakeFirstOrThrow()
      return expires_at
    }
    const { items } = (await facilitator.query('members.people', { search: 'Kim' })).data
    const end = async (at: Date) => {
      await facilitator.mutate('members.place', { member: items[0].memberId, until: at.toISOString() })
      const { token } = (await invite(facilitator)).data
      const { data } = await stranger.mutate('joining.accept', { token, name: 'Kim', email: address('other') })
      expect(data).toEqual({ done: true })
    }
    const coming = new Date(server.clock.now() + DAY)
    await end(coming)
    expect(await endOf()).toEqual(coming)
    await end(new Date(server.clock.now() - DAY))
    expect(await endOf()).toBe(null)
    expect((await (await signIn(server, slug, address('other'))).query('spaces.list')).status).toBe(200)
  })

  test('sent again gives a new link in the place of the first, and mails nothing more', async () => {
    const { address, facilitator, stranger } = await makeCommunity()
    const id = uuidv7(Date.now())
    const [first, again] = [(await invite(facilitator, { id })).data.token, (await invite(facilitator, { id })).data.token]
    expect((await stranger.mutate('joining.invitation', { token: first })).error?.code).toBe('not_found')
    expect((await stranger.mutate('joining.invitation', { token: again })).data.needsEmail).toBe(true)
    expect((await invite(facilitator, { id, email: address('nadia') })).error?.code).toBe('conflict')
  })

  test('tells nobody whether an address was a member’s, and lets nobody back who was put out', async () => {
    const { slug, address, facilitator, stranger } = await makeCommunity()
    const texts: string[] = []
    for (const key of ['nobody', 'member', 'removed', 'suspended']) {
      const { token } = (await invite(facilitator)).data
      texts.push((await stranger.mutate('joining.accept', { token, name: 'Nadia', email: address(key) })).text)
    }
    expect(new Set(texts)).toEqual(new Set([texts[0]]))
    const rows = await server.owner
      .selectFrom('member as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .select(['p.email', 'm.status', 'm.name'])
      .where('p.email', 'like', `%@${slug}.example`)
      .execute()
    const of = (key: string) => rows.find(({ email }) => email === address(key))
    expect([of('removed')?.status, of('suspended')?.status, of('nobody')?.status]).toEqual(['removed', 'suspended', 'active'])
    expect(of('member')).toMatchObject({ status: 'active', name: 'Fatou' })
    expect(mailsTo(server, address('removed'))).toEqual([])
  })

  test('can not be used when it is withdrawn, over, or made by who facilitates no more', async () => {
    const { slug, address, facilitator, stranger } = await makeCommunity()
    const opens = async (token: string) =>
      (await stranger.mutate('joining.accept', { token, name: 'Nadia', email: address('nadia') })).status
    const withdrawn = (await invite(facilitator)).data
    expect((await facilitator.mutate('joining.withdrawInvitation', { id: withdrawn.invitation.id })).data.status).toBe(
      'withdrawn',
    )
    expect(await opens(withdrawn.token)).toBe(404)
    const [short, long] = [(await invite(facilitator, { days: 1 })).data, (await invite(facilitator, { days: 60 })).data]
    server.clock.advance(DAY)
    expect(await opens(short.token)).toBe(404)
    await server.owner
      .updateTable('member as m')
      .from('community as c')
      .set({ facilitates: false })
      .whereRef('c.id', '=', 'm.community_id')
      .where('c.slug', '=', slug)
      .execute()
    expect(await opens(long.token)).toBe(404)
  })

  test('can not be made by a member, nor into what she who makes it does not read', async () => {
    const { slug, address, facilitator } = await makeCommunity()
    const other = await makeCommunity()
    const member = await signIn(server, slug, address('member'))
    expect((await invite(member)).error?.code).toBe('forbidden')
    expect((await member.query('joining.invitations', {})).error?.code).toBe('forbidden')
    expect((await invite(facilitator, { spaces: ['nulle-part'] })).error?.code).toBe('not_found')
    expect((await invite(facilitator, { spaces: ['accueil'] })).error?.code).toBe('invalid')
    expect((await invite(facilitator, { groups: [uuidv7(1)] })).error?.code).toBe('not_found')
    const { invitation } = (await invite(other.facilitator)).data
    expect((await facilitator.mutate('joining.withdrawInvitation', { id: invitation.id })).error?.code).toBe('not_found')
  })
})

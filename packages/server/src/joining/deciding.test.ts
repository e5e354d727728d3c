import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askToJoin, mailsTo, nextMail, tokenIn } from '../../test/asking-to-join.ts'
import { caller, signIn, type Caller } from '../../test/caller.ts'
import { engine } from '../../test/database.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

async function makeCommunity() {
  const plain = communitySeed()
  const { slug } = plain
  const address = (key: string) => `${key}@${slug}.example`
  const seed = {
    ...plain,
    groups: [
      ...plain.groups,
      { key: 'comite', name: 'Comité', kind: 'committee' as const },
      { key: 'cache', name: 'Caché', hidden: true },
    ],
    members: [...plain.members, { key: 'second', name: 'Odile', email: address('second'), facilitates: true }],
  }
  await server.server.seed(seed)
  const groups = await server.owner
    .selectFrom('group as g')
    .innerJoin('community as c', 'c.id', 'g.community_id')
    .select(['g.id', 'g.name'])
    .where('c.slug', '=', slug)
    .execute()
  return {
    slug,
    address,
    stranger: caller(server.url, slug),
    facilitator: await signIn(server, slug, address('facilitator')),
    group: (name: string) => groups.find((one) => one.name === name)!.id,
  }
}
const waiting = async (facilitator: Caller, email: string) =>
  (await facilitator.query('joining.requests', {})).data.items.find((one: { email: string }) => one.email === email)
const kindsOf = async (subject: string) =>
  (
    await server.owner
      .selectFrom('activity')
      .select(['kind', 'actor_id'])
      .where('subject_id', '=', subject)
      .orderBy('id')
      .execute()
  ).map(({ kind }) => kind)
const spacesOf = async (person: Caller): Promise<string[]> =>
  (await person.query('spaces.list')).data.items.map(({ slug }: { slug: string }) => slug)

describe('A2: a request is approved', () => {
  test('into chosen groups and spaces: she enters by code, and reads there at once', async () => {
    const { slug, address, facilitator, group } = await makeCommunity()
    await askToJoin(server, slug, address('ines'))
    const { id } = await waiting(facilitator, address('ines'))
    const [{ id: organisation }] = (await facilitator.query('members.organisations')).data.items
    const before = mailsTo(server, address('ines')).length
    const decision = {
      id,
      decision: 'approve',
      organisation,
      region: 'Outaouais',
      groups: [group('Comité')],
      spaces: ['laval'],
      text: 'Bienvenue Ines !',
    }
    const { data } = await facilitator.mutate('joining.decide', decision)
    expect(data).toMatchObject({ status: 'approved', decided: { by: 'Marie' }, standing: 'active', can: { decide: false } })
    const mail = await nextMail(server, address('ines'), before)
    expect(mail.text).toContain('Bienvenue Ines !')
    const ines = await signIn(server, slug, address('ines'))
    expect(await spacesOf(ines)).toEqual(['accueil', 'entraide', 'nouvelles', 'laval'])
    expect((await ines.query('communities.current')).data.viewer).toMatchObject({
      name: 'Ines',
      organisation: 'Maison Lumen',
      facilitates: false,
    })
    expect((await ines.query('groups.list')).data.items.filter(({ mine }: { mine: boolean }) => mine)).toMatchObject([
      { name: 'Comité' },
    ])
    expect(await kindsOf(id)).toEqual(['join.asked', 'join.approved'])
    // said once more it stands; said otherwise it is too late
    expect((await facilitator.mutate('joining.decide', decision)).data.status).toBe('approved')
    expect((await facilitator.mutate('joining.decide', { id, decision: 'refuse', text: 'Non' })).error?.code).toBe('conflict')
    expect((await facilitator.query('joining.requests', {})).data.items).toEqual([])
    expect((await facilitator.query('joining.requests', { state: 'decided' })).data.items).toMatchObject([
      { id, status: 'approved' },
    ])
  })

  test('of a pending person, whose membership stands then', async () => {
    const { slug, address, facilitator } = await makeCommunity()
    await askToJoin(server, slug, address('pending'))
    const request = await waiting(facilitator, address('pending'))
    expect(request.standing).toBe('pending')
    const pending = await signIn(server, slug, address('pending'))
    expect(await spacesOf(pending)).toEqual(['accueil'])
    await facilitator.mutate('joining.decide', { id: request.id, decision: 'approve' })
    expect(await spacesOf(pending)).toEqual(['accueil', 'entraide', 'nouvelles'])
  })

  test('into a space within another: she reads both, or she would read neither', async () => {
    const { slug, address, facilitator } = await makeCommunity()
    const split = { id: uuidv7(Date.now()), space: 'laval', slug: 'nuit', name: 'La nuit', groups: [], threads: [] }
    expect((await facilitator.mutate('spaces.split', split)).status).toBe(200)
    const restricted = server.owner.updateTable('space').set({ level: 'restricted' }).where('id', '=', split.id)
    await restricted.execute()
    const { id: member_id } = await server.owner
      .selectFrom('member as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .select('m.id')
      .where('p.email', '=', address('facilitator'))
      .executeTakeFirstOrThrow()
    const { community_id } = await server.owner
      .selectFrom('space')
      .select('community_id')
      .where('id', '=', split.id)
      .executeTakeFirstOrThrow()
    await server.owner
      .insertInto('audience')
      .values({ community_id, id: uuidv7(Date.now()), space_id: split.id, group_id: null, member_id })
      .execute()
    await askToJoin(server, slug, address('ines'))
    const { id } = await waiting(facilitator, address('ines'))
    expect((await facilitator.mutate('joining.decide', { id, decision: 'approve', spaces: ['nuit'] })).status).toBe(200)
    expect(await spacesOf(await signIn(server, slug, address('ines')))).toEqual(expect.arrayContaining(['laval', 'nuit']))
  })

  test('can not be without a recent code of who decides', async () => {
    const { slug, address, facilitator } = await makeCommunity()
    await askToJoin(server, slug, address('ines'))
    const { id } = await waiting(facilitator, address('ines'))
    await server.owner.updateTable('session').set({ proved_at: null }).execute()
    expect((await facilitator.mutate('joining.decide', { id, decision: 'approve' })).error?.code).toBe('proof_needed')
    expect((await facilitator.mutate('joining.invite', { id: uuidv7(Date.now()) })).error?.code).toBe('proof_needed')
    expect((await facilitator.mutate('joining.decide', { id, decision: 'refuse', text: 'Pas cette fois.' })).status).toBe(200)
  })

  test('can not be by a member, nor into what the facilitator does not know of, nor where nobody is let in one by one', async () => {
    const { slug, address, facilitator, group } = await makeCommunity()
    await askToJoin(server, slug, address('ines'))
    const { id } = await waiting(facilitator, address('ines'))
    const decide = (person: Caller, change: object = {}) =>
      person.mutate('joining.decide', { id, decision: 'approve', ...change })
    const member = await signIn(server, slug, address('member'))
    expect((await decide(member)).error?.code).toBe('forbidden')
    expect((await decide(facilitator, { groups: [group('Caché')] })).error?.code).toBe('not_found')
    expect((await decide(facilitator, { groups: [uuidv7(1)] })).error?.code).toBe('not_found')
    expect((await decide(facilitator, { spaces: ['nulle-part'] })).error?.code).toBe('not_found')
    expect((await decide(facilitator, { spaces: ['entraide'] })).error?.fields).toEqual([
      { path: 'spaces', reason: 'not_allowed' },
    ])
    expect((await decide(facilitator, { organisation: uuidv7(1) })).error?.fields).toEqual([
      { path: 'organisation', reason: 'not_allowed' },
    ])
    const second = await signIn(server, slug, address('second'))
    expect((await decide(second, { spaces: ['laval'] })).error?.code).toBe('not_found')
    const other = await makeCommunity()
    expect((await decide(other.facilitator)).error?.code).toBe('not_found')
    expect((await waiting(facilitator, address('ines'))).status).toBe('waiting')
    const people = await server.owner.selectFrom('person').select('id').where('email', '=', address('ines')).execute()
    expect(people).toEqual([])
  })
})

describe('A2: a request is refused, or asked about', () => {
  test('kindly, in words that go by mail as they stand', async () => {
    const { slug, address, facilitator, stranger } = await makeCommunity()
    const { token } = await askToJoin(server, slug, address('ines'))
    const { id } = await waiting(facilitator, address('ines'))
    const before = mailsTo(server, address('ines')).length
    const text = 'Merci de votre intérêt.\n\nLa communauté est <b>complète</b> pour le moment.'
    expect((await facilitator.mutate('joining.decide', { id, decision: 'refuse', text })).data.status).toBe('refused')
    const mail = await nextMail(server, address('ines'), before)
    expect(mail.text).toContain('La communauté est <b>complète</b>')
    expect(mail.html).toContain('La communauté est &lt;b&gt;complète&lt;/b&gt;')
    expect((await stranger.mutate('joining.request', { token })).data).toMatchObject({
      status: 'refused',
      exchange: [{ by: 'facilitator', text }],
      can: { retract: false },
    })
    expect(await kindsOf(id)).toEqual(['join.asked', 'join.refused'])
    // she may ask again
    await askToJoin(server, slug, address('ines'))
    expect((await waiting(facilitator, address('ines'))).status).toBe('waiting')
  })

  test('and answers by the link that she has, or by the new one; who facilitates is told', async () => {
    const { slug, address, facilitator, stranger } = await makeCommunity()
    const { token } = await askToJoin(server, slug, address('ines'))
    const { id } = await waiting(facilitator, address('ines'))
    const before = mailsTo(server, address('ines')).length
    const question = { id, decision: 'askBack', text: 'Dans quelle ville ?' }
    expect((await facilitator.mutate('joining.decide', question)).data.status).toBe('asked')
    expect((await facilitator.mutate('joining.decide', question)).data.exchange).toHaveLength(1)
    const newer = tokenIn(await nextMail(server, address('ines'), before))
    expect(newer).not.toBe(token)
    for (const one of [token, newer])
      expect((await stranger.mutate('joining.request', { token: one })).data.can.answer).toBe(true)
    const told = mailsTo(server, address('facilitator')).length
    expect((await stranger.mutate('joining.answer', { token, text: 'Gatineau' })).data.status).toBe('waiting')
    expect((await stranger.mutate('joining.answer', { token: newer, text: 'Gatineau' })).data.exchange).toHaveLength(2)
    expect((await stranger.mutate('joining.answer', { token, text: 'Hull' })).error?.code).toBe('conflict')
    expect((await nextMail(server, address('facilitator'), told)).text).not.toContain('Gatineau')
    const request = await waiting(facilitator, address('ines'))
    expect(request.exchange.map(({ by, text }: { by: string; text: string }) => [by, text])).toEqual([
      ['facilitator', 'Dans quelle ville ?'],
      ['requester', 'Gatineau'],
    ])
    expect(await kindsOf(id)).toEqual(['join.asked', 'join.askedBack', 'join.answered'])
  })
})

// postgres-only: PGlite has one connection, so that nothing there happens at once
test.runIf(engine === 'postgres')(
  'of two who decide at once one does, and the other is told, forty times over',
  { timeout: 60_000 },
  async () => {
    const { slug, address, facilitator } = await makeCommunity()
    const second = await signIn(server, slug, address('second'))
    for (let round = 0; round < 40; round++) {
      const email = address(`round${round}`)
      await caller(server.url, slug).mutate('joining.ask', { id: uuidv7(Date.now()), name: 'Ines', email, reason: 'Ici' })
      const { id } = await waiting(facilitator, email)
      const both = await Promise.all([
        facilitator.mutate('joining.decide', round % 2 ? { id, decision: 'approve' } : { id, decision: 'askBack', text: 'Où ?' }),
        second.mutate('joining.decide', { id, decision: 'refuse', text: 'Pas cette fois.' }),
      ])
      const wins = both.filter(({ status }) => status === 200)
      const row = await server.owner.selectFrom('join_request').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      const members = await server.owner
        .selectFrom('member as m')
        .innerJoin('person as p', 'p.id', 'm.person_id')
        .select('m.id')
        .where('p.email', '=', email)
        .execute()
      // a question may come first and the refusal after it: both stand then, one after the other
      if (row.status === 'refused' && wins.length === 2) expect(row.exchange).toHaveLength(2)
      else expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
      expect(members).toHaveLength(row.status === 'approved' ? 1 : 0)
      expect((await kindsOf(id)).length).toBe(1 + wins.length)
    }
  },
)

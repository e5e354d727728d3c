import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { asking, askToJoin, mailsTo, nextMail, tokenIn } from '../../test/asking-to-join.ts'
import { caller, signIn } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'
import { sweepOnce } from '../jobs/sweep.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

async function makeCommunity(change: Parameters<typeof communitySeed>[0] = {}) {
  const seed = communitySeed(change)
  await server.server.seed(seed)
  const { slug } = seed
  const address = (key: string) => `${key}@${slug}.example`
  return { slug, address, stranger: caller(server.url, slug), facilitator: await signIn(server, slug, address('facilitator')) }
}
const questions = [{ label: 'Depuis quand faites-vous ce travail ?', required: true }, { label: 'Qui vous a parlé de nous ?' }]
const requestsIn = (slug: string) =>
  server.owner
    .selectFrom('join_request as r')
    .innerJoin('community as c', 'c.id', 'r.community_id')
    .selectAll('r')
    .where('c.slug', '=', slug)
    .execute()

describe('asking to come in', () => {
  test('R64 R24 R25: what she wrote reaches the desk, and only it', async () => {
    const { slug, stranger, facilitator, address } = await makeCommunity({ questions })
    const form = (await stranger.query('joining.form')).data
    expect(form.questions.map(({ label, required }: { label: string; required: boolean }) => [label, required])).toEqual([
      [questions[0]!.label, true],
      [questions[1]!.label, false],
    ])
    const said = {
      organisation: 'Maison Lumen',
      role: 'Intervenante',
      region: 'Outaouais',
      answers: [{ question: form.questions[0].id, answer: 'Trois ans' }],
      equipment: { computer: 'yes', camera: 'no', connection: 'unsure' },
      ease: 'call',
      phone: '819 555-0142',
    }
    const { outcome, input } = await askToJoin(server, slug, address('ines'), said)
    expect(outcome.data).toEqual({ done: true })
    const { items } = (await facilitator.query('joining.requests', {})).data
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      id: expect.any(String),
      name: 'Ines',
      email: address('ines'),
      organisation: 'Maison Lumen',
      role: 'Intervenante',
      region: 'Outaouais',
      reason: input.reason,
      answers: [{ question: questions[0]!.label, answer: 'Trois ans' }],
      equipment: said.equipment,
      ease: 'call',
      phone: '819 555-0142',
      status: 'waiting',
      standing: null,
      decided: null,
      can: { decide: true },
    })
    expect((await facilitator.query('joining.requests', { call: true })).data.items).toHaveLength(1)
    for (const key of ['member', 'pending']) {
      const person = await signIn(server, slug, address(key))
      expect((await person.query('joining.requests', {})).error?.code).toBe('forbidden')
    }
    expect((await stranger.query('joining.requests', {})).error?.code).toBe('unauthorized')
  })

  test('A1: the answer is one, byte by byte, for a member, for who has asked already and for anybody else; the mail tells', async () => {
    const { slug, address, stranger } = await makeCommunity()
    await askToJoin(server, slug, address('asked'))
    const texts: string[] = []
    for (const key of ['member', 'asked', 'nobody', 'suspended']) {
      const before = mailsTo(server, address(key)).length
      const { text, status } = await stranger.mutate('joining.ask', asking(address(key)))
      texts.push(`${status} ${text}`)
      await nextMail(server, address(key), before)
    }
    expect(new Set(texts).size).toBe(1)
    const newest = (key: string) => mailsTo(server, address(key))[0]!
    expect(newest('member').subject).toBe('Vous pouvez entrer')
    expect(newest('asked').subject).toBe('Votre demande est déjà là')
    expect(newest('nobody').subject).toBe('Votre demande est reçue')
    expect([tokenIn(newest('member')), tokenIn(newest('asked'))]).toEqual(['', ''])
    // of a member nothing is written down, of who has asked nothing more
    expect((await requestsIn(slug)).map(({ email }) => email).toSorted()).toEqual([
      address('asked'),
      address('nobody'),
      address('suspended'),
    ])
  })

  test('asks the database the same for a member as for who has asked already', async () => {
    const { slug, address } = await makeCommunity()
    await askToJoin(server, slug, address('asked'))
    const spy = vi.spyOn(pg.Client.prototype, 'query')
    const textOf = (query: unknown) => (typeof query === 'string' ? query : (query as { text: string }).text)
    const statementsOf = async (email: string) => {
      spy.mockClear()
      await caller(server.url, slug).mutate('joining.ask', asking(email))
      const { calls, contexts } = spy.mock
      const opening = calls.findIndex(([query]: unknown[]) => (query as { name?: string }).name === 'become_auth')
      const texts = calls.flatMap(([query]: unknown[], n) =>
        n >= opening && contexts[n] === contexts[opening] ? [textOf(query)] : [],
      )
      return texts.slice(0, texts.indexOf('commit') + 1)
    }
    const [member, asked] = [await statementsOf(address('member')), await statementsOf(address('asked'))]
    const fresh = await statementsOf(address('fresh'))
    spy.mockRestore()
    expect(member.some((text) => text.includes('insert into join_request'))).toBe(true)
    expect(asked).toEqual(member)
    // one who is told of to the desk, by one more mail in the queue, once an hour at most
    expect(fresh.slice(0, member.length - 1)).toEqual(member.slice(0, -1))
  })

  test('sent again asks once; the same person asks once at a time', async () => {
    const { slug, address, stranger } = await makeCommunity()
    const { input } = await askToJoin(server, slug, address('ines'))
    expect((await stranger.mutate('joining.ask', input)).data).toEqual({ done: true })
    await Promise.all(Array.from({ length: 5 }, () => stranger.mutate('joining.ask', asking(address('twice')))))
    expect((await requestsIn(slug)).map(({ email }) => email).toSorted()).toEqual([address('ines'), address('twice')])
  })

  test('can not leave out what the community wants to know, nor answer what it does not ask', async () => {
    const { stranger, address } = await makeCommunity({ questions })
    const { questions: asked } = (await stranger.query('joining.form')).data
    const fieldsOf = async (change: object) => (await stranger.mutate('joining.ask', asking(address('x'), change))).error?.fields
    expect(await fieldsOf({})).toEqual([{ path: `answers.${asked[0].id}`, reason: 'required' }])
    expect(await fieldsOf({ answers: [{ question: uuidv7(1), answer: 'Oui' }] })).toEqual([
      { path: 'answers', reason: 'not_allowed' },
    ])
    expect(await fieldsOf({ ease: 'call' })).toEqual([{ path: 'phone', reason: 'required' }])
    expect(await fieldsOf({ reason: ' ' })).toEqual([{ path: 'reason', reason: 'required' }])
    expect(await fieldsOf({ email: 'ines@lumen' })).toMatchObject([{ path: 'email' }])
  })

  test('A2: who facilitates is told once an hour, and nobody whose request came meanwhile is forgotten', async () => {
    const { slug, address } = await makeCommunity()
    const desk = () => mailsTo(server, address('facilitator')).filter(({ subject }) => subject === 'Une demande vous attend')
    await askToJoin(server, slug, address('first'))
    await vi.waitFor(() => expect(desk()).toHaveLength(1), { timeout: 10_000 })
    await askToJoin(server, slug, address('second'))
    await askToJoin(server, slug, address('third'))
    const due = (await requestsIn(slug)).map(({ told_at }) => told_at).filter((at) => at !== null)
    expect(due.map((at) => at.getTime() - due[0]!.getTime())).toEqual([0, HOUR])
    expect(desk()).toHaveLength(1)
    server.clock.advance(HOUR)
    await vi.waitFor(() => expect(desk()).toHaveLength(2), { timeout: 10_000 })
    expect(desk()[0]!.text).toContain(`/c/${slug}/desk#requests`)
    expect(desk()[0]!.text).not.toMatch(/Ines|seule|first|second/)
  })
})

describe('the link in the mail', () => {
  test('shows her own request, without a name of anybody; only its hash is stored', async () => {
    const { slug, address, stranger } = await makeCommunity()
    const { token } = await askToJoin(server, slug, address('ines'))
    expect((await stranger.mutate('joining.request', { token })).data).toEqual({
      name: 'Ines',
      status: 'waiting',
      ease: null,
      askedAt: expect.any(String),
      exchange: [],
      can: { answer: false, retract: true },
    })
    const [row] = await requestsIn(slug)
    expect(row!.token_hash.equals(createHash('sha256').update(token).digest())).toBe(true)
    expect(JSON.stringify(row)).not.toContain(token)
  })

  test('can not be guessed, used in another community, or used when it is over', async () => {
    const { slug, address, stranger } = await makeCommunity()
    const other = await makeCommunity()
    const { token } = await askToJoin(server, slug, address('ines'))
    const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'E' : 'A'}`
    const refusals = [
      await stranger.mutate('joining.request', { token: wrong }),
      await other.stranger.mutate('joining.request', { token }),
      await stranger
        .mutate('joining.answer', { token: wrong, text: 'Oui' })
        .then((one) => ({ ...one, text: one.text.replace('answer', 'request') })),
    ]
    expect(refusals.map(({ error }) => error?.code)).toEqual(['not_found', 'not_found', 'not_found'])
    expect(new Set(refusals.map(({ text }) => text)).size).toBe(1)
    expect((await stranger.mutate('joining.answer', { token, text: 'Oui' })).error?.code).toBe('conflict')
    server.clock.advance(180 * DAY)
    expect((await stranger.mutate('joining.request', { token })).error?.code).toBe('not_found')
  })

  test('is over when the request is erased: 180 days after it was decided, or asked; an invitation 90 days after its last', async () => {
    const { slug, address, facilitator } = await makeCommunity()
    const other = await makeCommunity()
    await askToJoin(server, slug, address('ines'))
    const [request] = (await facilitator.query('joining.requests', {})).data.items
    await facilitator.mutate('joining.decide', { id: request.id, decision: 'refuse', text: 'Pas cette fois.' })
    await facilitator.mutate('joining.invite', { id: uuidv7(Date.now()), days: 1 })
    const left = async () => [
      (await requestsIn(slug)).length,
      (await server.owner.selectFrom('invitation').select('id').execute()).length,
      (await requestsIn(other.slug)).length,
    ]
    server.clock.advance(90 * DAY)
    await askToJoin(server, other.slug, other.address('nadia'))
    await sweepOnce(server.database.pool, server.clock)
    expect(await left()).toEqual([1, 1, 1])
    server.clock.advance(2 * DAY)
    await sweepOnce(server.database.pool, server.clock)
    expect(await left()).toEqual([1, 0, 1])
    server.clock.advance(89 * DAY)
    await sweepOnce(server.database.pool, server.clock)
    expect(await left()).toEqual([0, 0, 1])
  })

  test('takes the request back, and nothing of it is kept', async () => {
    const { slug, address, stranger } = await makeCommunity()
    const { token } = await askToJoin(server, slug, address('ines'))
    expect((await stranger.mutate('joining.retract', { token })).data).toEqual({ done: true })
    expect(await requestsIn(slug)).toEqual([])
    expect((await stranger.mutate('joining.request', { token })).error?.code).toBe('not_found')
  })
})

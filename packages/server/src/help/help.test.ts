import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { caller, signIn, type Caller } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import type { CommunitySeed } from '../communities/community-seed.ts'
import { uuidv7 } from '../ids.ts'
import { sweepOnce } from '../jobs/sweep.ts'
import type { HelpRequestView, HelpView } from './help.schema.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
let server: TestServer
let seed: CommunitySeed
let people: Record<'member' | 'other' | 'facilitator' | 'pending', Caller>
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

const enter = (key: string) => signIn(server, seed.slug, `${key}@${seed.slug}.example`)
beforeEach(async () => {
  seed = communitySeed()
  seed.members.push({ key: 'second', name: 'Sophie', email: `second@${seed.slug}.example`, facilitates: true })
  seed.members[0]!.availability = 'Le mardi'
  await server.server.seed(seed)
  people = {
    member: await enter('member'),
    other: await enter('other'),
    facilitator: await enter('facilitator'),
    pending: await enter('pending'),
  }
})

const fresh = () => uuidv7(server.clock.now())
const own = async (who: Caller): Promise<{ readers: object[]; facilitates: boolean; items: HelpView[] }> =>
  (await who.query('help.own')).data
const atDesk = async (state = 'waiting'): Promise<HelpRequestView[]> =>
  (await people.facilitator.query('help.requests', { state })).data.items
async function ask(who: Caller, more: object = {}): Promise<string> {
  const id = fresh()
  expect((await who.mutate('help.ask', { id, text: 'Je ne trouve pas la charte', ...more })).data).toEqual({ done: true })
  return id
}
async function answer(help: string, text = 'Elle est dans votre compte.'): Promise<HelpRequestView> {
  const { data, error } = await people.facilitator.mutate('help.answer', { id: fresh(), help, text })
  expect(error).toBeUndefined()
  return data
}
const mailsTo = (key: string, subject: string) =>
  server.mails.filter((mail) => mail.to === `${key}@${seed.slug}.example` && mail.subject === subject)

describe('a call for help', () => {
  test('names who will read it, when they can be reached, and lies with her and with them', async () => {
    expect(await own(people.member)).toEqual({
      readers: [
        { name: 'Marie', availability: 'Le mardi' },
        { name: 'Sophie', availability: null },
      ],
      facilitates: false,
      items: [],
    })
    expect(await own(people.facilitator)).toMatchObject({ readers: [{ name: 'Sophie' }], facilitates: true })
    const id = await ask(people.member, { place: 'Les discussions', call: true, phone: '819 555-0142' })
    const asked = { id, text: 'Je ne trouve pas la charte', place: 'Les discussions', call: true, phone: '819 555-0142' }
    expect((await own(people.member)).items).toMatchObject([{ ...asked, state: 'waiting', unseen: false, turns: [] }])
    expect(await atDesk()).toMatchObject([{ ...asked, name: 'Fatou', organisation: 'Maison Lumen', pending: false }])
  })

  test('of who waits to come in names nobody to her, and reaches the desk', async () => {
    const id = await ask(people.pending)
    await answer(id)
    expect(await own(people.pending)).toMatchObject({
      readers: [],
      items: [{ id, state: 'answered', turns: [{ by: 'facilitator', name: null, text: 'Elle est dans votre compte.' }] }],
    })
    expect(await atDesk('answered')).toMatchObject([{ id, name: 'Ines', pending: true }])
  })

  test('asks once, however often it is sent; the same id for something else is a conflict', async () => {
    const input = { id: fresh(), text: 'Ça ne marche pas' }
    for (let turn = 0; turn < 3; turn++) expect((await people.member.mutate('help.ask', input)).status).toBe(200)
    expect(await atDesk()).toHaveLength(1)
    expect((await people.member.mutate('help.ask', { ...input, text: 'Autre chose' })).error?.code).toBe('conflict')
    expect((await people.other.mutate('help.ask', input)).error?.code).toBe('conflict')
  })

  test('is answered once, and told among what concerns her until she has looked', async () => {
    const help = await ask(people.member)
    const word = { id: fresh(), help, text: 'Elle est dans votre compte.' }
    for (let turn = 0; turn < 2; turn++) {
      const { data } = await people.facilitator.mutate('help.answer', word)
      expect(data).toMatchObject({ state: 'answered', turns: [{ by: 'facilitator', name: 'Marie', text: word.text }] })
    }
    expect((await people.facilitator.mutate('help.answer', { ...word, text: 'x' })).error?.code).toBe('conflict')
    expect((await own(people.member)).items).toMatchObject([{ unseen: true, state: 'answered' }])
    const notices = async () => (await people.member.query('notifications.list', {})).data.items
    expect(await notices()).toMatchObject([{ kind: 'help', help, read: false, count: 1 }])
    expect((await people.other.query('notifications.list', {})).data.items).toEqual([])
    expect((await people.member.mutate('help.see', { id: help })).status).toBe(200)
    expect((await own(people.member)).items).toMatchObject([{ unseen: false }])
    expect(await notices()).toMatchObject([{ kind: 'help', read: true }])
  })

  test('goes on: a word of hers waits again, also once it was settled', async () => {
    const help = await ask(people.member)
    await answer(help)
    const settle = (settled: boolean) => people.facilitator.mutate('help.settle', { id: help, settled })
    expect((await settle(true)).data.state).toBe('settled')
    expect((await settle(false)).data.state).toBe('answered')
    await settle(true)
    const { data } = await people.member.mutate('help.add', { id: fresh(), help, text: 'Je ne la vois pas.' })
    expect(data).toMatchObject({ state: 'waiting', turns: [{ by: 'facilitator' }, { by: 'asker', name: null }] })
    expect(await atDesk()).toHaveLength(1)
  })

  test('is erased by her with all that was answered, and by nobody else', async () => {
    const help = await ask(people.member)
    await answer(help)
    for (const who of [people.other, people.facilitator, people.pending])
      expect((await who.mutate('help.erase', { id: help })).error?.code).toBe('not_found')
    expect((await people.member.mutate('help.erase', { id: help })).data).toEqual({ done: true })
    expect(await own(people.member)).toMatchObject({ items: [] })
    expect(await server.owner.selectFrom('help_turn').selectAll().where('help_id', '=', help).execute()).toEqual([])
    expect((await people.member.query('notifications.list', {})).data.items).toEqual([])
    const erased = server.owner.selectFrom('erasure').select('kind').where('id', '=', help)
    expect(await erased.execute()).toEqual([{ kind: 'help' }])
  })
})

describe('a call for help can not', () => {
  test('be read, answered or added to by another member, a stranger or a facilitator elsewhere', async () => {
    const help = await ask(people.member)
    expect((await own(people.other)).items).toEqual([])
    const stranger = caller(server.url, seed.slug)
    const word = { id: fresh(), help, text: 'x' }
    for (const path of ['help.add', 'help.see', 'help.erase']) {
      expect((await people.other.mutate(path, { ...word, ...(path !== 'help.add' && { id: help }) })).error?.code).toBe(
        'not_found',
      )
      expect((await stranger.mutate(path, word)).error?.code).toBe('unauthorized')
    }
    expect((await stranger.query('help.own')).error?.code).toBe('unauthorized')
    for (const path of ['help.answer', 'help.settle'])
      expect((await people.other.mutate(path, { ...word, settled: true })).error?.code).toBe('forbidden')
    expect((await people.other.query('help.requests', {})).error?.code).toBe('forbidden')
    const elsewhere = communitySeed()
    await server.server.seed(elsewhere)
    const foreign = await signIn(server, elsewhere.slug, `facilitator@${elsewhere.slug}.example`)
    expect((await foreign.mutate('help.answer', word)).error?.code).toBe('not_found')
    expect((await foreign.query('help.requests', {})).data.items).toEqual([])
  })

  test('be asked, or read, by whoever is suspended', async () => {
    const help = await ask(people.other)
    const { memberId } = (await people.other.query('communities.current')).data.viewer
    await people.facilitator.mutate('members.stand', { member: memberId, standing: 'suspended' })
    expect((await people.other.mutate('help.ask', { id: fresh(), text: 'x' })).error?.code).toBe('unauthorized')
    expect((await people.other.query('help.own')).error?.code).toBe('unauthorized')
    // who facilitates still reads what she asked
    expect(await atDesk()).toMatchObject([{ id: help }])
  })

  test('be read by who came by the word of a partner’s site alone; she asks all the same', async () => {
    const help = await ask(people.member)
    const { memberId } = (await people.member.query('communities.current')).data.viewer
    await server.owner
      .updateTable('session')
      .set({ by_site: true, verified_until: null })
      .where('member_id', '=', memberId)
      .execute()
    expect(await own(people.member)).toMatchObject({ readers: [{ name: 'Marie' }, { name: 'Sophie' }], items: [] })
    expect((await people.member.mutate('help.add', { id: fresh(), help, text: 'x' })).error?.code).toBe('not_found')
    const input = { id: fresh(), text: 'Ça ne marche pas' }
    for (let turn = 0; turn < 2; turn++) expect((await people.member.mutate('help.ask', input)).data).toEqual({ done: true })
    expect(await atDesk()).toHaveLength(2)
  })

  test('wait with five others of hers, also when two come at once; one more once one is answered, settled or erased', async () => {
    const input = () => ({ id: fresh(), text: 'Ça ne marche pas' })
    const codeOf = async (sent: object) => (await people.member.mutate('help.ask', sent)).error?.code
    const first = input()
    expect(await codeOf(first)).toBe(undefined)
    const four = [input(), input(), input(), input()]
    for (const one of four.slice(0, 3)) expect(await codeOf(one)).toBe(undefined)
    const atOnce = await Promise.all([four[3]!, input(), input(), input(), input(), input()].map(codeOf))
    expect(atOnce.filter((code) => code === 'conflict')).toHaveLength(5)
    expect(await codeOf(first), 'sent again it is no other').toBe(undefined)
    expect((await own(people.member)).items).toHaveLength(5)
    await ask(people.other)
    const more = async () => {
      const sent = input()
      expect(await codeOf(sent)).toBe(undefined)
      expect(await codeOf(input())).toBe('conflict')
      return sent.id
    }
    await answer(first.id)
    const second = await more()
    await people.facilitator.mutate('help.settle', { id: second, settled: true })
    const third = await more()
    await people.member.mutate('help.erase', { id: third })
    await more()
    // what is said in one that was answered is always taken
    expect((await people.member.mutate('help.add', { id: fresh(), help: first.id, text: 'Et encore' })).data.state).toBe(
      'waiting',
    )
  })

  test('be empty or too long', async () => {
    for (const input of [
      { text: ' ' },
      { text: 'x'.repeat(2_001) },
      { text: 'x', place: 'x'.repeat(121) },
      { text: 'x', phone: '' },
    ])
      expect((await people.member.mutate('help.ask', { id: fresh(), ...input })).error?.code).toBe('invalid')
  })
})

describe('mails', () => {
  test('tell each who facilitates once for all of a quarter of an hour, and not a word of it', async () => {
    await ask(people.member)
    await ask(people.other)
    expect(mailsTo('facilitator', 'Quelqu’un vous demande de l’aide')).toEqual([])
    server.clock.advance(15 * MINUTE)
    for (const key of ['facilitator', 'second'])
      await vi.waitFor(() => expect(mailsTo(key, 'Quelqu’un vous demande de l’aide')).toHaveLength(1), { timeout: 10_000 })
    for (const part of ['charte', 'Fatou', 'Kim'])
      expect(mailsTo('facilitator', 'Quelqu’un vous demande de l’aide')[0]!.text).not.toContain(part)
  })

  test('tell her that there is an answer, whatever her rhythm, unless it is “never”', async () => {
    await people.member.mutate('notifications.setRhythm', { rhythm: 'days', days: [1] })
    await people.other.mutate('notifications.setRhythm', { rhythm: 'never' })
    await answer(await ask(people.other), 'Texte secret')
    await answer(await ask(people.member), 'Texte secret')
    const subject = 'Une réponse vous attend'
    await vi.waitFor(() => expect(mailsTo('member', subject)).toHaveLength(1), { timeout: 10_000 })
    expect(mailsTo('other', subject)).toEqual([])
    const [mail] = mailsTo('member', subject)
    for (const part of ['secret', 'Marie']) expect(mail!.text + mail!.html).not.toContain(part)
    expect(mail!.stopUrl).toBeDefined()
  })
})

test('housekeeping erases it 180 days after its last word, and a telephone number a day after it was settled', async () => {
  const [kept, settled] = [await ask(people.member), await ask(people.other, { call: true, phone: '819 555-0142' })]
  await people.facilitator.mutate('help.settle', { id: settled, settled: true })
  const rows = () =>
    server.owner.selectFrom('help_request').select(['id', 'phone']).where('id', 'in', [kept, settled]).orderBy('id').execute()
  const sweep = () => sweepOnce(server.database.pool, server.clock)
  server.clock.advance(DAY + MINUTE)
  await sweep()
  expect((await rows()).map(({ phone }) => phone)).toEqual([null, null])
  server.clock.advance(178 * DAY)
  await sweep()
  expect(await rows()).toHaveLength(2)
  server.clock.advance(2 * DAY)
  await sweep()
  expect(await rows()).toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn, type Caller } from '../../test/caller.ts'
import { openStream } from '../../test/live-reader.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'

let server: TestServer
const seed = communitySeed()
const people = {} as Record<'member' | 'other' | 'facilitator', Caller>
beforeAll(async () => {
  server = await testServer()
  await server.server.seed(seed)
  for (const key of ['member', 'other', 'facilitator'] as const)
    people[key] = await signIn(server, seed.slug, `${key}@${seed.slug}.example`)
})
afterAll(() => server?.[Symbol.asyncDispose]())

const fresh = () => uuidv7(server.clock.now())
const listen = async (who: Caller) => {
  const stream = await openStream(server.url, seed.slug, who.tokens!.access)
  await stream.next('ready')
  return stream
}
async function ask(who: Caller): Promise<string> {
  const id = fresh()
  expect((await who.mutate('help.ask', { id, text: 'Je ne trouve pas la charte' })).data).toEqual({ done: true })
  return id
}
const answer = (help: string) => people.facilitator.mutate('help.answer', { id: fresh(), help, text: 'Elle est ici.' })

test('who asked for help hears at once that there is an answer, without a word of it; nobody else hears', async () => {
  const [help, others] = [await ask(people.member), await ask(people.other)]
  await using hers = await listen(people.member)
  await using another = await listen(people.other)
  await answer(help)
  expect(await hers.next('notices.changed')).toEqual({ type: 'notices.changed' })
  expect((await people.member.query('help.own')).data.items).toMatchObject([{ id: help, unseen: true }])
  // had the first been told to the other as well, it would have come before this
  await answer(others)
  await another.next('notices.changed')
  expect(another.events.filter(({ type }) => type === 'notices.changed')).toHaveLength(1)
  expect(JSON.stringify([...hers.events, ...another.events])).not.toContain(help)
})

test('who is suspended hears of no answer', async () => {
  const help = await ask(people.other)
  await using hers = await listen(people.other)
  const { memberId } = (await people.other.query('communities.current')).data.viewer
  await people.facilitator.mutate('members.stand', { member: memberId, standing: 'suspended' })
  const before = hers.events.length
  await answer(help)
  await hers.closed
  expect(hers.events.slice(before).map(({ type }) => type)).not.toContain('notices.changed')
})

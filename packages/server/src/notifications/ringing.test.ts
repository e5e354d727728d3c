import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '../../test/caller.ts'
import { openStream } from '../../test/live-reader.ts'
import { testServer, type TestServer } from '../../test/server.ts'
import { Told, unreadOf } from '../../test/told.ts'

let server: TestServer
let told: Told
beforeAll(async () => {
  server = await testServer()
  told = await Told.of(server)
})
afterAll(() => server?.[Symbol.asyncDispose]())

const listen = async (who: Caller) => {
  const stream = await openStream(server.url, told.seed.slug, who.tokens!.access)
  await stream.next('ready')
  return stream
}

test('whom something concerns is told that there is more, once it is noted, without a word of what', async () => {
  const { member, other } = told.people
  const thread = await told.threadBy(member)
  await told.settled(member)
  const before = await unreadOf(member)
  await using hers = await listen(member)
  await using mine = await listen(other)
  const reply = await told.replyBy(other, thread)
  expect(await hers.next('notices.changed')).toEqual({ type: 'notices.changed' })
  expect(await unreadOf(member)).toBe(before + 1)
  await other.mutate('discussions.withdraw', { id: reply })
  await hers.next('notices.changed')
  expect(await unreadOf(member)).toBe(before)
  await mine.next('post.withdrawn')
  expect(mine.events.filter(({ type }) => type === 'notices.changed')).toEqual([])
})

test('who is no longer in hears nothing of what concerned her', async () => {
  const { restricted, other } = told.people
  const thread = await told.threadBy(restricted)
  await told.settled(restricted)
  await using hers = await listen(restricted)
  await server.owner.updateTable('member').set({ status: 'removed' }).where('name', '=', 'Josée').execute()
  await told.replyBy(other, thread)
  await hers.closed
  expect(hers.events.map(({ type }) => type)).not.toContain('notices.changed')
})

test('a gesture that is taken back rings, and of another community nobody hears', async () => {
  const elsewhere = await Told.of(server)
  const { member, other } = told.people
  const postId = await told.threadBy(member)
  await other.mutate('discussions.react', { postId, key: 'thanks', on: true })
  await told.settled(member)
  await using hers = await listen(member)
  await using far = await openStream(server.url, elsewhere.seed.slug, elsewhere.people.member.tokens!.access)
  await far.next('ready')
  await other.mutate('discussions.react', { postId, key: 'thanks', on: false })
  await hers.next('notices.changed')
  await elsewhere.threadBy(elsewhere.people.member)
  await far.next('thread.created')
  expect(far.events.map(({ type }) => type)).not.toContain('notices.changed')
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caller, signIn } from '../../test/caller.ts'
import { uuidv7 } from '../ids.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

async function makeCommunity(change: object = {}) {
  const plain = communitySeed()
  const seed = {
    ...plain,
    greeting: 'Prends ton temps.',
    aims: ['Nous entraider.'],
    members: plain.members.map((member) => ({
      ...member,
      ...(['member', 'restricted', 'facilitator'].includes(member.key) && { region: 'Outaouais' }),
      ...(member.key === 'member' && { isNew: true }),
    })),
    ...change,
  }
  await server.server.seed(seed)
  const enter = (key: string) => signIn(server, seed.slug, `${key}@${seed.slug}.example`)
  const steps = async (person: Awaited<ReturnType<typeof enter>>) =>
    (await person.query('communities.current')).data.viewer.firstSteps
  return { seed, enter, steps }
}

describe('the first steps of a member', () => {
  test('greet who is new, in the words of the community, by who facilitates, with how many are in her region', async () => {
    const { seed, enter, steps } = await makeCommunity()
    const member = await enter('member')
    expect(await steps(member)).toEqual([])
    const { data } = await member.query('members.welcome')
    const { name } = seed.members.find(({ key }) => key === 'facilitator')!
    expect(data).toEqual({
      greeting: 'Prends ton temps.',
      aims: ['Nous entraider.'],
      hosts: [name],
      here: { region: 'Outaouais', others: 2 },
      named: null,
    })
    expect(await steps(await enter('restricted'))).toBe(null)
  })

  test('are kept one by one, and pass for good', async () => {
    const { enter, steps } = await makeCommunity()
    const member = await enter('member')
    for (const step of ['hello', 'hello', 'read'])
      expect((await member.mutate('members.step', { step })).data).toEqual({ done: true })
    expect(await steps(member)).toEqual(['hello', 'read'])
    await member.mutate('members.step', { step: 'pass' })
    expect(await steps(member)).toBe(null)
    await member.mutate('members.step', { step: 'hello' })
    expect(await steps(await enter('member'))).toBe(null)
  })

  test('hold a gesture for as long as one stands, wherever it was made', async () => {
    const { enter, steps } = await makeCommunity()
    const [member, other] = [await enter('member'), await enter('other')]
    const id = uuidv7(server.clock.now())
    const thread = { id, space: 'entraide', kind: 'experience', title: 'Titre', body: 'Texte' }
    expect((await other.mutate('discussions.createThread', thread)).error).toBeUndefined()
    const react = (who: typeof member, on: boolean) => who.mutate('discussions.react', { postId: id, key: 'thanks', on })
    await react(await enter('restricted'), true)
    expect(await steps(member)).toEqual([])
    await react(member, true)
    expect(await steps(member)).toEqual(['react'])
    await react(member, false)
    expect(await steps(member)).toEqual([])
    // it is made, not said
    expect((await member.mutate('members.step', { step: 'react' })).error?.code).toBe('invalid')
  })

  test('are nobody else’s, and can not be taken by a stranger, a pending person or with words of one’s own', async () => {
    const { seed, enter, steps } = await makeCommunity()
    const member = await enter('member')
    await (await enter('facilitator')).mutate('members.step', { step: 'pass' })
    expect(await steps(member)).toEqual([])
    const stranger = caller(server.url, seed.slug)
    expect((await stranger.query('members.welcome')).error?.code).toBe('unauthorized')
    expect((await stranger.mutate('members.step', { step: 'pass' })).error?.code).toBe('unauthorized')
    const pending = await enter('pending')
    expect((await pending.query('members.welcome')).error?.code).toBe('forbidden')
    expect((await pending.mutate('members.step', { step: 'pass' })).error?.code).toBe('forbidden')
    expect((await member.mutate('members.step', { step: 'x' })).error?.code).toBe('invalid')
  })

  test('say no region to who has none, and wait for the charter', async () => {
    const open = await makeCommunity({ greeting: undefined })
    expect((await (await open.enter('other')).query('members.welcome')).data).toMatchObject({ greeting: null, here: null })
    const charters = [{ text: 'Ce qui se dit ici reste ici.', minutesAgo: 5, signedBy: ['facilitator'] }]
    const closed = await makeCommunity({ charters })
    expect((await (await closed.enter('member')).query('members.welcome')).error?.code).toBe('forbidden')
    // who has not signed is not counted
    const alone = await (await closed.enter('facilitator')).query('members.welcome')
    expect(alone.data.here).toBe(null)
  })
})

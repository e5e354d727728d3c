import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caller, signIn } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'

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
  const name = seed.members.find(({ key }) => key === 'member')!.name
  const found = { member: '' }
  let facilitator = await signIn(server, seed.slug, email('facilitator'))
  const { items } = (await facilitator.query('members.people', {})).data
  found.member = items.find((one: { name: string }) => one.name === name).memberId
  const call = async (path: string, input: unknown) => (await facilitator.mutate(path, input)).error?.code
  return {
    seed,
    email,
    call,
    act: () => call('members.stand', { ...found, standing: 'suspended' }),
    prove: (code: object) => call('auth.prove', code),
    /** Time goes by, and the session goes on. */
    async later(minutes: number) {
      server.clock.advance(minutes * MINUTE)
      const { data } = await facilitator.mutate('auth.refresh', { refresh: facilitator.tokens!.refresh })
      facilitator = caller(server.url, seed.slug, { tokens: data.tokens })
    },
    async code(person = facilitator, address = email('facilitator')) {
      const { loginId } = (await person.mutate('auth.requestProof')).data
      return { loginId, code: (await server.mailTo(address)).code! }
    },
  }
}
const wrong = ({ loginId, code }: { loginId: string; code: string }) => ({
  loginId,
  code: code === '11111111' ? '22222222' : '11111111',
})

describe('a step that wants a proof', () => {
  test('works for 10 minutes after signing in, and again after a code that needs no address', async () => {
    const { act, later, prove, code } = await atTheDesk()
    await later(9.9)
    expect(await act()).toBeUndefined()
    await later(0.2)
    expect(await act()).toBe('proof_needed')
    expect(await prove(await code())).toBeUndefined()
    expect(await act()).toBeUndefined()
    await later(9.9)
    expect(await act()).toBeUndefined()
    await later(0.2)
    expect(await act()).toBe('proof_needed')
  })

  test('is joining spaces and publishing a charter too, and looking is not', async () => {
    const { seed, call, later } = await atTheDesk()
    const [one, two] = seed.spaces
    const charter = {
      id: '01890000-0000-7000-8000-000000000001',
      language: 'fr-CA',
      text: 'Nous gardons ce qui est dit.',
      replaces: null,
    }
    await later(10.1)
    expect(await call('spaces.merge', { space: one!.slug, into: two!.slug })).toBe('proof_needed')
    expect(await call('charter.publish', charter)).toBe('proof_needed')
    expect(await call('members.people', {})).toBeUndefined()
  })

  test('can not be taken with a wrong code, a used one, that of another person, or none', async () => {
    const { seed, email, act, later, prove, code } = await atTheDesk()
    await later(10.1)
    const other = await signIn(server, seed.slug, email('restricted'))
    expect(await prove(await code(other, email('restricted')))).toBe('invalid')
    const own = await code()
    expect(await prove(wrong(own))).toBe('invalid')
    expect((await caller(server.url, seed.slug).mutate('auth.prove', own)).error?.code).toBe('unauthorized')
    expect((await caller(server.url, seed.slug).mutate('auth.requestProof')).error?.code).toBe('unauthorized')
    expect(await act()).toBe('proof_needed')
    expect(await prove(own)).toBeUndefined()
    expect(await prove(own)).toBe('invalid')
  })

  test('can not be tried at: the right code is worth nothing after five wrong ones', async () => {
    const { act, later, prove, code } = await atTheDesk()
    await later(10.1)
    const own = await code()
    for (let round = 0; round < 5; round++) expect(await prove(wrong(own))).toBe('invalid')
    expect(await prove(own)).toBe('invalid')
    expect(await act()).toBe('proof_needed')
  })

  test('can not be taken because of another session of hers', async () => {
    const { seed, email, act, later } = await atTheDesk()
    await later(10.1)
    await signIn(server, seed.slug, email('facilitator'))
    expect(await act()).toBe('proof_needed')
  })
})

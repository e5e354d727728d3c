import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caller, signIn } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

async function makeCommunity() {
  const seed = communitySeed()
  await server.server.seed(seed)
  const enter = (key: string) => signIn(server, seed.slug, `${key}@${seed.slug}.example`)
  return { seed, stranger: caller(server.url, seed.slug), facilitator: await enter('facilitator'), enter }
}
const wanted = {
  name: 'Ensemble',
  greeting: 'Prends ton temps.',
  exitUrl: 'https://meteo.example/',
  indexable: true,
  vocabulary: { facilitator: 'la gardienne', 'kinds.tool': 'Trucs' },
  accent: '#b5651d',
  scheme: 'dark' as 'dark' | null,
  contact: { name: 'Marie-Ève', email: 'animation@alize.example', phone: '819 555-0142' },
  reactions: [
    { key: 'thanks', label: 'Merci' },
    { key: 'courage', label: 'Courage !' },
  ],
}

describe('the settings of a community', () => {
  test('are read and replaced by who facilitates, and shown to everybody at once', async () => {
    const { seed, stranger, facilitator } = await makeCommunity()
    const before = (await facilitator.query('communities.settings')).data
    expect(before).toEqual({
      name: seed.name,
      greeting: null,
      exitUrl: null,
      indexable: false,
      vocabulary: {},
      accent: null,
      scheme: null,
      contact: null,
      reactions: seed.reactions,
    })
    expect((await facilitator.mutate('communities.settle', wanted)).data).toEqual(wanted)
    const { community } = (await stranger.query('communities.current')).data
    expect(community.contact).toEqual(wanted.contact)
    expect(community).toMatchObject({ name: 'Ensemble', reactions: wanted.reactions, vocabulary: wanted.vocabulary })
    const page = await fetch(`${server.url}/c/${seed.slug}`)
    expect(await page.text()).toContain('Ensemble')
    expect(page.headers.get('x-robots-tag')).toBe(null)
    expect((await facilitator.mutate('communities.settle', before)).data).toEqual(before)
    expect((await stranger.query('communities.current')).data.community.name).toBe(seed.name)
  })

  test('a gesture that is taken out is offered no more, and what was made of it is there again when it comes back', async () => {
    const { seed, facilitator, enter } = await makeCommunity()
    const member = await enter('member')
    const id = uuidv7(Date.now())
    const text = { title: 'Bonjour', body: 'Bonjour', kind: 'news' }
    expect(
      (await facilitator.mutate('discussions.createThread', { id, space: seed.spaces[0]!.slug, ...text })).error,
    ).toBeUndefined()
    const gesture = (key: string) => member.mutate('discussions.react', { postId: id, key, on: true })
    await facilitator.mutate('communities.settle', { ...wanted, reactions: [{ key: 'courage', label: 'Courage' }] })
    expect((await gesture('thanks')).error?.code).toBe('invalid')
    expect((await gesture('courage')).error).toBeUndefined()
  })

  test('a contact of nothing is none, and nobody is named to a stranger unless it was chosen', async () => {
    const { stranger, facilitator } = await makeCommunity()
    const told = async () => (await stranger.query('communities.current')).data.community.contact
    expect(await told()).toBe(null)
    const settle = (contact: unknown) => facilitator.mutate('communities.settle', { ...wanted, contact })
    const phone = { name: null, email: null, phone: '819 555-0142' }
    expect((await settle(phone)).data.contact).toEqual(phone)
    expect(await told()).toEqual(phone)
    expect((await settle({ name: null, email: null, phone: null })).data.contact).toBe(null)
    expect(await told()).toBe(null)
  })

  test('can not be read or replaced by a member, a stranger, or who waits', async () => {
    const { seed, stranger, enter } = await makeCommunity()
    for (const [person, code] of [
      [stranger, 'unauthorized'],
      [await enter('member'), 'forbidden'],
      [await enter('pending'), 'forbidden'],
    ] as const) {
      expect((await person.query('communities.settings')).error?.code).toBe(code)
      expect((await person.mutate('communities.settle', wanted)).error?.code).toBe(code)
    }
    expect((await stranger.query('communities.current')).data.community.name).toBe(seed.name)
  })

  test('can not be a name of nothing, an address that is not secure, twice the same gesture, too many, a word that is none of ours, too long or with a slot, or no colour', async () => {
    const { facilitator } = await makeCommunity()
    const word = { key: 'thanks', label: 'Merci' }
    for (const [wrong, path] of [
      [{ name: ' ' }, 'name'],
      [{ exitUrl: 'http://meteo.example/' }, 'exitUrl'],
      [{ exitUrl: 'javascript:alert(1)' }, 'exitUrl'],
      [{ vocabulary: { 'feed.older': 'x' } }, 'vocabulary'],
      [{ vocabulary: { join: 'x'.repeat(41) } }, 'vocabulary.join'],
      [{ vocabulary: { join: ' ' } }, 'vocabulary.join'],
      [{ vocabulary: { join: '{community}' } }, 'vocabulary.join'],
      [{ accent: 'red' }, 'accent'],
      [{ scheme: 'auto' }, 'scheme'],
      [{ accent: '#0F6B62' }, 'accent'],
      [{ accent: '#fff;}' }, 'accent'],
      [{ greeting: 'x'.repeat(501) }, 'greeting'],
      [{ contact: { name: 'Marie', email: null, phone: null } }, 'contact.email'],
      [{ contact: { name: null, email: 'nowhere', phone: null } }, 'contact.email'],
      [{ contact: { name: 'x'.repeat(81), email: null, phone: '1' } }, 'contact.name'],
      [{ contact: { name: null, email: null, phone: ' ' } }, 'contact.phone'],
      [{ reactions: [word, word] }, 'reactions'],
      [{ reactions: Array.from({ length: 7 }, (_, n) => ({ key: `k${n}`, label: 'x' })) }, 'reactions'],
      [{ reactions: [{ key: 'Ça !', label: 'x' }] }, 'reactions.0.key'],
    ] as const) {
      const { error } = await facilitator.mutate('communities.settle', { ...wanted, ...wrong })
      expect(error?.code).toBe('invalid')
      expect(error?.fields?.[0]?.path).toBe(path)
    }
  })
})

import { describe, expect, test } from 'vitest'
import { demoCommunities } from './communities/index.ts'
import { describeDemo } from './demo-guide.ts'

const guide = describeDemo(['http://127.0.0.1:4001', 'http://127.0.0.1:4002', 'http://127.0.0.1:4003'])
const textsOf = ({ seed }: (typeof demoCommunities)[number], space?: string): string[] =>
  seed.threads
    .filter((thread) => space === undefined || thread.space === space)
    .flatMap((thread) => [thread.title, thread.body, ...(thread.replies ?? []).map(({ body }) => body)])

describe.each(demoCommunities)('community $seed.slug', (community) => {
  const { seed } = community
  const count = (level: string): number => {
    const slugs = seed.spaces.filter((space) => space.level === level).map(({ slug }) => slug)
    return seed.threads.filter(({ space }) => slugs.includes(space)).length
  }

  test('has enough to read at each level, of all four kinds, and one pinned thread', () => {
    expect(count('public')).toBeGreaterThanOrEqual(5)
    expect(count('members')).toBeGreaterThanOrEqual(6)
    expect(count('restricted')).toBeGreaterThanOrEqual(4)
    expect(new Set(seed.threads.map(({ kind }) => kind)).size).toBe(4)
    expect(seed.threads.filter(({ pinned }) => pinned)).toHaveLength(1)
  })

  test('is written by people who may write there, in an order that can have happened', () => {
    const keys = new Set(seed.members.map(({ key }) => key))
    const words = new Set(seed.reactions.map(({ key }) => key))
    for (const thread of seed.threads) {
      const audience = seed.spaces.find(({ slug }) => slug === thread.space)?.groups
      const ages = [thread, ...(thread.replies ?? [])].map(({ minutesAgo }) => minutesAgo)
      expect(ages, thread.title).toEqual([...ages].sort((one, other) => other - one))
      for (const post of [thread, ...(thread.replies ?? [])]) {
        const author = seed.members.find(({ key }) => key === post.author)
        expect(author?.status ?? 'active', thread.title).toBe('active')
        const writers = [post.author, ...Object.values(post.reactions ?? {}).flat()]
        for (const key of writers) {
          expect(keys, `${key} in ${thread.title}`).toContain(key)
          if (audience)
            expect(seed.members.find((one) => one.key === key)?.groups, `${key} in ${thread.title}`).toEqual(
              expect.arrayContaining(audience),
            )
        }
        for (const word of Object.keys(post.reactions ?? {})) expect(words, thread.title).toContain(word)
        for (const people of Object.values(post.reactions ?? {})) expect(people, thread.title).toHaveLength(new Set(people).size)
      }
    }
  })

  test('keeps each canary in one space that is not public, where it is said to be', () => {
    for (const { text, space } of community.canaries) {
      expect(
        textsOf(community, space).filter((body) => body.includes(text)),
        text,
      ).toHaveLength(1)
      expect(
        textsOf(community).filter((body) => body.includes(text)),
        text,
      ).toHaveLength(1)
      expect(seed.spaces.find(({ slug }) => slug === space)?.level).not.toBe('public')
    }
    const guarded = new Set(community.canaries.map(({ space }) => space))
    expect([...guarded].sort()).toEqual(
      seed.spaces
        .filter(({ level }) => level !== 'public')
        .map(({ slug }) => slug)
        .sort(),
    )
  })

  test('follows the typography of Québec: no plain space inside quotes or before double signs, no straight apostrophe', () => {
    for (const body of [...textsOf(community), ...(seed.charters ?? []).map(({ text }) => text)]) {
      expect(body).not.toMatch(/ [?!;:»]|« |'/u)
    }
  })

  test('its charters are signed by people who are there, and by all who write', () => {
    for (const { signedBy, space } of seed.charters ?? []) {
      const keys = seed.members.map(({ key }) => key)
      expect(keys).toEqual(expect.arrayContaining(signedBy))
      const writers = seed.threads.filter((thread) => space === undefined || thread.space === space).map(({ author }) => author)
      expect(signedBy).toEqual(expect.arrayContaining(writers))
    }
  })

  test('only a first name and an address that exists nowhere', () => {
    for (const { name, email } of seed.members) {
      expect(name).toMatch(/^\p{Lu}[\p{L}-]+$/u)
      expect(email).toMatch(/\.example$/)
    }
  })
})

test('the guide gives seven people per community, one more where nobody but she is left to sign, each with what she reads', () => {
  expect(guide.people).toHaveLength(22)
  const person = (key: string) => guide.people.find((one) => one.key === key)
  expect(person('a-anonymous')).toEqual({
    key: 'a-anonymous',
    email: null,
    community: 'a',
    roles: ['anonymous'],
    spaces: ['accueil'],
  })
  expect(person('a-pending')?.spaces).toEqual(['accueil'])
  expect(person('a-removed')?.spaces).toEqual(['accueil'])
  expect(person('a-member')?.spaces).toEqual(['accueil', 'entraide'])
  expect(person('a-outsider')?.spaces).toEqual(['accueil', 'entraide'])
  expect(person('a-restricted')?.spaces).toEqual(['accueil', 'entraide', 'laval'])
  expect(person('a-facilitator')?.spaces).toEqual(['accueil', 'entraide', 'laval'])
  expect(person('a-unsigned')).toMatchObject({ roles: ['unsigned'], email: 'ines@lumen.example', spaces: ['accueil'] })
  expect(new Set(guide.people.map(({ email }) => email).filter(Boolean)).size).toBe(19)
})

test('the guide says who reads each canary', () => {
  const readers = (text: string) => guide.canaries.find((canary) => canary.text === text)?.readableBy
  expect(readers('canari-a-laval-7f3k')).toEqual(['a-restricted', 'a-facilitator'])
  expect(readers('canari-a-entraide-4m9t')).toEqual(['a-member', 'a-outsider', 'a-restricted', 'a-facilitator'])
  expect(guide.canaries).toHaveLength(12)
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn, type Caller } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'
import type { People } from './members.schema.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

async function makeCommunity() {
  const plain = communitySeed()
  const seed = {
    ...plain,
    organisations: [
      { key: 'lumen', name: 'Maison Lumen', region: 'Laval', sector: 'hébergement' },
      { key: 'rive', name: 'La Rive', region: 'Estrie', sector: 'hébergement' },
    ],
    groups: [
      { key: 'secteur', name: 'Hébergement', kind: 'sector' as const, fact: 'hébergement' },
      { key: 'comite', name: 'Comité', kind: 'committee' as const },
      { key: 'cache', name: 'Caché', hidden: true },
    ],
    members: plain.members
      .filter(({ key }) => key !== 'orphan')
      .map((member) => ({ ...member, groups: member.key === 'member' ? ['comite', 'cache'] : [] })),
    spaces: plain.spaces.slice(0, 2),
  }
  await server.server.seed(seed)
  const [facilitator, member] = await Promise.all(
    ['facilitator', 'member'].map((key) => signIn(server, seed.slug, `${key}@${seed.slug}.example`)),
  )
  return { seed, facilitator: facilitator!, member: member! }
}
const list = async (person: Caller, input: object = {}): Promise<People> => (await person.query('members.people', input)).data
const byName = ({ items }: People, name: string) => items.find((one) => one.name === name)

describe('the people of a community', () => {
  test('are found a page at a time, each once, without those whose request waits or who left', async () => {
    const { seed, facilitator } = await makeCommunity()
    const active = seed.members.filter(({ status = 'active' }) => status === 'active').map(({ name }) => name)
    const names: string[] = []
    let cursor: string | undefined
    do {
      const page: People = await list(facilitator, { limit: 1, cursor })
      names.push(...page.items.map(({ name }) => name))
      cursor = page.cursor
    } while (cursor)
    expect(names.toSorted()).toEqual(active.toSorted())
    expect(active.length).toBeLessThan(seed.members.length)
  })

  test('have their groups, but for those that the facilitator may not know of', async () => {
    const { seed, facilitator } = await makeCommunity()
    const { name } = seed.members.find(({ key }) => key === 'member')!
    const person = byName(await list(facilitator), name)!
    expect(person).toMatchObject({ organisation: { name: 'Maison Lumen' }, facilitates: false, until: null, ended: false })
    expect(person.groups.map((group) => [group.name, group.byInvitation])).toEqual([
      ['Comité', true],
      ['Hébergement', false],
    ])
    expect((await list(facilitator, { member: person.memberId })).items).toEqual([person])
    const committee = person.groups[0]!.id
    expect((await list(facilitator, { group: committee })).items.map((one) => one.name)).toEqual([name])
  })

  test('are found by words of their name or of where they work, whatever accents and capitals', async () => {
    const { seed, facilitator } = await makeCommunity()
    const { name } = seed.members.find(({ key }) => key === 'member')!
    const marked = name.normalize('NFD').toUpperCase()
    expect(byName(await list(facilitator, { search: `LÚMEN  ${marked}` }), name)).toBeDefined()
    expect((await list(facilitator, { search: `rive ${name}` })).items).toEqual([])
    expect((await list(facilitator, { search: '%' })).items).toEqual([])
  })

  test('whose membership ended stay in sight, so that it can be given another end', async () => {
    const { seed, facilitator } = await makeCommunity()
    const { name } = seed.members.find(({ key }) => key === 'member')!
    const { memberId } = byName(await list(facilitator), name)!
    const until = '2020-01-01T00:00:00.000Z'
    expect((await facilitator.mutate('members.place', { member: memberId, until })).status).toBe(200)
    expect(byName(await list(facilitator), name)).toMatchObject({ until, ended: true, groups: [] })
  })

  test('can not be listed by a member, nor by a group that is hidden from the facilitator', async () => {
    const { facilitator, member } = await makeCommunity()
    expect((await member.query('members.people', {})).error?.code).toBe('forbidden')
    expect((await member.query('members.organisations')).error?.code).toBe('forbidden')
    const hidden = (await member.query('groups.list')).data.items.find(({ name }: { name: string }) => name === 'Caché')
    expect(hidden.byInvitation).toBe(true)
    expect((await facilitator.query('members.people', { group: hidden.id })).error?.code).toBe('not_found')
    expect((await facilitator.query('members.people', { group: uuidv7(Date.now()) })).error?.code).toBe('not_found')
  })

  test('may work where an organisation is', async () => {
    const { facilitator } = await makeCommunity()
    const { items } = (await facilitator.query('members.organisations')).data
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['La Rive', 'Maison Lumen'])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caller, signIn } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

async function makeCommunity() {
  const plain = communitySeed()
  const seed = {
    ...plain,
    organisations: plain.organisations.map((one) => ({ ...one, region: 'Laval' })),
    members: plain.members.map((member) => ({ ...member, ...(member.key === 'other' && { region: 'Outaouais' }) })),
  }
  await server.server.seed(seed)
  const enter = (key: string) => signIn(server, seed.slug, `${key}@${seed.slug}.example`)
  return { seed, enter }
}
type Person = Awaited<ReturnType<typeof signIn>>
const profileOf = async (person: Person) => (await person.query('members.profile')).data
const change = (person: Person, input: object) => person.mutate('members.changeProfile', input)

describe('what is said of a member', () => {
  test('is told to her whole: her region is her own, or that of where she works', async () => {
    const { enter } = await makeCommunity()
    expect(await profileOf(await enter('member'))).toEqual({
      name: 'Fatou',
      organisation: 'Maison Lumen',
      organisationShown: true,
      region: 'Laval',
      availability: null,
      language: null,
    })
    expect(await profileOf(await enter('other'))).toMatchObject({ organisation: null, region: 'Outaouais' })
  })

  test('her name is hers to change, and stands at once wherever members read it', async () => {
    const { enter } = await makeCommunity()
    const [member, other] = [await enter('member'), await enter('other')]
    const { memberId } = (await member.query('communities.current')).data.viewer
    expect((await change(member, { name: '  Fatoumata ' })).data).toMatchObject({
      name: 'Fatoumata',
      organisation: 'Maison Lumen',
    })
    expect((await member.query('communities.current')).data.viewer.name).toBe('Fatoumata')
    const { people } = (await other.query('spaces.audience', { space: 'entraide' })).data
    expect(people.find((one: { memberId: string }) => one.memberId === memberId).name).toBe('Fatoumata')
    const kept = () => server.owner.selectFrom('activity').selectAll().where('kind', '=', 'member.renamed').execute()
    const mine = (await kept()).filter(({ actor_id }) => actor_id === memberId)
    expect(mine).toHaveLength(1)
    expect(JSON.stringify(mine)).not.toContain('Fatou')
    // the same again is no change
    await change(member, { name: 'Fatoumata' })
    expect((await kept()).filter(({ actor_id }) => actor_id === memberId)).toHaveLength(1)
  })

  test('when she can be reached is in her words, for who facilitates, and taken back at once', async () => {
    const { enter } = await makeCommunity()
    const [member, facilitator] = [await enter('member'), await enter('facilitator')]
    const seen = async () => {
      const { items } = (await facilitator.query('members.people', { search: 'Fatou' })).data
      return items.map((one: { availability: string | null }) => one.availability)
    }
    expect(await seen()).toEqual([null])
    expect((await change(member, { availability: 'Le mardi, après 13 h' })).data.availability).toBe('Le mardi, après 13 h')
    expect(await seen()).toEqual(['Le mardi, après 13 h'])
    // what is not given stays
    expect((await change(member, { name: 'Fatou' })).data.availability).toBe('Le mardi, après 13 h')
    expect((await change(member, { availability: null })).data.availability).toBe(null)
    expect(await seen()).toEqual([null])
  })

  test('can not be read or changed by a stranger or a pending person, and nobody changes another’s', async () => {
    const { seed, enter } = await makeCommunity()
    const stranger = caller(server.url, seed.slug)
    expect((await stranger.query('members.profile')).error?.code).toBe('unauthorized')
    expect((await stranger.mutate('members.changeProfile', { name: 'X' })).error?.code).toBe('unauthorized')
    const pending = await enter('pending')
    expect((await pending.query('members.profile')).error?.code).toBe('forbidden')
    expect((await change(pending, { name: 'X', availability: 'X' })).error?.code).toBe('forbidden')
    const member = await enter('member')
    const { memberId } = (await member.query('communities.current')).data.viewer
    await change(await enter('facilitator'), { member: memberId, memberId, name: 'Marie', availability: 'Le soir' })
    expect(await profileOf(member)).toMatchObject({ name: 'Fatou', availability: null })
    // nor does another member hear when she can be reached
    await change(member, { availability: 'Le matin' })
    expect((await (await enter('other')).query('members.people')).error?.code).toBe('forbidden')
  })

  test('can not be empty, nor longer than 80 characters', async () => {
    const { enter } = await makeCommunity()
    const member = await enter('member')
    for (const input of [
      { name: ' ' },
      { name: 'x'.repeat(81) },
      { name: null },
      { availability: '' },
      { availability: '🕐'.repeat(81) },
    ])
      expect((await change(member, input)).error?.code).toBe('invalid')
    expect((await change(member, { availability: '🕐'.repeat(80) })).data.availability).toBe('🕐'.repeat(80))
    expect(await profileOf(member)).toMatchObject({ name: 'Fatou' })
  })

  test('in which language Cercle speaks to her is hers to choose, holds on each device and for mails, and for nobody else', async () => {
    const { seed, enter } = await makeCommunity()
    const [member, other] = [await enter('member'), await enter('other')]
    const languageOf = async (person: Person) => (await person.query('communities.current')).data.viewer.language
    expect((await change(member, { language: 'en-CA', availability: 'Le matin' })).data).toMatchObject({ language: 'en-CA' })
    // what is not given stays
    expect((await change(member, { availability: null })).data).toMatchObject({ language: 'en-CA', availability: null })
    const again = await enter('member')
    expect([await languageOf(member), await languageOf(again), await languageOf(other)]).toEqual(['en-CA', 'en-CA', null])
    const codeOf = (key: string) => server.mails.find(({ to }) => to === `${key}@${seed.slug}.example`)!.subject
    expect([codeOf('member'), codeOf('other')]).toEqual(['Your sign-in code', 'Votre code d’entrée'])
    expect((await change(member, { language: null })).data.language).toBe(null)
    expect((await change(member, { language: 'de-CH' })).error?.code).toBe('invalid')
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caller, signIn, type Caller } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

/** Fatou writes, is answered and answers, all in what Kim reads; both work somewhere. */
async function makeCommunity() {
  const plain = communitySeed()
  const seed = {
    ...plain,
    organisations: [...plain.organisations, { key: 'rive', name: 'La Rive' }],
    members: plain.members.map((one) => (one.key === 'other' ? { ...one, organisation: 'rive' } : one)),
    threads: [
      {
        space: 'accueil',
        author: 'member',
        kind: 'question' as const,
        title: 'Une question',
        body: 'Texte',
        minutesAgo: 9,
        replies: [{ author: 'member', body: 'Suite', minutesAgo: 5 }],
      },
    ],
  }
  await server.server.seed(seed)
  const enter = (key: string) => signIn(server, seed.slug, `${key}@${seed.slug}.example`)
  const [marie, fatou, kim] = (await Promise.all(['facilitator', 'member', 'other'].map(enter))) as [Caller, Caller, Caller]
  const { id } = (await fatou.query('discussions.threads', {})).data.items[0]
  return { slug: seed.slug, enter, marie, fatou, kim, thread: id as string }
}
const show = async (person: Caller, organisationShown: boolean) =>
  (await person.mutate('members.changeProfile', { organisationShown })).data

/** All that a member is told by name, in one text. */
async function allThatIsTold(person: Caller, thread: string): Promise<string> {
  const opened = await person.query('discussions.thread', { id: thread })
  const replies = opened.data.replies.items.map(({ id }: { id: string }) => id)
  const others = await Promise.all([
    person.query('discussions.threads', {}),
    person.query('discussions.revisions', { id: replies[0] }),
    person.query('spaces.audience', { space: 'entraide' }),
    person.query('notifications.list', {}),
    person.query('members.welcome'),
  ])
  for (const { error } of [opened, ...others]) expect(error).toBeUndefined()
  return [opened, ...others].map(({ text }) => text).join('')
}
const ofFatou = '"name":"Fatou","organisation":'

describe('her name alone', () => {
  test('stands wherever members read it once she says so: beside what is written already, too, and for herself', async () => {
    const { fatou, kim, marie, thread } = await makeCommunity()
    for (const reader of [kim, fatou]) expect(await allThatIsTold(reader, thread)).toContain(`${ofFatou}"Maison Lumen"`)
    expect(await show(fatou, false)).toMatchObject({ organisation: 'Maison Lumen', organisationShown: false })
    for (const reader of [kim, marie, fatou]) {
      const told = await allThatIsTold(reader, thread)
      expect(told).toContain(`${ofFatou}null`)
      expect(told).not.toContain(`${ofFatou}"`)
    }
    expect((await fatou.query('communities.current')).data.viewer.organisation).toBe(null)
    // nobody else's is touched
    expect(await allThatIsTold(fatou, thread)).toContain('"name":"Kim","organisation":"La Rive"')
    await kim.mutate('discussions.reply', { id: uuidv7(Date.now()), threadId: thread, body: 'Merci' })
    const seen = (await fatou.query('discussions.thread', { id: thread })).data.replies.items
    expect(seen.at(-1).author).toMatchObject({ name: 'Kim', organisation: 'La Rive' })
  })

  test('is taken back at once, and what is not given stays', async () => {
    const { fatou, kim, thread } = await makeCommunity()
    await show(fatou, false)
    await fatou.mutate('members.changeProfile', { name: 'Fatou', availability: 'Le matin', language: 'fr-CA' })
    expect((await fatou.query('members.profile')).data.organisationShown).toBe(false)
    expect(await allThatIsTold(kim, thread)).toContain(`${ofFatou}null`)
    await show(fatou, true)
    expect(await allThatIsTold(kim, thread)).toContain(`${ofFatou}"Maison Lumen"`)
    expect((await fatou.query('communities.current')).data.viewer.organisation).toBe('Maison Lumen')
  })

  test('hides nothing from who facilitates, at the desk; and where she is placed anew it stays so', async () => {
    const { fatou, kim, marie, thread } = await makeCommunity()
    await show(fatou, false)
    const atTheDesk = async () => (await marie.query('members.people', { search: 'Fatou' })).data.items[0]
    const { memberId, organisation } = await atTheDesk()
    expect(organisation.name).toBe('Maison Lumen')
    expect((await marie.query('members.people', { search: 'lumen fatou' })).data.items).toHaveLength(1)
    const rive = (await marie.query('members.organisations')).data.items.find(({ name }: { name: string }) => name === 'La Rive')
    const placed = await marie.mutate('members.place', { member: memberId, organisation: rive.id })
    expect(placed.data.organisation).toBe('La Rive')
    expect(await allThatIsTold(kim, thread)).toContain(`${ofFatou}null`)
    expect((await kim.query('members.people', { search: 'Fatou' })).error?.code).toBe('forbidden')
  })

  test('can not be chosen by a stranger, by who waits, or for another', async () => {
    const { slug, enter, marie, fatou } = await makeCommunity()
    const stranger = caller(server.url, slug)
    expect((await stranger.mutate('members.changeProfile', { organisationShown: false })).error?.code).toBe('unauthorized')
    const pending = await enter('pending')
    expect((await pending.mutate('members.changeProfile', { organisationShown: false })).error?.code).toBe('forbidden')
    const { memberId } = (await fatou.query('communities.current')).data.viewer
    await marie.mutate('members.changeProfile', { member: memberId, memberId, organisationShown: false })
    expect((await fatou.query('members.profile')).data.organisationShown).toBe(true)
    expect((await fatou.mutate('members.changeProfile', { organisationShown: 'no' })).error?.code).toBe('invalid')
  })
})

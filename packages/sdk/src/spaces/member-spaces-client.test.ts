import { expect, test } from 'vitest'
import { EnvelopeServer, Refusal } from '../../test/envelope-server.ts'
import { refusalOf } from '../../test/recorded-sleep.ts'
import { createCercle, newId } from '../index.ts'

const echo = (...names: string[]) => Object.fromEntries(names.map((name) => [name, (input: unknown) => input]))
const names = ['audience', 'split', 'merge', 'rename', 'arrange', 'seenBy'] as const

test('each call about spaces names its procedure and passes its input', async () => {
  await using server = await EnvelopeServer.start(echo(...names.map((name) => `spaces.${name}`)))
  const { spaces } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  const inputs = {
    audience: { space: 'entraide', groups: [newId()], members: [] },
    split: { id: newId(), space: 'entraide', slug: 'laval', name: 'Laval', threads: [newId()] },
    merge: { space: 'laval', into: 'entraide' },
    rename: { space: 'laval', name: 'À Laval' },
    arrange: { order: ['laval', 'entraide'] },
    seenBy: { member: newId() },
  }
  for (const name of names) {
    expect(await spaces[name](inputs[name] as never)).toEqual(inputs[name])
    expect(server.last).toMatchObject({ method: 'POST', paths: [`spaces.${name}`] })
  }
})

test('each call about groups and members names its procedure; what is new gets an id', async () => {
  await using server = await EnvelopeServer.start({
    ...echo('groups.create', 'groups.invite', 'groups.part', 'members.place'),
    'groups.list': () => ({ items: [] }),
  })
  const { groups, members } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  expect(await groups.list()).toEqual({ items: [] })
  const created = await groups.create({ name: 'Estrie', kind: 'region', fact: 'Estrie' })
  expect(created).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'Estrie', kind: 'region', fact: 'Estrie' })
  const place = { group: newId(), member: newId() }
  expect(await groups.invite({ ...place, until: null })).toEqual({ ...place, until: null })
  expect(await groups.part(place)).toEqual(place)
  expect(await members.place({ member: place.member, organisation: null })).toEqual({ member: place.member, organisation: null })
})

test('a space without an id gets one, and a name that is taken is refused once', async () => {
  await using server = await EnvelopeServer.start({
    'spaces.split': () => {
      throw new Refusal('conflict', 409)
    },
  })
  const { spaces } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  expect(await refusalOf(spaces.split({ space: 'entraide', slug: 'laval', name: 'Laval' }))).toMatchObject({ code: 'conflict' })
  expect(server.requests).toHaveLength(1)
  expect(server.last?.inputs[0]).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
})

test('the journal is read page by page', async () => {
  const pages: Record<string, unknown> = {
    first: { items: [{ by: 'Marie' }], cursor: 'second' },
    second: { items: [{ by: 'Kim' }] },
  }
  await using server = await EnvelopeServer.start({
    'privacy.journal': ({ cursor = 'first' }: { cursor?: string }) => pages[cursor],
  })
  const { privacy } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  const names: string[] = []
  for await (const { by } of privacy.journal({ limit: 1 })) names.push(by)
  expect(names).toEqual(['Marie', 'Kim'])
})

import { expect, test } from 'vitest'
import { EnvelopeServer, Refusal } from '../../test/envelope-server.ts'
import { refusalOf } from '../../test/recorded-sleep.ts'
import { createCercle, newId } from '../index.ts'

const names = ['appoint', 'own', 'invite', 'withdraw'] as const
const echo = Object.fromEntries(names.map((name) => [`pivots.${name}`, (input: unknown) => input ?? null]))

test('each call of a pivot names its procedure and passes its input; an invitation gets an id', async () => {
  await using server = await EnvelopeServer.start({ ...echo, 'pivots.own': () => ({ open: 1, accepted: 2 }) })
  const { pivots } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  const id = newId()
  expect(await pivots.appoint({ member: id, group: null })).toEqual({ member: id, group: null })
  expect(server.last.paths).toEqual(['pivots.appoint'])
  expect(await pivots.own()).toEqual({ open: 1, accepted: 2 })
  expect(await pivots.withdraw({ id })).toEqual({ id })
  expect(await pivots.invite({ days: 7 })).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), days: 7 })
  expect(await pivots.invite({ id })).toEqual({ id })
})

test('her invitations are read a page at a time; who is a pivot no more is told so once', async () => {
  await using server = await EnvelopeServer.start({
    'pivots.invitations': (input: unknown) =>
      (input as { cursor?: string }).cursor ? { items: ['b'] } : { items: ['a'], cursor: 'next' },
    'pivots.invite': () => {
      throw new Refusal('forbidden', 403)
    },
  })
  const { pivots } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  const items: unknown[] = []
  for await (const item of pivots.invitations({ limit: 1 })) items.push(item)
  expect(items).toEqual(['a', 'b'])
  const before = server.requests.length
  expect(await refusalOf(pivots.invite({}))).toMatchObject({ code: 'forbidden' })
  expect(server.requests).toHaveLength(before + 1)
})

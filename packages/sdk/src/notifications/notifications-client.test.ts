import { expect, test } from 'vitest'
import { EnvelopeServer, Refusal } from '../../test/envelope-server.ts'
import { refusalOf } from '../../test/recorded-sleep.ts'
import { createCercle, newId } from '../index.ts'

const names = ['markRead', 'setRhythm', 'setQuiet'] as const
const echo = Object.fromEntries(names.map((name) => [`notifications.${name}`, (input: unknown) => input]))

test('each call names its procedure and passes its input', async () => {
  await using server = await EnvelopeServer.start({
    ...echo,
    'notifications.unread': () => ({ count: 3 }),
    'notifications.rhythms': () => ({ spaces: [] }),
  })
  const { notifications } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  const inputs = {
    markRead: { id: newId() },
    setRhythm: { space: 'entraide', rhythm: 'days', days: [2, 4] },
    setQuiet: { quiet: { from: 21, until: 7 } },
  } as const
  for (const name of names) {
    expect(await notifications[name](inputs[name] as never)).toEqual(inputs[name])
    expect(server.last).toMatchObject({ method: 'POST', paths: [`notifications.${name}`] })
  }
  expect(await notifications.markRead()).toEqual({})
  expect(await notifications.unread()).toEqual({ count: 3 })
  expect(await notifications.rhythms()).toEqual({ spaces: [] })
})

test('the list is read page by page', async () => {
  await using server = await EnvelopeServer.start({
    'notifications.list': (input: unknown) =>
      (input as { cursor?: string }).cursor === 'next' ? { items: [{ id: 'b' }] } : { items: [{ id: 'a' }], cursor: 'next' },
  })
  const { notifications } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  const ids: string[] = []
  for await (const { id } of notifications.list({ limit: 1 })) ids.push(id)
  expect(ids).toEqual(['a', 'b'])
  expect(server.last?.inputs[0]).toEqual({ limit: 1, cursor: 'next' })
})

test('one that is not hers is refused, once', async () => {
  await using server = await EnvelopeServer.start({
    'notifications.markRead': () => {
      throw new Refusal('not_found', 404)
    },
  })
  const { notifications } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  expect(await refusalOf(notifications.markRead({ id: newId() }))).toMatchObject({ code: 'not_found' })
  expect(server.requests).toHaveLength(1)
})

import { expect, test } from 'vitest'
import { EnvelopeServer, Refusal } from '../../test/envelope-server.ts'
import { refusalOf } from '../../test/recorded-sleep.ts'
import { createCercle, newId } from '../index.ts'

const names = ['read', 'sign', 'withdraw', 'proof', 'publish'] as const
const echo = Object.fromEntries(names.map((name) => [`charter.${name}`, (input: unknown) => input]))

const refuse = () => {
  throw new Refusal('conflict', 409)
}

test('each call names its procedure and passes its input', async () => {
  await using server = await EnvelopeServer.start({ ...echo, 'charter.list': () => ({ items: [] }) })
  const { charter } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  const id = newId()
  const inputs = {
    read: { id },
    sign: { id, hash: 'ab'.repeat(32) },
    withdraw: { id },
    proof: { id },
    publish: { id, space: 'laval', language: 'fr-CA', text: '**Ici**', replaces: null },
  } as const
  for (const name of names) {
    expect(await charter[name](inputs[name] as never)).toEqual(inputs[name])
    expect(server.last).toMatchObject({ method: 'POST', paths: [`charter.${name}`] })
  }
  expect(await charter.list()).toEqual({ items: [] })
})

test('a whole view may be handed in to sign what was read: only its id and its hash leave', async () => {
  await using server = await EnvelopeServer.start(echo)
  const { charter } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  const view = { id: newId(), hash: 'cd'.repeat(32), text: 'Ce qui se dit ici reste ici.' }
  expect(await charter.sign(view)).toEqual({ id: view.id, hash: view.hash })
})

test('a version without an id gets one', async () => {
  await using server = await EnvelopeServer.start(echo)
  const { charter } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  const sent = await charter.publish({ language: 'fr-CA', text: 'Texte', replaces: null })
  expect(sent.id).toMatch(/^[0-9a-f-]{36}$/)
})

test('a text that is no longer asked for is refused as a conflict, once', async () => {
  await using server = await EnvelopeServer.start({ 'charter.sign': refuse })
  const { charter } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  expect(await refusalOf(charter.sign({ id: newId(), hash: 'ef'.repeat(32) }))).toMatchObject({ code: 'conflict' })
  expect(server.requests).toHaveLength(1)
})

import { expect, test } from 'vitest'
import { EnvelopeServer, Refusal } from '../../test/envelope-server.ts'
import { refusalOf } from '../../test/recorded-sleep.ts'
import { createCercle, newId } from '../index.ts'

const answer = { id: 'a2V5', response: { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA', userHandle: 'AA' } }
const made = { id: 'a2V5', response: { clientDataJSON: 'e30', attestationObject: 'oA', transports: ['internal'] } }

test('each call about passkeys names its procedure and passes its input; those before signing in carry no token', async () => {
  const echo = (input: unknown) => ({ input: input ?? null })
  const names = ['list', 'askToAdd', 'add', 'remove', 'askToProve', 'prove', 'askToSignIn', 'signIn']
  await using server = await EnvelopeServer.start(Object.fromEntries(names.map((name) => [`passkeys.${name}`, echo])))
  const { passkeys } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  const id = newId()
  expect(await passkeys.list()).toEqual({ input: null })
  expect(await passkeys.askToAdd()).toEqual({ input: null })
  expect(await passkeys.add({ name: 'Téléphone', answer: made })).toEqual({ input: { name: 'Téléphone', answer: made } })
  expect(await passkeys.remove({ id })).toEqual({ input: { id } })
  expect(await passkeys.askToProve()).toEqual({ input: null })
  expect(await passkeys.prove({ answer })).toEqual({ input: { answer } })
  expect(await passkeys.askToSignIn()).toEqual({ input: null })
  expect(await passkeys.signIn({ answer })).toEqual({ input: { answer } })
  const signed = server.requests.map(({ headers }) => headers.authorization === 'Bearer access-1')
  expect(signed).toEqual([true, true, true, true, true, true, false, false])
})

test('an answer of a key is never repeated by itself', async () => {
  const busy = () => {
    throw new Refusal('unavailable', 503)
  }
  await using server = await EnvelopeServer.start({ 'passkeys.add': busy, 'passkeys.prove': busy, 'passkeys.signIn': busy })
  const { passkeys } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  for (const call of [passkeys.add({ name: 'x', answer: made }), passkeys.prove({ answer }), passkeys.signIn({ answer })])
    expect(await refusalOf(call)).toMatchObject({ code: 'unavailable' })
  expect(server.requests.map(({ paths }) => paths.join()).sort()).toEqual(['passkeys.add', 'passkeys.prove', 'passkeys.signIn'])
})

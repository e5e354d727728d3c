import { expect, test } from 'vitest'
import { EnvelopeServer, Refusal } from '../../test/envelope-server.ts'
import { refusalOf } from '../../test/recorded-sleep.ts'
import { createCercle, newId } from '../index.ts'

const names = [
  'settleForm',
  'ask',
  'request',
  'answer',
  'retract',
  'decide',
  'invite',
  'withdrawInvitation',
  'invitation',
  'accept',
] as const
const echo = Object.fromEntries(names.map((name) => [`joining.${name}`, (input: unknown) => input]))
const token = 'A'.repeat(43)

async function all(list: AsyncIterable<unknown>): Promise<unknown[]> {
  const items: unknown[] = []
  for await (const item of list) items.push(item)
  return items
}

test('each call names its procedure and passes its input; a secret travels in a body, with a token or without', async () => {
  await using server = await EnvelopeServer.start(echo)
  const id = newId()
  const inputs = {
    settleForm: { questions: [{ id, label: 'Qui vous a parlé de nous ?', required: true }] },
    ask: { id, name: 'Ines', email: 'ines@lumen.example', reason: 'Ici' },
    request: { token },
    answer: { token, text: 'Oui' },
    retract: { token },
    decide: { id, decision: 'refuse', text: 'Pas cette fois.' },
    invite: { id, spaces: ['laval'] },
    withdrawInvitation: { id },
    invitation: { token },
    accept: { token, name: 'Ines' },
  } as const
  for (const signed of [{ token: 'access-1' }, {}]) {
    const { joining } = createCercle({ server: server.url, community: 'a', ...signed })
    for (const name of names) {
      expect(await joining[name](inputs[name] as never)).toEqual(inputs[name])
      expect(server.last).toMatchObject({ method: 'POST', paths: [`joining.${name}`] })
      expect(server.last.url).not.toContain(token)
    }
  }
})

test('requests and invitations are read a page at a time', async () => {
  const asked: unknown[] = []
  const pages = (input: unknown) => {
    asked.push(input)
    return (input as { cursor?: string }).cursor ? { items: ['b'] } : { items: ['a'], cursor: 'next' }
  }
  await using server = await EnvelopeServer.start({ 'joining.requests': pages, 'joining.invitations': pages })
  const { joining } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  expect(await all(joining.requests({ state: 'decided' }))).toEqual(['a', 'b'])
  expect(asked).toEqual([{ state: 'decided' }, { state: 'decided', cursor: 'next' }])
  expect(await all(joining.invitations())).toEqual(['a', 'b'])
})

test('a request and an invitation without an id get one', async () => {
  await using server = await EnvelopeServer.start(echo)
  const { joining } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  const sent = [
    await joining.ask({ name: 'Ines', email: 'ines@lumen.example', reason: 'Ici' }),
    await joining.invite({}),
  ] as unknown[]
  for (const one of sent) expect((one as { id: string }).id).toMatch(/^[0-9a-f-]{36}$/)
})

test('what was decided meanwhile is refused as a conflict, once', async () => {
  const refuse = () => {
    throw new Refusal('conflict', 409)
  }
  await using server = await EnvelopeServer.start({ 'joining.decide': refuse })
  const { joining } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  expect(await refusalOf(joining.decide({ id: newId(), decision: 'refuse', text: 'Non' }))).toMatchObject({ code: 'conflict' })
  expect(server.requests).toHaveLength(1)
})

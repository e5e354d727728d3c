import { expect, test } from 'vitest'
import { EnvelopeServer, Refusal } from '../../test/envelope-server.ts'
import { refusalOf } from '../../test/recorded-sleep.ts'
import { createCercle, newId } from '../index.ts'

const names = ['ask', 'add', 'see', 'erase', 'answer', 'settle'] as const
const echo = Object.fromEntries(names.map((name) => [`help.${name}`, (input: unknown) => input]))

test('each call names its procedure and passes its input, in a body', async () => {
  await using server = await EnvelopeServer.start(echo)
  const { help } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  const id = newId()
  const inputs = {
    ask: { id, text: 'Je ne trouve pas la charte', place: 'Les discussions', call: true, phone: '819 555-0142' },
    add: { id, help: newId(), text: 'Trouvée' },
    see: { id },
    erase: { id },
    answer: { id, help: newId(), text: 'Elle est dans votre compte' },
    settle: { id, settled: true },
  } as const
  for (const name of names) {
    expect(await help[name](inputs[name] as never)).toEqual(inputs[name])
    expect(server.last).toMatchObject({ method: 'POST', paths: [`help.${name}`] })
    expect(server.last.url).not.toContain(id)
  }
})

test('what is written carries an id, made for the call unless told', async () => {
  await using server = await EnvelopeServer.start(echo)
  const { help } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  const sent = [await help.ask({ text: 'A' }), await help.add({ help: newId(), text: 'B' })] as unknown as { id: string }[]
  for (const { id } of sent) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  expect(sent[0]!.id).not.toBe(sent[1]!.id)
})

test('requests are read a page at a time, and a refusal is told by its code', async () => {
  const pages: Record<string, { items: string[]; cursor?: string }> = {
    first: { items: ['a', 'b'], cursor: 'next' },
    next: { items: ['c'] },
  }
  await using server = await EnvelopeServer.start({
    'help.requests': (input: unknown) => pages[(input as { cursor?: string }).cursor ?? 'first'],
    'help.own': () => {
      throw new Refusal('unauthorized', 401)
    },
  })
  const { help } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  const items: unknown[] = []
  for await (const item of help.requests({ state: 'settled', limit: 2 })) items.push(item)
  expect(items).toEqual(['a', 'b', 'c'])
  expect(server.last.inputs).toEqual([{ state: 'settled', limit: 2, cursor: 'next' }])
  expect(await refusalOf(help.own())).toMatchObject({ code: 'unauthorized' })
})

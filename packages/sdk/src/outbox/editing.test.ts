import { expect, test, vi } from 'vitest'
import { CercleClientError, type ClientErrorCode } from '../errors.ts'
import { handTimer } from '../../test/live-surroundings.ts'
import { refusalOf } from '../../test/recorded-sleep.ts'
import { createOutbox, memoryOutboxStore } from '../outbox.ts'

type Sent = { type: string; input: { id?: string; threadId?: string; body: string; title?: string } }

/** An outbox whose calls are answered by these, one after the other; afterwards by success. */
function open(...answers: (ClientErrorCode | 'never')[]) {
  const sent: Sent[] = []
  const call = (type: string) => async (input: never) => {
    sent.push({ type, input })
    const answer = answers.shift()
    if (answer === 'never') await new Promise(() => {})
    if (answer) throw new CercleClientError(answer as ClientErrorCode)
    return input
  }
  const discussions = { createThread: call('createThread'), reply: call('reply'), react: call('react'), edit: call('edit') }
  const clock = handTimer()
  const parts = { server: 's', community: 'a', member: 'm', store: memoryOutboxStore(), timer: clock.timer, random: () => 0.5 }
  const outbox = createOutbox({ ...parts, cercle: { discussions: discussions as never } })
  const thread = (body: string) =>
    outbox.add({ type: 'createThread', input: { id: 'thread', space: 'accueil', kind: 'question', title: 'Titre', body } })
  const first = async (wanted: object) =>
    vi.waitFor(async () => expect((await outbox.list())[0]).toMatchObject(wanted), { interval: 5, timeout: 5000 })
  const empty = () => vi.waitFor(async () => expect(await outbox.list()).toEqual([]), { interval: 5, timeout: 5000 })
  const said = () => sent.map(({ type, input }) => [type, input.body])
  return { outbox, sent, clock, thread, first, empty, said }
}

test('what was never tried is changed under its id', async () => {
  const it = open('offline')
  await it.outbox.add({ type: 'react', input: { postId: 'p', key: 'thanks', on: true } })
  await it.first({ code: 'offline' })
  const entry = await it.thread('un')
  expect(await it.outbox.edit(entry.id, { ...entry.input, body: 'deux' } as never)).toMatchObject({
    input: { id: 'thread', body: 'deux' },
  })
  it.outbox.flush()
  await it.empty()
  expect(it.said().slice(2)).toEqual([['createThread', 'deux']])
})

test.each(['invalid', 'too_large'] as const)(
  'refused as %s it was surely not written: changed under its id, and sent again',
  async (code) => {
    const it = open(code)
    const entry = await it.thread('un')
    await it.first({ state: 'refused', code })
    await it.outbox.edit(entry.id, { ...entry.input, body: 'deux' } as never)
    await it.empty()
    expect(it.sent.map(({ input }) => [input.id, input.body])).toEqual([
      ['thread', 'un'],
      ['thread', 'deux'],
    ])
  },
)

test('refused as a conflict its id stands for something else: it gets another, and so does what builds on it', async () => {
  const it = open('conflict')
  const entry = await it.thread('un')
  await it.first({ state: 'refused', code: 'conflict' })
  await it.outbox.add({ type: 'reply', input: { id: 'reply', threadId: 'thread', body: 'suite' } })
  await it.outbox.edit(entry.id, { ...entry.input, body: 'deux' } as never)
  await it.empty()
  const [, created, reply] = it.sent
  expect(created!.input.id).not.toBe('thread')
  expect(reply!.input.threadId).toBe(created!.input.id)
})

test.each(['offline', 'internal', 'forbidden'] as const)(
  'tried and answered %s it may be written: it goes as it was, and the change behind it',
  async (code) => {
    const it = open(code)
    const entry = await it.thread('un')
    await it.first({ code })
    const edit = await it.outbox.edit(entry.id, { ...entry.input, title: 'Autre', body: 'deux' } as never)
    expect(edit).toMatchObject({ type: 'edit', input: { id: 'thread', title: 'Autre', body: 'deux' } })
    await it.outbox.edit(entry.id, { ...entry.input, body: 'trois' } as never)
    await it.outbox.retry(entry.id)
    await it.empty()
    expect(it.said().slice(0, 2)).toEqual([
      ['createThread', 'un'],
      ['createThread', 'un'],
    ])
    expect(it.said().at(-1)).toEqual(['edit', 'trois'])
  },
)

test('a change that an edit cannot say is a conflict while the text may be written', async () => {
  const it = open('offline', 'offline')
  const entry = await it.thread('un')
  await it.first({ code: 'offline' })
  expect(await refusalOf(it.outbox.edit(entry.id, { ...entry.input, space: 'entraide' } as never))).toMatchObject({
    code: 'conflict',
  })
  expect(await refusalOf(it.outbox.edit('gone', entry.input))).toMatchObject({ code: 'not_found' })
})

test('an edit that is changed while it is being sent goes again with the change', async () => {
  const it = open()
  let edit: Promise<unknown> | undefined
  it.outbox.on('change', ({ entry }) => {
    if (entry.state === 'sending' && !edit) edit = it.outbox.edit(entry.id, { id: 'p', body: 'deux' })
  })
  await it.outbox.add({ type: 'edit', input: { id: 'p', body: 'un' } })
  await vi.waitFor(() =>
    expect(it.said()).toEqual([
      ['edit', 'un'],
      ['edit', 'deux'],
    ]),
  )
  await it.empty()
})

test('what is refused holds back what builds on it, and nothing else', async () => {
  const it = open('invalid')
  const entry = await it.thread('un')
  await it.outbox.add({ type: 'reply', input: { id: 'r1', threadId: 'thread', body: 'dessous' } })
  await it.outbox.add({ type: 'react', input: { postId: 'r1', key: 'thanks', on: true } })
  await it.outbox.add({ type: 'reply', input: { id: 'r2', threadId: 'elsewhere', body: 'ailleurs' } })
  await vi.waitFor(async () => expect(await it.outbox.list()).toHaveLength(3))
  expect(it.said()).toEqual([
    ['createThread', 'un'],
    ['reply', 'ailleurs'],
  ])
  await it.outbox.retry(entry.id)
  await it.empty()
  expect(it.said().slice(2)).toEqual([
    ['createThread', 'un'],
    ['reply', 'dessous'],
    ['react', undefined],
  ])
})

test('cancel says whether it may be written already', async () => {
  const it = open('invalid', 'never')
  const refused = await it.thread('un')
  await it.first({ state: 'refused' })
  const under = await it.outbox.add({ type: 'reply', input: { threadId: 't', body: 'en route' } })
  const behind = await it.outbox.add({ type: 'reply', input: { threadId: 't', body: 'derrière' } })
  await vi.waitFor(() => expect(it.sent).toHaveLength(2))
  expect([await it.outbox.cancel(refused.id), await it.outbox.cancel(under.id), await it.outbox.cancel(behind.id)]).toEqual([
    true,
    false,
    true,
  ])
  expect(await it.outbox.list()).toEqual([])
})

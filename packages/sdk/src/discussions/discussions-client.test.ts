import { expect, test } from 'vitest'
import { EnvelopeServer } from '../../test/envelope-server.ts'
import { refusalOf } from '../../test/recorded-sleep.ts'
import { createCercle, createReader, newId } from '../index.ts'

const pages: Record<string, unknown> = {
  first: { items: [{ title: 'un' }, { title: 'deux' }], cursor: 'second' },
  second: { items: [], cursor: 'third' },
  third: { items: [{ title: 'trois' }] },
}
const procedures = { 'discussions.threads': ({ cursor = 'first' }: { cursor?: string }) => pages[cursor] }

test('threads are iterated over all pages, an empty one in the middle included', async () => {
  await using server = await EnvelopeServer.start(procedures)
  const titles: string[] = []
  for await (const { title } of createReader({ server: server.url, community: 'a' }).discussions.threads({
    space: 'accueil',
    limit: 2,
  }))
    titles.push(title)
  expect(titles).toEqual(['un', 'deux', 'trois'])
  expect(server.requests.map(({ inputs }) => inputs[0])).toEqual([
    { space: 'accueil', limit: 2 },
    { space: 'accueil', limit: 2, cursor: 'second' },
    { space: 'accueil', limit: 2, cursor: 'third' },
  ])
})

test('nothing is asked before it is needed, nor after one stops', async () => {
  await using server = await EnvelopeServer.start(procedures)
  const threads = createReader({ server: server.url, community: 'a' }).discussions.threads()
  expect(server.requests).toHaveLength(0)
  for await (const { title } of threads) if (title === 'deux') break
  expect(server.requests).toHaveLength(1)
})

test('a page at a time, by the cursor of the one before; first pages travel together', async () => {
  await using server = await EnvelopeServer.start(procedures)
  const { discussions } = createReader({ server: server.url, community: 'a' })
  const [all, questions] = await Promise.all([discussions.threads().page(), discussions.threads({ kind: 'question' }).page()])
  expect(server.requests).toHaveLength(1)
  expect([all, questions]).toEqual([pages.first, pages.first])
  expect(await discussions.threads().page('third')).toEqual(pages.third)
})

test('a signal stops an iteration between two pages', async () => {
  await using server = await EnvelopeServer.start(procedures)
  const giveUp = new AbortController()
  const threads = createReader({ server: server.url, community: 'a' }).discussions.threads({}, { signal: giveUp.signal })
  const walk = async (): Promise<void> => {
    for await (const { title } of threads) if (title === 'deux') giveUp.abort()
  }
  expect(await refusalOf(walk())).toMatchObject({ code: 'aborted' })
  expect(server.requests).toHaveLength(1)
})

test('every write names its procedure, says what it is given, and needs a POST', async () => {
  const names = ['createThread', 'reply', 'react', 'edit', 'withdraw', 'restore', 'pin', 'markRead'] as const
  const echo = Object.fromEntries(names.map((name) => [`discussions.${name}`, (input: unknown) => input]))
  await using server = await EnvelopeServer.start(echo)
  const { discussions } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  const id = newId()
  const inputs = {
    createThread: { id, space: 'accueil', kind: 'tool', title: 'Un outil', body: '**ici**' },
    reply: { id, threadId: newId(), body: 'Merci' },
    react: { postId: id, key: 'thanks', on: false },
    edit: { id, body: 'Mieux dit' },
    withdraw: { id },
    restore: { id },
    pin: { id, pinned: true },
    markRead: { id },
  } as const
  for (const name of names) {
    expect(await discussions[name](inputs[name] as never)).toEqual(inputs[name])
    expect(server.last).toMatchObject({ method: 'POST', paths: [`discussions.${name}`] })
  }
})

test('an id is made for each new text that has none, even one that is said to be undefined', async () => {
  await using server = await EnvelopeServer.start({ 'discussions.reply': (input: unknown) => input })
  const { discussions } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  const reply = { threadId: newId(), body: 'Merci' }
  const sent = [await discussions.reply(reply), await discussions.reply({ ...reply, id: undefined })]
  expect(new Set(sent.map(({ id }) => id)).size).toBe(2)
  for (const { id } of sent) expect(id).toMatch(/^[0-9a-f-]{36}$/)
})

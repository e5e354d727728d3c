import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { caller, signIn } from '../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../test/server.ts'
import { uuidv7 } from './ids.ts'
import { createLogger, errorFields } from './logger.ts'

let server: TestServer
let lines = ''
beforeAll(async () => {
  server = await testServer({}, { log: createLogger('trace', { write: (line) => void (lines += line) }) })
})
afterAll(() => server?.[Symbol.asyncDispose]())

test('at its most talkative the log holds no word, address or code, whatever is written, read or goes wrong', async () => {
  const seed = communitySeed()
  await server.server.seed(seed)
  const email = `member@${seed.slug}.example`
  const member = await signIn(server, seed.slug, email)
  const { code } = await server.mailTo(email)
  const id = uuidv7(Date.now())
  const text = 'Texte pygargue\n    at pygargue (file:///pygargue.ts:1:1)'
  const create = (body: string, thread = uuidv7(Date.now())) =>
    member.mutate('discussions.createThread', { id: thread, space: 'entraide', kind: 'question', title: 'Titre pygargue', body })
  expect((await create('Texte pygargue', id)).error).toBeUndefined()
  await member.query('discussions.thread', { id })
  await member.mutate('discussions.edit', { id, body: text })

  // what a caller gets wrong
  const stranger = caller(server.url, seed.slug)
  const asked = await stranger.mutate('auth.requestCode', { email })
  await stranger.mutate('auth.signIn', { loginId: asked.data.loginId, code: '00000000' })
  await stranger.mutate('auth.signIn', { loginId: asked.data.loginId, code: 'pygargue' })
  await member.mutate('discussions.createThread', { pygargue: 'pygargue' })
  await stranger.query('discussions.pygargue', { id: 'pygargue' })
  const door = `${server.url}/c/${seed.slug}`
  await fetch(`${door}/trpc/discussions.reply`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"pygargue',
  })
  for (const path of ['/pygargue?q=pygargue', '/trpc/%E0%A4%A?pygargue']) await fetch(door + path)

  // what goes wrong with us: the database quotes the text in its message
  await server.database.ownerPool.query(`create function quote_text() returns trigger language plpgsql as
    $$ begin raise exception E'% by %\\n    at % (file:///pygargue.ts:1:1)', new.source, new.author_id, new.source; end $$;
    create trigger quote_text before insert on post for each row execute function quote_text()`)
  try {
    expect((await create(text)).error).toMatchObject({ code: 'internal' })
  } finally {
    await server.database.ownerPool.query('drop function quote_text cascade')
  }
  await vi.waitFor(() => expect(lines).toContain('"a call failed"'))
  expect(lines).toContain('posts.repository.ts')
  for (const word of ['pygargue', email, email.split('@')[1]!, code, member.tokens!.access, member.tokens!.refresh])
    expect(lines, word).not.toContain(word)
})

test('of an error whose message cannot be told from its frames, no frame is kept', () => {
  const error = new Error('pygargue\n    at pygargue (a.ts:1:1)')
  expect(errorFields(error).stack).toMatch(/^\s+at .*logger\.test\.ts/u)
  expect(errorFields(error).stack).not.toContain('pygargue')
  error.message = 'other'
  expect(errorFields(error).stack).toBeUndefined()
})

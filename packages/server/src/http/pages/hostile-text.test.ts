import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn, type Caller } from '../../../test/caller.ts'
import { htmlFaults } from '../../../test/html-faults.ts'
import { communitySeed, testServer, type TestServer } from '../../../test/server.ts'
import { uuidv7 } from '../../ids.ts'

let server: TestServer
let member: Caller
const seed = communitySeed()
const get = async (path: string) => {
  const response = await fetch(server.url + path)
  return { status: response.status, text: await response.text() }
}

beforeAll(async () => {
  server = await testServer()
  await server.server.seed(seed)
  member = await signIn(server, seed.slug, `member@${seed.slug}.example`)
})
afterAll(() => server?.[Symbol.asyncDispose]())

const vectors = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></h1><svg/onload=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '<https://x.example/"onclick="alert(1)>',
  '[x](https://x.example/?"><script>alert(1)</script>)',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<!-- --><![CDATA[<b>]]>&#x3c;b&#x3e;',
  '{{7*7}} ${7*7} <%= 7*7 %>',
]
test.each(vectors)('%s stays text', async (vector) => {
  const id = uuidv7(Date.now())
  const input = { id, space: 'accueil', kind: 'news', title: vector.slice(0, 160), body: vector }
  expect((await member.mutate('discussions.createThread', input)).error).toBeUndefined()
  await member.mutate('discussions.reply', { id: uuidv7(Date.now()), threadId: id, body: vector })
  for (const path of [`/c/${seed.slug}/d/${id}`, `/c/${seed.slug}`]) {
    const { status, text } = await get(path)
    expect([status, htmlFaults(text)]).toEqual([200, []])
    const theirs = text.replace(/<script type="module" src="\/assets\/exit-[\w-]+\.js"><\/script>/, '')
    expect(theirs).not.toMatch(/<(?:script|img|iframe|object|b [^>]|[^>]*\son\w+=)|href="(?!https?:|mailto:|\/|#)/)
  }
})

test('an address that came into a row by another way is no link', async () => {
  const id = uuidv7(Date.now())
  await member.mutate('discussions.createThread', { id, space: 'accueil', kind: 'news', title: 'Sage', body: 'Sage' })
  const body = JSON.stringify([['p', ['a', 'javascript:alert(1)', 'appuyez']]])
  await server.owner.updateTable('post').set({ body }).where('id', '=', id).execute()
  const { text } = await get(`/c/${seed.slug}/d/${id}`)
  expect([text.includes('appuyez'), text.includes('javascript:')]).toEqual([true, false])
})

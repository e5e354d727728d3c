import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caller, signIn, type Caller } from '../../test/caller.ts'
import { openStream } from '../../test/live-reader.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

const TEXT = '**Ce qui se dit ici reste ici.**\n\n- Je ne copie pas.\n- Je ne nomme personne.'
const LAVAL = 'Entre nous, à Laval.'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const newId = () => uuidv7(Date.now())

/** A community whose charter everybody but `member` has signed; that of the space « laval » is signed by who facilitates. */
async function makeCommunity() {
  const seed = communitySeed({
    charters: [
      { text: TEXT, minutesAgo: 600, signedBy: ['facilitator', 'other', 'restricted'] },
      { space: 'laval', text: LAVAL, minutesAgo: 500, signedBy: ['facilitator'] },
    ],
  })
  await server.server.seed(seed)
  const enter = (key: string) => signIn(server, seed.slug, `${key}@${seed.slug}.example`)
  return { slug: seed.slug, enter, stranger: caller(server.url, seed.slug) }
}
const slugsOf = async (person: Caller): Promise<string[]> =>
  (await person.query('spaces.list')).data.items.map(({ slug }: { slug: string }) => slug)
const viewerOf = async (person: Caller) => (await person.query('communities.current')).data.viewer
const askedOf = async (person: Caller) => (await person.query('charter.read', { id: (await viewerOf(person)).charter.id })).data
const sign = (person: Caller, { id, hash }: { id: string; hash: string }) => person.mutate('charter.sign', { id, hash })

describe('a member who has not signed', () => {
  test('reads what strangers read, is told which charter is asked of her, and gets nothing else', async () => {
    const { enter, stranger } = await makeCommunity()
    const [member, other] = [await enter('member'), await enter('other')]
    await other.mutate('discussions.createThread', { id: newId(), space: 'accueil', kind: 'tool', title: 'Titre', body: 'Texte' })
    expect(await viewerOf(member)).toMatchObject({ status: 'unsigned', charter: { version: 1, space: null } })
    expect((await member.query('spaces.list')).data).toEqual((await stranger.query('spaces.list')).data)
    const [thread] = (await member.query('discussions.threads', {})).data.items
    expect(thread).toMatchObject({ title: 'Titre', author: null })
    expect((await member.query('discussions.threads', { space: 'entraide' })).error?.code).toBe('not_found')
    for (const [path, input] of [
      ['discussions.createThread', { id: newId(), space: 'accueil', kind: 'tool', title: 'Titre', body: 'Texte' }],
      ['discussions.reply', { id: newId(), threadId: thread.id, body: 'Texte' }],
      ['discussions.react', { postId: thread.id, key: 'thanks', on: true }],
      ['discussions.markRead', { id: thread.id }],
    ] as const)
      expect((await member.mutate(path, input)).error?.code, path).toBe('forbidden')
    expect((await member.query('discussions.revisions', { id: thread.id })).error?.code).toBe('forbidden')
    // the charter of a space is told only to who has signed that of the community
    const { items } = (await member.query('charter.list')).data
    expect(items).toMatchObject([{ space: null, signature: null, can: { sign: true, withdraw: false } }])
  })

  test('signs the text that she read, at the hash of that very text, and reads at the next call', async () => {
    const { enter } = await makeCommunity()
    const member = await enter('member')
    const charter = await askedOf(member)
    expect(charter).toMatchObject({
      text: TEXT,
      hash: sha256(TEXT),
      version: 1,
      language: 'fr-CA',
      current: true,
      signature: null,
    })
    expect(charter.body[0]).toEqual(['p', ['b', 'Ce qui se dit ici reste ici.']])
    const signed = await sign(member, charter)
    expect(signed.data).toMatchObject({ signature: { version: 1, withdrawnAt: null }, can: { sign: false, withdraw: true } })
    expect(await slugsOf(member)).toEqual(['accueil', 'entraide', 'nouvelles'])
    expect(await viewerOf(member)).toMatchObject({ status: 'active', charter: null })
  })

  test('signs once, however often it is sent', async () => {
    const { enter } = await makeCommunity()
    const member = await enter('member')
    const charter = await askedOf(member)
    const answers = await Promise.all(Array.from({ length: 6 }, () => sign(member, charter)))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers[0]!.error).toBeUndefined()
    const rows = await server.owner.selectFrom('charter_signature').select('id').where('version_id', '=', charter.id).execute()
    expect(rows).toHaveLength(4)
  })

  test('cannot sign at another hash, an older version, the charter of another community, or one that is not there', async () => {
    const [{ enter }, elsewhere] = [await makeCommunity(), await makeCommunity()]
    const [member, facilitator] = [await enter('member'), await enter('facilitator')]
    const charter = await askedOf(member)
    const foreign = await askedOf(await elsewhere.enter('member'))
    expect((await sign(member, { id: charter.id, hash: sha256('autre') })).error?.code).toBe('conflict')
    const absent = await sign(member, { id: newId(), hash: charter.hash })
    const hidden = await sign(member, { id: foreign.id, hash: charter.hash })
    expect([absent.status, absent.text]).toEqual([hidden.status, hidden.text])
    expect(absent.error?.code).toBe('not_found')
    const next = { id: newId(), language: 'fr-CA', text: 'Une charte plus courte.', replaces: charter.id }
    expect((await facilitator.mutate('charter.publish', next)).error).toBeUndefined()
    expect((await sign(member, charter)).error?.code).toBe('conflict')
    expect(await slugsOf(member)).toEqual(['accueil'])
    const fresh = await askedOf(member)
    expect(fresh).toMatchObject({ version: 2, text: 'Une charte plus courte.' })
    expect((await sign(member, fresh)).error).toBeUndefined()
  })
})

describe('a charter is for members', () => {
  test('a stranger and a person whose request waits are told nothing of it', async () => {
    const { enter, stranger } = await makeCommunity()
    const pending = await enter('pending')
    const { id } = await askedOf(await enter('member'))
    for (const [person, code] of [
      [stranger, 'unauthorized'],
      [pending, 'forbidden'],
    ] as const) {
      expect((await person.query('charter.list')).error?.code).toBe(code)
      expect((await person.query('charter.read', { id })).error?.code).toBe(code)
      expect((await sign(person, { id, hash: sha256(TEXT) })).error?.code).toBe(code)
    }
    expect((await viewerOf(pending)).charter).toBe(null)
  })

  test('a community without one is as before', async () => {
    const seed = communitySeed()
    await server.server.seed(seed)
    const member = await signIn(server, seed.slug, `member@${seed.slug}.example`)
    expect(await viewerOf(member)).toMatchObject({ status: 'active', charter: null })
    expect(await slugsOf(member)).toEqual(['accueil', 'entraide', 'nouvelles'])
    expect((await member.query('charter.list')).data).toEqual({ items: [] })
  })
})

describe('the charter of a space', () => {
  test('opens that space alone, for those it is for; to others it does not exist', async () => {
    const { enter } = await makeCommunity()
    const [josee, kim] = [await enter('restricted'), await enter('other')]
    expect(await slugsOf(josee)).not.toContain('laval')
    expect(await viewerOf(josee)).toMatchObject({ status: 'active', charter: { version: 1, space: { name: 'Groupe Laval' } } })
    const charter = await askedOf(josee)
    expect(charter.text).toBe(LAVAL)
    const absent = await sign(kim, { id: newId(), hash: charter.hash })
    const hidden = await sign(kim, charter)
    expect([absent.status, absent.text, absent.error?.code]).toEqual([hidden.status, hidden.text, 'not_found'])
    expect((await kim.query('charter.list')).data.items).toHaveLength(1)
    await sign(josee, charter)
    expect(await slugsOf(josee)).toContain('laval')
    await josee.mutate('charter.withdraw', { id: charter.id })
    expect(await slugsOf(josee)).toEqual(['accueil', 'entraide', 'nouvelles'])
  })

  test('counts as readers only those who have signed', async () => {
    const { enter } = await makeCommunity()
    const [josee, marie] = [await enter('restricted'), await enter('facilitator')]
    const readers = async () => {
      const { items } = (await marie.query('spaces.list')).data as { items: { slug: string; readers: number }[] }
      return Object.fromEntries(items.map((one) => [one.slug, one.readers]))
    }
    expect(await readers()).toEqual({ accueil: 3, entraide: 3, nouvelles: 3, laval: 1 })
    await sign(josee, await askedOf(josee))
    expect((await readers()).laval).toBe(2)
  })
})

describe('taking a signature back', () => {
  test('closes at the next call, keeps the proof, and is undone by signing again', async () => {
    const { enter } = await makeCommunity()
    const kim = await enter('other')
    const [listed] = (await kim.query('charter.list')).data.items
    const answer = await kim.mutate('charter.withdraw', { id: listed.id })
    expect(answer.data).toMatchObject({ signature: null, can: { sign: true, withdraw: false } })
    expect((await kim.mutate('charter.withdraw', { id: listed.id })).text).toBe(answer.text)
    expect(await slugsOf(kim)).toEqual(['accueil'])
    const proof = await kim.query('charter.proof', { id: listed.signature.id })
    expect(proof.data).toMatchObject({ version: 1, hash: sha256(TEXT), withdrawnAt: expect.any(String) })
    await sign(kim, await askedOf(kim))
    expect(await slugsOf(kim)).toContain('entraide')
    const [{ signature, earlier }] = (await kim.query('charter.list')).data.items
    expect(signature.id).not.toBe(listed.signature.id)
    expect(earlier).toMatchObject([{ id: listed.signature.id, withdrawnAt: expect.any(String) }])
  })

  test('cannot be done for another, nor is another’s proof told', async () => {
    const { enter } = await makeCommunity()
    const [kim, josee] = [await enter('other'), await enter('restricted')]
    const [{ id, signature }] = (await kim.query('charter.list')).data.items
    expect((await josee.query('charter.proof', { id: signature.id })).error?.code).toBe('not_found')
    await josee.mutate('charter.withdraw', { id })
    expect(await slugsOf(kim)).toContain('entraide')
  })
})

describe('an open stream', () => {
  test('tells her that her rights changed, and from then on only what she may read', async () => {
    const { slug, enter } = await makeCommunity()
    const [kim, josee] = [await enter('other'), await enter('restricted')]
    const [{ id }] = (await kim.query('charter.list')).data.items
    const write = async (space: string) => {
      const thread = { id: newId(), space, kind: 'tool', title: 'Titre', body: 'Texte' }
      expect((await josee.mutate('discussions.createThread', thread)).error).toBeUndefined()
      return thread.id
    }
    await using stream = await openStream(server.url, slug, kim.tokens!.access)
    await using theirs = await openStream(server.url, slug, josee.tokens!.access)
    const { seq } = await stream.next('ready')
    expect(await write('entraide')).toBe((await stream.next('thread.created')).thread)
    await kim.mutate('charter.withdraw', { id })
    await stream.next('charter.changed')
    const hidden = await write('entraide')
    const shown = await write('accueil')
    expect((await stream.next('thread.created')).thread).toBe(shown)
    expect(stream.text()).not.toContain(hidden)
    // what she does with her signature is nobody else's to know, and is not lost to herself
    await theirs.next('thread.created')
    expect(theirs.text()).not.toContain('charter.changed')
    await using again = await openStream(server.url, slug, kim.tokens!.access, seq!)
    await again.next('charter.changed')
    await sign(kim, await askedOf(kim))
    await again.next('charter.changed')
    expect(await write('entraide')).toBe((await stream.next('thread.created')).thread)
  })
})

describe('a new version', () => {
  test('is asked of everybody, who facilitates included, and keeps the earlier proof', async () => {
    const { enter } = await makeCommunity()
    const [marie, kim] = [await enter('facilitator'), await enter('other')]
    const before = (await marie.query('charter.list')).data.items[0]
    const input = { id: newId(), language: 'fr-CA', text: `  ${TEXT}\n\nEt je demande avant.  `, replaces: before.id }
    const published = await marie.mutate('charter.publish', input)
    expect(published.data).toMatchObject({ version: 2, current: true, signature: null, text: input.text.trim() })
    expect((await marie.mutate('charter.publish', input)).error?.code).toBe('forbidden')
    for (const person of [marie, kim]) expect(await slugsOf(person)).toEqual(['accueil'])
    await sign(marie, await askedOf(marie))
    expect((await marie.mutate('charter.publish', input)).data).toMatchObject({ version: 2 })
    expect((await marie.mutate('charter.publish', { ...input, text: 'Autre' })).error?.code).toBe('conflict')
    expect((await marie.mutate('charter.publish', { ...input, id: newId() })).error?.code).toBe('conflict')
    const [{ earlier }] = (await kim.query('charter.list')).data.items
    expect((await kim.query('charter.proof', { id: earlier[0].id })).data).toMatchObject({
      version: 1,
      text: TEXT,
      member: { name: 'Kim' },
      community: { name: 'Réseau', timeZone: 'America/Toronto' },
    })
  })

  test('is published by who facilitates alone, and not for a public space or one she does not read', async () => {
    const { enter } = await makeCommunity()
    const [marie, kim] = [await enter('facilitator'), await enter('other')]
    const input = { id: newId(), language: 'fr-CA', text: 'Texte', replaces: null }
    expect((await kim.mutate('charter.publish', input)).error?.code).toBe('forbidden')
    expect((await marie.mutate('charter.publish', { ...input, space: 'accueil' })).error).toMatchObject({ code: 'invalid' })
    expect((await marie.mutate('charter.publish', { ...input, space: 'nulle-part' })).error?.code).toBe('not_found')
    expect((await marie.mutate('charter.publish', { ...input, space: 'entraide' })).data).toMatchObject({
      version: 1,
      space: { slug: 'entraide' },
    })
    expect(await slugsOf(kim)).not.toContain('entraide')
  })

  test('never changes, whoever writes', async () => {
    const { enter } = await makeCommunity()
    const { id } = await askedOf(await enter('member'))
    const change = server.owner.updateTable('charter_version').set({ source: randomUUID() }).where('id', '=', id).execute()
    await expect(change).rejects.toThrow(/never changes/)
  })
})

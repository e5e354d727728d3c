import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn, type Caller } from '../../../test/caller.ts'
import { countOpenings } from '../../../test/count-openings.ts'
import { htmlFaults } from '../../../test/html-faults.ts'
import { communitySeed, testServer, type TestServer } from '../../../test/server.ts'
import { uuidv7 } from '../../ids.ts'

let server: TestServer
let member: Caller
const words = (count: number) => Array.from({ length: count }, (_, index) => `Réponse numéro ${index + 1}.`)
const post = (author: string, minutesAgo: number, body: string) => ({ author, minutesAgo, body })
const seed = communitySeed({
  name: 'Réseau <Nord>',
  threads: [
    {
      ...post('member', 60, '**Gras** et _penché_\n\n- un\n- [lien](https://x.example/?a=1&b=2)'),
      space: 'accueil',
      kind: 'question',
      title: 'Une longue discussion',
      reactions: { thanks: ['other', 'restricted'], recognise: ['facilitator'] },
      replies: words(45).map((body, index) => ({ ...post('other', 50 - index, body), reactions: { thanks: ['member'] } })),
    },
    ...words(22).map((body, index) => ({
      ...post('restricted', 10_000 + index, body),
      space: 'accueil',
      kind: 'tool' as const,
      title: `Outil ${index}`,
    })),
    { ...post('facilitator', 20_000, 'Bonjour'), space: 'accueil', kind: 'news', title: 'Toujours en haut', pinned: true },
    { ...post('member', 5, 'canariabri'), space: 'entraide', kind: 'question', title: 'canarititre' },
    { ...post('restricted', 4, 'canarilaval'), space: 'laval', kind: 'question', title: 'canarititrelaval' },
  ],
})
const found = communitySeed({
  name: 'Northern network',
  language: 'en-CA',
  timeZone: 'America/Vancouver',
  indexable: true,
  exitUrl: 'https://news.example/',
  sites: [],
  spaces: [
    { slug: 'welcome', name: 'Welcome', level: 'public' },
    { slug: 'short', name: 'Short', level: 'public', retentionDays: 30 },
  ],
  threads: [
    { ...post('member', 60 * 24 * 40, 'Words'), space: 'welcome', kind: 'news', title: 'An old one' },
    { ...post('member', 60, 'Other words'), space: 'short', kind: 'tool', title: 'A fresh one' },
  ],
})

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(server.url + path, { headers })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const feed = (query = '') => get(`/c/${seed.slug}${query}`)
const threadOf = async (title: string) => {
  const row = await server.owner.selectFrom('thread').select('id').where('title', '=', title).executeTakeFirstOrThrow()
  return { id: row.id, path: `/c/${seed.slug}/d/${row.id}` }
}
const wayOut = (text: string) => /<script type="module" src="(\/assets\/exit-[\w-]+\.js)"><\/script>/.exec(text)?.[1]
const linkOf = (text: string, words: string) => {
  const link = [...text.matchAll(/<a [^>]*href="([^"]+)"[^>]*>([^]*?)<\/a>/g)].find(([, , inside]) => inside!.includes(words))
  return link?.[1]?.replaceAll('&amp;', '&')
}

beforeAll(async () => {
  server = await testServer()
  await server.server.seed(seed)
  await server.server.seed(found)
  member = await signIn(server, seed.slug, `member@${seed.slug}.example`)
})
afterAll(() => server?.[Symbol.asyncDispose]())

describe('what a stranger reads', () => {
  test('the feed: public discussions, what is pinned first, nobody’s name, and where members enter', async () => {
    const { status, text } = await feed()
    expect([status, htmlFaults(text)]).toEqual([200, []])
    const titles = [...text.matchAll(/<h2><a [^>]*>([^<]*)<\/a>/g)].map(([, title]) => title)
    expect(titles.slice(0, 3)).toEqual(['Toujours en haut', 'Une longue discussion', 'Outil 0'])
    expect(text).not.toMatch(/canari|Entraide|Laval|Fatou|Kim|Josée|Marie|Maison Lumen/)
    expect(text).toContain('Une personne de la communauté')
    expect(text).toContain('2 personnes disent merci')
    expect(text).toContain('45 réponses')
    for (const site of ['https://a.example/', 'https://b.example/']) expect(text).toContain(`href="${site}" rel="noopener"`)
  })

  test('older discussions come by pages, none twice, and back again', async () => {
    const titlesOf = (text: string) => [...text.matchAll(/<h2><a href="([^"]*)"/g)].map(([, href]) => href)
    const first = await feed()
    const older = linkOf(first.text, 'Discussions plus anciennes')!
    expect(older).toMatch(/\?cursor=[\w-]+$/)
    const second = await get(older)
    expect(htmlFaults(second.text)).toEqual([])
    const all = [...titlesOf(first.text), ...titlesOf(second.text)]
    expect([all.length, new Set(all).size]).toEqual([24, 24])
    expect(linkOf(second.text, 'Discussions plus anciennes')).toBeUndefined()
    expect(linkOf(second.text, 'Revenir aux plus récentes')).toBe(`/c/${seed.slug}`)
  })

  test('one kind at a time, by links', async () => {
    const { text } = await feed()
    const tools = await get(linkOf(text, 'Outils')!)
    expect(tools.text).toMatch(/href="\/c\/[\w-]+\?kind=tool" aria-current="page"/)
    expect(tools.text).not.toContain('Une longue discussion')
    expect(linkOf(tools.text, 'Discussions plus anciennes')).toContain('kind=tool&cursor=')
    const none = await feed('?kind=experience')
    expect([none.text.includes('Rien de ce genre pour le moment'), htmlFaults(none.text)]).toEqual([true, []])
  })

  test('a discussion: its text with its form, gestures in words, replies by pages', async () => {
    const { path } = await threadOf('Une longue discussion')
    const { text } = await get(path)
    expect(htmlFaults(text)).toEqual([])
    expect(text).toContain('<strong>Gras</strong> et <em>penché</em>')
    expect(text).toContain('<a href="https://x.example/?a=1&amp;b=2" rel="nofollow ugc noopener">lien</a>')
    expect(text).toContain('2 personnes disent merci')
    expect(text).not.toMatch(/Fatou|Kim|Josée|Marie|Maison Lumen/)
    const seen: string[] = []
    let page: string | undefined = path
    for (let count = 0; page !== undefined && count < 5; count++) {
      const { text: shown } = await get(page)
      expect(htmlFaults(shown)).toEqual([])
      expect(shown.includes('Gras')).toBe(count === 0)
      if (count > 0) expect(linkOf(shown, 'Revenir au premier message')).toBe(path)
      seen.push(...[...shown.matchAll(/Réponse numéro (\d+)/g)].map(([, number]) => number!))
      page = linkOf(shown, 'Réponses suivantes')
    }
    expect(seen).toEqual(words(45).map((_, index) => String(index + 1)))
  })

  test('a withdrawn text leaves its trace, and no word', async () => {
    const [threadId, replyId] = [uuidv7(Date.now()), uuidv7(Date.now())]
    await member.mutate('discussions.createThread', {
      id: threadId,
      space: 'accueil',
      kind: 'news',
      title: 'Repris',
      body: 'Parti',
    })
    await member.mutate('discussions.reply', { id: replyId, threadId, body: 'Reparti' })
    const path = `/c/${seed.slug}/d/${threadId}`
    server.clock.advance(30_000)
    await member.mutate('discussions.withdraw', { id: replyId })
    const reply = await get(path)
    expect([reply.text.includes('Message retiré'), reply.text.includes('Reparti')]).toEqual([true, false])
    await member.mutate('discussions.restore', { id: replyId })
    await member.mutate('discussions.withdraw', { id: threadId })
    const opening = await get(path)
    expect([opening.status, htmlFaults(opening.text)]).toEqual([200, []])
    expect(opening.text).toContain('<h1>Le premier message n’est plus là</h1>')
    expect(opening.text).toContain('Reparti')
    expect(opening.text).not.toMatch(/Repris|Parti/)
  })
})

describe('what does not exist for a stranger', () => {
  test('absent, hidden, of another community, of none, and a wrong address give the same page, byte for byte', async () => {
    const hidden = await threadOf('canarititrelaval')
    const { id: publicId } = await threadOf('Une longue discussion')
    const answers = await Promise.all(
      [
        `/c/${seed.slug}/d/${uuidv7(0)}`,
        hidden.path,
        (await threadOf('canarititre')).path,
        `/c/${found.slug}/d/${publicId}`,
        `/c/nulle-part/d/${publicId}`,
        '/c/nulle-part',
        '/c/__proto__',
        `/c/${seed.slug}/d/x`,
        `/c/${seed.slug}?space=laval`,
        `/c/${seed.slug}?space=nulle-part`,
        `/c/${seed.slug}?kind=autre`,
        `/c/${seed.slug}?kind=tool&kind=news`,
        `/c/${seed.slug}?cursor=x`,
      ].map((path) => get(path)),
    )
    const seen = answers.map(({ status, headers, text }) => {
      const kept = [...headers].filter(([name]) => name !== 'date')
      return JSON.stringify([status, kept, text])
    })
    expect(seen.filter((one) => one !== seen[0])).toEqual([])
    const [{ status, headers, text }] = answers as [(typeof answers)[0]]
    expect([status, headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual([404, 'no-store', 'noindex'])
    expect([text.includes('Cette page n’existe pas'), text.includes('This page does not exist'), htmlFaults(text)]).toEqual([
      true,
      true,
      [],
    ])
  })

  test('who shows a token is not given the public view instead of her own', async () => {
    const { status } = await get(`/c/${seed.slug}`, { authorization: `Bearer ${member.tokens!.access}` })
    expect(status).toBe(404)
    expect((await get(`/c/${seed.slug}`, { cookie: 'a=b' })).status).toBe(200)
  })
})

describe('headers and files', () => {
  test('nothing runs but the way out, nothing is sent, nobody frames it; the same from the cache', async () => {
    const asked = [await feed('?kind=news'), await feed('?kind=news')]
    for (const { headers, text } of asked) {
      expect(headers.get('content-security-policy')).toBe(
        `default-src 'none'; script-src ${server.url}${wayOut(text)}; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; ` +
          `frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
      )
      expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=5')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('set-cookie')).toBeNull()
      expect(text.split('<script')).toHaveLength(2)
      expect(text).not.toMatch(/<style|<form|<iframe|style=/)
    }
  })

  test('the style, the icon and the way out are ours, packed, and kept for good', async () => {
    const { text } = await feed()
    const files = [...text.matchAll(/<link rel="(?:stylesheet|icon)" href="([^"]+)"/g)].map(([, href]) => href!)
    expect(files).toHaveLength(2)
    files.push(wayOut(text)!)
    for (const file of files) {
      const { status, headers } = await get(file, { 'accept-encoding': 'br' })
      expect([status, headers.get('content-encoding')]).toEqual([200, 'br'])
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    }
    const { text: styles } = await get(files[0]!)
    expect(styles).toContain('prefers-color-scheme')
    expect(styles).not.toMatch(/url\(|@import|\/\*/)
    expect(styles.split('{').length).toBe(styles.split('}').length)
    for (const rule of ['.skip:focus{', '.row h2 > a{', '.reply .text', '@media print{', '@media (forced-colors: active){'])
      expect(styles).toContain(rule)
  })

  test('answers are revalidated by their tag, and dropped by what happens', async () => {
    const before = await feed()
    const etag = before.headers.get('etag')!
    const kept = await get(`/c/${seed.slug}`, { 'if-none-match': etag })
    expect([kept.status, kept.text]).toEqual([304, ''])
    const id = uuidv7(Date.now())
    await member.mutate('discussions.createThread', { id, space: 'accueil', kind: 'news', title: 'Tout neuf', body: 'Texte' })
    const after = await get(`/c/${seed.slug}`, { 'if-none-match': etag })
    expect([after.status, after.text.includes('Tout neuf')]).toEqual([200, true])
    const path = `/c/${seed.slug}/d/${id}`
    expect((await get(path)).text).toContain('Pas encore de réponse')
    await member.mutate('discussions.reply', { id: uuidv7(Date.now()), threadId: id, body: 'Me voici' })
    expect((await get(path)).text).toContain('Me voici')
  })

  test('many at once ask the database once', async () => {
    using openings = countOpenings(server.database.pool)
    const texts = await Promise.all(Array.from({ length: 50 }, async () => (await feed('?kind=question&n=1')).text))
    expect(new Set(texts).size).toBe(1)
    expect(openings.count).toBeLessThanOrEqual(2) // the fill, and one more where a stamp is told meanwhile
  })
})

describe('the way out', () => {
  test('is the first thing of every page, a plain link to the weather unless the community says otherwise', async () => {
    const exits = async (path: string) => {
      const { text } = await get(path)
      const [, href, rel, words] =
        /<body> <p class="exit"> <a class="btn" id="exit" href="([^"]+)" rel="([^"]+)">(?:<svg[^]*?<\/svg>) ([^<]+)<\/a>/.exec(
          text,
        ) ?? []
      return { href, rel, words }
    }
    const rel = 'nofollow noreferrer'
    const { path } = await threadOf('Une longue discussion')
    for (const one of [`/c/${seed.slug}`, path])
      expect(await exits(one)).toEqual({ href: 'https://meteo.gc.ca/', rel, words: 'Quitter rapidement' })
    expect(await exits(`/c/${found.slug}`)).toEqual({ href: 'https://news.example/', rel, words: 'Exit quickly' })
    expect(await exits('/c/nulle-part')).toMatchObject({ href: 'https://meteo.gc.ca/', rel })
  })

  test('can not lead to a page that is not secure', async () => {
    for (const exitUrl of ['http://news.example/', 'javascript:alert(1)', '/dehors', '//news.example', 'https:news'])
      await expect(server.server.seed(communitySeed({ exitUrl })), exitUrl).rejects.toThrow(/check/)
  })
})

describe('search engines', () => {
  test('are kept out unless the community says so; then even the title says nothing', async () => {
    for (const path of [`/c/${seed.slug}`, (await threadOf('Une longue discussion')).path]) {
      const { headers, text } = await get(path)
      expect(headers.get('x-robots-tag')).toBe('noindex')
      expect(text).toContain('<meta name="robots" content="noindex" />')
      expect(text).toContain('<title>Discussions</title>')
      expect(text).not.toContain('rel="canonical"')
    }
  })

  test('are told one address where the community lets them in', async () => {
    const { id } = await threadOf('A fresh one')
    const thread = await get(`/c/${found.slug}/d/${id}?utm_source=x`)
    expect(thread.headers.get('x-robots-tag')).toBeNull()
    expect(thread.text).toContain(`<link rel="canonical" href="${server.url}/c/${found.slug}/d/${id}" />`)
    expect(thread.text).toContain('<title>A fresh one – Northern network</title>')
    expect(thread.text).not.toContain('noindex')
    const list = await get(`/c/${found.slug}?space=welcome`)
    expect(list.text).toContain(`<link rel="canonical" href="${server.url}/c/${found.slug}?space=welcome" />`)
    // The same texts again in another order.
    expect((await get(`/c/${found.slug}?kind=tool`)).headers.get('x-robots-tag')).toBe('noindex')
  })
})

test('an English community is English, in its own time zone, with its spaces as links', async () => {
  const { text } = await get(`/c/${found.slug}`)
  expect(htmlFaults(text)).toEqual([])
  expect(text).toContain('<html lang="en-CA">')
  expect(text).toContain('A person of the community')
  expect(text).toContain('None is registered here yet.')
  expect(text).not.toMatch(/réponse|personne|Épinglé|anciennes/)
  expect(linkOf(text, 'Welcome')).toBe(`/c/${found.slug}?space=welcome`)
  const { text: short } = await get(`/c/${found.slug}?space=short`)
  expect([short.includes('erased after 30 days'), short.includes('An old one')]).toEqual([true, false])
  expect(short).toMatch(/<h1>Public discussions: Short<\/h1>/)
})

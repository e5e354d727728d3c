import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askToJoin } from '../../../test/asking-to-join.ts'
import { htmlFaults } from '../../../test/html-faults.ts'
import { communitySeed, testServer, type TestServer } from '../../../test/server.ts'

const vocabulary = {
  facilitator: 'la gardienne du feu',
  someone: 'Quelqu’un <du> cercle',
  community: 'Cercle de parole',
  everybody: 'Tout le monde',
  discussions: 'Paroles',
  'kind.question': 'Demande',
  'kinds.question': 'Demandes',
  join: 'Venir au feu',
}
const own = communitySeed({
  vocabulary,
  accent: '#ffd400',
  threads: [{ space: 'accueil', author: 'member', kind: 'question', title: 'Qui ?', body: 'Qui ?', minutesAgo: 5 }],
})
const plain = communitySeed()

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  for (const seed of [own, plain]) await server.server.seed(seed)
})
afterAll(() => server?.[Symbol.asyncDispose]())

const get = async (path: string) => {
  const response = await fetch(server.url + path)
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const LOOK = '/assets/look-ffd400-auto.css'
const pages = (slug: string) => [`/c/${slug}`, `/c/${slug}/join`, `/c/${slug}/desk`, `/frame/a.example/feed?community=${slug}`]

describe('the words of a community', () => {
  test('are said on its pages without script, escaped', async () => {
    const { text } = await get(`/c/${own.slug}`)
    expect(htmlFaults(text)).toEqual([])
    for (const words of [
      '<h1>Paroles</h1>',
      'Quelqu’un &lt;du&gt; cercle',
      'Cercle de parole',
      'Tout le monde',
      'Demandes',
      'Venir au feu',
    ])
      expect(text).toContain(words)
    for (const ours of [
      'Discussions publiques',
      'Une personne de la communauté',
      'Communauté de pratique',
      'Demander à me joindre',
    ])
      expect(text).not.toContain(ours)
    expect((await get(`/c/${own.slug}?space=accueil`)).text).toContain('Paroles\u00a0: Accueil')
    expect((await get(`/c/${own.slug}/join`)).text).toContain('Seulement la gardienne du feu, personne d’autre.')
  })

  test('are ours where it has none', async () => {
    expect((await get(`/c/${plain.slug}`)).text).toContain('Discussions publiques')
    expect((await get(`/c/${plain.slug}/join`)).text).toContain('Seulement la personne qui anime la communauté')
  })

  test('are said in the mail to who asks to come in', async () => {
    const { mail } = await askToJoin(server, own.slug, `ines@${own.slug}.example`)
    expect(mail.text).toContain('C’est la gardienne du feu qui la lira')
    const { mail: other } = await askToJoin(server, plain.slug, `ines@${plain.slug}.example`)
    expect(other.text).toContain('C’est une personne qui la lira')
  })
})

describe('the colour of a community', () => {
  test('is on its pages, at its desk and in its frames, and nowhere else', async () => {
    for (const path of pages(own.slug)) expect((await get(path)).text, path).toContain(`<link rel="stylesheet" href="${LOOK}"`)
    for (const path of pages(plain.slug)) expect((await get(path)).text, path).not.toContain('/assets/look-')
  })

  test('is a sheet that is kept for good, and allowed by the policy of every page', async () => {
    const sheet = await get(LOOK)
    expect(sheet.status).toBe(200)
    expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(sheet.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(sheet.text).toMatch(/^:root\{--accent-ink: #[0-9a-f]{6};.*--cercle-accent: #ffd400\}@media/u)
    for (const path of pages(own.slug))
      expect((await get(path)).headers.get('content-security-policy'), path).toContain("style-src 'self'")
  })

  test('may be light or dark on every device, which frames leave to the page around', async () => {
    const dark = communitySeed({ scheme: 'dark' })
    await server.server.seed(dark)
    const [feed, join, desk, frame] = pages(dark.slug)
    for (const path of [feed!, join!, desk!]) expect((await get(path)).text).toContain('href="/assets/look-ours-dark.css"')
    expect((await get(frame!)).text).not.toContain('/assets/look-')
    const { text } = await get('/assets/look-ours-dark.css')
    expect(text).toMatch(/^:root\{color-scheme: dark;--page: #161817;/u)
    expect(text).not.toContain('prefers-color-scheme')
    expect((await get('/assets/look-ffd400-light.css')).text).toMatch(
      /^:root\{color-scheme: light;--page: #f7f7f5;.*--cercle-accent: #ffd400\}/u,
    )
  })

  test('can not be anything but six digits, light or dark', async () => {
    for (const name of [
      'ffd40-auto',
      'ffd4000-auto',
      'FFD400-auto',
      'red-auto',
      'ffd400;}-auto',
      '%23ffd400-auto',
      'ffd400-x',
      'ffd400',
    ])
      expect((await get(`/assets/look-${name}.css`)).status, name).toBe(404)
  })
})

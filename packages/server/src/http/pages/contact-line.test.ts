import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { htmlFaults } from '../../../test/html-faults.ts'
import { communitySeed, testServer, type TestServer } from '../../../test/server.ts'
import { dialled } from './contact-line.ts'

let server: TestServer
const contact = { name: 'Marie-Ève', email: 'animation@alize.example', phone: '819 555-0142, poste 3' }
const named = communitySeed({ contact })
const english = communitySeed({ language: 'en-CA', contact: { name: null, email: null, phone: 'demandez <b>Kim</b>' } })
const silent = communitySeed()

beforeAll(async () => {
  server = await testServer()
  for (const seed of [named, english, silent]) await server.server.seed(seed)
})
afterAll(() => server?.[Symbol.asyncDispose]())
const page = async (path: string) => (await fetch(`${server.url}/c/${path}`)).text()

describe('the pages without script', () => {
  test('say at their foot whom to reach, where the community chose to', async () => {
    for (const path of [named.slug, `${named.slug}/join`, `${named.slug}/join?sent=yes`]) {
      const text = await page(path)
      expect(text).toContain('Besoin d’aide pour entrer\u202f? Marie-Ève peut vous aider\u00a0:')
      expect(text).toContain('<a href="mailto:animation@alize.example">animation@alize.example</a>')
      expect(text).toContain('<a href="tel:8195550142">819 555-0142, poste 3</a>')
      expect(htmlFaults(text)).toEqual([])
    }
  })

  test('write what is no number as it was written, and nothing of it is read as a page', async () => {
    const text = await page(`${english.slug}/join`)
    expect(text).toContain('Need help to come in? You can be helped: demandez &lt;b&gt;Kim&lt;/b&gt;')
    expect(text).not.toContain('tel:')
  })

  test('can not name anybody else: not where nothing was chosen, nor where there is no such page', async () => {
    for (const path of [silent.slug, `${silent.slug}/join`]) {
      expect(await page(path)).not.toMatch(/Besoin d’aide|mailto:|tel:/u)
    }
    expect(await page(`${named.slug}/nowhere`)).not.toContain('Marie-Ève')
  })
})

test('a telephone dials the number, and not what is said after it', () => {
  expect(['819 555-0142', '+1 (819) 555‑0142', '211', '819.555.0142 poste 4'].map(dialled)).toEqual([
    '8195550142',
    '+18195550142',
    '211',
    '8195550142',
  ])
  expect(['le matin', '12', '', '+'].map(dialled)).toEqual([undefined, undefined, undefined, undefined])
})

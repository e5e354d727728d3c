import { describe, expect, test } from 'vitest'
import { mailKinds } from './mail-kinds.ts'
import { renderLetter, type Letter } from './mail-letter.ts'

const place = { community: 'Réseau <b>', page: 'https://cercle.example/c/a', origin: 'https://cercle.example' }
const languages = ['fr-CA', 'en-CA'] as const
const stopUrl = 'https://cercle.example/c/a/mail/k'

describe.each(Object.entries(mailKinds))('a mail of the kind %s', (_name, kind) => {
  test.each(languages)('in %s has a neutral subject, and the same words in text and in HTML', (language) => {
    const letter: Letter = kind.write[language]({}, place)
    const { subject, text, html } = renderLetter(letter, language, stopUrl)
    expect(subject).not.toContain('Réseau')
    expect(text).toContain(place.community)
    expect(html).toContain('Réseau &lt;b&gt;')
    expect(html).toMatch(/^<!doctype html>/)
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toContain(`<title>${subject}</title>`)
    // nothing is fetched, so nobody is told that it was opened
    expect(html).not.toMatch(/<(?:img|script|link|table|form|iframe)\b|url\(|@import|\sstyle=/)
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url!)
    for (const url of [...links, stopUrl]) expect(text).toContain(`\n${url}\n`)
    expect(links.filter((url) => !url.startsWith(`${place.origin}/c/`))).toEqual([])
  })
})

test('numbers are said as each language says them, and what did not happen is not said', () => {
  const { write } = mailKinds.news
  expect(write['fr-CA']({ reply: '1', reaction: '3' }, place).list).toEqual([
    'une réponse là où vous avez écrit',
    '3\u00a0gestes pour vos messages',
  ])
  expect(write['fr-CA']({ thread: '1', membership: '1' }, place).list).toEqual([
    'votre place dans la communauté a changé',
    'une nouvelle discussion',
  ])
  expect(write['en-CA']({ thread: '4', reply: '2' }, place).list).toEqual(['2 replies where you wrote', '4 new discussions'])
  expect(write['en-CA']({ charter: '1', reply: '0' }, place).list).toEqual(['a charter to read and sign'])
})

test('a list is one in both forms', () => {
  const { text, html } = renderLetter(
    { subject: 'Bonjour', paragraphs: ['Voici\u00a0:'], list: ['un', 'deux <b>'] },
    'fr-CA',
    undefined,
  )
  expect(text).toBe('Voici\u00a0:\n\n- un\n- deux <b>\n')
  expect(html).toMatch(/<ul>\s*<li>un<\/li>\s*<li>deux &lt;b&gt;<\/li>\s*<\/ul>/)
})

test('a mail that cannot be stopped holds no such link', () => {
  const { text, html } = renderLetter({ subject: 'Bonjour', paragraphs: ['Bonjour'] }, 'fr-CA', undefined)
  expect(text).toBe('Bonjour\n')
  expect(html).not.toContain('<a')
})

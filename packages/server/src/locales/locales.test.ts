import { describe, expect, test } from 'vitest'
import { joinPageEn } from './join-page.en.ts'
import { joinPageFr } from './join-page.fr.ts'
import { pageEn } from './page.en.ts'
import { pageFr } from './page.fr.ts'
import { translator, type Text } from './texts.ts'

const forms = (text: Text): string[] => (typeof text === 'string' ? [text] : [text.one, text.other])
const slots = (text: Text) => [...new Set(forms(text).flatMap((form) => form.match(/\{\w+\}/gu) ?? []))].sort()
const allFr: Record<string, Text> = { ...pageFr, ...joinPageFr }
const french = Object.entries(allFr).flatMap(([key, text]) => forms(text).map((form) => [key, form] as const))

describe('texts of pages', () => {
  test('French and English are held key for key, with the same parameters and forms', () => {
    const en: Record<string, Text> = { ...pageEn, ...joinPageEn }
    expect(Object.keys(en).sort()).toEqual(Object.keys(allFr).sort())
    for (const [key, text] of Object.entries(allFr)) {
      expect(slots(en[key]!), key).toEqual(slots(text))
      expect(typeof en[key], key).toBe(typeof text)
      for (const form of [...forms(text), ...forms(en[key]!)]) expect(form.trim(), key).toBe(form)
      expect(forms(text).concat(forms(en[key]!)), key).not.toContain('')
    }
  })

  test('the French is set as in Québec: no-break spaces, curly apostrophes', () => {
    expect(french.filter(([, form]) => / [:»?!;]|« |[^\u202f\s][?!;]|[^\u00a0\d][:»]|«[^\u00a0]|'/u.test(form))).toEqual([])
  })

  test('none of the words that keep people away', () => {
    const words = /soumettre|soumis|contenus?\b|utilisat(?:eur|rice)|\b40[0-9]\b|tableau de bord|\blikes?\b|\bposts?\b/iu
    expect(french.filter(([, form]) => words.test(form))).toEqual([])
  })

  test('the form is chosen by count as each language does; a missing parameter stays in sight', () => {
    const fr = translator(pageFr, 'fr-CA')
    expect([0, 1, 2].map((count) => fr('thread.replies', { count }))).toEqual(['0 réponse', '1 réponse', '2 réponses'])
    expect(fr('thread.replies', { count: 1234 }).replace(/\s/gu, ' ')).toBe('1 234 réponses')
    const en = translator(pageEn, 'en-CA')
    expect([0, 1, 1234].map((count) => en('thread.replies', { count }))).toEqual(['0 replies', '1 reply', '1,234 replies'])
    expect(fr('feed.titleOf')).toContain('{space}')
    expect(fr('feed.titleOf', { space: '$& {space}' })).toContain('$& {space}')
  })
})

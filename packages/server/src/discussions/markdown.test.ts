import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMarkdown, plainText } from './markdown.ts'
import { NodeTreeSchema } from './node-tree.schema.ts'

describe('Markdown to a node tree', () => {
  test('paragraphs, strong, emphasis, line breaks', () => {
    expect(parseMarkdown('Un **mot** et *deux*\nlignes\n\nPuis')).toEqual([
      ['p', 'Un ', ['b', 'mot'], ' et ', ['i', 'deux'], ['br'], 'lignes'],
      ['p', 'Puis'],
    ])
  })

  test('lists, and a list within a list on one level', () => {
    expect(parseMarkdown('- un\n- deux\n  - dedans\n\n1. a\n2. b')).toEqual([
      ['ul', ['un'], ['deux'], ['dedans']],
      ['ol', ['a'], ['b']],
    ])
  })

  test('links by allow-list, typed addresses too', () => {
    expect(parseMarkdown('[ici](https://a.example/x) et https://b.example/ et moi@c.example')).toEqual([
      [
        'p',
        ['a', 'https://a.example/x', 'ici'],
        ' et ',
        ['a', 'https://b.example/', 'https://b.example/'],
        ' et ',
        ['a', 'mailto:moi@c.example', 'moi@c.example'],
      ],
    ])
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//b.example',
    '/x',
    'java\nscript:alert(1)',
  ])('a link to %s keeps its words only', (href) => {
    const tree = JSON.stringify(parseMarkdown(`[mots](${href}) [mots](<${href}>)`))
    expect(tree).toContain('mots')
    expect(tree).not.toContain('["a"')
  })

  test('HTML, headings and images stay the text that was typed', () => {
    expect(parseMarkdown('<b onclick=x>gras</b>\n\n# Titre\n\n![i](https://a.example/i.png)')).toEqual([
      ['p', '<b onclick=x>gras</b>'],
      ['p', '# Titre'],
      ['p', '!', ['a', 'https://a.example/i.png', 'i']],
    ])
  })

  test('whatever is typed, the tree fits its schema and loses no letter', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.constantFrom('*', '**', '_', '[', '](', ')', '\n', '- ', '1. ', '<', '&amp;', '`', 'https://a.example '),
      ),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        const source = parts.join('').replace(/\0/g, '')
        const tree = parseMarkdown(source)
        expect(NodeTreeSchema.parse(JSON.parse(JSON.stringify(tree)))).toEqual(tree)
        expect([...plainText(tree, 240)].length).toBeLessThanOrEqual(240)
      }),
      { numRuns: 500 },
    )
  })

  test('a thousand nested marks take no time and stay shallow', () => {
    const tree = parseMarkdown('*a **b '.repeat(2000) + 'c')
    expect(JSON.stringify(tree).length).toBeLessThan(200_000)
    expect(NodeTreeSchema.safeParse(tree).success).toBe(true)
  })

  test('an excerpt is cut at a word', () => {
    expect(plainText(parseMarkdown('**Un** deux\n\n- trois'), 240)).toBe('Un deux trois')
    expect(plainText(parseMarkdown('mot '.repeat(100)), 20)).toBe('mot mot mot mot mot…')
  })
})

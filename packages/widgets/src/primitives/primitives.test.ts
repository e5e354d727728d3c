import { expect } from '@open-wc/testing'
import { render, type TemplateResult } from 'lit'
import type { NodeTree } from '@cercle/sdk'
import { toronto } from '../../test/factories.ts'
import '../locales/dates.en.ts'
import { initials } from './avatar.ts'
import { dateInWords, type DateOptions } from './dates.ts'
import { nodeTree } from './node-tree.ts'

const draw = (value: unknown): HTMLElement => {
  const place = document.createElement('div')
  render(value as TemplateResult, place)
  return place
}

describe('dates in words', () => {
  const options: DateOptions = { language: 'fr', clock: toronto, now: new Date('2026-01-22T19:00:00.000Z') }
  const say = (instant: string, more: Partial<DateOptions> = {}) =>
    dateInWords(instant, { ...options, ...more }).replace(/\u00a0/gu, '~')

  it('are relative when fresh', () => {
    expect(say('2026-01-22T18:59:40.000Z')).to.equal('à l’instant')
    expect(say('2026-01-22T18:59:00.000Z').replace('~', ' ')).to.equal('il y a 1 minute')
    expect(say('2026-01-22T18:01:00.000Z').replace('~', ' ')).to.equal('il y a 59 minutes')
    expect(say('2026-01-22T13:20:00.000Z')).to.equal('aujourd’hui, 8~h~20')
    expect(say('2026-01-21T21:10:00.000Z')).to.equal('hier, 16~h~10')
  })

  it('are dates when older, with the hour on demand and the year when it is another', () => {
    expect(say('2026-01-20T14:35:00.000Z')).to.equal('mardi 20~janvier')
    expect(say('2026-01-20T14:35:00.000Z', { hour: 'always' })).to.equal('mardi 20~janvier, 9~h~35')
    expect(say('2026-01-01T17:00:00.000Z', { hour: 'always' })).to.equal('jeudi 1er~janvier, 12~h')
    expect(say('2025-02-03T17:00:00.000Z')).to.equal('lundi 3~février 2025')
  })

  it('are dates when they are to come, but for a clock that is slow', () => {
    expect(say('2026-01-22T19:20:00.000Z')).to.equal('à l’instant')
    expect(say('2026-01-23T14:35:00.000Z')).to.equal('vendredi 23~janvier')
    expect(say('2026-02-05T14:35:00.000Z', { hour: 'always' })).to.equal('jeudi 5~février, 9~h~35')
    expect(say('2027-02-05T14:35:00.000Z')).to.equal('vendredi 5~février 2027')
  })

  it('are of the day of the community, not of the machine', () => {
    expect(say('2026-01-22T04:30:00.000Z')).to.equal('hier, 23~h~30')
    expect(say('2026-01-22T04:30:00.000Z', { clock: [[1_761_440_400, 60]] })).to.equal('aujourd’hui, 5~h~30')
  })

  it('know yesterday across a day of 23 hours', () => {
    expect(say('2026-03-08T04:30:00.000Z', { now: new Date('2026-03-08T12:00:00.000Z') })).to.equal('hier, 23~h~30')
    expect(say('2026-03-08T18:00:00.000Z', { now: new Date('2026-03-09T04:30:00.000Z') })).to.equal('hier, 14~h')
  })

  it('are English in English', () => {
    const more = { language: 'en', hour: 'always' } as const
    expect(say('2026-01-21T21:10:00.000Z', more)).to.equal('yesterday, 4:10~p.m.')
    expect(say('2026-01-20T05:05:00.000Z', more)).to.equal('Tuesday, January~20, 12:05~a.m.')
    expect(say('2026-01-22T18:59:00.000Z', more).replace('~', ' ')).to.equal('1 minute ago')
  })
})

describe('initials', () => {
  it('are two letters of one name, one letter each of two', () => {
    expect(['Nadia', 'Marie-Ève', 'jean tremblay', 'Élo', 'X'].map(initials)).to.deep.equal(['NA', 'MÈ', 'JT', 'ÉL', 'X'])
  })
})

describe('node tree', () => {
  it('becomes paragraphs, emphasis, lists, breaks and links', () => {
    const tree: NodeTree = [
      ['p', 'un ', ['b', 'deux ', ['i', 'trois']], ['br'], ['a', 'https://exemple.example/', 'ici']],
      ['ol', ['a'], [['b', 'c']]],
    ]
    const place = draw(nodeTree(tree))
    expect(place.querySelector('p')!.textContent).to.equal('un deux troisici')
    expect(place.querySelector('strong > em')!.textContent).to.equal('trois')
    expect(place.querySelectorAll('ol > li').length).to.equal(2)
    const link = place.querySelector('a')!
    expect([link.rel, link.target, link.href]).to.deep.equal(['noopener nofollow ugc', '_blank', 'https://exemple.example/'])
  })

  it('draws markup as the words it is, and no link that would run something', () => {
    const tree = [
      ['p', '<img src=x onerror=alert(1)>', ['a', 'javascript:alert(1)', 'ici'], ['a', ' https://exemple.example', 'là']],
      ['script', 'alert(1)'],
      ['p', ['iframe', 'x']],
    ] as unknown as NodeTree
    const place = draw(nodeTree(tree))
    expect(place.querySelectorAll('*').length).to.equal(2)
    expect(place.textContent).to.contain('<img src=x onerror=alert(1)>').and.contain('ici').and.not.contain('javascript')
  })
})

import { expect } from '@open-wc/testing'
import type { ReactiveControllerHost } from 'lit'
import { until } from '../../test/mount.ts'
import { Draft, draftKey } from './draft.ts'

const host = { addController: () => undefined, requestUpdate: () => undefined } as unknown as ReactiveControllerHost
const key = draftKey('a nadia', 'space accueil')
const begin = (storage?: () => Storage): Draft<'title' | 'body'> => {
  const draft = new Draft<'title' | 'body'>(host, ['title', 'body'], storage)
  draft.hostConnected()
  draft.open(key)
  return draft
}

describe('a draft', () => {
  beforeEach(() => localStorage.clear())

  it('is kept at a pause, and comes back with its id after a reload', async () => {
    const before = begin()
    before.change({ body: 'Au début, je pensais' })
    expect(localStorage.getItem(key), 'not at each key').to.equal(null)
    await until(() => localStorage.getItem(key))
    const after = begin()
    expect(after.fields).to.deep.equal({ body: 'Au début, je pensais' })
    expect(after.id).to.equal(before.id)
    expect(after.isRestored).to.equal(true)
  })

  it('is kept at once when the page goes or is hidden, and when its element goes', () => {
    for (const go of [
      () => dispatchEvent(new Event('pagehide')),
      () => document.dispatchEvent(new Event('visibilitychange')),
      (draft: Draft<'title' | 'body'>) => draft.hostDisconnected(),
    ]) {
      localStorage.clear()
      const draft = begin()
      draft.change({ title: 'Les lunettes' })
      go(draft)
      expect(localStorage.getItem(key)).to.contain('Les lunettes')
    }
  })

  it('is gone once it is sent, and the next one has another id', () => {
    const draft = begin()
    const { id } = draft
    draft.change({ body: 'Bonjour' })
    draft.keep()
    draft.forget()
    draft.hostDisconnected()
    expect(localStorage.getItem(key)).to.equal(null)
    expect(draft.id).not.to.equal(id)
    expect(draft.isBlank).to.equal(true)
  })

  it('that is given up can be brought back, id included', () => {
    const draft = begin()
    const { id } = draft
    draft.change({ body: 'Bonjour' })
    draft.keep()
    const bringBack = draft.discard()
    expect(localStorage.getItem(key)).to.equal(null)
    bringBack()
    expect(draft.id).to.equal(id)
    expect(localStorage.getItem(key)).to.contain('Bonjour')
  })

  it('leaves nothing behind when its text is taken away', () => {
    const draft = begin()
    draft.change({ body: 'Bonjour' })
    draft.keep()
    draft.change({ body: '  ' })
    draft.keep()
    expect(localStorage.getItem(key)).to.equal(null)
    expect(draft.savedAt).to.equal(undefined)
  })

  it('goes along to another place', () => {
    const draft = begin()
    draft.change({ body: 'Bonjour' })
    draft.keep()
    const other = draftKey('a nadia', 'space entraide')
    draft.move(other)
    expect(localStorage.getItem(key)).to.equal(null)
    expect(localStorage.getItem(other)).to.contain(draft.id)
  })

  it('is found under another of its places', () => {
    const draft = begin()
    draft.change({ body: 'Bonjour' })
    draft.keep()
    const found = new Draft<'title' | 'body'>(host, ['title', 'body'])
    found.open(draftKey('a nadia', 'space entraide'), key)
    expect(found.fields.body).to.equal('Bonjour')
  })

  it('belongs to one person: another finds nothing', () => {
    const draft = begin()
    draft.change({ body: 'Bonjour' })
    draft.keep()
    const other = new Draft<'title' | 'body'>(host, ['title', 'body'])
    other.open(draftKey('a line', 'space accueil'))
    expect(other.isBlank).to.equal(true)
  })

  it('lives on in memory when the browser refuses to keep anything', () => {
    const draft = begin(() => {
      throw new DOMException('blocked', 'SecurityError')
    })
    draft.change({ body: 'Bonjour' })
    draft.keep()
    expect(draft.isBlocked).to.equal(true)
    expect(draft.fields.body).to.equal('Bonjour')
    expect(draft.savedAt).to.equal(undefined)
    draft.forget()
    expect(draft.isBlank).to.equal(true)
  })

  it('does not trip over what something else left in its place', () => {
    for (const left of ['{', 'null', '7', '{"id":1,"fields":{}}', '{"id":"x","at":1,"fields":{"body":{}}}']) {
      localStorage.setItem(key, left)
      expect(begin().isBlank).to.equal(true)
    }
  })
})

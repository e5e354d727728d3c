import { expect } from '@open-wc/testing'
import type { ThreadView } from '@cercle/sdk'
import { fakeClient } from '../../test/fake-client.ts'
import { ago, buildSpace, buildThread, buildViewer, now } from '../../test/factories.ts'
import { deep, focused, mount, pressable, settled, until } from '../../test/mount.ts'
import type { FeedView } from './feed.ts'
import './register.ts'

const hall = buildSpace({ level: 'members', readers: 31, retentionDays: 30, can: { write: true, pin: false } })
const viewer = buildViewer()
const build = () => [buildThread({ space: hall, title: 'La première' }), buildThread({ space: hall, title: 'La seconde' })]
const show = (threads = build(), spaces = [hall]) => {
  const client = fakeClient({ viewer, spaces, threads })
  return { client, feed: mount('cercle-feed-view', { client, now }, { lang: 'fr' }) }
}
const titles = (feed: FeedView) => [...feed.renderRoot.querySelectorAll('h3')].map((title) => title.textContent.trim())
const toast = (feed: FeedView) => feed.renderRoot.querySelector('cercle-published')
const send = (feed: FeedView, detail: ThreadView) =>
  feed.renderRoot.querySelector('cercle-composer')!.dispatchEvent(new CustomEvent('cercle-composer-sent', { detail }))

describe('feed of a member', () => {
  it('says who can read, and for how long messages stay (R44)', async () => {
    const { feed } = show()
    await settled(feed, 'ready')
    const facts = feed.renderRoot.textContent
    expect(facts).to.contain('31 personnes de la communauté peuvent lire').and.contain('Ces messages s’effacent après 30 jours')
    expect(facts).not.to.contain('Entrer avec un code')
  })

  it('says of a discussion that is told to fewer who reads it, in its row, open and once it is published (R57)', async () => {
    const threads = build()
    threads[0]!.circle = { readers: 7, groups: ['CALACS'], people: 2 }
    const { client, feed } = show(threads)
    await settled(feed, 'ready')
    const words = 'Accueil · lu par 7 personnes\u00a0: CALACS, 2 personnes nommées'
    const told = await until(() => feed.renderRoot.querySelector('.circle'))
    expect(told.textContent.trim()).to.equal(words)
    expect(told.previousElementSibling!.textContent).to.contain('La première')
    expect(feed.renderRoot.querySelectorAll('.circle'), 'none below the other').to.have.length(1)
    pressable(feed.renderRoot, 'La première')!.click()
    const thread = await until(() => deep(feed.renderRoot, 'cercle-thread'))
    await until(() => thread.shadowRoot!.querySelector('.circle')?.textContent.trim() === words)
    expect(feed.renderRoot.querySelector('.circle')).to.equal(null)
    feed.sent(new CustomEvent('cercle-composer-sent', { detail: client.world.threads[0]! }))
    await until(() => toast(feed)?.shadowRoot?.textContent.includes('7 personnes'))
  })

  it('opens the composer in place of its box, with the kind that was chosen, and gives the focus back', async () => {
    const { feed } = show()
    await settled(feed, 'ready')
    pressable(feed.renderRoot, 'Un outil')!.click()
    const composer = await until(() => feed.renderRoot.querySelector<HTMLElement & Record<string, unknown>>('cercle-composer'))
    expect(composer['kind']).to.equal('tool')
    expect(composer['draftScope']).to.equal(`a ${viewer.memberId}`)
    expect(feed.renderRoot.querySelector('[part=compose]')).to.equal(null)
    composer.dispatchEvent(new CustomEvent('cercle-composer-close'))
    await until(() => focused()?.getAttribute('part') === 'compose')
  })

  it('invites into an empty space with a sentence to start from', async () => {
    const { feed } = show([])
    await settled(feed, 'empty')
    pressable(feed.renderRoot, 'Commencer par cette phrase')!.click()
    const composer = await until(() => feed.renderRoot.querySelector<HTMLElement & Record<string, unknown>>('cercle-composer'))
    expect(composer['starter']).to.contain('Cette semaine, une petite chose a bien marché')
  })

  it('offers nothing to write where one may only read', async () => {
    const { feed } = show([], [{ ...hall, can: { write: false, pin: false } }])
    await settled(feed, 'empty')
    expect(feed.renderRoot.querySelector('[data-do=write], [data-do=start]')).to.equal(null)
  })

  it('puts what was published on top, says to how many, and takes it back on request', async () => {
    const threads = build()
    const { client, feed } = show(threads)
    await settled(feed, 'ready')
    feed.renderRoot.querySelector<HTMLElement>('[data-do=write]')!.click()
    await until(() => feed.renderRoot.querySelector('cercle-composer'))
    const detail = buildThread({ space: hall, title: 'tout neuf', createdAt: ago(0) })
    client.world.threads.unshift(detail)
    send(feed, detail)
    await until(() => toast(feed)?.shadowRoot?.textContent.includes('C’est publié. 31 personnes pourront le lire.'))
    expect(titles(feed)).to.deep.equal(['tout neuf', 'La première', 'La seconde'])
    expect(focused()!.textContent.trim()).to.equal('tout neuf')
    const undo = pressable(feed.renderRoot, 'Annuler (encore 20 s)')!
    expect(undo.closest('[role=status]')).to.equal(null)
    undo.click()
    await until(() => !toast(feed))
    expect(titles(feed)).to.deep.equal(['La première', 'La seconde'])
    expect(client.calls.at(-1)).to.deep.equal({ procedure: 'discussions.withdraw', input: { id: detail.id } })
    await until(() => focused()?.getAttribute('part') === 'compose')
  })

  it('says that a message is still published when taking it back failed', async () => {
    const { client, feed } = show()
    await settled(feed, 'ready')
    feed.renderRoot.querySelector<HTMLElement>('[data-do=write]')!.click()
    await until(() => feed.renderRoot.querySelector('cercle-composer'))
    send(feed, buildThread({ space: hall, title: 'tout neuf', createdAt: ago(0) }))
    const undo = await until(() => pressable(feed.renderRoot, 'Annuler'))
    client.fail('offline')
    undo.click()
    await until(() => toast(feed)!.shadowRoot!.textContent.includes('Votre message est toujours publié.'))
    expect(titles(feed)[0]).to.equal('tout neuf')
  })

  it('shows what was published also when the list was narrowed to another kind', async () => {
    const { client, feed } = show()
    await settled(feed, 'ready')
    pressable(feed.renderRoot, 'Questions')!.click()
    await settled(feed, 'ready')
    feed.renderRoot.querySelector<HTMLElement>('[data-do=write]')!.click()
    await until(() => feed.renderRoot.querySelector('cercle-composer'))
    const detail = buildThread({ space: hall, kind: 'news', title: 'une nouvelle', createdAt: ago(0) })
    client.world.threads.unshift(detail)
    send(feed, detail)
    await until(() => titles(feed)[0] === 'une nouvelle')
    expect(titles(feed)).to.deep.equal(['une nouvelle', 'La première', 'La seconde'])
  })

  it('opens a discussion in place of its row, and closes it with the focus back on the row', async () => {
    const { feed } = show()
    await settled(feed, 'ready')
    pressable(feed.renderRoot, 'La seconde')!.click()
    const thread = await until(() => feed.renderRoot.querySelector<HTMLElement>('cercle-thread'))
    expect(titles(feed)).to.deep.equal(['La première'])
    await until(() => deep(thread.shadowRoot!, '#title'))
    await until(() => thread.shadowRoot!.activeElement)
    pressable(thread.shadowRoot!, 'Refermer')!.click()
    await until(() => focused()?.textContent?.trim() === 'La seconde')
    expect(titles(feed)).to.deep.equal(['La première', 'La seconde'])
  })

  it('follows what the open discussion says of itself, and lets it go when it is gone', async () => {
    const { feed } = show()
    await settled(feed, 'ready')
    pressable(feed.renderRoot, 'La première')!.click()
    const thread = await until(() => feed.renderRoot.querySelector<HTMLElement & { threadId: string }>('cercle-thread'))
    const { threadId: id } = thread
    const say = (detail: object) => thread.dispatchEvent(new CustomEvent('cercle-thread-changed', { detail }))
    say({ id, title: 'La première, autrement' })
    thread.dispatchEvent(new CustomEvent('cercle-thread-close'))
    await until(() => titles(feed)[0] === 'La première, autrement')
    say({ id, gone: true })
    await until(() => titles(feed).length === 1)
  })

  it('keeps the open discussion alive when another one is put before it', async () => {
    const { feed } = show()
    await settled(feed, 'ready')
    pressable(feed.renderRoot, 'La première')!.click()
    const thread = await until(() => feed.renderRoot.querySelector('cercle-thread'))
    feed.renderRoot.querySelector<HTMLElement>('[data-do=write]')!.click()
    await until(() => feed.renderRoot.querySelector('cercle-composer'))
    send(feed, buildThread({ space: hall, title: 'tout neuf', createdAt: ago(0) }))
    await until(() => titles(feed).includes('tout neuf'))
    expect(feed.renderRoot.querySelector('cercle-thread')).to.equal(thread)
  })
})

import { expect } from '@open-wc/testing'
import type { LiveEvent } from '@cercle/sdk'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import {
  ago,
  buildCommunity,
  buildId,
  buildPost,
  buildSpace,
  buildThread,
  buildViewer,
  now,
  treeOf,
} from '../../test/factories.ts'
import { fakeClient, type FakeClient } from '../../test/fake-client.ts'
import { deep, focused, mount, pressable, settled, until, wordsOf, type Setting } from '../../test/mount.ts'
import { type } from '../../test/runner.ts'
import type { Thread } from './thread.ts'
import './register.ts'

const community = buildCommunity()
const viewer = buildViewer()
const space = buildSpace({ slug: 'laval', level: 'restricted', readers: 14, groups: ['Groupe Laval'] })
const react = { edit: false, withdraw: false, react: true, restore: false }
const line = { memberId: '0', name: 'Line', organisation: null }
const replies = ['J’ai essayé jeudi.', 'Elle est restée.'].map((text, index) => ({
  author: line,
  can: react,
  body: treeOf(text),
  createdAt: ago(300 - index),
}))

async function show(setting: Setting = {}): Promise<{ client: FakeClient; thread: Thread }> {
  const built = buildThread({
    space,
    title: 'Par où commencer',
    can: { reply: true, pin: false },
    opening: { can: react },
    replies,
  })
  const client = fakeClient({ community, viewer, spaces: [space], threads: [built] })
  const thread = mount(
    'cercle-thread',
    { client, community, viewer, space, threadId: built.id, draftScope: 'a nadia', now },
    { lang: 'fr', nested: 'light', ...setting },
  )
  await settled(thread, 'ready')
  await until(() => deep(thread.renderRoot, '.c-box') && thread.renderRoot.querySelectorAll('cercle-post').length === 3)
  return { client, thread }
}

type News = Extract<LiveEvent, { thread: string }>
let seq = 0
const tell = ({ world, tell: say }: FakeClient, event: News['type'], given: Partial<News> = {}) => {
  const thread = given.thread ?? world.threads[0]!.id
  say({ type: event, seq: (seq += 1), space: space.id, thread, post: thread, own: false, ...given })
}
/** Somebody answers. */
const answer = (client: FakeClient, text: string, author = line, own = false) => {
  const thread = client.world.threads[0]!
  const reply = buildPost({ threadId: thread.id, author, can: react, body: treeOf(text), createdAt: ago(1) })
  thread.replies.items.push(reply)
  thread.replyCount += 1
  tell(client, 'post.created', { post: reply.id, own })
  return reply
}
const says = (thread: Thread, sentence: string) => until(() => wordsOf(thread.renderRoot).includes(sentence))
const bar = (thread: Thread) => thread.renderRoot.querySelector<HTMLElement>('.live')
const barWords = (thread: Thread) => bar(thread)?.textContent.replace(/\s+/gu, ' ').trim()

/** Begins an answer. */
async function write(thread: Thread, text: string): Promise<HTMLTextAreaElement> {
  deep(thread.renderRoot, '.c-box')!.click()
  const area = await until(() => deep<HTMLTextAreaElement>(thread.renderRoot, 'textarea'))
  await until(() => focused() === area)
  await type(text)
  return area
}

describe('open thread in which others write', () => {
  beforeEach(() => localStorage.clear())

  it('counts new replies, and appends them on request with what is typed still there', async () => {
    const { client, thread } = await show()
    const area = await write(thread, 'Chez nous,')
    const first = answer(client, 'Nous, on marche.')
    await until(() => barWords(thread) === '1 nouvelle réponse L’afficher')
    expect(focused()).to.equal(area)
    answer(client, 'Nous aussi.')
    await until(() => barWords(thread) === '2 nouvelles réponses Les afficher')
    expect(wordsOf(thread.renderRoot)).not.to.contain('Nous, on marche.')
    bar(thread)!.click()
    await until(() => thread.renderRoot.querySelectorAll('cercle-post').length === 5)
    await until(() => thread.shadowRoot!.activeElement?.getAttribute('data-post') === first.id)
    expect(deep<HTMLTextAreaElement>(thread.renderRoot, 'textarea')!.value).to.equal('Chez nous,')
    expect(bar(thread)).to.equal(null)
    expect(thread.renderRoot.querySelector('h4')!.textContent).to.equal('4 réponses')
  })

  it('shows at once what the viewer answers elsewhere', async () => {
    const { client, thread } = await show()
    answer(client, 'De mon téléphone.', { memberId: viewer.memberId, name: 'Nadia', organisation: null }, true)
    await says(thread, 'De mon téléphone.')
    expect(bar(thread)).to.equal(null)
  })

  it('changes texts where they stand, and tells the list', async () => {
    const { client, thread } = await show()
    const seen: { title?: string }[] = []
    thread.addEventListener('cercle-thread-changed', (event) => seen.push((event as CustomEvent<{ title?: string }>).detail))
    const known = client.world.threads[0]!
    const [first, second] = known.replies.items
    Object.assign(first!, { body: treeOf('J’ai essayé vendredi.'), editedAt: ago(0) })
    known.title = 'Par où commencer, donc'
    tell(client, 'post.edited', { post: first!.id })
    await says(thread, 'J’ai essayé vendredi.')
    await says(thread, 'Par où commencer, donc')
    expect(seen.at(-1)?.title).to.equal('Par où commencer, donc')
    Object.assign(second!, { body: [], withdrawnAt: ago(0), can: { ...react, react: false } })
    tell(client, 'post.withdrawn', { post: second!.id })
    await says(thread, 'Message retiré')
    known.replies.items.pop()
    tell(client, 'post.withdrawn', { post: second!.id })
    await until(() => thread.renderRoot.querySelectorAll('cercle-post').length === 3)
  })

  describe('what she takes back herself', () => {
    const mine = { memberId: viewer.memberId, name: 'Nadia', organisation: null }
    const can = { edit: true, withdraw: true, react: false, restore: false }
    /** Her answer, just written, with its menu open. */
    async function showHers(): Promise<{ client: FakeClient; thread: Thread; takeBack: () => void }> {
      const { client, thread } = await show()
      Object.assign(answer(client, 'De ma main.', mine, true), { can, createdAt: now.toISOString() })
      await says(thread, 'De ma main.')
      const takeBack = await menuOf(thread, client.world.threads[0]!.replies.items.at(-1)!)
      return { client, thread, takeBack: () => takeBack.click() }
    }
    /** Gives what takes it back. */
    async function menuOf(thread: Thread, { id }: { id: string }): Promise<HTMLElement> {
      const post = thread.renderRoot.querySelector(`[data-post="${id}"]`)!
      ;(await until(() => pressable(post.shadowRoot!, 'Autres gestes'))).click()
      return until(() => pressable(post.shadowRoot!, 'Retirer'))
    }
    /** Answers of one call are made at once and arrive when told to; gives what tells them. */
    function late(client: FakeClient, name: 'thread' | 'withdraw'): () => void {
      const { promise, resolve } = Promise.withResolvers<void>()
      const discussions = client.discussions as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>
      const known = discussions[name]!
      discussions[name] = async (...given) => {
        const made = await known(...given)
        await promise
        return made
      }
      return () => {
        discussions[name] = known
        resolve()
      }
    }
    const asked = (client: FakeClient, procedure: string) => client.calls.some((call) => call.procedure === procedure)
    const readings = (client: FakeClient) => client.calls.filter(({ procedure }) => procedure === 'discussions.thread').length
    const staysBack = async (client: FakeClient, thread: Thread) => {
      await says(thread, 'Votre message est retiré. Plus personne ne le voit.')
      // the second reading begins once what the first brought is shown
      for (const _ of ['first', 'second']) {
        const before = readings(client)
        tell(client, 'reaction.changed')
        await until(() => readings(client) > before)
      }
      expect(pressable(thread.renderRoot, 'Le remettre')).not.to.equal(undefined)
      expect(wordsOf(thread.renderRoot)).not.to.contain('De ma main.')
    }

    it('keeps its way back when a reading that began before arrives after', async () => {
      const { client, thread, takeBack } = await showHers()
      const arrive = late(client, 'thread')
      client.calls.length = 0
      tell(client, 'reaction.changed')
      await until(() => asked(client, 'discussions.thread'))
      takeBack()
      await says(thread, 'Votre message est retiré.')
      arrive()
      tell(client, 'post.withdrawn', { own: true })
      await staysBack(client, thread)
    })

    it('keeps its way back when the stream is faster than the answer', async () => {
      const { client, thread, takeBack } = await showHers()
      const arrive = late(client, 'withdraw')
      client.calls.length = 0
      takeBack()
      await until(() => asked(client, 'discussions.withdraw'))
      tell(client, 'post.withdrawn', { own: true })
      await until(() => asked(client, 'discussions.thread'))
      await thread.updateComplete
      arrive()
      await staysBack(client, thread)
    })

    it('is not lost with its discussion when it is the first message', async () => {
      const { client, thread } = await show()
      const known = client.world.threads[0]!
      Object.assign(known.opening, { can, author: mine, createdAt: now.toISOString() })
      tell(client, 'post.edited')
      const takeBack = await menuOf(thread, known.opening)
      const arrive = late(client, 'withdraw')
      client.calls.length = 0
      takeBack.click()
      await until(() => asked(client, 'discussions.withdraw'))
      tell(client, 'post.withdrawn', { own: true })
      await until(() => asked(client, 'discussions.thread'))
      arrive()
      await says(thread, 'Votre message est retiré. Plus personne ne le voit.')
      expect(thread.dataset['state']).to.equal('ready')
    })
  })

  it('asks once a second at most, and nothing for other discussions', async () => {
    const { client, thread } = await show()
    client.calls.length = 0
    tell(client, 'post.edited', { thread: buildId() })
    for (let count = 0; count < 20; count += 1) tell(client, 'reaction.changed')
    await until(() => client.calls.length === 1)
    const start = performance.now()
    tell(client, 'reaction.changed')
    await until(() => client.calls.length === 2)
    expect(performance.now() - start).to.be.at.least(900)
    await thread.updateComplete
  })

  it('says that it is gone, and keeps in sight what was being typed', async () => {
    const { client, thread } = await show()
    const area = await write(thread, 'Chez nous, on marche.')
    const { id } = client.world.threads[0]!
    client.world.threads = []
    tell(client, 'post.withdrawn', { thread: id })
    await settled(thread, 'gone')
    await says(thread, 'Cette discussion n’est plus là.')
    await says(thread, 'Votre réponse ne peut plus partir. Ce que vous avez écrit reste ici')
    expect(deep(thread.renderRoot, 'textarea')).to.equal(area)
    expect(area.value).to.equal('Chez nous, on marche.')
    expect(focused()).to.equal(area)
    expect(deep(thread.renderRoot, '[part=send]')).to.equal(undefined)
    expect(wordsOf(thread.renderRoot)).not.to.contain('J’ai essayé jeudi.')
    // at what time the draft was kept is another thing each time
    const status = await until(() => deep(thread.renderRoot, '.status'))
    status.hidden = true
    await expectAria(thread, 'thread-gone-typed')
    await expectAccessible(thread)
  })

  it('shows nothing to write in when it goes and nothing was typed', async () => {
    const { client, thread } = await show()
    const { id } = client.world.threads[0]!
    client.world.threads = []
    tell(client, 'post.withdrawn', { thread: id })
    await settled(thread, 'gone')
    expect(thread.renderRoot.querySelector('cercle-reply')).to.equal(null)
  })

  it('reads again by itself when too much was missed', async () => {
    const { client, thread } = await show()
    const known = client.world.threads[0]!
    known.replies.items.push(buildPost({ threadId: known.id, author: line, body: treeOf('Manquée.') }))
    client.tell({ type: 'resync', seq: (seq += 1) })
    await until(() => barWords(thread)?.startsWith('1 nouvelle réponse'))
  })

  it('stops when it leaves the page', async () => {
    const { client, thread } = await show()
    expect(client.listeners()).to.equal(1)
    thread.remove()
    expect(client.listeners()).to.equal(0)
  })

  it('is told to a screen reader', async () => {
    const { client, thread } = await show()
    answer(client, 'Nous, on marche.')
    await until(() => bar(thread))
    await until(() => pressable(thread.renderRoot, 'Voir qui'))
    await expectAria(thread, 'thread-arrivals')
    await expectAccessible(thread)
  })

  it('is the same in English, at 320 px and in the dark', async () => {
    const { client, thread } = await show({ lang: 'en', width: 320, nested: 'dark' })
    answer(client, 'Nous, on marche.')
    await until(() => barWords(thread) === '1 new reply Show it')
    await until(() => pressable(thread.renderRoot, 'See who'))
    await expectAria(thread, 'thread-arrivals-en')
    await expectAccessible(thread)
    expect(bar(thread)!.getBoundingClientRect().height).to.be.at.least(44)
  })
})

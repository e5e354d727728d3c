import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { ago, buildCommunity, buildSpace, buildThread, buildViewer, now, treeOf, type ThreadParts } from '../../test/factories.ts'
import { fakeClient, type FakeClient } from '../../test/fake-client.ts'
import { deep, focused, mount, pressable, settled, until, type Setting } from '../../test/mount.ts'
import { emulate, press, type } from '../../test/runner.ts'
import type { Thread } from './thread.ts'
import './register.ts'

const community = buildCommunity()
const viewer = buildViewer()
const space = buildSpace({ slug: 'laval', level: 'restricted', readers: 14, groups: ['Laval'], can: { write: true, pin: false } })
const react = { edit: false, withdraw: false, react: true, restore: false }
const nadia = { memberId: viewer.memberId, name: 'Nadia', organisation: 'Maison Lumen' }
const line = { memberId: '0', name: 'Line', organisation: null }

const parts: ThreadParts = {
  space,
  kind: 'experience',
  title: 'J’ai arrêté de poser des questions.',
  can: { reply: true, pin: false },
  opening: { can: react, reactions: [{ key: 'recognise', count: 6, mine: false }] },
  replies: [
    { author: line, can: react, body: treeOf('J’ai essayé jeudi.'), createdAt: ago(300) },
    {
      author: nadia,
      can: { ...react, edit: true, withdraw: true },
      body: treeOf('Je commence par ce qu’elle aime.'),
      createdAt: ago(200),
      editedAt: ago(100),
    },
  ],
}

function show(
  given: ThreadParts = {},
  properties: Partial<Thread> = {},
  setting: Setting = {},
): { client: FakeClient; thread: Thread } {
  const built = buildThread({ ...parts, ...given })
  const client = fakeClient({ community, viewer, spaces: [space], threads: [built] })
  const thread = mount(
    'cercle-thread',
    { client, community, viewer, space, threadId: built.id, draftScope: 'a nadia', now, ...properties },
    { lang: 'fr', nested: 'light', ...setting },
  )
  return { client, thread }
}

/** All the words of it, through the shadow roots. */
function words(root: ParentNode): string {
  const inner = [...root.querySelectorAll('*')].map(({ shadowRoot }) => (shadowRoot ? words(shadowRoot) : ''))
  return `${root.textContent} ${inner.join(' ')}`.replace(/\s+/gu, ' ')
}
const says = (thread: Thread, sentence: string) => until(() => words(thread.renderRoot).includes(sentence))
const changes = (thread: Thread): object[] => {
  const seen: object[] = []
  thread.addEventListener('cercle-thread-changed', (event) => seen.push((event as CustomEvent<object>).detail))
  return seen
}
const drawn = async (thread: Thread): Promise<Thread> => {
  await settled(thread, 'ready')
  await until(() => deep(thread.renderRoot, 'cercle-post')?.shadowRoot?.querySelector('.c-text'))
  return thread
}

describe('open thread', () => {
  beforeEach(() => localStorage.clear())

  it('shows the text, the gestures, the replies and the box to answer in', async () => {
    const { thread } = show()
    await drawn(thread)
    await until(() => pressable(thread.renderRoot, 'Répondre à Fatou'))
    await until(() => pressable(thread.renderRoot, 'Voir qui'))
    await expectAria(thread, 'thread')
    await expectAccessible(thread)
  })

  it('says on paper, and only there, for whom it was written; of what everybody may read, nothing (R108)', async () => {
    const label = (thread: Thread) => thread.renderRoot.querySelector<HTMLElement>('.paper')
    const { thread } = show()
    await drawn(thread)
    expect(getComputedStyle(label(thread)!).display).to.equal('none')
    await emulate({ media: 'print' })
    expect(getComputedStyle(label(thread)!).display).to.equal('block')
    const words = label(thread)!.textContent.replace(/\s+/gu, ' ').trim()
    await emulate()
    expect(words).to.equal(
      'Écrit pour ces personnes seulement : Accueil · 14 personnes du groupe Laval. Sur papier aussi, cela reste entre elles.',
    )
    const few = show({ circle: { readers: 3, groups: ['CALACS'], people: 0 } }).thread
    await drawn(few)
    expect(label(few)!.textContent).to.contain('CALACS')
    const open = buildSpace({ slug: 'accueil', level: 'public' })
    const seen = show({ space: open }, { space: open }).thread
    await drawn(seen)
    expect(label(seen)).to.equal(null)
  })

  it('clears the unread mark of a member, and asks nothing of the kind for a stranger', async () => {
    const member = show()
    await drawn(member.thread)
    await until(() => member.client.calls.some(({ procedure }) => procedure === 'discussions.markRead'))
    const opening = { author: null, can: { ...react, react: false }, reactions: [{ key: 'recognise', count: 6, mine: false }] }
    const stranger = show({ opening, replies: [], can: { reply: false, pin: false } }, { viewer: null })
    await drawn(stranger.thread)
    await says(stranger.thread, 'Une personne de la communauté')
    expect(stranger.client.calls.map(({ procedure }) => procedure)).to.deep.equal(['discussions.thread'])
    expect(deep(stranger.thread.renderRoot, '[aria-pressed]')).to.equal(undefined)
    await expectAria(stranger.thread, 'thread-stranger')
    await expectAccessible(stranger.thread)
  })

  it('shows its line of the list and holds the place while it comes', async () => {
    const summary = buildThread(parts)
    const { client, thread } = show({}, { summary })
    client.hold()
    await until(() => thread.renderRoot.querySelector('[aria-busy=true]'))
    expect(thread.dataset['state']).to.equal('loading')
    expect(thread.renderRoot.querySelector('h3')!.textContent).to.contain('J’ai arrêté')
    await expectAria(thread, 'thread-loading')
    client.release()
    await drawn(thread)
  })

  it('says that it is no longer there, and tells the list when it is closed', async () => {
    const { thread } = show({}, { threadId: '019b0000-0000-7000-8000-ffffffffffff' })
    const seen = changes(thread)
    await settled(thread, 'gone')
    await until(() => pressable(thread.renderRoot, 'Refermer'))
    await expectAria(thread, 'thread-gone')
    await expectAccessible(thread)
    pressable(thread.renderRoot, 'Refermer')!.click()
    expect(seen).to.deep.equal([{ id: thread.threadId, gone: true }])
  })

  it('says a failure in words and tries again', async () => {
    const built = buildThread(parts)
    const client = fakeClient({ community, viewer, spaces: [space], threads: [built] })
    client.fail('internal')
    const { thread } = show({}, { client, threadId: built.id })
    await settled(thread, 'error')
    await expectAria(thread, 'thread-error')
    await expectAccessible(thread)
    client.fail()
    pressable(thread.renderRoot, 'Essayer de nouveau')!.click()
    await drawn(thread)
  })

  it('waits for the line, and loads by itself when it is back', async () => {
    const built = buildThread(parts)
    const client = fakeClient({ community, viewer, spaces: [space], threads: [built] })
    client.fail('offline')
    const { thread } = show({}, { client, threadId: built.id })
    await settled(thread, 'offline')
    await expectAria(thread, 'thread-offline')
    client.fail()
    dispatchEvent(new Event('online'))
    await drawn(thread)
  })

  it('adds the next replies below, and goes to the first of them', async () => {
    const replies = Array.from({ length: 5 }, (_, index) => ({ author: line, can: react, body: treeOf(`Réponse ${index + 1}.`) }))
    const { client, thread } = show({ replies })
    client.world.pageSize = 2
    await drawn(thread)
    const next = await until(() => pressable(thread.renderRoot, 'Réponses suivantes'))
    expect(thread.renderRoot.querySelector('h4')!.textContent).to.equal('5 réponses')
    next.click()
    await says(thread, 'Réponse 4.')
    await until(() => words((focused() ?? document.createElement('i')) as HTMLElement).includes('Réponse 3.'))
    client.fail('unavailable')
    pressable(thread.renderRoot, 'Réponses suivantes')!.click()
    await says(thread, 'La suite des réponses n’a pas pu être affichée.')
    expect(words(thread.renderRoot)).to.contain('Réponse 1.')
    client.fail()
    pressable(thread.renderRoot, 'Essayer de nouveau')!.click()
    await says(thread, 'Réponse 5.')
    expect(pressable(thread.renderRoot, 'Réponses suivantes')).to.equal(undefined)
  })

  it('takes a reply with the keyboard alone, shows it and tells the list', async () => {
    const { thread } = show()
    const seen = changes(thread)
    await drawn(thread)
    const box = await until(() => pressable(thread.renderRoot, 'Répondre à Fatou'))
    box.focus()
    await press('Enter')
    await until(() => focused()?.localName === 'textarea')
    await type('Chez nous, on marche.')
    await press('Tab')
    await press('Tab')
    await press('Enter')
    await says(thread, 'Votre réponse est publiée.')
    await says(thread, 'Chez nous, on marche.')
    expect(thread.renderRoot.querySelector('h4')!.textContent).to.equal('3 réponses')
    expect(seen.at(-1)).to.include({ replyCount: 3, unread: false })
  })

  it('puts a reply at its place when older ones are not shown yet, once', async () => {
    const replies = Array.from({ length: 4 }, (_, index) => ({ author: line, can: react, body: treeOf(`Réponse ${index + 1}.`) }))
    const { client, thread } = show({ replies })
    client.world.pageSize = 3
    await drawn(thread)
    const { id } = client.world.threads[0]!
    const detail = await client.discussions.reply({
      id: '019b0000-0000-7000-8000-aaaaaaaaaaaa',
      threadId: id,
      body: 'La mienne.',
    })
    const reply = await until(() => thread.renderRoot.querySelector('cercle-reply'))
    reply.dispatchEvent(new CustomEvent('cercle-reply-sent', { detail }))
    await says(thread, 'La mienne.')
    pressable(thread.renderRoot, 'Réponses suivantes')!.click()
    await says(thread, 'Réponse 4.')
    await until(() => thread.renderRoot.querySelectorAll('cercle-post').length === 6)
  })

  it('pins for who may, tells the list, and says when it fails', async () => {
    const { client, thread } = show({ can: { reply: true, pin: true } })
    const seen = changes(thread)
    await drawn(thread)
    const menu = async (gesture: string) => {
      pressable(thread.renderRoot, 'Autres gestes')!.click()
      ;(await until(() => pressable(thread.renderRoot, gesture))).click()
    }
    await menu('Épingler')
    await says(thread, 'La discussion est épinglée')
    expect(seen.at(-1)).to.include({ pinned: true })
    client.fail('internal')
    await menu('Ne plus épingler')
    await says(thread, 'L’épingle n’a pas pu être changée.')
  })

  it('closes, and takes the focus when it is given', async () => {
    const { thread } = show()
    thread.focus()
    await drawn(thread)
    await until(() => focused()?.id === 'title')
    const closed = new Promise((done) => thread.addEventListener('cercle-thread-close', done))
    pressable(thread.renderRoot, 'Refermer')!.click()
    await closed
  })

  it('is the same in English, at 320 px and in the dark', async () => {
    const { thread } = show({}, {}, { lang: 'en', width: 320, nested: 'dark' })
    await drawn(thread)
    await until(() => pressable(thread.renderRoot, 'Reply to Fatou'))
    await until(() => pressable(thread.renderRoot, 'See who'))
    await expectAria(thread, 'thread-en')
    await expectAccessible(thread)
    expect(thread.renderRoot.querySelector('article')!.scrollWidth).to.be.at.most(320)
  })
})

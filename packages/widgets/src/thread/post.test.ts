import { expect } from '@open-wc/testing'
import type { PostView } from '@cercle/sdk'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { ago, buildCommunity, buildSpace, buildThread, buildViewer, now, treeOf } from '../../test/factories.ts'
import { fakeClient, type FakeClient } from '../../test/fake-client.ts'
import { focused, mount, pressable, until } from '../../test/mount.ts'
import { press, type } from '../../test/runner.ts'
import type { PostChange } from '../controllers/thread-gestures.ts'
import '../composer/register.ts'
import type { Post } from './post.ts'
import './register.ts'

const community = buildCommunity()
const viewer = buildViewer()
const space = buildSpace({ level: 'members', readers: 42 })
const mine = { edit: true, withdraw: true, react: true, restore: false }

interface Shown {
  client: FakeClient
  post: Post
  changes: PostChange[]
  press(words: string): Promise<void>
  says(words: string): Promise<unknown>
}

function show(change: Partial<PostView> = {}): Shown {
  const thread = buildThread({ space, opening: { can: mine, reactions: [{ key: 'thanks', count: 4, mine: false }], ...change } })
  const client = fakeClient({ community, viewer, spaces: [space], threads: [thread] })
  const post = mount(
    'cercle-post',
    { client, community, viewer, space, post: thread.opening, draftScope: 'a nadia', now },
    { lang: 'fr', nested: 'light' },
  )
  const changes: PostChange[] = []
  post.addEventListener('cercle-post-changed', (event) => changes.push((event as CustomEvent<PostChange>).detail))
  return {
    client,
    post,
    changes,
    press: async (words) => (await until(() => pressable(post.renderRoot, words))).click(),
    says: (words) => until(() => post.renderRoot.textContent.replace(/\s+/gu, ' ').includes(words)),
  }
}
const chip = (shown: Shown, words = 'Merci') => until(() => pressable(shown.post.renderRoot, words))
const pressed = async (shown: Shown) => (await chip(shown)).getAttribute('aria-pressed')

describe('one text of a discussion', () => {
  beforeEach(() => localStorage.clear())

  it('shows a gesture at once, then as the server counts it', async () => {
    const shown = show()
    await chip(shown)
    shown.client.hold()
    await shown.press('Merci')
    await shown.says('servi 5')
    expect(await pressed(shown)).to.equal('true')
    expect(shown.changes).to.deep.equal([])
    shown.client.release()
    await until(() => shown.changes.length)
    expect(shown.changes[0]!.post.reactions).to.deep.equal([{ key: 'thanks', count: 5, mine: true }])
  })

  it('puts a gesture back, with a sentence, when it is not kept', async () => {
    const shown = show()
    await chip(shown)
    shown.client.fail('offline')
    await shown.press('Merci')
    await shown.says('Votre geste n’a pas été gardé. La connexion est coupée.')
    expect(await pressed(shown)).to.equal('false')
    await shown.says('servi 4')
    await expectAccessible(shown.post)
  })

  it('keeps the last of quick presses, and sets states instead of counting presses', async () => {
    const shown = show()
    await chip(shown)
    shown.client.hold()
    for (let times = 0; times < 3; times += 1) await shown.press('Merci')
    shown.client.release()
    await until(() => shown.changes.length)
    expect(await pressed(shown)).to.equal('true')
    const sent = shown.client.calls.map(({ input }) => (input as { on: boolean }).on)
    expect(sent.at(-1)).to.equal(true)
    expect(shown.client.world.threads[0]!.opening.reactions).to.deep.equal([{ key: 'thanks', count: 5, mine: true }])
  })

  it('is reacted to with the keyboard', async () => {
    const shown = show()
    ;(await chip(shown)).focus()
    await press(' ')
    await until(() => shown.changes.length)
    expect(focused()?.getAttribute('aria-pressed')).to.equal('true')
  })

  it('opens its other gestures in the flow, and Escape closes them', async () => {
    const shown = show()
    const more = await until(() => pressable(shown.post.renderRoot, 'Autres gestes'))
    more.focus()
    await press('Enter')
    const menu = await until(() => shown.post.renderRoot.querySelector('.c-menu'))
    expect(getComputedStyle(menu).position).to.equal('static')
    await expectAria(shown.post, 'post-menu')
    await expectAccessible(shown.post)
    await press('Tab')
    expect(focused()!.textContent).to.contain('Modifier')
    await press('Escape')
    await until(() => !shown.post.renderRoot.querySelector('.c-menu') && focused() === more)
  })

  it('is withdrawn at once with the keyboard, and put back (R58)', async () => {
    const shown = show()
    const more = await until(() => pressable(shown.post.renderRoot, 'Autres gestes'))
    more.focus()
    await press('Enter')
    await until(() => shown.post.renderRoot.querySelector('.c-menu'))
    await press('Tab')
    await press('Tab')
    await press('Enter')
    await until(() => focused()?.textContent.includes('Le remettre'))
    await shown.says('Votre message est retiré. Plus personne ne le voit.')
    expect(shown.changes.at(-1)!.post.body).to.deep.equal([])
    await expectAria(shown.post, 'post-withdrawn')
    await expectAccessible(shown.post)
    await press('Enter')
    await shown.says('Le texte revenu.')
    expect(shown.client.world.threads[0]!.opening.withdrawnAt).to.equal(null)
  })

  it('says when it could not be withdrawn, and when it is too late to put it back', async () => {
    const shown = show()
    shown.client.fail('unavailable')
    await shown.press('Autres gestes')
    await shown.press('Retirer')
    await shown.says('Votre message n’a pas pu être retiré. Il est encore là.')
    const late = show({ withdrawnAt: ago(5), body: [], can: { edit: false, withdraw: false, react: false, restore: true } })
    late.client.fail('conflict')
    await late.press('Le remettre')
    await late.says('Il est trop tard pour remettre ce message.')
  })

  it('leaves a thin trace where another person withdrew', async () => {
    const shown = show({ withdrawnAt: ago(5), body: [], can: { edit: false, withdraw: false, react: false, restore: false } })
    await shown.says('Message retiré')
    await expectAria(shown.post, 'post-trace')
    await expectAccessible(shown.post)
  })

  it('is changed where it stands, with the keyboard alone', async () => {
    const shown = show({ body: treeOf('Avant.') })
    await shown.press('Autres gestes')
    await shown.press('Modifier')
    await until(() => focused()?.localName === 'textarea')
    await type(' Après.')
    await press('Tab')
    await press('Enter')
    await shown.says('Avant. Après.')
    await shown.says('modifié')
    expect(shown.changes.at(-1)!.title).to.equal(shown.client.world.threads[0]!.title)
    await until(() => focused()?.textContent.includes('Autres gestes'))
  })

  it('shows the texts before it was changed, and hides them again', async () => {
    const shown = show({ editedAt: ago(5) })
    await shown.press('modifié')
    await shown.says('Le texte d’avant.')
    await expectAria(shown.post, 'post-versions')
    await expectAccessible(shown.post)
    await shown.press('modifié')
    await until(() => !shown.post.renderRoot.textContent.includes('Le texte d’avant.'))
  })
})

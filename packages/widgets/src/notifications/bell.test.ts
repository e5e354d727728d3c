import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { ago, buildCommunity, buildId, buildSpace, buildThread, buildViewer, now } from '../../test/factories.ts'
import { fakeClient, type FakeClient } from '../../test/fake-client.ts'
import { buildNotices } from '../../test/fake-notifications.ts'
import { deep, focused, mount, pressable, until, wordsOf, type Setting } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'
import type { Notices } from './notices.ts'
import './register.ts'

const community = buildCommunity()
const hall = buildSpace({ slug: 'entraide', name: 'Entraide', level: 'members' })

function show(notifications = buildNotices(), setting: Setting = {}) {
  const threads = [buildThread({ space: hall, title: 'Hébergement de nuit' })]
  for (const item of notifications) if (item.thread) item.thread.id = threads[0]!.id
  const client: FakeClient = fakeClient({ viewer: buildViewer(), community, notifications, threads, spaces: [hall] })
  const own = { client, community, now, bell: true, hears: true }
  return { client, threads, bell: mount('cercle-notices', own, { lang: 'fr', nested: 'light', ...setting }) }
}
const opener = ({ renderRoot }: Notices) => until(() => renderRoot.querySelector<HTMLElement>('.turns'))
const says = (bell: Notices, text: string) => until(() => wordsOf(bell.renderRoot).includes(text))
const status = ({ renderRoot }: Notices) => renderRoot.querySelector('[role=status]:last-of-type')!.textContent

describe('the bell', () => {
  it('says in words how much is new, and opens what it is by the keyboard', async () => {
    const { bell } = show()
    await says(bell, 'Du nouveau : 3')
    expect(status(bell), 'what was there before is not told').to.equal('')
    await expectAria(bell, 'bell-closed')
    await expectAccessible(bell)
    ;(await opener(bell)).focus()
    await press('Enter')
    await says(bell, '4 nouvelles discussions dans Entraide')
    await expectAria(bell, 'bell')
    await expectAccessible(bell)
  })

  it('says that nothing is new', async () => {
    const { bell } = show([])
    await says(bell, 'Rien de nouveau')
    await expectAccessible(bell)
  })

  it('tells once that there is more, not each time, and the focus stays', async () => {
    const { client, bell } = show()
    await says(bell, 'Du nouveau : 3')
    const button = await opener(bell)
    button.focus()
    client.world.notifications[3]!.read = false
    client.tell({ type: 'notices.changed' })
    await until(() => status(bell) === '4 nouveautés pour vous')
    client.world.notifications[4]!.read = false
    client.tell({ type: 'notices.changed' })
    await says(bell, 'Du nouveau : 5')
    expect(status(bell)).to.equal('4 nouveautés pour vous')
    expect(focused()).to.equal(button)
  })

  it('shows what comes while it is open on request, first', async () => {
    const { client, bell } = show()
    ;(await opener(bell)).click()
    await says(bell, '4 nouvelles discussions')
    expect(pressable(bell.renderRoot, 'Voir ce qui vient d’arriver')).to.equal(undefined)
    client.world.notifications.unshift({ id: buildId(), kind: 'membership', at: ago(0), read: false, count: 1 })
    client.tell({ type: 'notices.changed' })
    ;(await until(() => pressable(bell.renderRoot, 'Voir ce qui vient d’arriver'))).click()
    await until(() => focused()?.textContent?.includes('Votre place dans la communauté a changé'))
    expect(pressable(bell.renderRoot, 'Voir ce qui vient d’arriver')).to.equal(undefined)
    await expectAccessible(bell)
  })

  it('leads to a discussion in its own place, notes that one as seen, and back to where one was', async () => {
    const { client, bell } = show()
    ;(await opener(bell)).click()
    const way = await until(() => pressable(bell.renderRoot, '2 réponses dans « Hébergement de nuit »'))
    way.focus()
    await press('Enter')
    const thread = await until(() => deep(bell.renderRoot, 'cercle-thread'))
    await until(() => focused()?.textContent?.includes('Hébergement de nuit'))
    expect(client.calls).to.deep.include({
      procedure: 'notifications.markRead',
      input: { id: client.world.notifications[0]!.id },
    })
    await says(bell, 'Du nouveau : 2')
    await until(() => thread.dataset['state'] === 'ready')
    await expectAccessible(bell)
    thread.dispatchEvent(new CustomEvent('cercle-thread-close'))
    await until(() => focused()?.textContent?.includes('2 réponses dans'))
    expect(deep(bell.renderRoot, 'cercle-thread')).to.equal(undefined)
  })

  it('leads to a new discussion by its title', async () => {
    const notices = buildNotices()
    const { client, threads, bell } = show(notices)
    client.world.notifications.find(({ kind }) => kind === 'thread')!.within!.newest[0] = { id: threads[0]!.id, title: 'La nuit' }
    ;(await opener(bell)).click()
    ;(await until(() => pressable(bell.renderRoot, 'La nuit'))).click()
    await until(() => deep(bell.renderRoot, 'cercle-thread')?.dataset['state'] === 'ready')
  })

  it('leaves a discussion to whoever shows it', async () => {
    const { bell } = show()
    bell.addEventListener('cercle-notice-open', (event) => event.preventDefault())
    ;(await opener(bell)).click()
    ;(await until(() => pressable(bell.renderRoot, '2 réponses dans'))).click()
    await says(bell, 'Du nouveau : 2')
    expect(deep(bell.renderRoot, 'cercle-thread')).to.equal(undefined)
  })

  it('says why a discussion cannot be shown', async () => {
    const { client, bell } = show()
    ;(await opener(bell)).click()
    const way = await until(() => pressable(bell.renderRoot, '2 réponses dans'))
    client.fail('offline')
    way.click()
    await says(bell, 'La discussion n’a pas pu être affichée. La connexion est coupée.')
    await expectAccessible(bell)
  })

  const ofEach = (count: number) => {
    const thread = { id: buildId(), title: 'La nuit', space: 'entraide' }
    const all = { at: ago(5), read: false, count }
    return [
      { ...all, id: buildId(), kind: 'reply' as const, thread },
      { ...all, id: buildId(), kind: 'reply' as const, thread: { ...thread, title: '' } },
      { ...all, id: buildId(), kind: 'reaction' as const, thread, post: thread.id },
      { ...all, id: buildId(), kind: 'thread' as const, within: { space: 'entraide', name: 'Entraide', newest: [] } },
    ]
  }
  const sentences = {
    fr: {
      1: [
        '1 réponse dans « La nuit »',
        '1 réponse dans une discussion où vous avez écrit',
        '1 personne a répondu d’un geste à votre message dans « La nuit »',
        '1 nouvelle discussion dans Entraide',
      ],
      2: [
        '2 réponses dans « La nuit »',
        '2 réponses dans une discussion où vous avez écrit',
        '2 personnes ont répondu d’un geste à votre message dans « La nuit »',
        '2 nouvelles discussions dans Entraide',
      ],
    },
    en: {
      1: [
        '1 reply in “La nuit”',
        '1 reply in a discussion you wrote in',
        '1 person answered your message in “La nuit” with a gesture',
        '1 new discussion in Entraide',
      ],
      2: [
        '2 replies in “La nuit”',
        '2 replies in a discussion you wrote in',
        '2 people answered your message in “La nuit” with a gesture',
        '2 new discussions in Entraide',
      ],
    },
  }
  for (const lang of ['fr', 'en'] as const)
    for (const count of [1, 2] as const)
      it(`says ${count} of each in ${lang}`, async () => {
        const { bell } = show(ofEach(count), { lang })
        await says(bell, lang === 'fr' ? 'Du nouveau : 4' : 'New: 4')
        ;(await opener(bell)).click()
        await until(() => bell.renderRoot.querySelectorAll('.notice').length === 4)
        const said = [...bell.renderRoot.querySelectorAll('.notice p:first-child')].map(({ textContent }) =>
          textContent.replace(/\s+/gu, ' ').trim(),
        )
        expect(said).to.deep.equal(sentences[lang][count])
      })

  it('is whole at 320 px and in the dark, in English', async () => {
    const { bell } = show(buildNotices(), { lang: 'en', width: 320, nested: 'dark', host: { background: '#141110' } })
    ;(await opener(bell)).click()
    await says(bell, '4 new discussions in Entraide')
    await expectAria(bell, 'bell-en')
    await expectAccessible(bell)
    expect(bell.scrollWidth).to.be.at.most(320)
  })
})

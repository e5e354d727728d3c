import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { buildSpace, buildThread, buildViewer, now } from '../../test/factories.ts'
import { fakeClient, type FakeWorld } from '../../test/fake-client.ts'
import { deep, focused, mount, pressable, settled, until, wordsOf } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'
import './register.ts'

const room = buildSpace({ slug: 'entraide', name: 'Entraide', level: 'members', readers: 12, can: { write: true, pin: false } })
const world = (): Partial<FakeWorld> => ({
  viewer: buildViewer({ name: 'Ines', organisation: 'Maison Lumen', firstSteps: [] }),
  spaces: [room],
  threads: [
    buildThread({ space: room, kind: 'question', title: 'Qui connaît ?' }),
    buildThread({ space: room, kind: 'experience', title: 'J’ai arrêté de poser des questions' }),
  ],
  welcome: {
    greeting: 'Prends ton temps.',
    aims: ['Nous soutenir entre collègues.', 'Apprendre des autres.'],
    hosts: ['Marie-Ève'],
    here: { region: 'Outaouais', others: 3 },
    named: null,
  },
})
async function show(change: Partial<FakeWorld> = {}) {
  const client = fakeClient({ ...world(), ...change })
  const feed = mount('cercle-feed-view', { client, now }, { lang: 'fr' })
  await settled(feed, 'ready')
  const steps = () => client.calls.filter(({ procedure }) => procedure === 'members.step').map(({ input }) => input)
  const says = (words: string) => until(() => wordsOf(feed.renderRoot).includes(words))
  return { client, feed, steps, says }
}
const step = (feed: { renderRoot: HTMLElement | DocumentFragment }, name: string) =>
  until(() => deep<HTMLElement>(feed.renderRoot, `[data-step=${name}]`))

const isDone = (feed: { renderRoot: HTMLElement | DocumentFragment }, name: string) =>
  wordsOf(deep(feed.renderRoot, `[data-step=${name}]`)!).includes('C’est fait')

describe('the first steps of a member', () => {
  it('greet her in the words of the community, and say who is here (A3)', async () => {
    const { feed, says } = await show()
    await says('Bienvenue, Ines')
    await says('« Prends ton temps. »')
    await says('Marie-Ève, qui anime')
    await says('Ce que nous voulons faire ensemble')
    await says('Nous soutenir entre collègues.')
    await says('3 autres personnes de votre région (Outaouais) sont ici.')
    await expectAria(deep(feed.renderRoot, 'cercle-first-steps')!, 'first-steps')
    await expectAccessible(feed)
  })

  it('name some who agreed to be, and count the others', async () => {
    const welcome = { greeting: null, aims: [], hosts: [], here: null, named: { names: ['Line', 'Kim'], others: 12 } }
    const { says } = await show({ welcome })
    await says('Line, Kim et 12 autres personnes sont ici. Une ligne suffit.')
    const few = await show({ welcome: { ...welcome, named: { names: ['Line', 'Kim'], others: 0 } } })
    await few.says('Line et Kim sont ici. Une ligne suffit.')
  })

  it('let her say hello in one line, with who will read it, and are done once it is published', async () => {
    const { client, feed, steps } = await show()
    ;(await step(feed, 'hello')).querySelector('button')!.click()
    const body = await until(() => deep<HTMLTextAreaElement>(feed.renderRoot, 'textarea'))
    expect(body.value.trim()).to.equal('Bonjour\u202f! Je suis Ines (Maison Lumen).')
    await until(() => deep(feed.renderRoot, 'cercle-audience'))
    ;(await until(() => pressable(feed.renderRoot, 'Publier'))).click()
    await until(() => client.world.threads.length === 3)
    await until(() => isDone(feed, 'hello'))
    expect(client.world.threads.some(({ title, kind }) => title === 'Ines vous dit bonjour' && kind === 'news')).to.equal(true)
    expect(steps()).to.deep.equal([{ step: 'hello' }])
  })

  it('open an experience, by the keyboard', async () => {
    const { feed, steps } = await show()
    ;(await step(feed, 'read')).querySelector('button')!.focus()
    await press('Enter')
    await until(() => deep(feed.renderRoot, 'cercle-thread'))
    await until(() => isDone(feed, 'read'))
    expect(steps()).to.deep.equal([{ step: 'read' }])
  })

  it('make a gesture in one press, with the way back', async () => {
    const { client, feed, says } = await show()
    const gesture = client.world.community.reactions[0]!
    const [, story] = client.world.threads
    ;(await step(feed, 'react')).querySelector('button')!.focus()
    await press('Enter')
    await until(() => isDone(feed, 'react'))
    const calls = () => client.calls.filter(({ procedure }) => procedure === 'discussions.react').map(({ input }) => input)
    expect(calls()).to.deep.equal([{ postId: story!.id, key: gesture.key, on: true }])
    await expectAccessible(feed)
    ;(await until(() => pressable(feed.renderRoot, 'Reprendre ce geste'))).click()
    await says(gesture.label)
    await until(() => !isDone(feed, 'react'))
    expect(calls().at(-1)).to.deep.equal({ postId: story!.id, key: gesture.key, on: false })
  })

  it('say when a gesture could not be made', async () => {
    const { client, feed, says } = await show()
    client.fail('offline', { procedure: 'discussions.react' })
    ;(await step(feed, 'react')).querySelector('button')!.click()
    await says('Le geste n’a pas pu se faire.')
    expect(wordsOf(await step(feed, 'react'))).to.not.include('C’est fait')
  })

  it('send a card in one press, once who will read it is said; pressed again after a cut line, it is sent once', async () => {
    const { client, feed, steps, says } = await show()
    ;(await until(() => pressable(feed.renderRoot, 'Ou envoyer une carte'))).click()
    await says('Qui lira ceci ? 12 personnes de la communauté peuvent lire, dans Entraide.')
    await expectAria(deep(feed.renderRoot, 'cercle-first-card')!, 'first-card')
    await expectAccessible(feed)
    const card = () => until(() => pressable(feed.renderRoot, 'Je préfère lire pour l’instant'))
    client.fail('offline', { procedure: 'discussions.createThread' })
    ;(await card()).click()
    await says('La carte n’est pas partie.')
    client.fail()
    ;(await card()).click()
    await until(() => isDone(feed, 'hello'))
    const sent = client.calls.filter(({ procedure }) => procedure === 'discussions.createThread').map(({ input }) => input)
    expect(sent.length).to.equal(2)
    expect(sent[0]).to.deep.equal(sent[1])
    expect(sent[0]).to.include({ space: 'entraide', kind: 'news', title: 'Ines vous dit bonjour' })
    expect(steps()).to.deep.equal([{ step: 'hello' }])
    expect(deep(feed.renderRoot, 'cercle-first-card')).to.equal(undefined)
  })

  it('pass for good, and the focus goes on', async () => {
    const { feed, steps } = await show()
    ;(await until(() => pressable(feed.renderRoot, 'Passer, aller voir les discussions'))).click()
    await until(() => !deep(feed.renderRoot, 'cercle-first-steps'))
    await until(() => focused()?.matches('[data-do="write"]'))
    expect(steps()).to.deep.equal([{ step: 'pass' }])
  })

  it('are not shown to who was greeted', async () => {
    const greeted = await show({ viewer: buildViewer() })
    await until(() => deep(greeted.feed.renderRoot, '[data-do=write]'))
    expect(deep(greeted.feed.renderRoot, 'cercle-first-steps')).to.equal(undefined)
  })

  it('stand without the greeting when it does not come', async () => {
    const client = fakeClient(world())
    client.fail('internal', { procedure: 'members.welcome' })
    const feed = mount('cercle-feed-view', { client, now }, { lang: 'en' })
    await until(() => wordsOf(feed.renderRoot).includes('Welcome, Ines'))
    expect(wordsOf(feed.renderRoot)).to.include('One line is enough. You will see who reads it')
  })
})

import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html, type TemplateResult } from 'lit'
import { fakeClient, type FakeClient, type FakeWorld } from '../../test/fake-client.ts'
import { giveFakeOutbox } from '../../test/fake-outbox.ts'
import { ago, buildSpace, buildThread, buildViewer, now } from '../../test/factories.ts'
import './register.ts'

/** The looks of three partners: what each gives of its page. */
const hosts: Record<string, Record<string, string>> = {
  warm: {
    '--cercle-accent': '#6d3f9c',
    '--cercle-ground': '#fbf7f1',
    '--cercle-font-heading': 'Georgia, serif',
    '--cercle-radius': '12px',
  },
  dark: { '--cercle-accent': '#ff8a3d', '--cercle-ground': '#141110', '--cercle-radius': '0px' },
  sober: { '--cercle-accent': '#1257a6', '--cercle-ground': '#ffffff', '--cercle-radius': '4px' },
}

interface Args {
  host: string
  /** px; 0: the whole width. */
  width: number
}

const hall = buildSpace({ readers: 37, can: { write: true, pin: false } })
const group = buildSpace({
  slug: 'laval',
  name: 'Groupe Laval',
  level: 'restricted',
  readers: 14,
  retentionDays: 30,
  can: { write: true, pin: false },
})
const by = (name: string, organisation: string) => ({ memberId: name, name, organisation })
const can = { edit: false, withdraw: false, react: true, restore: false }
const threads = () => [
  buildThread({
    space: group,
    unread: true,
    reactions: [{ key: 'recognise', count: 3, mine: false }],
    replies: [{ createdAt: ago(60 * 21) }],
  }),
  buildThread({
    space: group,
    kind: 'experience',
    title: 'J’ai arrêté de poser des questions. Elle s’est mise à parler.',
    excerpt: 'Pendant des mois, je suivais la grille d’accueil à la lettre. Vingt-deux questions, dans l’ordre.',
    author: by('Josée', 'Halte des Saules'),
    createdAt: ago(60 * 53),
    reactions: [{ key: 'thanks', count: 4, mine: true }],
    opening: { can },
    replies: [{ author: by('Line', 'Entraide des Érables'), can, createdAt: ago(60 * 50) }],
    can: { reply: true, pin: false },
  }),
  buildThread({
    space: hall,
    kind: 'tool',
    title: 'Le plan de sécurité en images, pour les personnes qui lisent peu',
    excerpt: 'Huit dessins, une page, à plier dans une poche. Testé avec quatre femmes de la maison.',
    author: by('Annick', 'Maison Lumen'),
    createdAt: ago(60 * 72),
  }),
  buildThread({
    space: hall,
    kind: 'news',
    title: 'Le fonds de dépannage est reconduit jusqu’au 31 mars',
    excerpt: 'Transport, loyer, téléphone\u00a0: réponse en deux jours. La demande tient sur une page.',
    author: by('Samuel', 'Carrefour Alizé'),
    createdAt: ago(60 * 24 * 6),
  }),
]
const stranger = (): Partial<FakeWorld> => ({
  spaces: [buildSpace()],
  threads: threads().map((thread) => ({ ...thread, author: null, unread: false })),
})
const member = (): Partial<FakeWorld> => ({ viewer: buildViewer(), spaces: [hall, group], threads: threads() })

const story = (world: () => Partial<FakeWorld>, prepare: (client: FakeClient) => void = () => undefined) => {
  const render = ({ host, width }: Args): TemplateResult => {
    const client = fakeClient(world())
    prepare(client)
    const place = document.createElement('div')
    for (const [name, value] of Object.entries(hosts[host] ?? {})) place.style.setProperty(name, value)
    Object.assign(place.style, { background: 'var(--cercle-ground)', padding: '16px', maxWidth: width ? `${width}px` : '' })
    place.append(Object.assign(document.createElement('cercle-feed-view'), { client, now }))
    return html`${place}`
  }
  return { render } satisfies StoryObj<Args>
}

const meta: Meta<Args> = {
  title: 'Feed',
  args: { host: 'warm', width: 0 },
  argTypes: { host: { control: 'select', options: Object.keys(hosts) }, width: { control: 'number' } },
}
export default meta

export const Loading = story(stranger, (client) => client.hold())
export const Stranger = story(stranger)
export const Member = story(member)
export const OneGroup = story(() => ({ ...member(), spaces: [group] }))
export const Pinned = story(() => ({
  ...stranger(),
  threads: threads().map((thread, index) => ({ ...thread, pinned: index === 0 })),
}))
export const Pages = story(() => ({ ...stranger(), pageSize: 2 }))
export const EmptyForAMember = story(() => ({ ...member(), spaces: [group], threads: [] }))
export const EmptyForAStranger = story(() => ({ ...stranger(), threads: [] }))
export const Failed = story(stranger, (client) => client.fail('internal'))
export const Busy = story(stranger, (client) => client.fail('unavailable', { retryAfter: 4 }))
export const Offline = story(stranger, (client) => client.fail('offline'))
export const SessionOver = story(member, (client) => client.fail('unauthorized'))
export const Dark = { ...story(member), args: { host: 'dark' } }
export const Sober = { ...story(member), args: { host: 'sober' } }
export const Phone = { ...story(member), args: { width: 320 } }

const pressed = (name: string, selector: string): StoryObj<Args> => ({
  ...story(member),
  name,
  play: async ({ canvasElement }) => {
    const feed = canvasElement.querySelector('cercle-feed-view')!
    if (feed.dataset['state'] !== 'ready')
      await new Promise((done) => feed.addEventListener('cercle-ready', done, { once: true }))
    await feed.updateComplete
    feed.renderRoot.querySelector<HTMLElement>(selector)!.click()
  },
})
/** Greeted, with one small thing at a time. */
export const FirstSteps = story(() => ({
  ...member(),
  viewer: buildViewer({ name: 'Ines', firstSteps: ['read'] }),
  welcome: {
    greeting: 'Prends ton temps.',
    aims: ['Nous soutenir entre collègues.', 'Partager ce qui marche.'],
    hosts: ['Marie-Ève'],
    here: { region: 'Outaouais', others: 3 },
    named: { names: ['Line', 'Kim'], others: 12 },
  },
}))
export const OpenDiscussion = pressed('Open discussion', 'article:nth-of-type(2) .cover')
export const Writing = pressed('Writing', '[data-do=write]')

/** Something happens once the list is there. */
const later = (
  name: string,
  happen: (client: FakeClient) => void,
  prepare: (client: FakeClient) => void = () => undefined,
): StoryObj<Args> => {
  let shown: FakeClient | undefined
  return {
    ...story(member, (client) => {
      shown = client
      prepare(client)
    }),
    name,
    play: async ({ canvasElement }) => {
      const feed = canvasElement.querySelector('cercle-feed-view')!
      // what a member who stays needs comes after the list
      while (feed.dataset['state'] === 'loading' || !shown!.listeners()) await new Promise((turn) => setTimeout(turn, 5))
      happen(shown!)
    },
  }
}
const arrive = ({ world, tell }: FakeClient) => {
  for (const title of ['Le local est ouvert samedi', 'Qui connaît une avocate à Laval\u202f?']) {
    const thread = buildThread({ space: group, title, author: by('Line', 'Entraide des Érables'), createdAt: ago(0) })
    world.threads.unshift(thread)
    tell({ type: 'thread.created', seq: 1, space: group.id, thread: thread.id, post: thread.id, own: false })
  }
}
const wait = (client: FakeClient) => {
  client.fail('offline', { procedure: 'discussions.reply' })
  const { outbox } = giveFakeOutbox(client)
  const body = 'Je commence toujours par ce qu’elle aime chez lui. Ça la surprend, et elle sent que je ne viens pas juger.'
  void outbox.add({ type: 'reply', input: { threadId: client.world.threads[0]!.id, body } })
}
export const Arrivals = later('Arrivals', arrive)
export const Missed = later('Missed', ({ tell }) => tell({ type: 'resync', seq: 1 }))
export const OverWhileReading = later('Session over while reading', ({ tell }) => tell({ type: 'ended' }))
export const Queued = later('Queued, offline', () => dispatchEvent(new Event('offline')), wait)
export const QueuedRefused = later(
  'Queued, refused',
  () => undefined,
  (client) => {
    client.fail('too_large', { procedure: 'discussions.createThread' })
    const { outbox } = giveFakeOutbox(client)
    const input = { space: 'laval', kind: 'question' as const, title: 'Les lunettes', body: 'Elle les avait sur le nez.' }
    void outbox.add({ type: 'createThread', input })
  },
)

import type { Meta, StoryObj } from '@storybook/web-components-vite'
import type { ClientErrorCode, LiveEvent, PostView } from '@cercle/sdk'
import { html, type TemplateResult } from 'lit'
import {
  ago,
  buildCommunity,
  buildPost,
  buildSpace,
  buildThread,
  buildViewer,
  now,
  treeOf,
  type ThreadParts,
} from '../../test/factories.ts'
import { fakeClient, type FakeClient } from '../../test/fake-client.ts'
import { nested } from '../../test/nested.ts'
import './register.ts'

const community = buildCommunity()
const viewer = buildViewer()
const space = buildSpace({ slug: 'laval', name: 'Groupe Laval', level: 'restricted', readers: 14, groups: ['Laval'] })
const others = { edit: false, withdraw: false, react: true, restore: false }
const mine = { ...others, edit: true, withdraw: true }
const person = (name: string, organisation: string) => ({ memberId: name, name, organisation })

const whole: ThreadParts = {
  space,
  kind: 'experience',
  title: 'J’ai arrêté de poser des questions. Elle s’est mise à parler.',
  can: { reply: true, pin: true },
  opening: {
    author: person('Josée', 'Halte des Saules'),
    can: others,
    body: treeOf(
      'Pendant des mois, je suivais la grille d’accueil à la lettre. Vingt-deux questions, dans l’ordre.\n\nEn novembre, j’ai laissé la grille dans le tiroir.',
    ),
    reactions: [
      { key: 'thanks', count: 4, mine: true },
      { key: 'recognise', count: 6, mine: false },
    ],
  },
  replies: [
    {
      author: person('Line', 'Entraide des Érables'),
      can: others,
      body: treeOf('J’ai essayé jeudi. La dame est restée deux heures.'),
      reactions: [{ key: 'recognise', count: 2, mine: false }],
    },
    { author: person('Thérèse', 'Rive-Claire'), can: others, body: [], withdrawnAt: ago(90) },
    {
      author: person('Nadia', 'Maison Lumen'),
      can: mine,
      body: treeOf('Je commence par ce qu’elle aime.'),
      editedAt: ago(30),
      createdAt: ago(60),
    },
  ],
}

interface Scene {
  parts?: ThreadParts
  fails?: ClientErrorCode
  isHeld?: boolean
  isStranger?: boolean
  pageSize?: number
  scheme?: 'light' | 'dark'
}

function thread({ parts = {}, fails, isHeld, isStranger, pageSize = 20, scheme = 'light' }: Scene = {}): TemplateResult {
  const built = buildThread({ ...whole, ...parts })
  const client = fakeClient({ community, viewer: isStranger ? null : viewer, spaces: [space], threads: [built], pageSize })
  if (fails) client.fail(fails)
  if (isHeld) client.hold()
  return nested(
    html`<cercle-thread
      .client=${client}
      .community=${community}
      .viewer=${isStranger ? null : viewer}
      .space=${space}
      .threadId=${built.id}
      .now=${now}
    ></cercle-thread>`,
    scheme,
  )
}

const hushed = (post: Partial<PostView>): Partial<PostView> => ({ ...post, author: null, can: { ...others, react: false } })

const meta: Meta = { title: 'Discussions/Open thread', component: 'cercle-thread', beforeEach: () => localStorage.clear() }
export default meta

export const Member: StoryObj = { render: () => thread() }
export const Dark: StoryObj = { render: () => thread({ scheme: 'dark' }) }
export const Stranger: StoryObj = {
  render: () =>
    thread({
      isStranger: true,
      parts: { can: { reply: false, pin: false }, opening: hushed(whole.opening!), replies: whole.replies!.map(hushed) },
    }),
}
export const NoReply: StoryObj = { render: () => thread({ parts: { replies: [] } }) }
export const MoreReplies: StoryObj = { render: () => thread({ pageSize: 2 }) }
export const OpeningWithdrawn: StoryObj = {
  render: () => thread({ parts: { title: '', opening: { ...whole.opening!, body: [], withdrawnAt: ago(5) } } }),
}
export const OwnWithdrawn: StoryObj = {
  render: () =>
    thread({ parts: { opening: { ...whole.opening!, body: [], withdrawnAt: ago(1), can: { ...others, restore: true } } } }),
}
export const Loading: StoryObj = { render: () => thread({ isHeld: true }) }
export const Gone: StoryObj = { render: () => thread({ fails: 'not_found' }) }
export const Failed: StoryObj = { render: () => thread({ fails: 'internal' }) }
export const Offline: StoryObj = { render: () => thread({ fails: 'offline' }) }

let shown: FakeClient
/** Something happens once the discussion is there. */
const later = (happen: (client: FakeClient, canvas: HTMLElement) => unknown): StoryObj => ({
  render: () => {
    const built = buildThread(whole)
    shown = fakeClient({ community, viewer, spaces: [space], threads: [built] })
    return nested(
      html`<cercle-thread
        .client=${shown}
        .community=${community}
        .viewer=${viewer}
        .space=${space}
        .threadId=${built.id}
        .now=${now}
      ></cercle-thread>`,
    )
  },
  play: async ({ canvasElement }) => {
    const thread = canvasElement.querySelector('cercle-thread')!
    const box = () => thread.renderRoot.querySelector('cercle-reply')?.renderRoot?.querySelector<HTMLElement>('.c-box')
    while (!box()) await new Promise((turn) => setTimeout(turn, 5))
    await happen(shown, canvasElement)
  },
})
const event = ({ world }: FakeClient, type: 'post.created' | 'post.withdrawn', post: string): LiveEvent => {
  return { type, seq: 1, space: space.id, thread: world.threads[0]!.id, post, own: false }
}
export const Arrivals: StoryObj = later((client) => {
  const [thread] = client.world.threads
  const reply = buildPost({
    threadId: thread!.id,
    author: person('Line', 'Entraide des Érables'),
    body: treeOf('Chez nous, on marche.'),
  })
  thread!.replies.items.push(reply)
  client.tell(event(client, 'post.created', reply.id))
})
export const GoneWhileTyping: StoryObj = later(async (client, canvas) => {
  const reply = canvas.querySelector('cercle-thread')!.renderRoot.querySelector('cercle-reply')!
  reply.focus()
  await reply.updateComplete
  const area = reply.renderRoot.querySelector('textarea')!
  Object.assign(area, { value: 'Je commence par ce qu’elle aime.' }).dispatchEvent(new Event('input', { bubbles: true }))
  const gone = event(client, 'post.withdrawn', client.world.threads[0]!.id)
  client.world.threads = []
  client.tell(gone)
})

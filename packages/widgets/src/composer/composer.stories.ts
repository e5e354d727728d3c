import type { Meta, StoryObj } from '@storybook/web-components-vite'
import type { ClientErrorCode } from '@cercle/sdk'
import { html } from 'lit'
import { buildCommunity, buildId, buildSpace, buildThread, buildViewer } from '../../test/factories.ts'
import { fakeClient, type FakeWorld } from '../../test/fake-client.ts'
import { buildGroup, type FakeReader } from '../../test/fake-spaces.ts'
import { nested } from '../../test/nested.ts'
import { draftKey } from '../controllers/draft.ts'
import './register.ts'

const community = buildCommunity()
const viewer = buildViewer()
const write = { write: true, pin: false }
const laval = buildSpace({ slug: 'laval', name: 'Groupe Laval', level: 'restricted', readers: 14, groups: ['Laval'], can: write })
const montreal = buildSpace({
  slug: 'montreal',
  name: 'Grand Montréal',
  level: 'restricted',
  readers: 27,
  groups: ['Laval', 'Rive-Sud', 'Montréal'],
  can: write,
})
const accueil = buildSpace({ readers: 42, can: write })
const thread = buildThread({ space: laval })
const text = {
  kind: 'experience',
  title: 'Les lunettes de monsieur Roy',
  body: 'Ce jour-là, j’ai compris que le formulaire faisait peur. Monsieur Roy tournait la feuille dans tous les sens.',
}

/** With a draft that is already kept, in a scope of its own. */
function keep(scope: string, fields: Record<string, string>): string {
  localStorage.setItem(draftKey(scope, 'space laval'), JSON.stringify({ id: thread.id, at: Date.now() - 60_000, fields }))
  return scope
}

function failing(code?: ClientErrorCode, retryAfter?: number) {
  const client = fakeClient({ community, viewer, spaces: [laval], threads: [thread] })
  if (code) client.fail(code, { ...(retryAfter && { retryAfter }) })
  return client
}

const composer = (scope: string, client = failing(), spaces = [laval], kind?: string) =>
  nested(
    html`<cercle-composer
      .client=${client}
      .community=${community}
      .viewer=${viewer}
      .space=${spaces[0]}
      .spaces=${spaces}
      .kind=${kind}
      .draftScope=${scope}
    ></cercle-composer>`,
  )

async function drawn(canvas: HTMLElement, selector: string): Promise<HTMLElement> {
  for (;;) {
    const found = canvas.querySelector('cercle-composer')?.renderRoot?.querySelector<HTMLElement>(selector)
    if (found) return found
    await new Promise((turn) => setTimeout(turn, 5))
  }
}

/** Sends as soon as it is drawn, to show what comes back. */
const send = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> =>
  (await drawn(canvasElement, '[part=send]')).click()

const meta: Meta = { title: 'Discussions/Composer', component: 'cercle-composer', beforeEach: () => localStorage.clear() }
export default meta

export const Choice: StoryObj = { render: () => composer('choice') }
export const Writing: StoryObj = { render: () => composer('writing', failing(), [laval], 'experience') }
export const SeveralSpaces: StoryObj = { render: () => composer('several', failing(), [montreal, accueil], 'question') }
export const DraftReturned: StoryObj = { render: () => composer(keep('returned', text)) }
export const ToMend: StoryObj = { render: () => composer('mend', failing(), [laval], 'tool'), play: send }
export const Offline: StoryObj = { render: () => composer(keep('offline', text), failing('offline')), play: send }
export const Busy: StoryObj = { render: () => composer(keep('busy', text), failing('rate_limited', 170)), play: send }
export const AlreadySent: StoryObj = { render: () => composer(keep('conflict', text), failing('conflict')), play: send }
export const StorageBlocked: StoryObj = {
  render: () => composer('blocked', failing(), [laval], 'news'),
  // what a browser that keeps nothing says
  beforeEach: () => {
    const keeps = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!
    Storage.prototype.setItem = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
    return () => Object.defineProperty(Storage.prototype, 'setItem', keeps)
  },
  play: async ({ canvasElement }) => {
    const area = await drawn(canvasElement, 'textarea')
    Object.assign(area, { value: 'Bonne nouvelle' }).dispatchEvent(new Event('input', { bubbles: true }))
  },
}

const entraide = buildSpace({ slug: 'entraide', name: 'Entraide', level: 'members', readers: 14, can: write })
const calacs = buildGroup({ name: 'CALACS' })
const discret = buildGroup({ name: 'Comité discret', kind: 'committee', hidden: true })
const lumen = buildGroup({ name: 'Maison Lumen', kind: 'workplace' })
const readers: FakeReader[] = [
  'Ama',
  'Béatriz',
  'Chloé',
  'Djamila',
  'Élise',
  'Fatou',
  'Gaëlle',
  'Hana',
  'Ines',
  'Josée',
  'Karine',
  'Line',
  'Mai',
].map((name, index) => ({
  memberId: buildId(),
  name,
  organisation: index % 3 ? 'Maison Lumen' : null,
  groups: [index % 3 ? lumen.id : calacs.id, ...(index === 4 ? [discret.id] : [])],
}))
const many: Partial<FakeWorld> = { groups: [calacs, lumen, discret], readers }
const reading = (space = entraide, world = many) =>
  fakeClient({ community, viewer, spaces: [space], threads: [thread], ...world })
const seeWho = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
  const audience = await drawn(canvasElement, 'cercle-audience')
  while (!audience.shadowRoot?.querySelector('.open')) await new Promise((turn) => setTimeout(turn, 5))
  audience.shadowRoot.querySelector<HTMLElement>('.open')!.click()
}
const fewer = { ...text, fewer: 'yes', groups: calacs.id, members: readers[1]!.memberId }
const keepIn = (scope: string, fields: Record<string, string>) => {
  localStorage.setItem(draftKey(scope, 'space entraide'), JSON.stringify({ id: thread.id, at: Date.now() - 60_000, fields }))
  return scope
}

export const AudienceOpened: StoryObj = {
  render: () => composer('opened', reading(), [entraide], 'experience'),
  play: seeWho,
}
export const AudiencePublic: StoryObj = {
  render: () => composer('public', reading(accueil), [accueil], 'experience'),
  play: seeWho,
}
export const AudienceFailed: StoryObj = {
  render: () => {
    const client = reading()
    client.fail('offline', { procedure: 'spaces.audience' })
    return composer('failed', client, [entraide], 'experience')
  },
  play: seeWho,
}
export const SmallerAudience: StoryObj = {
  render: () => composer(keepIn('fewer', fewer), reading(), [entraide]),
  play: seeWho,
}
export const SmallerAudienceRefused: StoryObj = {
  render: () => {
    const client = reading()
    client.fail('invalid', { procedure: 'discussions.createThread', fields: [{ path: 'audience', reason: 'not_allowed' }] })
    return composer(keepIn('refused', fewer), client, [entraide])
  },
  play: send,
}

const replyBox = (scope: string, client = failing()) =>
  nested(
    html`<cercle-reply
      .client=${client}
      .community=${community}
      .viewer=${viewer}
      .space=${laval}
      .threadId=${thread.id}
      .to=${'Josée'}
      .draftScope=${scope}
    ></cercle-reply>`,
  )
export const ReplyClosed: StoryObj = { render: () => replyBox('closed') }
export const ReplyBegun: StoryObj = {
  render: () => {
    const fields = { body: 'Chez nous, on marche.' }
    localStorage.setItem(draftKey('begun', `reply ${thread.id}`), JSON.stringify({ id: thread.id, at: Date.now(), fields }))
    return replyBox('begun')
  },
}
export const EditBox: StoryObj = {
  render: () =>
    nested(
      html`<cercle-edit
        .client=${failing()}
        .community=${community}
        .viewer=${viewer}
        .space=${laval}
        .postId=${thread.id}
        .draftScope=${'edit'}
      ></cercle-edit>`,
    ),
}

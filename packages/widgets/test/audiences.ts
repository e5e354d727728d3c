import type { NewThread, SpaceView } from '@cercle/sdk'
import type { Audience } from '../src/composer/audience.ts'
import type { Composer } from '../src/composer/composer.ts'
import type { Reply } from '../src/composer/reply.ts'
import { buildCommunity, buildId, buildSpace, buildThread, buildViewer } from './factories.ts'
import { fakeClient, type FakeClient, type FakeWorld } from './fake-client.ts'
import { buildGroup, type FakeReader } from './fake-spaces.ts'
import { mount, until, wordsOf, type Setting } from './mount.ts'

/* A composer and a reply box in a community of five, with what their tests look at. */

export const community = buildCommunity()
export const viewer = buildViewer()
export const write = { write: true, pin: false }
export const entraide = buildSpace({ slug: 'entraide', name: 'Entraide', level: 'members', readers: 5, can: write })
export const calacs = buildGroup({ name: 'CALACS' })
export const lumen = buildGroup({ name: 'Maison Lumen', kind: 'workplace' })
export const cachee = buildGroup({ name: 'Comité discret', kind: 'committee', hidden: true })
export const reader = (name: string, ...groups: string[]): FakeReader => ({
  memberId: buildId(),
  name,
  organisation: 'Maison Lumen',
  groups,
})
export const nadia: FakeReader = { ...reader('Nadia', lumen.id), memberId: viewer.memberId }
export const [fatou, ines, josee, rose] = [
  reader('Fatou', calacs.id),
  reader('Ines', calacs.id),
  reader('Josée'),
  reader('Rose', cachee.id),
]
export const world = { groups: [calacs, lumen, cachee], readers: [fatou, ines, josee, nadia, rose] }

export interface Shown<Host extends Composer | Reply> {
  client: FakeClient
  host: Host
  audience(): Audience
}
export const shownOf = <Host extends Composer | Reply>(client: FakeClient, host: Host): Shown<Host> => ({
  client,
  host,
  audience: () => host.renderRoot.querySelector('cercle-audience')!,
})

export function begin(
  given: Partial<FakeWorld> = {},
  setting: Setting = {},
  properties: Partial<Composer> = {},
): Shown<Composer> {
  const space = given.spaces?.[0] ?? entraide
  const client = fakeClient({ viewer, community, spaces: [space], ...world, ...given })
  const own = { client, community, viewer, space, kind: 'experience' as const, draftScope: 'a nadia', ...properties }
  return shownOf(client, mount('cercle-composer', own, { lang: 'fr', nested: 'light', ...setting }))
}

export function answer(space: SpaceView, circle: Reply['circle'] = null): Shown<Reply> {
  const thread = buildThread({ space, circle })
  const client = fakeClient({ viewer, community, spaces: [space], threads: [thread], ...world })
  const own = { client, community, viewer, space, circle, threadId: thread.id, draftScope: 'a nadia' }
  return shownOf(client, mount('cercle-reply', own, { lang: 'fr', nested: 'light' }))
}

export const opener = ({ host }: Shown<Composer | Reply>) =>
  until(() => host.renderRoot.querySelector('cercle-audience')?.renderRoot?.querySelector<HTMLElement>('.open'))
export async function open<Host extends Composer | Reply>(shown: Shown<Host>): Promise<Shown<Host>> {
  ;(await opener(shown)).click()
  await until(() => shown.audience().renderRoot.querySelector('[role=status], [part=error]'))
  return shown
}
export const words = ({ host }: Shown<Composer | Reply>) => wordsOf(host.renderRoot)
export const says = (shown: Shown<Composer | Reply>, text: string) => until(() => words(shown).includes(text))
export const line = ({ host }: Shown<Composer | Reply>) =>
  (host.renderRoot.querySelector('#audience')?.textContent ?? '').replace(/\s+/gu, ' ')
export const asked = ({ client }: Shown<Composer | Reply>) =>
  client.calls.filter(({ procedure }) => procedure === 'spaces.audience').map(({ input }) => input)
export const created = ({ client }: Shown<Composer>) =>
  client.calls.filter(({ procedure }) => procedure === 'discussions.createThread').map(({ input }) => input as NewThread)
/** The radio or the checkbox of these words. */
export const option = (shown: Shown<Composer>, text: string) =>
  until(() => {
    const labels = [...shown.audience().renderRoot.querySelectorAll('label')]
    return labels.find(({ textContent }) => textContent.includes(text))?.querySelector<HTMLInputElement>('input')
  })
export const pick = async (shown: Shown<Composer>, text: string) => (await option(shown, text)).click()

export function fill({ host }: Shown<Composer>): void {
  for (const [name, text] of [
    ['body', 'Le silence a duré.'],
    ['title', 'Le silence'],
  ] as const) {
    const field = host.renderRoot.querySelector<HTMLInputElement>(`[name="${name}"]`)!
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
export const submit = ({ host }: Shown<Composer>) => host.renderRoot.querySelector<HTMLElement>('[part=send]')!.click()

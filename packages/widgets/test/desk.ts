import type { SpaceView } from '@cercle/sdk'
import type { Desk } from '../src/desk/desk.ts'
import type { DeskRoom } from '../src/desk/rooms.ts'
import { buildCommunity, buildId, buildViewer, now } from './factories.ts'
import { fakeClient, type FakeClient } from './fake-client.ts'
import { buildGroup, buildPerson } from './fake-spaces.ts'
import { deep, mount, pressable, settled, until, wordsOf, type Setting } from './mount.ts'
import { press } from './runner.ts'
import '../src/desk/register.ts'

export const lumen = { id: buildId(), name: 'Maison Lumen' }
export const rive = { id: buildId(), name: 'La Rive' }
export const committee = buildGroup({ name: 'Comité', kind: 'committee' })
export const sector = buildGroup({ name: 'Hébergement', kind: 'sector', byInvitation: false, mine: false })

/** Two people, two organisations, two groups; who looks facilitates. */
export function world(spaces: SpaceView[] = []) {
  const viewer = buildViewer({ facilitates: true, name: 'Sophie' })
  const inSector = { id: sector.id, name: sector.name, byInvitation: false }
  return fakeClient({
    community: buildCommunity(),
    viewer,
    spaces,
    groups: [committee, sector].map((one) => ({ ...one })),
    organisations: [rive, lumen],
    people: [
      buildPerson({ name: 'Fatou', organisation: lumen, groups: [inSector] }),
      buildPerson({ name: 'Denise', organisation: rive }),
    ],
  })
}
export async function show(room: DeskRoom, client: FakeClient = world(), setting: Setting = {}) {
  const desk = mount('cercle-desk', { client, room, now }, { lang: 'fr', width: 700, ...setting }) as Desk
  await settled(desk, 'ready')
  return { client, desk }
}
export const says = (desk: Desk, words: string) => until(() => wordsOf(desk.renderRoot).includes(words))
export const button = (desk: Desk, words: string) => until(() => pressable(desk.renderRoot, words))
export const labelled = (desk: Desk, label: string) => until(() => deep<HTMLElement>(desk.renderRoot, `[aria-label="${label}"]`))
export const field = <Field extends HTMLElement>(desk: Desk, selector: string) =>
  until(() => deep<Field>(desk.renderRoot, selector))
export const asked = (client: FakeClient, procedure: string) => client.calls.filter((call) => call.procedure === procedure)

export async function open(desk: Desk, name: string) {
  const opener = await labelled(desk, `Ouvrir la fiche de ${name}`)
  opener.focus()
  await press('Enter')
  await until(() => deep(desk.renderRoot, '#organisation'))
}
export function choose(select: HTMLSelectElement, value: string): void {
  select.value = value
  select.dispatchEvent(new Event('change', { bubbles: true }))
}
export function type(input: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  input.value = value
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

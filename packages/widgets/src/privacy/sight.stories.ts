import type { Meta, StoryObj } from '@storybook/web-components-vite'
import type { AccessNote, ClientErrorCode } from '@cercle/sdk'
import { html } from 'lit'
import { ago, buildCommunity, buildViewer, now } from '../../test/factories.ts'
import { fakeClient } from '../../test/fake-client.ts'
import { nested } from '../../test/nested.ts'
import './register.ts'

const community = buildCommunity()
const viewer = buildViewer()
const look = (by: string, days: number): AccessNote => ({ at: ago(60 * 24 * days + 290), kind: 'seen_by', by })

function sight(journal: AccessNote[] = [], fails?: ClientErrorCode) {
  const client = fakeClient({ community, viewer, journal })
  if (fails) client.fail(fails)
  return nested(html`<cercle-sight .client=${client} .community=${community} .viewer=${viewer} .now=${now}></cercle-sight>`)
}
const open = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
  const button = () => canvasElement.querySelector('cercle-sight')?.shadowRoot?.querySelector<HTMLElement>('.turns')
  while (!button()) await new Promise((turn) => setTimeout(turn, 5))
  button()!.click()
}

const meta: Meta = { title: 'Privacy/Sight', component: 'cercle-sight' }
export default meta

export const Closed: StoryObj = { render: () => sight() }
export const SomebodyLooked: StoryObj = { render: () => sight([look('Sophie', 2), look('Sophie', 40)]), play: open }
export const NobodyLooked: StoryObj = { render: () => sight(), play: open }
export const Failed: StoryObj = { render: () => sight([], 'internal'), play: open }
export const Offline: StoryObj = { render: () => sight([], 'offline'), play: open }

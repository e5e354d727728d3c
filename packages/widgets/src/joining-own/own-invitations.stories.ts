import type { Meta, StoryObj } from '@storybook/web-components-vite'
import type { ClientErrorCode } from '@cercle/sdk'
import { html } from 'lit'
import { buildCommunity, buildViewer, now } from '../../test/factories.ts'
import { fakeClient } from '../../test/fake-client.ts'
import { buildInvitation } from '../../test/fake-joining.ts'
import { buildGroup } from '../../test/fake-spaces.ts'
import { nested } from '../../test/nested.ts'
import './register.ts'

const community = buildCommunity()

function shown(fails?: ClientErrorCode) {
  const client = fakeClient({
    community,
    viewer: buildViewer({ pivot: 'Outaouais' }),
    groups: [buildGroup({ name: 'Outaouais', kind: 'region', byInvitation: false }), buildGroup({ name: 'Comité' })],
    invitations: [buildInvitation(), buildInvitation({ email: null, status: 'accepted', can: { withdraw: false } })],
  })
  if (fails) client.fail(fails)
  return nested(html`<cercle-own-invitations .client=${client} .community=${community} .now=${now}></cercle-own-invitations>`)
}

const meta: Meta = { title: 'Own invitations', component: 'cercle-own-invitations' }
export default meta

export const Closed: StoryObj = { render: () => shown() }
export const Open: StoryObj = {
  render: () => shown(),
  play: async ({ canvasElement }) => {
    const button = () => canvasElement.querySelector('cercle-own-invitations')?.shadowRoot?.querySelector<HTMLElement>('.turns')
    while (!button()) await new Promise((turn) => setTimeout(turn, 5))
    button()!.click()
  },
}
export const Failed: StoryObj = { render: () => shown('internal') }

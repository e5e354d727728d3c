import type { Meta, StoryObj } from '@storybook/web-components-vite'
import type { ClientErrorCode, Consents } from '@cercle/sdk'
import { html } from 'lit'
import { ago, buildCommunity, buildViewer } from '../../test/factories.ts'
import { fakeClient } from '../../test/fake-client.ts'
import { nested } from '../../test/nested.ts'
import './consents-register.ts'

const community = buildCommunity()
const given = (kind: 'named' | 'help_facts') => ({ kind, given: true, givenAt: ago(60 * 24 * 8), withdrawnAt: null })

function consents(accepted: Consents = { items: [], help: null }, fails?: ClientErrorCode) {
  const client = fakeClient({ community, viewer: buildViewer(), accepted })
  if (fails) client.fail(fails)
  return nested(html`<cercle-consents .client=${client} .community=${community}></cercle-consents>`)
}
const open = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
  const button = () => canvasElement.querySelector('cercle-consents')?.shadowRoot?.querySelector<HTMLElement>('.turns')
  while (!button()) await new Promise((turn) => setTimeout(turn, 5))
  button()!.click()
}

const meta: Meta = { title: 'Account/Consents', component: 'cercle-consents' }
export default meta

export const Closed: StoryObj = { render: () => consents() }
export const Nothing: StoryObj = { render: () => consents(), play: open }
export const Some: StoryObj = { render: () => consents({ items: [given('named')], help: null }), play: open }
export const Help: StoryObj = {
  render: () =>
    consents({ items: [given('help_facts')], help: { equipment: { computer: 'no' }, ease: 'call', phone: '514 555-0142' } }),
  play: open,
}
export const Failed: StoryObj = { render: () => consents(undefined, 'internal'), play: open }
export const Offline: StoryObj = { render: () => consents(undefined, 'offline'), play: open }

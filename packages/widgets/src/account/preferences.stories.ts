import type { Meta, StoryObj } from '@storybook/web-components-vite'
import type { ViewerView } from '@cercle/sdk'
import { html } from 'lit'
import { buildCommunity, buildViewer } from '../../test/factories.ts'
import { fakeClient } from '../../test/fake-client.ts'
import { nested } from '../../test/nested.ts'
import './preferences-register.ts'

const community = buildCommunity()

function preferences(language: ViewerView['language'] = null) {
  const client = fakeClient({ community, viewer: buildViewer({ language }) })
  return nested(html`<cercle-preferences .client=${client} .community=${community} .chosen=${language}></cercle-preferences>`)
}
const open = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
  const button = () => canvasElement.querySelector('cercle-preferences')?.shadowRoot?.querySelector<HTMLElement>('.turns')
  while (!button()) await new Promise((turn) => setTimeout(turn, 5))
  button()!.click()
}

const meta: Meta = { title: 'Account/Preferences', component: 'cercle-preferences' }
export default meta

export const Closed: StoryObj = { render: () => preferences() }
export const AsThePage: StoryObj = { render: () => preferences(), play: open }
export const English: StoryObj = { render: () => preferences('en-CA'), play: open }

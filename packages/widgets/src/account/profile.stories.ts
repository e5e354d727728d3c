import type { Meta, StoryObj } from '@storybook/web-components-vite'
import type { ClientErrorCode } from '@cercle/sdk'
import { html } from 'lit'
import { buildCommunity, buildViewer } from '../../test/factories.ts'
import { fakeClient } from '../../test/fake-client.ts'
import { nested } from '../../test/nested.ts'
import './profile-register.ts'

const community = buildCommunity()

function profile(availability: string | null = null, fails?: ClientErrorCode, isAlone = false) {
  const client = fakeClient({
    community,
    viewer: buildViewer(isAlone ? { organisation: null } : {}),
    about: { region: 'Laval', availability, ...(isAlone && { organisation: 'Maison Lumen' }) },
  })
  if (fails) client.fail(fails)
  return nested(html`<cercle-profile .client=${client} .community=${community}></cercle-profile>`)
}
const open = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
  const button = () => canvasElement.querySelector('cercle-profile')?.shadowRoot?.querySelector<HTMLElement>('.turns')
  while (!button()) await new Promise((turn) => setTimeout(turn, 5))
  button()!.click()
}

const meta: Meta = { title: 'Account/Profile', component: 'cercle-profile' }
export default meta

export const Closed: StoryObj = { render: () => profile() }
export const Open: StoryObj = { render: () => profile('Le mardi, après 13 h'), play: open }
/** Where she works is not read beside her name. */
export const NameAlone: StoryObj = { render: () => profile(null, undefined, true), play: open }
export const Failed: StoryObj = { render: () => profile(null, 'internal'), play: open }
export const Offline: StoryObj = { render: () => profile(null, 'offline'), play: open }

import type { Meta, StoryObj } from '@storybook/web-components-vite'
import type { ClientErrorCode } from '@cercle/sdk'
import { html } from 'lit'
import { buildCommunity, buildSpace, buildViewer, now } from '../../test/factories.ts'
import { fakeClient, type FakeWorld } from '../../test/fake-client.ts'
import { buildNotices } from '../../test/fake-notifications.ts'
import { nested } from '../../test/nested.ts'
import './register.ts'

const community = buildCommunity()

function shown(world: Partial<FakeWorld> = {}, fails?: ClientErrorCode) {
  const spaces = [buildSpace({ slug: 'entraide', name: 'Entraide', level: 'members' })]
  const client = fakeClient({ community, viewer: buildViewer(), notifications: buildNotices(), spaces, ...world })
  if (fails) client.fail(fails)
  return nested(
    html`<cercle-notices .client=${client} .community=${community} .now=${now}></cercle-notices>
      <cercle-mail-rhythms .client=${client} .community=${community}></cercle-mail-rhythms>`,
  )
}
const open = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
  for (const tag of ['cercle-notices', 'cercle-mail-rhythms']) {
    const button = () => canvasElement.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>('.turns')
    while (!button()) await new Promise((turn) => setTimeout(turn, 5))
    button()!.click()
  }
}

const meta: Meta = { title: 'Notifications', component: 'cercle-notices' }
export default meta

export const Closed: StoryObj = { render: () => shown() }
export const Open: StoryObj = { render: () => shown(), play: open }
export const Nothing: StoryObj = { render: () => shown({ notifications: [] }), play: open }
export const Failed: StoryObj = { render: () => shown({}, 'internal'), play: open }
export const Offline: StoryObj = { render: () => shown({}, 'offline'), play: open }
export const Bell: StoryObj = {
  render: () => {
    const client = fakeClient({ community, viewer: buildViewer(), notifications: buildNotices() })
    return nested(html`<cercle-notices bell .client=${client} .community=${community} .now=${now}></cercle-notices>`)
  },
}

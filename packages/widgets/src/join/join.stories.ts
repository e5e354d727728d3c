import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import { buildCommunity, buildId, buildViewer } from '../../test/factories.ts'
import { fakeClient, type FakeWorld } from '../../test/fake-client.ts'
import type { ClientErrorCode } from '@cercle/sdk'
import './register.ts'

const community = buildCommunity()
const questions = [{ id: buildId(), label: 'Qui vous a parlé de nous ?', required: false }]

function join(world: Partial<FakeWorld> = {}, fails?: ClientErrorCode) {
  const client = fakeClient({ community, questions, ...world })
  if (fails) client.fail(fails)
  return html`<cercle-join-view .client=${client}></cercle-join-view>`
}

const meta: Meta = { title: 'Join', component: 'cercle-join-view' }
export default meta

/** In the page of a partner: a client that only reads. */
export const Invitation: StoryObj = {
  render: () => {
    const { communities, spaces, discussions } = fakeClient({ community })
    return html`<cercle-join-view .client=${{ communities, spaces, discussions }}></cercle-join-view>`
  },
}
export const Form: StoryObj = { render: () => join() }
/** With what the community wants to do together. */
export const Aims: StoryObj = { render: () => join({ aims: ['Nous soutenir entre collègues.', 'Partager ce qui marche.'] }) }
export const Pending: StoryObj = { render: () => join({ viewer: buildViewer({ status: 'pending' }) }) }
export const Member: StoryObj = { render: () => join({ viewer: buildViewer() }) }
export const Offline: StoryObj = { render: () => join({}, 'offline') }

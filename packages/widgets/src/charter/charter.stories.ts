import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import { buildCommunity, buildSpace, buildThread, buildViewer, now } from '../../test/factories.ts'
import { buildCharter, buildSignature, type FakeCharter } from '../../test/fake-charters.ts'
import { fakeClient } from '../../test/fake-client.ts'
import { nested } from '../../test/nested.ts'
import '../feed/register.ts'
import './register.ts'

const community = buildCommunity()
const laval = { id: 'laval', slug: 'laval', name: 'Groupe Laval' }
const hall = buildSpace()
const world = (charters: FakeCharter[]) => ({
  community,
  viewer: buildViewer(),
  spaces: [hall],
  threads: [buildThread({ space: hall })],
  charters,
})
const signed = () => buildCharter({ signatures: [buildSignature(), buildSignature({ version: 1 })] })

function charter(shown: FakeCharter) {
  const client = fakeClient(world([shown]))
  return nested(html`<cercle-charter .client=${client} .charterId=${shown.id} .community=${community}></cercle-charter>`)
}

const meta: Meta = { title: 'Charter', component: 'cercle-charter' }
export default meta

export const ToSign: StoryObj = { render: () => charter(buildCharter()) }
export const OfASpace: StoryObj = { render: () => charter(buildCharter({ space: laval })) }
export const Signed: StoryObj = { render: () => charter(signed()) }
export const InTheFeed: StoryObj = {
  render: () => html`<cercle-feed-view .client=${fakeClient(world([buildCharter()]))} .now=${now}></cercle-feed-view>`,
}
export const InTheAccount: StoryObj = {
  render: () =>
    nested(
      html`<cercle-charters
        .client=${fakeClient(world([signed(), buildCharter({ space: laval })]))}
        .community=${community}
      ></cercle-charters>`,
    ),
}
export const Proof: StoryObj = {
  render: () => {
    const shown = signed()
    return nested(
      html`<cercle-charter-proof
        .client=${fakeClient(world([shown]))}
        .signatureId=${shown.signatures[0]!.id}
      ></cercle-charter-proof>`,
    )
  },
}

import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import { buildCommunity, buildViewer, now } from '../../test/factories.ts'
import { fakeClient, type FakeWorld } from '../../test/fake-client.ts'
import { buildAnswer, buildHelp } from '../../test/fake-help.ts'
import './register.ts'

const meta: Meta = { title: 'Help/Help', component: 'cercle-help' }
export default meta

const helpers = [{ name: 'Marie-Ève', availability: 'le mardi, après 13 h' }]
const help = (world: Partial<FakeWorld> = {}, fails = false) => {
  const client = fakeClient({ viewer: buildViewer(), community: buildCommunity(), helpers, ...world })
  if (fails) client.fail('offline')
  const desk = 'https://cercle.example/c/a/desk'
  return html`<cercle-help .client=${client} element="feed" .siteName=${'La Rive'} .desk=${desk} .now=${now}></cercle-help>`
}

export const Line: StoryObj = { render: () => help() }
export const Answered: StoryObj = {
  render: () => help({ help: [buildHelp({ state: 'answered', unseen: true, turns: [buildAnswer()] })] }),
}
/** Of who waits to come in: nobody is named. */
export const Pending: StoryObj = { render: () => help({ viewer: buildViewer({ status: 'pending' }) }) }
export const ForWhoFacilitates: StoryObj = { render: () => help({ viewer: buildViewer({ facilitates: true }) }) }
export const Offline: StoryObj = { render: () => help({}, true) }
